package authority_test

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
)

func TestConfirmed(t *testing.T) {
	const known = "@inproceedings{r, title = {Felt rims raise the pitch of drums}, author = {Nabe, Ilse}, year = 2021, booktitle = {ICML}, doi = {10.1145/7}}\n" +
		"@misc{s, title = {Function space lamps for carbon storage}, author = {Orr, Max and Pym, Lea}, year = 2026, eprint = {2602.12274}, archiveprefix = {arXiv}}\n" +
		"@inproceedings{t, title = {Tin rims on a wet road}, author = {Ek, Dan}, year = 2001, booktitle = {ICML}}\n" +
		"@inproceedings{u, title = {Tin rims on a wet road}, author = {Ek, Dan}, year = 2012, booktitle = {CVPR}}"
	for _, test := range []struct{ why, stated, verdict, confirmed, not string }{
		{"what the record lacks", "@inproceedings{a, title = {Felt rims raise the pitch of drums}, author = {Nabe, Ilse}, year = 2021, booktitle = {PMLR}, isbn = {978-0-306-40615-7}, eprint = {2101.00077}, archiveprefix = {arXiv}}",
			"agree", "title authors year", "container arxiv isbn"},
		{"what is not compared", "@inproceedings{a, title = {Felt rims raise the pitch of drums}, author = {Nabe, Ilse}, editor = {Orr, Max}, year = 2021, month = may, booktitle = {ICML}, publisher = {Nobody}, series = {Drums}, volume = 99, number = 3, pages = {500--510}, url = {https://drums.example.org/}}",
			"agree", "title authors year container", "publisher series month volume number editors pages url"},
		{"what one of two works contradicts", "@inproceedings{a, title = {Tin rims on a wet road}, author = {Ek, Dan}, year = 2001, booktitle = {CVPR}}",
			"agree", "title authors year", "container"},
		{"all", "@inproceedings{a, title = {Felt rims raise the pitch of drums}, author = {Nabe, Ilse}, year = 2021, booktitle = {ICML}, doi = {10.1145/7}}",
			"agree", "title authors year container doi", ""},
		{"the venue of a DOI that agrees", "@inproceedings{a, title = {Felt rims raise the pitch of drums}, author = {Nabe, Ilse}, year = 2021, booktitle = {Workshop on Salted Caramel}, doi = {10.1145/7}}",
			"contradicted", "title authors year doi", ""},
		{"a title with no word of the preprint's", "@misc{a, title = {Few-shot learning with kettle initialization}, author = {Orr, Max and Pym, Lea}, year = 2026, eprint = {2602.12274}, archiveprefix = {arXiv}}",
			"contradicted", "authors year arxiv", ""},
		{"a preprint that had another title", "@misc{a, title = {Lamps of function spaces and their carbon}, author = {Orr, Max and Pym, Lea}, year = 2026, eprint = {2602.12274}, archiveprefix = {arXiv}}",
			"agree", "authors year arxiv", "title"},
	} {
		answer := verifyEntry(t, []authority.Authority{worksOf(t, known)}, test.stated)
		if string(answer.Verdict) != test.verdict || strings.Join(answer.Agreed, " ") != test.confirmed || strings.Join(answer.NotConfirmed, " ") != test.not {
			t.Errorf("%s: %s, confirmed %v, not confirmed %v", test.why, outline(&answer), answer.Agreed, answer.NotConfirmed)
		}
	}
}
