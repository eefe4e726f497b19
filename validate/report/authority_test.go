package report

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAuthorityInOneLine(t *testing.T) {
	const answers = ": 1 agree, 2,000 contradicted, 3 not found, 4 not covered, 5 not checked"
	whole := sampleAuthority()
	indexOnly, servicesOnly := *whole, *whole
	indexOnly.Services, servicesOnly.Index = nil, nil
	undated := Index{Name: "carts.index", Works: 1, Coverage: "csl: 1"}
	for _, c := range []struct {
		authority *Authority
		want      string
	}{
		{nil, ""},
		{whole, "compared with the index carts.index of 2026-01 (1,234 works: dblp 2026-01: 1,234), Crossref, arXiv" + answers},
		{&indexOnly, "compared with the index carts.index of 2026-01 (1,234 works: dblp 2026-01: 1,234)" + answers},
		{&servicesOnly, "compared with Crossref, arXiv" + answers},
		{&Authority{Index: &undated}, "compared with the index carts.index (1 work: csl: 1): 0 agree, 0 contradicted, 0 not found, 0 not covered, 0 not checked"},
	} {
		if diff := cmp.Diff(c.want, c.authority.String()); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}
