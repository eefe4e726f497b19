package report

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/validate"
)

// document is the JSON report as someone else's program would read it.
type document struct {
	Version      int
	Summary      validate.Summary
	Verification *validate.Verification
	Index        *Index
	Findings     []validate.Finding
	Verified     []validate.Verified
}

func TestJSONKeepsEveryFinding(t *testing.T) {
	r := hostile()
	text := render(t, "json", r, nil)
	var got document
	if err := json.Unmarshal([]byte(text), &got); err != nil {
		t.Fatal(err)
	}
	var want []validate.Finding
	for f := range r.findings {
		// JSON has no way to say which bytes were no UTF-8.
		f.Message = strings.ToValidUTF8(f.Message, "\ufffd")
		want = append(want, f)
	}
	for i := range want {
		if strings.Contains(want[i].Message, "\ufffd") {
			continue
		}
		if diff := cmp.Diff(want[i], got.Findings[i]); diff != "" {
			t.Errorf("finding %d (-want +got):\n%s", i, diff)
		}
	}
	if len(got.Findings) != len(want) {
		t.Errorf("%d findings of %d", len(got.Findings), len(want))
	}
	for _, r := range text {
		if r != '\n' && !unicode.IsGraphic(r) {
			t.Fatalf("%U stands in the report as it is", r)
		}
	}
	if strings.Contains(text, "</script>") {
		t.Error("the report cannot stand in a page")
	}
}

func TestJSONNamesTheIndex(t *testing.T) {
	index := &Index{Name: "dblp.idx", Date: "2026-01-02", Works: 3, Coverage: "computer science"}
	verification := validate.Verification{Agree: 1, Contradicted: 2, NotFound: 3, NotCovered: 4, NotChecked: 5}
	verified := []validate.Verified{
		{Fact: "a1", Path: "refs.bib", Line: 3, Column: 1, Verdict: authority.Agree, Confirmed: []string{"title", "authors"}, NotConfirmed: []string{"container"}, Record: "dblp"},
		{Fact: "a2", Path: "refs.bib", Line: 9, Column: 1, Verdict: authority.NotCovered, Reason: "the title is cut short", Confirmed: []string{}, NotConfirmed: []string{}},
	}
	for _, test := range []struct {
		authority *Authority
		want      document
	}{
		{authority: nil, want: document{Version: 1, Findings: []validate.Finding{}}},
		{
			authority: &Authority{Verification: verification},
			want:      document{Version: 1, Verification: &verification, Findings: []validate.Finding{}, Verified: verified},
		},
		{
			authority: &Authority{Index: index, Verification: verification},
			want:      document{Version: 1, Verification: &verification, Index: index, Findings: []validate.Finding{}, Verified: verified},
		},
	} {
		var got document
		r := newRun(nil, nil)
		r.verified = each(verified)
		text := render(t, "json", r, &Options{Authority: test.authority})
		if err := json.Unmarshal([]byte(text), &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
