package authority_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
)

// domain is a reference of a field, and how it may be stated otherwise.
type domain struct {
	name, journal, short, other    string // other is another journal of the same field
	title, near, chimera           string
	authors, initials, first       string
	strangers                      string
	year, volume, pages, doi, doi2 string
}

var domains = []domain{
	{"medicine", "The New England Journal of Medicine", "N. Engl. J. Med.", "Annals of Surgery",
		"Felt insoles against heel pain in adults over sixty", "Felt insoles against knee pain in adults over sixty", "Deep transformers for the triage of heel pain",
		"Nabe, Ilse and Orr, Max and van der Achs, Ada", "Nabe, I. and Orr, M. and van der Achs, A.", "Nabe, Ilse and others",
		"Quist, Bo and Pym, Lea", "2019", "380", "101--109", "10.1056/nejmfelt1900007", "10.1056/nejmfelt1900009"},
	{"physics", "Physical Review Letters", "Phys. Rev. Lett.", "Journal of Fluid Mechanics",
		"Acoustic damping of felted spheres below four kelvin", "Acoustic damping of felted cubes below four kelvin", "Large language models of felted spheres",
		"Rad, Jo and Holm, Eva and Berg, Ida", "Rad, J. and Holm, E. and Berg, I.", "Rad, Jo and others",
		"Quist, Bo and Pym, Lea", "2018", "121", "77001", "10.1103/physrevlett.felt.77001", "10.1103/physrevlett.felt.77002"},
	{"economics", "Quarterly Journal of Economics", "Q. J. Econ.", "Annals of Tourism Research",
		"The price of felt hats in Bergen between two wars", "The price of straw hats in Bergen between two wars", "Bandits with felt hats and delayed rewards",
		"Lind, Bo and Falk, Nils", "Lind, B. and Falk, N.", "Lind, Bo and others",
		"Quist, Ada and Pym, Lea", "2017", "132", "11--49", "10.1093/qje.felt.007", "10.1093/qje.felt.009"},
}

// entry writes a reference of a domain with some of its words replaced.
func (d *domain) entry(kind string, replaced ...string) string {
	text := fmt.Sprintf("@%s{a, title = {%s}, author = {%s}, journal = {%s}, year = {%s}, volume = {%s}, pages = {%s}, doi = {%s}}", kind, d.title, d.authors, d.journal, d.year, d.volume, d.pages, d.doi)
	return strings.NewReplacer(replaced...).Replace(text)
}

// TestKindsOfOtherDomains states works of journals rightly and wrongly, in the kinds
// that labelled references of computer science have.
func TestKindsOfOtherDomains(t *testing.T) {
	var records strings.Builder
	for i := range domains {
		d := &domains[i]
		records.WriteString(strings.Replace(d.entry("article"), "{a,", "{"+d.name+",", 1) + "\n")
		fmt.Fprintf(&records, "@article{%s2, title = {Sundry matter of %s that is not felt}, author = {Nobody, Nemo}, journal = {%s}, year = {%s}, doi = {%s}}\n", d.name, d.name, d.journal, d.year, d.doi2)
		for year := range 4 {
			for n := range 40 {
				fmt.Fprintf(&records, "@article{%s-%d-%d, title = {Sundry matter of %s, year %d, number %d}, author = {Nobody, Nemo}, journal = {%s}, year = {%d}}\n", d.name, year, n, d.name, year, n, d.journal, 2016+year+1)
			}
		}
	}
	known := []authority.Authority{indexed{worksOf(t, records.String())}}
	for i := range domains {
		d := &domains[i]
		doi := ", doi = {" + d.doi + "}"
		for _, test := range []struct {
			kind, stated string
			want         authority.Verdict
			field        string // that differs
		}{
			{"as it is", d.entry("article"), authority.Agree, ""},
			{"abbreviated journal", d.entry("article", d.journal, d.short), authority.Agree, ""},
			{"initials", d.entry("article", d.authors, d.initials), authority.Agree, ""},
			{"et al.", d.entry("article", d.authors, d.first), authority.Agree, ""},
			{"no DOI", d.entry("article", doi, ""), authority.Agree, ""},
			{"a publisher in the journal's place", d.entry("article", d.journal, "Springer"), authority.Agree, ""},
			{"other authors", d.entry("article", d.authors, d.strangers, doi, ""), authority.Contradicted, "authors"},
			{"an author less", d.entry("article", strings.SplitN(d.authors, " and ", 2)[0]+" and ", ""), authority.Contradicted, "authors"},
			{"near-miss title", d.entry("article", d.title, d.near, doi, ""), authority.Contradicted, "title"},
			{"wrong journal", d.entry("article", d.journal, d.other, doi, ""), authority.Contradicted, "container"},
			{"ten years later", d.entry("article", "{"+d.year+"}", "{2031}"), authority.Contradicted, "year"},
			{"a DOI with a number of no registrant", d.entry("article", d.doi, "10.99999/felt.7"), authority.Contradicted, "doi"},
			{"a DOI of a registrant of whom nothing is known", d.entry("article", d.doi, "10.7777/felt.7"), authority.Contradicted, "doi"},
			{"the DOI of another paper", d.entry("article", d.doi, d.doi2), authority.Contradicted, "doi"},
			{"an invented title", d.entry("article", d.title, d.chimera, doi, ""), authority.NotFound, ""},
			{"an invented paper in another journal", d.entry("article", d.title, d.chimera, d.journal, d.other, doi, ""), authority.NotCovered, ""},
		} {
			answer := verifyEntry(t, known, test.stated)
			field := ""
			for _, difference := range answer.Differences {
				if difference.Field != field { // a DOI may be another one than the work's, and nobody's
					field += difference.Field
				}
			}
			if answer.Verdict != test.want || field != test.field {
				t.Errorf("%s, %s: %s, want %s %s", d.name, test.kind, outline(&answer), test.want, test.field)
			}
		}
	}
}
