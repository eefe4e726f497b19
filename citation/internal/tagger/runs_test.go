package tagger

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/internal/phrase"
)

// TestRunsAreMended holds what is read where a label ends a word too early or too late, or
// is that of another number.
func TestRunsAreMended(t *testing.T) {
	authors, title, container, volume, pages, year := labelled{"Roe, A.", Authors}, labelled{"Felt rims,", Title}, labelled{"Stan. L. Rev.", Container}, labelled{"33", Volume}, labelled{"4-9", Pages}, labelled{"(1981).", Year}
	for _, test := range []struct {
		line                     []labelled
		people, container, pages string
	}{
		{[]labelled{authors, title, volume, container, {"881", Volume}, year}, "A. Roe", "Stan. L. Rev.", "881"},
		{[]labelled{authors, title, volume, container, {"881,", Volume}, {"890", Pages}, year}, "A. Roe", "Stan. L. Rev.", "881"},
		{[]labelled{{"Roe, A. J.", Authors}, {"Cart. Soc.", Container}, year, volume, pages}, "A. Roe", "J. Cart. Soc.", "4-9"},
		{[]labelled{{"Roe, A. J.", Authors}, {"Phys. Rev. Lett.", Container}, year, volume, pages}, "A. J. Roe", "Phys. Rev. Lett.", "4-9"},
		{[]labelled{{"Roe, J.", Authors}, {"Cart. Soc.", Container}, year, volume, pages}, "J. Roe", "Cart. Soc.", "4-9"},
		{[]labelled{authors, title, {"Road Science, vol.", Container}, volume, pages, year}, "A. Roe", "Road Science", "4-9"},
		{[]labelled{authors, title, {"Road Science Nr.", Container}, volume, pages, year}, "A. Roe", "Road Science", "4-9"},
		{[]labelled{authors, title, {"Road Science", Container}, volume, {"4-9, at 7", Pages}, year}, "A. Roe", "Road Science", "4-9"},
		{[]labelled{authors, title, {"Road Science", Container}, volume, {"4658, 41 pp.", Pages}, year}, "A. Roe", "Road Science", "4658"},
		{[]labelled{authors, {"Felt at −40 °", Title}, {"C. Road Science", Container}, volume, pages, year}, "A. Roe", "Road Science", "4-9"},
		{[]labelled{authors, title, {"in2019 IEEE Carts,", Container}, pages, year}, "A. Roe", "2019 IEEE Carts", "4-9"},
		{[]labelled{authors, title, {"in «Carts»,", Container}, pages, year}, "A. Roe", "Carts", "4-9"},
		{[]labelled{authors, title, {"dalam: Carts,", Container}, {"hal. 4-9", Pages}, year}, "A. Roe", "Carts", "4-9"},
		{[]labelled{authors, title, {"les actes du colloque Carts,", Container}, pages, year}, "A. Roe", "Carts", "4-9"},
		{[]labelled{authors, title, {"les actes du colloque des carts,", Container}, pages, year}, "A. Roe", "les actes du colloque des carts", "4-9"},
		{[]labelled{authors, title, {"Anais do Proceedings of Carts,", Container}, pages, year}, "A. Roe", "Proceedings of Carts", "4-9"},
		{[]labelled{authors, title, {"Anais do Congresso,", Container}, pages, year}, "A. Roe", "Anais do Congresso", "4-9"},
		{[]labelled{authors, title, {"CART", Container}, {"’14,", Year}, pages, year}, "A. Roe", "CART ’14", "4-9"},
		{[]labelled{{"van", Authors}, {"'", Title}, {"t Hoff J.", Authors}, title, container, volume, pages, year}, "J van 't Hoff", "Stan. L. Rev.", "4-9"},
	} {
		text, labels := labelledLine(test.line)
		s := phrase.NewText(text)
		w, ok := ReadLabelled(s, labels)
		var people string
		if len(w.Authors) > 0 {
			people = w.Authors[0].String()
		}
		if !ok || people != test.people || w.Container != test.container || w.Pages != test.pages {
			t.Errorf("%s: %q, %q, %q, want %q, %q, %q", text, people, w.Container, w.Pages, test.people, test.container, test.pages)
		}
		s.Release()
	}
}

