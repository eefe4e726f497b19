package authority_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/register"
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
	months := map[string]authority.ArXivMonth{"2401": {Works: 15_000, Largest: 16_000}, "2402": {Works: 9000, Largest: 15_000}, "2403": {Works: 40, Largest: 12_000}, "2312": {Works: 1000, Largest: 900}}
	entry := func(fields string) string {
		return "@misc{a, title = {Felt rims raise the pitch of large drums}, author = {Nabe, Ilse}, year = 2024, " + fields + "}"
	}
	arXiv := func(id string) string { return entry("eprint = {" + id + "}, archiveprefix = {arXiv}") }
	for _, test := range []struct{ why, stated, want string }{
		{"a registrant that the register has", entry("doi = {10.20001/felt}"), ""},
		{"a registrant that a wide register lacks", entry("doi = {10.40001/felt}"), "doi: 10.40001 is none of the 10000 registrants of DOIs in registry"},
		{"a number that no registrant has", entry("doi = {10.99999/abc}"), "doi: no registrant of DOIs has the number 10.99999"},
		{"a repository", entry("doi = {10.5281/zenodo.99}"), ""},
		{"arXiv's own DOI", entry("doi = {10.48550/arXiv.2401.00007}"), ""},
		{"arXiv's own DOI, as of a version", entry("doi = {10.48550/arXiv.2401.00007v2}"), ""},
		{"arXiv's DOI of an old ID", entry("doi = {10.48550/arXiv.math/0309136}"), ""},
		{"a DOI of arXiv that ends in no ID", entry("doi = {10.48550/arXiv.2310.XXXX}"), `doi: DOIs of arXiv end in the ID of a paper, and "2310.xxxx" is none`},
		{"no DOI", entry("doi = {felt}"), ""},
		{"more papers than a month had", arXiv("2401.20000"), "arxiv: the last paper that registry has of that month is 2401.16000"},
		{"more papers than any month had", arXiv("2404.99999"), "arxiv: arXiv was sent fewer than 28000 papers in any month of 2024"},
		{"a month of which the next is not held", arXiv("2402.20000"), ""},
		{"a month of which a few papers are held", arXiv("2403.20000"), ""},
		{"a paper of a month that is held", arXiv("2401.15999"), ""},
		{"an old ID", arXiv("math.GT/0309136"), ""},
		{"the last month of a year", arXiv("2312.20000"), "arxiv: the last paper that registry has of that month is 2312.00900"},
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

// A DOI of a registrant of whom nothing is known is nobody's only where title, authors,
// venue and year are the record's, and many works of that venue and year are known.
func TestStrangeRegistrants(t *testing.T) {
	var records strings.Builder
	records.WriteString("@inproceedings{r, title = {Felt rims raise the pitch of large drums}, author = {Nabe, Ilse}, year = 2021, booktitle = {ICML}}\n" +
		"@article{s, title = {Straw hats on stone floors of old}, author = {Orr, Max}, year = 2021, journal = {Nature}, doi = {10.4711/straw.7}}\n")
	for n := range 40 {
		fmt.Fprintf(&records, "@inproceedings{r%d, title = {Sundry matter of felt, number %d}, author = {Pym, Lea}, year = 2021, booktitle = {ICML}}\n", n, n)
	}
	const stated = "@inproceedings{a, title = {Felt rims raise the pitch of large drums}, author = {Nabe, Ilse}, year = 2021, booktitle = {ICML}, doi = {10.7777/felt.99}}"
	const unknown = "contradicted; doi is of the 41 works of its venue and year in known, as of all others there, none has a DOI of 10.7777"
	for _, test := range []struct{ why, old, new, want string }{
		{"a registrant of whom nothing is known", "", "", unknown},
		{"a registrant that another work has", "10.7777", "10.4711", "agree"},
		{"a registrant that prints proceedings", "10.7777", "10.52202", "agree"},
		{"a repository", "10.7777", "10.5281", "agree"},
		{"another year", "2021", "2020", "contradicted; year is 2021"},
		{"no venue", ", booktitle = {ICML}", "", "agree; fill container"},
		{"another author beside", "Nabe, Ilse", "Nabe, Ilse and Orr, Max", "contradicted; authors is Ilse Nabe"},
		{"a misspelt title", "pitch", "pitchh", "contradicted; title is Felt rims raise the pitch of large drums"},
		{"another work", "Felt rims raise the pitch of large drums", "Why glue dries in the shade of sheds", `not_covered; nothing asked covers "ICML" in 2021`},
	} {
		answer := verifyEntry(t, []authority.Authority{indexed{worksOf(t, records.String())}}, strings.ReplaceAll(stated, test.old, test.new))
		if got := outline(&answer); got != test.want {
			t.Errorf("%s: %s, want %s", test.why, got, test.want)
		}
	}
}

// The ACL Anthology, IJCAI and ISCA have the year in their DOIs.
func TestYearsOfDOIs(t *testing.T) {
	for _, test := range []struct{ why, year, doi, want string }{
		{"three years later", "2022", "10.18653/v1/D19-1002", "contradicted; year is 2019"},
		{"an ID with the year in full", "2026", "10.18653/v1/2023.acl-long.123", "contradicted; year is 2023"},
		{"long before", "2010", "10.24963/ijcai.2019/12", "contradicted; year is 2019"},
		{"a year later", "2020", "10.18653/v1/D19-1002", `not_covered; nothing asked covers "Felt Days" in 2020`},
		{"the year of a preprint", "2016", "10.21437/interspeech.2019-12", `not_covered; nothing asked covers "Felt Days" in 2016`},
		{"another registrant", "2026", "10.1145/D19-1002", `not_covered; nothing asked covers "Felt Days" in 2026`},
		{"another form", "2026", "10.18653/v1/felt-1002", `not_covered; nothing asked covers "Felt Days" in 2026`},
	} {
		answer := verifyEntry(t, []authority.Authority{worksOf(t, "@article{s, title = {Straw hats on stone floors of old}, author = {Orr, Max}, year = 2021, journal = {Nature}}")},
			"@inproceedings{a, title = {Felt rims raise the pitch of large drums}, author = {Nabe, Ilse}, booktitle = {Felt Days}, year = "+test.year+", doi = {"+test.doi+"}}")
		if got := outline(&answer); got != test.want {
			t.Errorf("%s: %s, want %s", test.why, got, test.want)
		}
	}
}

// What the registry itself has not is nobody's for certain.
func TestUnregistered(t *testing.T) {
	registry := denying{newMemory("crossref"), []string{"doi"}}
	const stated = "@article{a, title = {Felt rims raise the pitch of large drums}, author = {Nabe, Ilse}, year = 2024, journal = {Nature}, doi = {10.1145/7}, pmid = {77}}"
	answer := verifyEntry(t, []authority.Authority{registry}, stated)
	if got, want := outline(&answer), "contradicted; doi is crossref answers for it and has none of that name for certain"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	answer = verifyEntry(t, []authority.Authority{registry, worksOf(t, stated)}, stated)
	if got := outline(&answer); got != "agree" {
		t.Errorf("what another authority has: %s", got)
	}
}

// What several registries have not is nobody's, unless one was asked that knows them all.
func TestUnregisteredWithSeveral(t *testing.T) {
	const stated = "@article{a, title = {Felt rims raise the pitch of large drums}, author = {Nabe, Ilse}, year = 2024, journal = {Nature}, doi = {10.1145/7}, pmid = {77}}"
	crossref, datacite := lacking{service{name: "crossref"}}, lacking{service{name: "datacite"}}
	resolver := &resolving{service{name: "doi.org"}}
	const unknown = `not_covered; nothing asked covers "Nature" in 2024`
	for _, test := range []struct {
		why   string
		asked []authority.Authority
		want  string
	}{
		{"one of them", []authority.Authority{&crossref}, unknown},
		{"two of them", []authority.Authority{&crossref, &datacite}, "contradicted; doi is crossref and datacite have none of that name"},
		{"two of them, and who resolves all", []authority.Authority{&crossref, resolver, &datacite}, unknown},
	} {
		answer := verifyEntry(t, test.asked, stated)
		if got := outline(&answer); got != test.want {
			t.Errorf("%s: %s, want %s", test.why, got, test.want)
		}
	}
}

// lacking is a registry that may have identifiers and has none.
type lacking struct{ service }

func (l *lacking) Find(_ context.Context, q *authority.Query) ([]*authority.Work, error) {
	if q.DOI == "" {
		return nil, nil
	}
	return nil, &authority.UnregisteredError{Lacked: []string{"doi"}}
}

// resolving is a service that is asked for identifiers alone.
type resolving struct{ service }

func (r *resolving) Coverage() *authority.Coverage {
	c := r.service.Coverage()
	c.IdentifiersAlone = true
	return c
}

// denying is a registry that has not what a query asks for.
type denying struct {
	*memory
	fields []string
}

func (d denying) Find(ctx context.Context, q *authority.Query) ([]*authority.Work, error) {
	return nil, fmt.Errorf("asked: %w", &authority.UnregisteredError{Fields: d.fields})
}

// indexed is an authority that says which registrants its works have, as an index does.
type indexed struct{ *memory }

func (i indexed) Coverage() *authority.Coverage {
	c := *i.memory.Coverage()
	c.Identifiers = &authority.Identifiers{Registrants: map[string]int{}}
	for _, w := range i.works {
		c.Identifiers.Registrants[register.Registrant(w.Record.DOI)]++
	}
	return &c
}

// An identifier that is nobody's is said once, with what the work has instead.
func TestUnknownIdentifierOfAKnownWork(t *testing.T) {
	entry := func(fields string) string {
		return "@article{a, title = {Felt rims raise the pitch of large drums}, author = {Nabe, Ilse}, year = 2024, journal = {Nature}, " + fields + "}"
	}
	known := []authority.Authority{worksOf(t, entry("doi = {10.1038/felt.7}, eprint = {2401.00077}, archiveprefix = {arXiv}"))}
	for stated, want := range map[string]string{
		"doi = {10.99999/abc}":                           `doi no registrant of DOIs has the number 10.99999; bib has "10.1038/felt.7"`,
		"eprint = {2401.99999}, archiveprefix = {arXiv}": `arxiv arXiv was sent fewer than 28000 papers in any month of 2024; bib has "2401.00077"`,
	} {
		answer := verifyEntry(t, known, entry(stated))
		got := ""
		for _, d := range answer.Differences {
			got += fmt.Sprint(d.Field, " ", d.Known)
			if !d.Unknown {
				t.Errorf("%s is contradicted too", d.Field)
			}
		}
		if got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
}
