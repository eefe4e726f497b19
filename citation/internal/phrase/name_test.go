package phrase

import (
	"testing"

	"github.com/factcite/factcite/citation/ref"
	"github.com/google/go-cmp/cmp"
)

func TestNamesInEveryStyle(t *testing.T) {
	for text, want := range map[string][]ref.Name{
		"Miller MA":                         {{Given: "MA", Family: "Miller"}},
		"Hardy, G. H.":                      {{Given: "G. H.", Family: "Hardy"}},
		"Chalmers, D.J.":                    {{Given: "D.J.", Family: "Chalmers"}},
		"G. H. Hardy":                       {{Given: "G. H.", Family: "Hardy"}},
		"C.A.P. Ruck":                       {{Given: "C.A.P.", Family: "Ruck"}},
		"Alayrac J-B":                       {{Given: "J-B", Family: "Alayrac"}},
		"Maung H H":                         {{Given: "H H", Family: "Maung"}},
		"Martinus van der Heijden":          {{Given: "Martinus", Particle: "van der", Family: "Heijden"}},
		"D. van 't Hoff":                    {{Given: "D.", Particle: "van 't", Family: "Hoff"}},
		"de Freitas Lins Neto EM":           {{Given: "EM", Particle: "de", Family: "Freitas Lins Neto"}},
		"ter Riet G":                        {{Given: "G", Particle: "ter", Family: "Riet"}},
		"Morris RC Jr":                      {{Given: "RC", Family: "Morris", Suffix: "Jr"}},
		"Winer JR":                          {{Given: "JR", Family: "Winer"}},
		"Hair, J. F. Jr.":                   {{Given: "J. F.", Family: "Hair", Suffix: "Jr."}},
		"Martin Luther King Jr.":            {{Given: "Martin Luther", Family: "King", Suffix: "Jr."}},
		"José Ortega y Gasset":              {{Given: "José", Family: "Ortega y Gasset"}},
		"M. El Fadel":                       {{Given: "M.", Family: "El Fadel"}},
		"La Barre W":                        {{Given: "W", Family: "La Barre"}},
		"Das S":                             {{Given: "S", Family: "Das"}},
		"St. John P":                        {{Given: "P", Family: "St. John"}},
		"O'Neill":                           {{Family: "O'Neill"}},
		"Nguyen Van An":                     {{Given: "Nguyen", Family: "Van An"}},
		"Gemini Team":                       {{Literal: "Gemini Team"}},
		"the World Health Organization":     {{Literal: "World Health Organization"}},
		"the Center for Financial Security": {{Literal: "Center for Financial Security"}},
		"Azer, J., Alexander, M.":           {{Given: "J.", Family: "Azer"}, {Given: "M.", Family: "Alexander"}},
		"Choi, C., P. Berry, and A. Smith":  {{Given: "C.", Family: "Choi"}, {Given: "P.", Family: "Berry"}, {Given: "A.", Family: "Smith"}},
		"Parker, van Alstyne, and Jiang":    {{Family: "Parker"}, {Particle: "van", Family: "Alstyne"}, {Family: "Jiang"}},
		"Kagan, J., & Snidman, N.":          {{Given: "J.", Family: "Kagan"}, {Given: "N.", Family: "Snidman"}},
	} {
		s := NewText(text)
		got, next, _ := s.NamesAt(0)
		if diff := cmp.Diff(want, got.Names); diff != "" {
			t.Errorf("%s (-want +got)\n%s", text, diff)
		}
		if next != len(s.Tokens) {
			t.Errorf("%s: read up to token %d of %d", text, next, len(s.Tokens))
		}
	}
}

func TestNamesWithOthers(t *testing.T) {
	for _, text := range []string{"Li et al.", "Li Z, Wu Y, et al.", "Z. Li and others", "Zhen Li and colleagues", "Zhen Li and her colleagues"} {
		if got, _, ok := NewText(text).NamesAt(0); !ok || !got.EtAl {
			t.Errorf("%s: etal is false", text)
		}
	}
}
