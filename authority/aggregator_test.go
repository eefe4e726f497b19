package authority_test

import (
	"testing"

	"github.com/factcite/factcite/authority"
)

// One aggregator alone makes no error, its titles have literal line ends, and its
// sources may be none.
func TestAggregators(t *testing.T) {
	const openAlex = `{"meta": {"count": 1}, "results": [{"id": "https://openalex.org/W7", "doi": "https://doi.org/10.1145/7", "title": "Felt rims raise\\n the pitch of drums", "publication_year": 2021, "type": "article", "authorships": [{"author": {"display_name": "Ilse Nabe"}}], "primary_location": {"raw_source_name": "http://felt.example.org/was2004.pdf"}}]}`
	const profiles = `{"meta": {"count": 1}, "results": [{"id": "https://openalex.org/W8", "doi": "https://doi.org/10.1145/8", "title": "Straw hats on stone floors", "publication_year": 2021, "type": "article", "authorships": [{"author": {"display_name": "Ilse Straw"}, "raw_author_name": "Ilse Nabe"}, {"author": {"display_name": "Lea Pym"}, "raw_author_name": "Lea Pym"}]}]}`
	const crossref = `{"status": "ok", "message": {"total-results": 1, "items": [{"DOI": "10.1145/7", "type": "journal-article", "title": ["Felt rims raise the pitch of drums"], "author": [{"given": "Ilse", "family": "Nabe"}], "issued": {"date-parts": [[2021]]}}]}}`
	const stray = "@article{a, title = {Why straw hats burn at noon}, author = {Orr, Max}, year = 2021, doi = {10.1145/7}}"
	for _, test := range []struct {
		why, stated string
		known       []string
		want        string
	}{
		{"one aggregator", stray, []string{openAlex}, `contradicted; doi is "Felt rims raise the pitch of drums" by Ilse Nabe (2021)`},
		{"with a registry", stray, []string{openAlex, crossref}, `contradicted; doi is "Felt rims raise the pitch of drums" by Ilse Nabe (2021) for certain`},
		{"the name of the profile", "@article{a, title = {Straw hats on stone floors}, author = {Straw, Ilse and Pym, Lea}, year = 2021}", []string{profiles}, "agree; fill doi"},
		{"the printed name", "@article{a, title = {Straw hats on stone floors}, author = {Nabe, Ilse and Pym, Lea}, year = 2021}", []string{profiles}, "agree; fill doi"},
		{"the name of nobody", "@article{a, title = {Straw hats on stone floors}, author = {Pym, Ilse and Pym, Lea}, year = 2021}", []string{profiles}, "contradicted; authors is Ilse Straw, Lea Pym"},
		{"a literal line end, and an address as a venue", "@article{a, title = {Felt rims raise the pitch of drums}, author = {Nabe, Ilse}, year = 2021, journal = {Nature}}", []string{openAlex}, "agree"},
	} {
		var known []authority.Authority
		for _, text := range test.known {
			known = append(known, worksOf(t, text))
		}
		answer := verifyEntry(t, known, test.stated)
		if got := outline(&answer); got != test.want {
			t.Errorf("%s: %s, want %s", test.why, got, test.want)
		}
	}
}
