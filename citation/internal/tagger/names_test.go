package tagger

import (
	"strings"
	"testing"
)

// TestReadNames holds how lists of names are cut, names as they are spoken.
func TestReadNames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Lund, A., Roe, B., & Falk, C.", "A. Lund; B. Roe; C. Falk"},
		{"Lund A, Roe B, Falk C, et al.", "A Lund; B Roe; C Falk"},
		{"Lund et al., QUIETX", "Lund"},
		{"Lund, A., Roe, B. et al. Felt", "A. Lund; B. Roe"},
		{"A. Lund, B. C. Roe and C. van der Falk", "A. Lund; B. C. Roe; C. van der Falk"},
		{"Lund, Ana", "Ana Lund"},
		{"Lund, Ana, Bo Roe, and Carla Falk", "Ana Lund; Bo Roe; Carla Falk"},
		{"Lund, Ana/Roe, Bo", "Ana Lund; Bo Roe"},
		{"Lund, A.; Roe, B.", "A. Lund; B. Roe"},
		{"LUNDQVIST Ana, FALK J.", "Ana LUNDQVIST; J FALK"},
		{"Lund, Ana und Roe, Bo", "Ana Lund; Bo Roe"},
		{"King, M. L., Jr., & Roe, B.", "M. L. King Jr.; B. Roe"},
		{"(A. Lund and B. Roe, eds.)", "A. Lund; B. Roe"},
		{"ed. Ana Lund", "Ana Lund"},
		{"Лунд А. И., Рой Б. В.", "А. И. Лунд; Б. В. Рой"},
		{"김철수, 이영희.", "김철수; 이영희"},
		{"Brennan LM, van 't Hoff J.", "LM Brennan; J van 't Hoff"},
		{"Lund ET, Roe A, Falk AL.", "ET Lund; A Roe; AL Falk"},
		{"Lund, A., K. A. With, and B. Roe", "A. Lund; K. A. With; B. Roe"},
		{"Dupond J. ET Lund A.", "J Dupond; A Lund"},
		{"DOE, Jane", "Jane DOE"},
		{"Lund, Roe & Falk", "Lund; Roe; Falk"},
		{"Lund, Roe, van der Berg and Falk", "Lund; Roe; van der Berg; Falk"},
		{"Lund, Ana & Falk, Bo", "Ana Lund; Bo Falk"},
		{"Lund, Ana & Bo Falk", "Ana Lund; Bo Falk"},
		{"胡幸陽", "胡幸陽"},
		{"Department of Quiet Roads", "Department of Quiet Roads"},
		{"———", "———"},
		{"et al.", ""},
		{",.;", ""},
		{"", ""},
	} {
		l := NewLine(c.text)
		list, sp := l.readNames(0, len(l.Tokens))
		if got := spoken(list.Names); got != c.want {
			t.Errorf("%q: names %q, want %q", c.text, got, c.want)
		}
		for _, n := range list.Names {
			for _, part := range n.Parts() {
				if *part != "" && !strings.Contains(c.text[sp[0]:sp[1]], *part) {
					t.Errorf("%q: %q is not in the span %q", c.text, *part, c.text[sp[0]:sp[1]])
				}
			}
		}
		l.Release()
	}
}

// TestNamesEndAtEtAl holds where a list is that "et al." ends: its full stop is in it.
func TestNamesEndAtEtAl(t *testing.T) {
	for text, want := range map[string]string{
		"Lund et al.":          "Lund et al.",
		"Lund et al., QUIETX":  "Lund et al.",
		"Lund A, et al QUIETX": "Lund A, et al",
	} {
		l := NewLine(text)
		list, sp := l.readNames(0, len(l.Tokens))
		if got := text[sp[0]:sp[1]]; got != want || !list.EtAl || len(list.Names) != 1 {
			t.Errorf("%q: %q, %+v", text, got, list)
		}
		l.Release()
	}
}

func TestMayBeListed(t *testing.T) {
	for _, text := range listed {
		if !MayBeListed(text) {
			t.Errorf("%q has not the shape of a reference", text)
		}
	}
	for _, text := range []string{
		"", "Felt rims halve the noise of carts.",
		"The study found that carts with felt rims are quieter than others, and that horses prefer them on stone floors.",
	} {
		if MayBeListed(text) {
			t.Errorf("%q has the shape of a reference", text)
		}
	}
}
