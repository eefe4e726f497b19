package authority_test

import (
	"fmt"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/google/go-cmp/cmp"
)

// registered is an authority that holds no works and says which identifiers it holds.
func registered(registrants map[string]int, months map[string]authority.ArXivMonth) authority.Authority {
	return idsOnly{&authority.Identifiers{Registrants: registrants, ArXiv: months}, newMemory("registry")}
}

type idsOnly struct {
	ids *authority.Identifiers
	*memory
}

func (a idsOnly) Coverage() *authority.Coverage {
	return &authority.Coverage{Name: "registry", Identifiers: a.ids}
}

func TestUnknownIdentifiers(t *testing.T) {
	many := map[string]int{}
	for n := range 10_000 {
		many[fmt.Sprintf("10.%d", 20_000+n)] = 3
	}
	months := map[string]authority.ArXivMonth{"2401": {Works: 15_000, Largest: 16_000}, "2402": {Works: 9000, Largest: 15_000}, "2403": {Works: 40, Largest: 12_000}}
	entry := func(fields string) string {
		return "@misc{a, title = {Felt rims raise the pitch of large drums}, author = {Nabe, Ilse}, year = 2024, " + fields + "}"
	}
	arXiv := func(id string) string { return entry("eprint = {" + id + "}, archiveprefix = {arXiv}") }
	for _, test := range []struct{ why, stated, want string }{
		{"a registrant that the register has", entry("doi = {10.20001/felt}"), ""},
		{"a registrant that a wide register lacks", entry("doi = {10.40001/felt}"), "doi: 10.40001 is none of the 10000 registrants of DOIs in registry"},
		{"a number that no registrant has", entry("doi = {10.99999/abc}"), "doi: no registrant of DOIs has the number 10.99999"},
		{"a repository", entry("doi = {10.5281/zenodo.99}"), ""},
		{"no DOI", entry("doi = {felt}"), ""},
		{"more papers than a month had", arXiv("2401.20000"), "arxiv: the last paper that registry has of that month is 2401.16000"},
		{"more papers than any month had", arXiv("2404.99999"), "arxiv: arXiv was sent fewer than 28000 papers in any month of 2024"},
		{"a month of which the next is not held", arXiv("2402.20000"), ""},
		{"a month of which a few papers are held", arXiv("2403.20000"), ""},
		{"a paper of a month that is held", arXiv("2401.15999"), ""},
		{"an old ID", arXiv("math.GT/0309136"), ""},
	} {
		answer := verifyEntry(t, []authority.Authority{registered(many, months)}, test.stated)
		got := ""
		for _, d := range answer.Differences {
			if d.Unknown {
				got += d.Field + ": " + d.Known
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.why, diff)
		}
		if contradicted := answer.Verdict == authority.Contradicted; contradicted != (test.want != "") {
			t.Errorf("%s: %s", test.why, answer.Verdict)
		}
	}
}

// An identifier that a record has is somebody's, whatever its number.
func TestKnownIdentifiersAreKnown(t *testing.T) {
	run(t, []entryTest{{"made up",
		"@article{r, title = {Felt rims raise the pitch of large drums}, author = {Nabe, Ilse}, year = 2024, journal = {Nature}, doi = {10.99999/abc}, eprint = {2401.99999}, archiveprefix = {arXiv}}",
		"@article{a, title = {Felt rims raise the pitch of large drums}, author = {Nabe, Ilse}, year = 2024, journal = {Nature}, doi = {10.99999/abc}, eprint = {2401.99999}, archiveprefix = {arXiv}}",
		"agree"}})
}
