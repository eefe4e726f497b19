package record

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/bib"
)

// TestBib holds what work an entry of a .bib is.
func TestBib(t *testing.T) {
	for entry, want := range map[string]string{
		`@article{roe, title={Retracted: Felt rims}, author={Roe, Ana and others}, journal={Journal of Carts}, shortjournal={J.\ Carts}, year=2019, doi={https://doi.org/10.5555/Rims}, eprint={1905.01234v2}, eprinttype={arxiv}}`: `mine "roe" 2026-09-01, retracted article; title: Retracted: Felt rims; titles: Felt rims; authors: Roe, Ana | et al.; container: Journal of Carts; venues: Journal of Carts | J. Carts; year: 2019; years: [2019]; doi: 10.5555/rims; arxiv: 1905.01234; retraction: "" by "" for ""`,
		`@misc{lim, title={Oak}, eprint={1905.01235}, archiveprefix={arXiv}}`:                                                                     `mine "lim" 2026-09-01, preprint misc; title: Oak; arxiv: 1905.01235`,
		`@inproceedings{x, title={Hubs}, booktitle={Proc. Felt}, shortbooktitle={Felt}, eventtitle={Felt Days}, doi={10.48550/arXiv.1905.01236}}`: `mine "x" 2026-09-01, published inproceedings; title: Hubs; container: Proc. Felt; venues: Proc. Felt | Felt | Felt Days; arxiv: 1905.01236`,
		`@misc{none}`: "",
	} {
		f := bib.Read("a.bib", []byte(entry))
		got := ""
		for _, w := range Bib(f, &f.Entries[0], "mine", "2026-09-01") {
			if w.Record.Entry != nil {
				t.Errorf("%s is kept", entry)
			}
			got += onOneLine(w)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", entry, diff)
		}
	}
}
