package bibref

import (
	"testing"

	"github.com/factcite/factcite/citation/ref"
	"github.com/google/go-cmp/cmp"
)

func TestBibNames(t *testing.T) {
	tests := []struct {
		value string
		names []ref.Name
		etal  bool
	}{
		{"Ada Ferrum", []ref.Name{{Given: "Ada", Family: "Ferrum"}}, false},
		{"Ferrum, Ada AND Stahl, Bo", []ref.Name{{Given: "Ada", Family: "Ferrum"}, {Given: "Bo", Family: "Stahl"}}, false},
		{"Ludwig van der Berg", []ref.Name{{Given: "Ludwig", Particle: "van der", Family: "Berg"}}, false},
		{"de la Cruz, Jr., Maria Luz", []ref.Name{{Given: "Maria Luz", Particle: "de la", Family: "Cruz", Suffix: "Jr."}}, false},
		{"{Sons and Daughters} and others", []ref.Name{{Literal: "Sons and Daughters"}}, true},
		{"Maria {De La} Cruz", []ref.Name{{Given: "Maria De La", Family: "Cruz"}}, false},
		{`{\"O}zge {\c{C}}elik and Per {\O}sterg{\aa}rd`, []ref.Name{{Given: "Özge", Family: "Çelik"}, {Given: "Per", Family: "Østergård"}}, false},
		{"Plato", []ref.Name{{Family: "Plato"}}, false},
		{"von Neumann", []ref.Name{{Particle: "von", Family: "Neumann"}}, false},
		{"Sandy Ferrand and", []ref.Name{{Given: "Sandy", Family: "Ferrand"}}, false},
		{"J.~R. Ferrum and Bo Stahl et al.", []ref.Name{{Given: "J. R.", Family: "Ferrum"}, {Given: "Bo", Family: "Stahl"}}, true},
		{"family=Berg, given=Hans, prefix=von", []ref.Name{{Given: "Hans", Particle: "von", Family: "Berg"}}, false},
		{"", nil, false},
		{" and and ", nil, false},
	}
	for _, test := range tests {
		names, etal := Names(test.value)
		if diff := cmp.Diff(test.names, names); diff != "" || etal != test.etal {
			t.Errorf("bibNames(%q), et al. %t (-want +got):\n%s", test.value, etal, diff)
		}
	}
}
