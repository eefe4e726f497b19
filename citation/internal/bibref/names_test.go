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
		{"Cruz Lopez, Ana", []ref.Name{{Given: "Ana", Family: "Cruz Lopez"}}, false},
		{"Cruz, Ana,", []ref.Name{{Given: "Ana", Family: "Cruz"}}, false},
		{"Cruz, Jr., Ana, Luz", []ref.Name{{Given: "Ana Luz", Family: "Cruz", Suffix: "Jr."}}, false},
		{"de la", []ref.Name{{Particle: "de", Family: "la"}}, false},
		{", Ana", []ref.Name{{Given: "Ana"}}, false},
		{"{Sons} {Daughters}", []ref.Name{{Given: "Sons", Family: "Daughters"}}, false},
		{"{Sons and Daughters", []ref.Name{{Family: "Sons and Daughters"}}, false},
		{`Mu\~noz, Ana`, []ref.Name{{Given: "Ana", Family: "Muñoz"}}, false},
		{"Andrew Anders and\tBrandy Andan", []ref.Name{{Given: "Andrew", Family: "Anders"}, {Given: "Brandy", Family: "Andan"}}, false},
		{"Ferrum, Ada, et~al.", []ref.Name{{Given: "Ada", Family: "Ferrum"}}, true},
		{" et al.", nil, true},
		{"Ada Ferrum and {others}", []ref.Name{{Given: "Ada", Family: "Ferrum"}}, true},
		{`family={de Berg}, given="Hans", suffix=III`, []ref.Name{{Given: "Hans", Family: "de Berg", Suffix: "III"}}, false},
		{"given=Hans, prefix=von", []ref.Name{{Given: "prefix=von", Family: "given=Hans"}}, false},
		{"family=Berg, Hans", []ref.Name{{Given: "Hans", Family: "family=Berg"}}, false},
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

// A word is a particle if its first letter is a small one, in LaTeX's notation too.
func TestParticles(t *testing.T) {
	small := []string{`{\i}`, `{\j}`, `{\o}`, `{\oe}`, `{\ae}`, `{\aa}`, `{\l}`, `{\ss}`, `{\dh}`, `{\th}`, `{\dj}`, `{\ng}`, `{\'e}`, `{\v{s}}`, "é", "1e"}
	capital := []string{`{\O{}}`, `{\OE{}}`, `{\AE{}}`, `{\AA{}}`, `{\L{}}`, `{\DH{}}`, `{\TH{}}`, `{\DJ{}}`, `{\NG{}}`, `{\'E}`, `{\v{S}}`, "É", "{n}A", "{n", "1", `{\"}`}
	for _, letter := range small {
		if !isParticle(letter + "a") {
			t.Errorf("%sa is no particle", letter)
		}
	}
	for _, letter := range capital {
		if isParticle(letter) || letter[0] != '1' && letter != `{\"}` && isParticle(letter+"a") {
			t.Errorf("%s is a particle", letter)
		}
	}
}

// A name of a list is in biblatex's extended form, whichever of them it is.
func TestHasNamedParts(t *testing.T) {
	for list, want := range map[string]bool{
		"family=Berg, given=Hans":                true,
		"Ada Ferrum and family=Berg, given=Hans": true,
		"family=Berg, given=Hans and Ada Ferrum": true,
		"given=Hans and Ada Ferrum":              false,
		"Ada Ferrum and Bo Stahl":                false,
		"{E=mc} Group and Ada Ferrum":            false,
		"":                                       false,
	} {
		if HasNamedParts(list) != want {
			t.Errorf("%q has named parts: %t", list, !want)
		}
	}
}