// TestYearsInTitle holds that years right after a title are some of it where nothing is that
// has pages.
func TestYearsInTitle(t *testing.T) {
	authors, title, house, year := labelled{"Roe, A.", Authors}, labelled{"Felt in Cork,", Title}, labelled{"Elbow Press,", Publisher}, labelled{"2021.", Year}
	for _, test := range []struct {
		pages []labelled
		title string
	}{
		{[]labelled{{"2015–2020.", Pages}}, "Felt in Cork, 2015–2020"},
		{[]labelled{{"15–20.", Pages}}, "Felt in Cork"},
		{[]labelled{{"J. Felt,", Container}, {"2015–2020.", Pages}}, "Felt in Cork"},
	} {
		text, labels := labelledLine(slices.Concat([]labelled{authors, title}, test.pages, []labelled{house, year}))
		s := phrase.NewText(text)
		if w, ok := ReadLabelled(s, labels); !ok || w.Title != test.title {
			t.Errorf("%s: %q, want %q", text, w.Title, test.title)
		}
		s.Release()
	}
}

// TestHouseInPlace holds that what names a publisher is one where no other is.
func TestHouseInPlace(t *testing.T) {
	text, labels := labelledLine([]labelled{{"Roe, A.", Authors}, {"Felt rims.", Title}, {"Proc. Carts,", Container}, {"edited by Eva Lund,", Editors}, {"Elbow Society,", Container}, {"1981.", Year}})
	s := phrase.NewText(text)
	if w, ok := ReadLabelled(s, labels); !ok || w.Container != "Proc. Carts" || w.Publisher != "Elbow Society" {
		t.Errorf("%s: %q, %q, want %q, %q", text, w.Container, w.Publisher, "Proc. Carts", "Elbow Society")
	}
	s.Release()
	for place, publisher := range map[string]string{"Cork UP,": "Cork UP", "Elbow Press,": "Elbow Press", "Leeds,": ""} {
		text, labels := labelledLine([]labelled{{"Roe, A.", Authors}, {"Felt rims.", Title}, {place, Place}, {"1981.", Year}})
		s := phrase.NewText(text)
		if w, ok := ReadLabelled(s, labels); !ok || w.Publisher != publisher {
			t.Errorf("%s: %q, want %q", text, w.Publisher, publisher)
		}
		s.Release()
	}
}

// labelled are words of a line with their label.
type labelled struct {
	text  string
	label Label
}

// labelledLine joins pieces of a line, a blank before each but after an apostrophe or a degree
// sign and before a full stop.
func labelledLine(pieces []labelled) (text string, labels []Label) {
	var ends []int
	for i, p := range pieces {
		if i > 0 && pieces[i-1].text != "'" && p.text[0] != '.' && !strings.HasSuffix(pieces[i-1].text, "°") {
			text += " "
		}
		text += p.text
		ends = append(ends, len(text))
	}
	l := NewLine(text)
	defer l.Release()
	at := 0
	for _, token := range l.Tokens {
		for token.Start >= ends[at] {
			at++
		}
		labels = append(labels, pieces[at].label)
	}
	return text, labels
}

