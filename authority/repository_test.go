package authority_test

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
)

// repositoryDOIs are DOIs of preprint servers and repositories, one of each registrant.
var repositoryDOIs = []string{
	"10.1101/2021.01.04.425206", "10.64898/2025.12.01.691234", "10.2139/ssrn.3777777", "10.5281/zenodo.77", "10.6084/m9.figshare.77", "10.31219/osf.io/ab12c",
	"10.31234/osf.io/ab12c", "10.31235/osf.io/ab12c", "10.17605/osf.io/ab12c", "10.21203/rs.3.rs-77/v1", "10.13140/rg.2.2.77.88", "10.26434/chemrxiv-2021-77",
	"10.36227/techrxiv.77", "10.20944/preprints202101.0077.v1", "10.3929/ethz-b-000000077", "10.5445/ir/1000000077", "10.17863/cam.77",
}

// The DOI of a preprint server or a repository identifies a work as any other does;
// only another one is not held against a reference.
func TestRepositoryDOIs(t *testing.T) {
	known := func(doi string) string {
		return "@article{r, title = {Felt rims raise the pitch of drums}, author = {Nabe, Ilse}, year = {2021}, journal = {bioRxiv}, doi = {" + doi + "}}"
	}
	for _, doi := range repositoryDOIs {
		run(t, []entryTest{
			{doi + " of another work", known(doi), "@article{a, title = {Why straw hats burn at noon}, author = {Orr, Max and Pym, Lea}, year = {2021}, journal = {bioRxiv}, doi = {" + doi + "}}",
				`contradicted; doi is "Felt rims raise the pitch of drums" by Ilse Nabe (2021) for certain`},
			{doi + " of the work", known(doi), "@article{a, title = {Felt rims raise the pitch of drums}, author = {Nabe, Ilse}, doi = {" + strings.ToUpper(doi) + "}}",
				"agree; fill year"},
			{doi + " of a copy", known(doi), "@article{a, title = {Felt rims raise the pitch of drums}, author = {Nabe, Ilse}, year = {2021}, journal = {bioRxiv}, doi = {10.5281/zenodo.99}}",
				"agree"},
		})
	}
}

func TestRetractedPreprint(t *testing.T) {
	const watch = watchHead + "1,Felt rims raise the pitch of drums,SSRN,Ilse Nabe,3/4/2022 0:00,10.2139/ssrn.3777778,1/1/2021 0:00,10.2139/ssrn.3777777,Retraction\n"
	answer := verifyEntry(t, []authority.Authority{worksOf(t, watch)},
		"@article{a, title = {Felt rims raise the pitch of all drums}, author = {Nabe, Ilse}, year = {2021}, journal = {SSRN}, doi = {10.2139/ssrn.3777777}}")
	if answer.Retraction == nil || answer.Retraction.Date != "2022-03-04" {
		t.Errorf("%s, retraction %v", outline(&answer), answer.Retraction)
	}
}

// A preprint server is stated, and is no venue.
func TestPreprintServerIsNoVenue(t *testing.T) {
	run(t, []entryTest{{"bioRxiv", "@misc{r, title = {Felt rims}, year = 2020}", "@article{a, title = {Why straw hats burn at noon}, author = {Orr, Max}, year = {2021}, journal = {bioRxiv}}",
		`not_covered; "bioRxiv" is a preprint server or no venue`}})
}

// The subject class is no part of an arXiv ID from before April 2007.
func TestArXivSubjectClass(t *testing.T) {
	const known = "@article{r, title = {Knots in felt and their signatures}, author = {Nabe, Ilse}, year = {2003}, eprint = {math/0309136}, archiveprefix = {arXiv}}"
	run(t, []entryTest{
		{"the work", known, "@misc{a, title = {Knots in felt and their signatures}, author = {Nabe, Ilse}, year = {2003}, eprint = {math.GT/0309136}, archiveprefix = {arXiv}}", "agree"},
		{"another one", known, "@misc{a, title = {Why straw hats burn at noon}, author = {Orr, Max}, year = {2003}, eprint = {math.GT/0309136v2}, archiveprefix = {arXiv}}",
			`contradicted; arxiv is "Knots in felt and their signatures" by Ilse Nabe (2003) for certain`},
	})
}
