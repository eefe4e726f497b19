package citation

import (
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/bib/exchange"
	"github.com/factcite/factcite/internal/linear"
)

// A work without an ID is called by who wrote it and when, wherever in its file it is.
func TestNameKeyless(t *testing.T) {
	work := func(id, author, title, year string) string {
		lines := []string{"TY  - JOUR"}
		for _, line := range [][2]string{{"ID", id}, {"AU", author}, {"TI", title}, {"PY", year}} {
			if line[1] != "" {
				lines = append(lines, line[0]+"  - "+line[1])
			}
		}
		return strings.Join(append(lines, "ER  - ", "", ""), "\n")
	}
	keys := func(works ...string) []string {
		f := exchange.Read(exchange.RIS, "refs.ris", []byte(strings.Join(works, "")))
		NameKeyless(f)
		var list []string
		for _, e := range f.Entries {
			list = append(list, e.Key)
		}
		return list
	}
	for _, c := range []struct{ got, want []string }{
		{keys(work("", "Roe, Ana", "Felt rims", "2019")), []string{"roe2019felt"}},
		{keys(work("a7", "Roe, Ana", "Felt rims", "2019"), work("", "Lim, Bo", "Iron tyres", "2020")), []string{"a7", "lim2020iron"}},
		{keys(work("", "Roe, Ana", "Felt rims", "2019"), work("", "Roe, Ana", "Felt spokes", "2019")), []string{"roe2019felt", "roe2019feltspokes"}},
		{keys(work("", "Roe, Ana", "Felt rims", "2019"), work("", "Roe, Ana", "Felt rims", "2019"), work("", "Roe, Ana", "Felt rims", "2019")),
			[]string{"roe2019felt", "roe2019feltrims", "roe2019feltrimsa"}},
		{keys(work("", "Roe, Ana", "Felt rims", "2019"), work("Roe2019Felt", "Roe, Ana", "Felt bells", "2019")), []string{"roe2019feltrims", "Roe2019Felt"}},
		{keys(work("", "", "Felt rims", "2019"), work("", "Öz, Åsa", "", "1999")), []string{"felt-rims-2019", "oz1999"}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

// TestNameManyAlike holds that very many works which would have one key are named in time linear
// in their number.
func TestNameManyAlike(t *testing.T) {
	linear.Check(t, 8000, func(size int) func() {
		text := []byte(strings.Repeat("TY  - JOUR\nTI  - Felt\nER  - \n", size))
		return func() { NameKeyless(exchange.Read(exchange.RIS, "a", text)) }
	})
}
