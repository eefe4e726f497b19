package citation

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/bib/exchange"
)

// Works that have what their types have are the same after they were written in any of the
// formats of reference managers and read from it.
func TestReadingBackWhatReferenceManagersExchange(t *testing.T) {
	for _, format := range []Format{CSLJSON, RIS, CFF} {
		random := rand.New(rand.NewPCG(5, 7))
		for range 400 {
			r := exchangedReference(random)
			var b, again Bibliography
			b.Add("roe", &r)
			exchanged := written(t, &b, WriteOptions{Format: format, NoProvenance: true})
			f := exchange.Read(exchange.Format(format), "refs", exchanged)
			for i := range f.Entries {
				r, _ := BibReference(f, &f.Entries[i])
				again.Add(f.Entries[i].Key, &r)
			}
			want, got := written(t, &b, WriteOptions{NoProvenance: true}), written(t, &again, WriteOptions{NoProvenance: true})
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Errorf("%s (-before +after):\n%s\n%s", format, diff, exchanged)
			}
		}
	}
}

// exchangedReference is a reference with what works of its type have.
func exchangedReference(random *rand.Rand) Reference {
	some := func(values ...string) string {
		if random.IntN(2) == 0 {
			return ""
		}
		return values[random.IntN(len(values))]
	}
	people := []Name{{Given: "Ana", Family: "Roe"}, {Given: "J.", Particle: "van der", Family: "Berg"}, {Literal: "Team of Carts & Rims"}, {Family: "Lim", Suffix: "Jr", Given: "B."}, {Family: "Özgür"}}
	r := Reference{
		Type:    []EntryType{Article, InProceedings, Book, InCollection, PhDThesis, MastersThesis, TechReport, Misc}[random.IntN(8)],
		Title:   []string{"Felt rims", "50% & more", "Über Öl"}[random.IntN(3)],
		Authors: people[:random.IntN(len(people)+1)], DOI: some("10.1000/a_b(3)"), PMID: some("31234567"), URL: some("https://a.example/x_y?z=1"),
		Year: some("2019", "1998–2001", "in press"),
	}
	r.EtAl = r.Authors != nil && random.IntN(3) == 0
	if r.Year == "2019" && random.IntN(2) == 0 {
		r.Month, r.Day = 1+random.IntN(12), some("4")
	}
	if r.URL != "" {
		r.URLDate = some("2024-05-12")
	}
	if random.IntN(4) == 0 {
		r.ArXiv = "2001.01234"
	}
	switch r.Type {
	case Article:
		r.Container, r.Volume, r.Number = "Cart Letters", some("7"), some("2")
		if r.Pages = some("11–19", "7", "e1–e9"); r.Pages == "" {
			r.EID = some("112560")
		}
	case InProceedings, InCollection:
		r.Container, r.Publisher, r.Address, r.Pages = "Carts of the World", some("Lantern & Sons"), some("Norrby"), some("11–19")
		r.Editors, r.Series, r.Volume = people[:random.IntN(3)], some("Lecture Notes"), some("12")
	case Book:
		r.Container, r.Publisher, r.Address = some("Cart Books"), some("Lantern & Sons"), some("São Paulo")
		r.Edition, r.Volume, r.ISBN = some("2nd", "Second"), some("3"), some("9780306406157")
		if len(r.Authors) == 0 {
			r.Editors = people[:random.IntN(3)]
		}
	case PhDThesis, MastersThesis:
		r.Institution, r.Address = "University of Norrby", some("Norrby")
	case TechReport:
		r.Institution, r.Number, r.Address = "Cart Office", some("TR-12"), some("Norrby")
	case Misc:
		r.Container = some("Blog of Carts")
	}
	return r
}
