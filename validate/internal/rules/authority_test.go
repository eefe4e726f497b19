package rules

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/validate/internal/finding"
)

// An identifier of another work is told by what that work is, and nothing of a
// record reaches a message unescaped.
func TestContradictedIdentifierNamesTheOtherWork(t *testing.T) {
	for _, test := range []struct{ difference, want string }{
		{`"Iron tyres" by Eva Holm et al. (2020)`, `the DOI "10.5555/a" stated for "Felt rims" is that of another work: crossref has "Iron tyres" by Eva Holm et al. (2020)`},
		{"\"Iron\x1b[31m \"tyres\"\" (2020)", `the DOI "10.5555/a" stated for "Felt rims" is that of another work: crossref has "Iron\x1b[31m "tyres"" (2020)`},
	} {
		c := &Comparison{Reference: &citation.Reference{Title: "Felt rims"}, Place: func(_ string, f finding.Finding) finding.Finding { return f }}
		c.Differences = []authority.Difference{{Field: "doi", Stated: "10.5555/a", Known: test.difference, Leads: true, Origin: authority.Origin{Source: "crossref"}, Certain: true}}
		found := c.contradictions("doi")
		if len(found) != 1 || found[0].Severity != finding.Error {
			t.Fatalf("%v, want one error", found)
		}
		if diff := cmp.Diff(test.want, found[0].Message); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
}
