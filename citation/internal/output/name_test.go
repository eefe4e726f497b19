package output

import (
	"testing"

	"github.com/factcite/factcite/citation/internal/bibref"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/latex"
)

func TestBibNamesReadBack(t *testing.T) {
	tests := []struct {
		name ref.Name
		want string
	}{
		{ref.Name{Family: "Li", Given: "Z."}, "Li, Z."},
		{ref.Name{Family: "Li"}, "Li"},
		{ref.Name{Given: "Plato"}, "Plato"},
		{ref.Name{Family: "Paniagua Zambrana"}, "{Paniagua Zambrana}"},
		{ref.Name{Family: "Paniagua Zambrana", Given: "N."}, "Paniagua Zambrana, N."},
		{ref.Name{Family: "Hoven", Particle: "van den", Given: "J."}, "van den Hoven, J."},
		{ref.Name{Family: "Hoven", Particle: "van den"}, "van den Hoven"},
		{ref.Name{Family: "King", Given: "M. L.", Suffix: "Jr."}, "King, Jr., M. L."},
		{ref.Name{Family: "King", Suffix: "Jr."}, "{King Jr.}"},
		{ref.Name{Family: "hooks", Given: "bell"}, "{hooks}, bell"},
		{ref.Name{Literal: "Smith, Jones and Sons"}, "{Smith, Jones and Sons}"},
		{ref.Name{Family: "and", Given: "A"}, "{and}, A"},
		{ref.Name{Family: "Ocłoń", Given: "P."}, `Oc{\l}o{\'n}, P.`},
		{ref.Name{Family: "O’Neill", Given: "C."}, `O{\textquoteright}Neill, C.`},
	}
	for _, test := range tests {
		got := bibName(test.name, latex.ASCII)
		if got != test.want {
			t.Errorf("%+v is written %s, want %s", test.name, got, test.want)
		}
		names, etal := bibref.Names(got + " and Last, A. and others")
		if !etal || len(names) != 2 || names[0].String() != test.name.String() {
			t.Errorf("%s reads back as %q", got, names)
		}
	}
}