// TestNamesInsideParts holds what is read where people of a title or of a book are taken for
// its authors, and its words for people.
func TestNamesInsideParts(t *testing.T) {
	authors, year := labelled{"Roe, A.", Authors}, labelled{"1981.", Year}
	for _, test := range []struct {
		line                               []labelled
		authors, title, container, editors string
	}{
		{[]labelled{authors, {"Felt Rims (", Container}, {"Leeds:", Place}, {"Elbow Press,", Publisher}, {"1961),", Year}, {"12.", Pages}}, "A. Roe", "Felt Rims", "", ""},
		{[]labelled{{"A. Roe (eds),", EditorsFront}, {"Felt Rims,", Container}, {"vol. 12", Volume}, {"(Leeds:", Place}, {"Elbow Press,", Publisher}, {"1961).", Year}}, "", "Felt Rims", "", "A. Roe"},
		{[]labelled{{"Roe,", Authors}, {"A., US Patent 5,123,456,", Container}, year}, "A. Roe", "", "", ""},
		{[]labelled{authors, {"Felt brakes.", Title}, {"US Patent 5,123,456,", Container}, year}, "A. Roe", "Felt brakes", "", ""},
		{[]labelled{{"Roe A, Lund P. Milestones.", Authors}, {"Road Sci", Container}, {"12", Volume}, year}, "A Roe; P Lund", "Milestones", "Road Sci", ""},
		{[]labelled{{"A. Roe, P. Lund,", Authors}, {"Road Sci", Container}, {"12", Volume}, year}, "A. Roe; P. Lund", "", "Road Sci", ""},
		{[]labelled{authors, {"in Felt Rims (", Container}, {"Leeds:", Place}, {"Elbow Press,", Publisher}, {"1961),", Year}, {"12.", Pages}}, "A. Roe", "", "Felt Rims", ""},
		{[]labelled{authors, {"Felt manual, version 3", Title}, {".1, Leeds", Place}, year}, "A. Roe", "Felt manual, version 3.1", "", ""},
		{[]labelled{authors, {"Quiet fluids.", Title}, {"Oil, Water,", Authors}, {"Sand in painting,", Title}, {"Leeds", Place}, {"Elbow Press", Publisher}, year}, "A. Roe", "Quiet fluids. Oil, Water, Sand in painting", "", ""},
		{[]labelled{authors, {"On a theorem of", Title}, {"M. Falk,", Authors}, {"Road Science", Container}, {"3", Volume}, year}, "A. Roe", "On a theorem of M. Falk", "Road Science", ""},
		{[]labelled{{"On felt rims.", Title}, {"M. Falk,", Authors}, {"Road Science", Container}, {"3", Volume}, year}, "M. Falk", "On felt rims", "Road Science", ""},
		{[]labelled{authors, {"‘Felt’,", Title}, {"in Quiet Fluids: Oil,", Container}, {"Sand, ed. Ana Lund", Editors}, year}, "A. Roe", "Felt", "Quiet Fluids: Oil, Sand", "Ana Lund"},
		{[]labelled{authors, {"Quiet Fluids:", Title}, {"Oil and Sand (tr. Ana Lund),", Editors}, {"Elbow Press", Publisher}, year}, "A. Roe", "Quiet Fluids: Oil and Sand", "", ""},
		{[]labelled{authors, {"‘Felt’,", Title}, {"in Ana Lund, ed.,", Editors}, {"Carts in the North,", Title}, {"Leeds", Place}, year}, "A. Roe", "Felt", "Carts in the North", "Ana Lund"},
		{[]labelled{authors, {"‘Felt’,", Title}, {"in A.", Editors}, {"Lund,", Authors}, {"Carts in the North,", Title}, {"Leeds", Place}, year}, "A. Roe", "Felt", "Carts in the North", "A. Lund"},
		{[]labelled{authors, {"‘Felt’,", Title}, {"in Carts during the last 3", Container}, {"kyr Eds A Lund and B Moe", Editors}, year}, "A. Roe", "Felt", "Carts during the last 3 kyr", "A Lund; B Moe"},
		{[]labelled{authors, {"Felt.", Title}, {"In Carts in the North. A. Lund, B. Moe (eds.).", Editors}, year}, "A. Roe", "Felt", "Carts in the North", "A. Lund; B. Moe"},
		{[]labelled{{"Roe A, Lund B,", Authors}, {"Moe C (Eds):", EditorsFront}, {"Carts in the North.", Title}, {"Elbow Press", Publisher}, year}, "", "Carts in the North", "", "A Roe; B Lund; C Moe"},
		{[]labelled{{"Roe AH, Lund F. Nose,", Authors}, {"Eyes and Ears.", Title}, {"Road Sci", Container}, year}, "AH Roe; F Lund", "Nose, Eyes and Ears", "Road Sci", ""},
		{[]labelled{{"Roe AH, Lund F. Nose,", Authors}, {"Eyes and Ears", Container}, year}, "AH Roe; F Lund", "Nose", "Eyes and Ears", ""},
		{[]labelled{{"Roe A.H., Lund F. Nose,", Authors}, {"Eyes and Ears.", Title}, {"Road Sci", Container}, year}, "A.H. Roe; Lund F. Nose", "Eyes and Ears", "Road Sci", ""},
		{[]labelled{{"M.", Authors}, {"Roe et al.", Title}, {"Road Sci", Container}, {"12", Volume}, year}, "M. Roe", "", "Road Sci", ""},
		{[]labelled{{"Roe, M. O.", Authors}, {"et al.", Title}, {"Road Sci", Container}, {"12", Volume}, year}, "M. O. Roe", "", "Road Sci", ""},
		{[]labelled{{"A. Roe and B.", Authors}, {"Lund.", Title}, {"Road Sci", Container}, {"12", Volume}, year}, "A. Roe; B. Lund", "", "Road Sci", ""},
		{[]labelled{{"A. Roe and B. Lund,", Authors}, {"Felt.", Title}, {"Road Sci", Container}, {"12", Volume}, year}, "A. Roe; B. Lund", "Felt", "Road Sci", ""},
		{[]labelled{authors, {"Felt rims. Open Cart.", Title}, {"Sci. J.", Container}, {"12", Volume}, year}, "A. Roe", "Felt rims", "Open Cart. Sci. J.", ""},
		{[]labelled{authors, {"Felt in Cork, Ireland.", Title}, {"Cart. Sci. J.", Container}, {"12", Volume}, year}, "A. Roe", "Felt in Cork, Ireland", "Cart. Sci. J.", ""},
		{[]labelled{{"Roe, A.,", Authors}, {"editor 1997", YearFront}, {"Carts in the North.", Title}, {"Elbow Press", Publisher}}, "", "Carts in the North", "", "A. Roe"},
		{[]labelled{authors, {"Semi-Supervised Felt for Wheels and Hubs", Container}, year, {"pp. 1–5.", Pages}}, "A. Roe", "Semi-Supervised Felt for Wheels and Hubs", "", ""},
		{[]labelled{authors, {"in Semi-Supervised Felt for Wheels and Hubs", Container}, year, {"pp. 1–5.", Pages}}, "A. Roe", "", "Semi-Supervised Felt for Wheels and Hubs", ""},
		{[]labelled{authors, {"in: Semi-Supervised Felt for Wheels and Hubs", Container}, year, {"pp. 1–5.", Pages}}, "A. Roe", "", "Semi-Supervised Felt for Wheels and Hubs", ""},
		{[]labelled{authors, {"in 2007 Cart Meeting,", Container}, {"Elbow Press", Publisher}, year}, "A. Roe", "", "2007 Cart Meeting", ""},
		{[]labelled{authors, {"In Quiet Fluids;", Title}, {"Elbow Press:", Publisher}, {"Leeds,", Place}, year, {"pp 3–9.", Pages}}, "A. Roe", "", "Quiet Fluids", ""},
	} {
		text, labels := labelledLine(test.line)
		s := phrase.NewText(text)
		w, ok := ReadLabelled(s, labels)
		if !ok || spoken(w.Authors) != test.authors || w.Title != test.title || w.Container != test.container || spoken(w.Editors) != test.editors {
			t.Errorf("%s: %q, %q, %q, %q, want %q, %q, %q, %q", text, spoken(w.Authors), w.Title, w.Container, spoken(w.Editors), test.authors, test.title, test.container, test.editors)
		}
		s.Release()
	}
}

