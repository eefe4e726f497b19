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
		{"Lund + Roe", "Lund; Roe"},
		{"Lund, Roe & Falk", "Lund; Roe; Falk"},
		{"Lund, Roe, van der Berg and Falk", "Lund; Roe; van der Berg; Falk"},
		{"Lund, Ana & Falk, Bo", "Ana Lund; Bo Falk"},
		{"Lund, Ana & Bo Falk", "Ana Lund; Bo Falk"},
		{"胡幸陽", "胡幸陽"},
		{"Department of Quiet Roads", "Department of Quiet Roads"},
		{"———", "———"},
		{"Lund, A., Roe, B., and others", "A. Lund; B. Roe"},
		{"Lund A, Roe B, u. a.", "A Lund; B Roe"},
		{"Лунд А. И., Рой Б. В. и др.", "А. И. Лунд; Б. В. Рой"},
		{"Lund, A. y otros", "A. Lund"},
		{"Lund, A. e outros", "A. Lund"},
		{"Lund A, et coll.", "A Lund"},
		{"胡幸陽等", "胡幸陽等"},
		{"胡幸陽, 等", "胡幸陽"},
		{"Rauma AL", "AL Rauma"},
		{"Rauma, al.", "Rauma"},
		{"Lund Snr, A.", "A. Lund Snr"},
		{"Lund, A., Snr", "A. Lund Snr"},
		{"Lund, A., III, Roe, B., Jnr", "A. Lund III; B. Roe Jnr"},
		{"Lund, IV, A., & Roe, B.", "A. Lund IV; B. Roe"},
		{"A. Lund, Jr. and B. Roe", "A. Lund Jr.; B. Roe"},
		{"Lund, Ana; Roe, Bo; Falk, Carla", "Ana Lund; Bo Roe; Carla Falk"},
		{"Lund, A./Roe, B./Falk, C.", "A. Lund; B. Roe; C. Falk"},
		{"Lund / Roe", "Lund; Roe"},
		{"Lund, A. – Roe, B.-C. – Falk, D. E.", "A. Lund; B.-C. Roe; D. E. Falk"},
		{"A. Lund — B. Roe (eds.)", "A. Lund; B. Roe"},
		{"Lund-Roe, A.", "A. Lund-Roe"},
		{"A. Lund – van der Roe, B.", "A. Lund; B. van der Roe"},
		{"Ana Lund - received", "Ana Lund - received"},
		{"Lund A · Roe B", "A Lund; B Roe"},
		{"卡尔·胡幸陽", "卡尔·胡幸陽"},
		{"van der Berg, A., de Roe, B.", "A. van der Berg; B. de Roe"},
		{"van der Berg, Ana", "Ana van der Berg"},
		{"Berg, Ana van der", "Ana van der Berg"},
		{"Ana Maria van der Berg", "Ana Maria van der Berg"},
		{"J.-P. Roe, A.-B. C. Lund", "J.-P. Roe; A.-B. C. Lund"},
		{"Roe J-P, Lund A", "J-P Roe; A Lund"},
		{"ROE, Bo; LUND, Ana Maria", "Bo ROE; Ana Maria LUND"},
		{"LUND Ana Maria, ROEG Bo", "Ana Maria LUND; Bo ROEG"},
		{"Lund, Ana, Roe, Bo", "Ana Lund; Bo Roe"},
		{"Lund, Ana, Roe, Bo, Falk, Carla", "Ana Lund; Bo Roe; Carla Falk"},
		{"Ana Lund, Bo Roe, Carla Falk", "Ana Lund; Bo Roe; Carla Falk"},
		{"Lund, Ana, Jr., Roe, Bo", "Ana Lund Jr.; Bo Roe"},
		{"Lund, A. & the Cart Study Group", "A. Lund; Cart Study Group"},
		{"Institute of Rims and Carts", "Institute of Rims and Carts"},
		{"Lund A, Institute of Rims", "A Lund; Institute of Rims"},
		{"One Two Three Four Five Six", "One Two Three Four Five Six"},
		{"Chr. Lund, Th. Roe", "Chr. Lund; Th. Roe"},
		{"Lund, Ana og Bo Roe", "Ana Lund; Bo Roe"},
		{"Lund A och Roe B", "A Lund; B Roe"},
		{"A. Lund en B. Roe", "A. Lund; B. Roe"},
		{"A. Lund with B. Roe", "A. Lund; B. Roe"},
		{"Lund, A. e Roe, B.", "A. Lund; B. Roe"},
		{"Лунд А. И. и Рой Б. В.", "А. И. Лунд; Б. В. Рой"},
		{"Lund, A. * and Roe, B. †", "A. Lund; B. Roe"},
		{"<b>Lund, A.</b>, Roe, B.", "A. Lund; B. Roe"},
		{"1 Lund, A.", "A. Lund"},
		{"Ana Lund and Bo Roe’s", "Ana Lund; Bo Roe"},
		{"Quoting Ana Lund's", "Ana Lund"},
		{"Lloyd's", "Lloyd's"},
		{"_____", "_____"},
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

// TestWordsAroundNames holds which words before and after a list are no names.
func TestWordsAroundNames(t *testing.T) {
	for _, before := range []string{
		"in", "by", "edited by", "eds", "hrsg", "hg", "herausgegeben von", "dans", "sous", "par", "под ред", "ed", "ed.", "Ed. by", "dir.", "Red.", "éd.", "hrsg. von", "edited with", "sous la direction de",
		"Ders.,", "Dies.:", "Derselbe,", "Dieselbe,", "Dieselben,", "Idem,", "Eadem,",
	} {
		checkNames(t, before+" Lund, A., Roe, B.", "A. Lund; B. Roe")
	}
	for _, after := range []string{
		"ed", "ed.", "eds.", "(eds)", ", editor", ", editors", "(Hrsg.)", "(Hg.)", "(Hgg.)", "(org.)", "(orgs.)", "(coord.)", "(coords.)", "(dir.)", ", Herausgeber", ", comp.", ", comps.", "(éd.)", "(éds.)", ", trans.",
	} {
		checkNames(t, "Lund, A., Roe, B. "+after, "A. Lund; B. Roe")
	}
	checkNames(t, "J. In, A. By", "J. In; A. By")
}

func checkNames(t *testing.T, text, want string) {
	t.Helper()
	l := NewLine(text)
	defer l.Release()
	if list, _ := l.readNames(0, len(l.Tokens)); spoken(list.Names) != want {
		t.Errorf("%q: names %q, want %q", text, spoken(list.Names), want)
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
