package index

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/google/go-cmp/cmp"
)

// namesakes are many works of one title, each of an author and a year of its own.
func namesakes(title string, count int) string {
	var b strings.Builder
	for i := range count {
		fmt.Fprintf(&b, "@article{n%d, title = {%s}, author = {%s, Ilse}, year = %d, journal = {Journal of Felt Studies}}\n", i, title, familyOf(i), 1900+i)
	}
	return b.String()
}

// familyOf is a family name for a number: Naab, Nabb, Nacb, …
func familyOf(i int) string { return fmt.Sprintf("Na%c%c", 'a'+i%26, 'b'+i/26) }

// TestManyNamesakes holds that of more works of one title than are read the one of the
// author and the year is.
func TestManyNamesakes(t *testing.T) {
	const count = 2 * mostNamesakes
	x := opened(t, built(t, dumpOf("notes.bib", []byte(namesakes("Editorial", count)))))
	author := func(i int) []citation.Name { return []citation.Name{{Given: "Ilse", Family: familyOf(i)}} }
	for _, test := range []struct {
		name  string
		query authority.Query
		first string // key; "" where the work is not read
	}{
		{"one of the first", authority.Query{Authors: author(3)}, "n3"},
		{"one of the last, with its year", authority.Query{Authors: author(count - 1), Year: fmt.Sprint(1900 + count - 1)}, fmt.Sprint("n", count-1)},
		{"one of the last, without its year", authority.Query{Authors: author(count - 1)}, ""},
		{"one of the last, with another year", authority.Query{Authors: author(count - 1), Year: "1900"}, ""},
	} {
		test.query.Title = "Editorial"
		works, err := x.Find(t.Context(), &test.query)
		if err != nil {
			t.Fatal(err)
		}
		if len(works) != mostNamesakes {
			t.Errorf("%s: %d works are found, want %d", test.name, len(works), mostNamesakes)
		}
		first := ""
		if h := works[0]; h.Record.Authors[0].Family == test.query.Authors[0].Family {
			first = h.Origin.Key
		}
		if diff := cmp.Diff(test.first, first); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestWorksOfAnAuthorAndAYear holds that a work none of whose words is stated as it is is
// found by its first author and year, and by nothing less.
func TestWorksOfAnAuthorAndAYear(t *testing.T) {
	x := opened(t, built(t, dumpOf("carts.bib", []byte(carts))))
	const title = "The Wheelwrigth's Handbok"
	lindqvist := []citation.Name{{Family: "Lindqvist"}}
	for _, test := range []struct {
		name  string
		query authority.Query
		want  []string
	}{
		{"author and year", authority.Query{Title: title, Authors: lindqvist, Year: "2019"}, []string{"lindqvist-2019-wheels"}},
		{"the author alone", authority.Query{Title: title, Authors: lindqvist}, nil},
		{"the year alone", authority.Query{Title: title, Year: "2019"}, nil},
		{"another year", authority.Query{Title: title, Authors: lindqvist, Year: "2021"}, nil},
		{"another author", authority.Query{Title: title, Authors: []citation.Name{{Family: "Mira"}}, Year: "2019"}, nil},
	} {
		works, err := x.Find(t.Context(), &test.query)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want, keys(works)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestVenuesAreCountedOnce holds that a venue counts once, however many years it has.
func TestVenuesAreCountedOnce(t *testing.T) {
	text := namesakes("Felt rims", 3) + "@inproceedings{p, title = {Hubs}, booktitle = {Conference on Carts}, year = 1901}\n@book{b, title = {Spokes}, publisher = {Ambit}, year = 1902}\n"
	if got := opened(t, built(t, dumpOf("notes.bib", []byte(text)))).Coverage().Venues; got != 2 {
		t.Errorf("%d venues, want 2", got)
	}
}