// TestLabelledLines holds all that is read of a line by its labels: people, title, container,
// series, volume, issue, pages, year, month and day, house, and the day of a visit.
func TestLabelledLines(t *testing.T) {
	a, f, c, y := labelled{"Roe, A.", Authors}, labelled{"Felt rims,", Title}, labelled{"Road Science,", Container}, labelled{"1981.", Year}
	for _, test := range []struct {
		line []labelled
		want string
	}{
		{[]labelled{a, f, {"Carts, vol.", Container}, {"33", Volume}, y}, "A. Roe|Felt rims|Carts|33|1981"},
		{[]labelled{a, f, {"Road Carts no.", Container}, {"33", Volume}, y}, "A. Roe|Felt rims|Road Carts|issue 33|1981"},
		{[]labelled{a, f, {"Road Carts Heft", Container}, {"33", Volume}, y}, "A. Roe|Felt rims|Road Carts|issue 33|1981"},
		{[]labelled{a, f, {"Road Carts chapter", Container}, {"3", Volume}, y}, "A. Roe|Felt rims|Road Carts|1981"},
		{[]labelled{a, f, c, {"52", Volume}, {"/53", Issue}, y}, "A. Roe|Felt rims|Road Science|52 /53|1981"},
		{[]labelled{a, f, c, {"52", Volume}, {"/53,", Issue}, {"4-9", Pages}, y}, "A. Roe|Felt rims|Road Science|52 /53|pages 4-9|1981"},
		{[]labelled{a, f, c, {"52", Volume}, {"/54", Issue}, y}, "A. Roe|Felt rims|Road Science|52|issue 54|1981"},
		{[]labelled{a, f, {"volume 97", Volume}, {"of", Other}, {"PMLR", Publisher}, y}, "A. Roe|Felt rims|series PMLR|97|1981"},
		{[]labelled{a, f, {"volume 97", Volume}, {"in", Other}, {"PMLR", Publisher}, y}, "A. Roe|Felt rims|97|1981|PMLR"},
		{[]labelled{a, {"The Art of Wagons,", Container}, {"Vol. 1:", Volume}, {"Fundamental Wheels.", Title}, {"Elbow Press,", Publisher}, y}, "A. Roe|The Art of Wagons, Vol. 1: Fundamental Wheels|1981|Elbow Press"},
		{[]labelled{a, {"The Art of Wagons,", Title}, {"Vol. 1:", Volume}, {"Fundamental Wheels.", Title}, {"Elbow Press,", Publisher}, y}, "A. Roe|The Art of Wagons, Vol. 1: Fundamental Wheels|1981|Elbow Press"},
		{[]labelled{{"Roe, B.,", EditorsFront}, {". . .", Other}, {"Lund, A.", Authors}, f, c, y}, "B. Roe; A. Lund|Felt rims|Road Science|1981"},
		{[]labelled{{"Roe, B.,", EditorsFront}, {"Lund, A.", Authors}, f, c, y}, "B. Roe; A. Lund|Felt rims|Road Science|1981"},
		{[]labelled{{"Roe, A. J.", Authors}, {"Wheel Chem.", Container}, {"33", Volume}, y}, "A. Roe|J. Wheel Chem.|33|1981"},
		{[]labelled{{"Roe, A. J.", Authors}, {"Road Science", Container}, {"33", Volume}, y}, "A. J. Roe|Road Science|33|1981"},
		{[]labelled{a, f, c, {"1979/80.", Year}}, "A. Roe|Felt rims|Road Science|1979/80"},
		{[]labelled{a, f, c, {"1979/82.", Year}}, "A. Roe|Felt rims|Road Science|1979"},
		{[]labelled{a, f, c, {"1979/801.", Year}}, "A. Roe|Felt rims|Road Science|1979"},
		{[]labelled{a, f, c, {"May 12-14, 1981.", Year}}, "A. Roe|Felt rims|Road Science|1981|5|12-14"},
		{[]labelled{a, f, c, {"(accessed 12 May 1981)", Year}}, "A. Roe|Felt rims|Road Science|visited 12 May 1981"},
		{[]labelled{a, f, c, {"1979,", Year}, {"Accessed", Other}, {"12 May 1981.", Year}}, "A. Roe|Felt rims|Road Science|1979|visited 12 May 1981"},
		{[]labelled{a, f, c, {"33", Volume}, {"S108.", Pages}, y}, "A. Roe|Felt rims|Road Science|33|pages S108|1981"},
		{[]labelled{a, f, c, {"33", Volume}, {"ch. 3, sec. 2.", Issue}, y}, "A. Roe|Felt rims|Road Science|33|1981"},
		{[]labelled{a, f, c, {"33", Volume}, {"pp. 4–9.", Pages}, y}, "A. Roe|Felt rims|Road Science|33|pages 4–9|1981"},
		{[]labelled{a, {"2021", YearFront}, {"March 5 Felt rims.", Title}, c}, "A. Roe|Felt rims|Road Science|2021|3|5"},
		{[]labelled{a, {"2021", YearFront}, {"March 45 felt rims.", Title}, c}, "A. Roe|March 45 felt rims|Road Science|2021|3"},
		{[]labelled{a, f, c, {"Aug.", Year}, {"13:", Volume}, {"1–13.", Pages}}, "A. Roe|Felt rims|Road Science|pages 1–13"},
		{[]labelled{a, {"1981.", YearFront}, f, {"Proc. Conf. on Carts", Container}, {"1981,", Year}, {"3–9.", Pages}}, "A. Roe|Felt rims|Proc. Conf. on Carts 1981|pages 3–9|1981"},
		{[]labelled{a, f, {"Cart Conf., Cork, May 6-8,", Container}, {"1981,", Year}, {"1981.", Year}}, "A. Roe|Felt rims|Cart Conf., Cork, May 6-8, 1981|1981"},
		{[]labelled{a, f, {"Cart Conf., Cork,", Container}, {"1981,", Year}, {"1981.", Year}}, "A. Roe|Felt rims|Cart Conf., Cork|1981"},
		{[]labelled{a, {"1981.", YearFront}, f, {"Road Science", Container}, {"1981,", Volume}, {"3–9.", Pages}}, "A. Roe|Felt rims|Road Science|1981|pages 3–9|1981"},
		{[]labelled{a, f, {"In 2019 Cart Meeting on Acoustics: IEEE,", Container}, y}, "A. Roe|Felt rims|2019 Cart Meeting on Acoustics|1981|IEEE"},
		{[]labelled{a, f, c, {"xxxvii,", Other}, y}, "A. Roe|Felt rims|Road Science|xxxvii|1981"},
		{[]labelled{a, f, c, {"mixed,", Other}, y}, "A. Roe|Felt rims|Road Science|1981"},
		{[]labelled{a, f, {"Road Science In", Container}, {"press.", Year}}, "A. Roe|Felt rims|Road Science"},
		{[]labelled{a, f, {"In: Proc. Conf. on Carts. ACM,", Container}, y}, "A. Roe|Felt rims|Proc. Conf. on Carts.|1981|ACM"},
		{[]labelled{a, f, {"In: Proc Conf on Carts Palgrave Macmillan,", Container}, y}, "A. Roe|Felt rims|Proc Conf on Carts|1981|Palgrave Macmillan"},
		{[]labelled{a, f, {"Carting Letters of the ACM,", Container}, y}, "A. Roe|Felt rims|Carting Letters of the ACM|1981"},
		{[]labelled{a, f, {"Transactions on Carts IEEE/ACM,", Container}, y}, "A. Roe|Felt rims|Transactions on Carts IEEE/ACM|1981"},
		{[]labelled{{"Иванов И. И.", Authors}, f, c, y}, "И. И. Иванов|Felt rims|Road Science|1981"},
		{[]labelled{{"Ana van der Roe,", Authors}, f, c, y}, "Ana van der Roe|Felt rims|Road Science|1981"},
		{[]labelled{{"van der Roe, Ana,", Authors}, f, c, y}, "Ana van der Roe|Felt rims|Road Science|1981"},
		{[]labelled{{"A. B. Roe III and C. D. Lund Jr.,", Authors}, f, c, y}, "A. B. Roe III; C. D. Lund Jr.|Felt rims|Road Science|1981"},
		{[]labelled{{"Roe AB, Lund CD, et al.", Authors}, f, c, y}, "AB Roe; CD Lund; et al.|Felt rims|Road Science|1981"},
		{[]labelled{{"Roe, A., Felt Society and B. Lund,", Authors}, f, c, y}, "A. Roe; Felt Society; B. Lund|Felt rims|Road Science|1981"},
		{[]labelled{{"Roe A.B.; Lund C.-D.;", Authors}, f, c, y}, "A.B. Roe; C.-D. Lund|Felt rims|Road Science|1981"},
		{[]labelled{{"ROE, ANA, LUND, BO,", Authors}, f, c, y}, "ANA ROE; BO LUND|Felt rims|Road Science|1981"},
		{[]labelled{{"李雷，韩梅,", Authors}, f, c, y}, "李雷; 韩梅|Felt rims|Road Science|1981"},
	} {
		text, labels := labelledLine(test.line)
		s := phrase.NewText(text)
		w, ok := ReadLabelled(s, labels)
		people := spoken(w.Authors)
		if w.EtAl {
			people += "; et al."
		}
		got := []string{people, w.Title, w.Container}
		for _, part := range [][2]string{{"series ", w.Series}, {"", w.Volume}, {"issue ", w.Number}, {"pages ", w.Pages}, {"", w.Year}, {"", strings.Trim(strconv.Itoa(w.Month), "0")}, {"", w.Day}, {"", w.Publisher}, {"visited ", w.URLDate}} {
			if part[1] != "" {
				got = append(got, part[0]+part[1])
			}
		}
		got = slices.DeleteFunc(got, func(part string) bool { return part == "" })
		if diff := cmp.Diff(test.want, strings.Join(got, "|")); !ok || diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
		s.Release()
	}
}
