package compare_test

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/authority/internal/worktest"
	"github.com/factcite/factcite/citation"
)

func TestNamesFit(t *testing.T) {
	tests := []struct {
		why, a, b string
		want      bool
	}{
		{"equal", "Ada|Lind", "Ada|Lind", true},
		{"family name alone", "Lind", "Ada|Lind", true},
		{"initial", "A.|Lind", "Ada|Lind", true},
		{"another initial", "B.|Lind", "Ada|Lind", false},
		{"initials", "A. M.|Lind", "Ada Maria|Lind", true},
		{"glued initials", "AM|Lind", "Ada Maria|Lind", true},
		{"glued initials against separate ones", "JQ|Ko", "J. Q.|Ko", true},
		{"other glued initials", "BM|Lind", "Ada Maria|Lind", false},
		{"four glued initials", "JQRS|Ko", "John Quincy Ralph Stan|Ko", true},
		{"five capitals are no initials", "JQRST|Ko", "John Quincy Ralph Stan Tom|Ko", false},
		{"nothing but initials of a name", "A|B", "Ann|Bo", false},
		{"the family name as an initial of a given one", "Ann|B", "Ann B.|Lee", false},
		{"an initial before the name that it is not of", "A. Anton|Lind", "Agnes Anton|Lind", true},
		{"middle name left out", "Ada|Lind", "Ada Maria|Lind", true},
		{"known by the middle name", "Maria|Lind", "Ada Maria|Lind", true},
		{"middle initial against name", "Ada M.|Lind", "Ada Maria|Lind", true},
		{"other middle initial", "Ada K.|Lind", "Ada Maria|Lind", false},
		{"hyphen", "Jean-Luc|Roy", "Jean Luc|Roy", true},
		{"hyphenated initials", "J.-L.|Roy", "Jean-Luc|Roy", true},
		{"two syllables in one", "Xiao Ming|Ko", "Xiaoming|Ko", true},
		{"two short syllables in one", "Yu Xi|Ko", "Yuxi|Ko", true},
		{"the first of two short syllables", "Yu|Ko", "Yuxi|Ko", false},
		{"a syllable and an initial", "Yu X.|Ko", "Yuxi|Ko", true},
		{"initials of syllables", "X. M.|Ko", "Xiaoming|Ko", true},
		{"accents", `Jos{\'e}|N{\'u}{\~n}ez`, "Jose|Nunez", true},
		{"umlaut spelled out", "Eva|Mueller", "Eva|Müller", true},
		{"particle", "Anna|van der|Berg", "Anna|Berg", true},
		{"particle in the family name", "Anna|van der|Berg", "Anna|Van der Berg", true},
		{"particle in the family name and a short form", "Bill|van der|Berg", "William|Van der Berg", true},
		{"double family name", "Rosa|García Soto", "Rosa|García", true},
		{"read as a given name", "Rosa García|Soto", "Rosa|García Soto", true},
		{"hyphenated family name", "Rosa|Garcia-Soto", "Rosa|Garcia Soto", true},
		{"family name first", "Ko|Min", "Min|Ko", true},
		{"dblp's number", "Min|Ko 0012", "Min|Ko", true},
		{"a year is no number alone", "Min|2001", "Min|Ko", false},
		{"character reference", "Lia|d&apos;Elia", "Lia|D'Elia", true},
		{"transliterations", "Sergey|Petrov", "Sergei|Petrov", true},
		{"Cyrillic", "Сергей|Петров", "Sergei|Petrov", true},
		{"short form", "Bill|Lind", "William|Lind", true},
		{"two short forms", "Bob|Lind", "Rob|Lind", true},
		{"cut short", "Alex|Lind", "Alexander|Lind", true},
		{"typo in the family name", "Ada|Lindqvist", "Ada|Lindkvist", true},
		{"another family name", "Ada|Lind", "Ada|Berg", false},
		{"short family names differ by a letter", "Ada|Lin", "Ada|Lim", false},
		{"another given name", "Ada|Lind", "Olga|Lind", false},
		{"another given name with the same initial", "Ada|Lind", "Agnes|Lind", false},
		{"short given names differ by a letter", "Wei|Ko", "Wen|Ko", false},
		{"body", "{Cart Safety Board}", "{The Cart Safety Board}", false},
		{"same body", "{Cart Safety Board}", "{cart safety board}", true},
	}
	for _, test := range tests {
		a, b := worktest.Names(test.a), worktest.Names(test.b)
		if got := fits(a, b); got != test.want {
			t.Errorf("%s: %q fits %q: %t", test.why, test.a, test.b, got)
		}
		if got := fits(b, a); got != test.want {
			t.Errorf("%s: %q fits %q: %t", test.why, test.b, test.a, got)
		}
	}
}

// fits reports whether lists of one name each may name one person.
func fits(a, b []citation.Name) bool {
	return compare.Authors(compare.FoldAuthors(a, true), compare.FoldAuthors(b, true)).Shared == 1
}

func TestAuthors(t *testing.T) {
	const known = "Ada|Lind; Bo|Berg; Cleo|Dahl; Dan|Ek"
	tests := []struct {
		why, stated, known string
		partial            bool // the stated list may leave authors out
		truncated          bool // the known list does
		want               compare.Agreement
	}{
		{"all", "Ada|Lind; Bo|Berg; Cleo|Dahl; Dan|Ek", known, false, false, compare.Agrees},
		{"another order", "Bo|Berg; Ada|Lind; Dan|Ek; Cleo|Dahl", known, false, false, compare.Agrees},
		{"initials", "A|Lind; B|Berg; C|Dahl; D|Ek", known, false, false, compare.Agrees},
		{"one missing in a whole list", "Ada|Lind; Bo|Berg; Dan|Ek", known, false, false, compare.Differs},
		{"one missing in prose", "Ada|Lind; Bo|Berg; Dan|Ek", known, true, false, compare.Agrees},
		{"first author et al.", "Lind", known, true, false, compare.Agrees},
		{"one too many", "Ada|Lind; Bo|Berg; Cleo|Dahl; Dan|Ek; Eve|Falk", known, false, false, compare.Differs},
		{"one too many in prose", "Ada|Lind; Eve|Falk", known, true, false, compare.Differs},
		{"wrong first name", "Ada|Lind; Bo|Berg; Olga|Dahl; Dan|Ek", known, false, false, compare.Differs},
		{"others altogether", "Eve|Falk; Finn|Gran", known, false, false, compare.Differs},
		{"the record leaves authors out", "Ada|Lind; Bo|Berg; Eve|Falk", "Ada|Lind; Bo|Berg", false, true, compare.Agrees},
		{"the record leaves authors out, but none is there", "Eve|Falk", "Ada|Lind; Bo|Berg", false, true, compare.Differs},
		{"none stated", "", known, false, false, compare.Incomparable},
		{"none known", "Ada|Lind", "", false, false, compare.Incomparable},
		{"consortium in one list", "Ada|Lind; Bo|Berg; {Cart Group}", "Ada|Lind; Bo|Berg", false, false, compare.Agrees},
		{"consortium in the other", "Ada|Lind; Bo|Berg", "Ada|Lind; Bo|Berg; {Cart Group}", false, false, compare.Agrees},
		{"a collective for all", "{Cart Group}", known, false, false, compare.Incomparable},
		{"a collective for the rest", "Ada|Lind; {Cart Group}", known, false, false, compare.Agrees},
		{"members of a collective", known, "Ada|Lind; {Cart Group}", false, false, compare.Agrees},
		{"another script", "王|小明", "Xiaoming|Wang", false, false, compare.Incomparable},
		{"one of two in another script", "Ada|Lind; 王|小明", "Ada|Lind; Xiaoming|Wang", false, false, compare.Agrees},
		{"damaged", "Ada|Lind; Jos\uFFFD|N\uFFFD\uFFFDez", "Ada|Lind; José|Núñez", false, false, compare.Agrees},
		{"namesakes", "Wei|Ko; Wen|Ko", "Wen|Ko 0002; Wei|Ko 0011", false, false, compare.Agrees},
		{"two namesakes for one", "W.|Ko; W.|Ko", "Wei|Ko; Bo|Berg", false, false, compare.Differs},
	}
	for _, test := range tests {
		stated := compare.FoldAuthors(worktest.Names(test.stated), !test.partial)
		known := compare.FoldAuthors(worktest.Names(test.known), !test.truncated)
		if got := compare.Authors(stated, known).Agreement; got != test.want {
			t.Errorf("%s: %d, want %d", test.why, got, test.want)
		}
	}
}

// TestNamesOfBodies holds that a single word may be the name of a body, which no list of people
// contradicts, if it is known as one, or written as they are.
func TestNamesOfBodies(t *testing.T) {
	people := compare.FoldAuthors(worktest.Names("Ada|Lind; Bo|Berg"), true)
	for name := range strings.FieldsSeq(`google microsoft meta facebook apple amazon nvidia intel anthropic mistral cohere baidu tencent alibaba huawei bytedance deepseek deepmind
		openai samsung adobe salesforce yandex naver unesco unicef eurostat cern nasa inria qwen eleutherai databricks bloomberg spotify netflix
		team collaboration consortium group project network committee initiative organization organisation association society institute foundation investigators agency laboratory commission
		FELT FeltMind`) {
		for _, stated := range []citation.Name{{Family: name}, {Given: strings.ToUpper(name[:1]) + name[1:]}} {
			if got := compare.Authors(compare.FoldAuthors([]citation.Name{stated}, true), people).Agreement; got != compare.Incomparable {
				t.Errorf("%+v is compared with people: %d", stated, got)
			}
		}
	}
	for _, stated := range []citation.Name{{Family: "Felt"}, {Family: "LeFelt"}, {Family: "McFelt"}, {Family: "Felt-Rims"}, {Family: "O'Felt"}, {Family: "F"}, {Family: "Google", Given: "Ada"}, {Family: "Google", Suffix: "Jr."}, {Family: "Google", Particle: "van"}, {Family: "Felt Rims"}} {
		if got := compare.Authors(compare.FoldAuthors([]citation.Name{stated}, true), people).Agreement; got != compare.Differs {
			t.Errorf("%+v is not compared with people: %d", stated, got)
		}
	}
	if got := compare.Authors(compare.FoldAuthors([]citation.Name{{Given: "Felt Lamp", Family: "Collaboration"}}, true), people).Agreement; got != compare.Incomparable {
		t.Errorf("a collaboration is compared with people: %d", got)
	}
}

// TestOverlap holds what is said of two lists besides whether they agree.
func TestOverlap(t *testing.T) {
	for _, test := range []struct {
		stated, known       string
		shared              int
		most, nearly, moved bool
		extra, missing      int
	}{
		{"Ada|Lind; Bo|Berg", "Ada|Lind; Bo|Berg", 2, true, true, false, 0, 0},
		{"Bo|Berg; Ada|Lind", "Ada|Lind; Bo|Berg", 2, true, true, true, 0, 0},
		{"Ada|Lind", "Ada|Lind; Bo|Berg", 1, true, true, false, 0, 1},
		{"Ada|Lind", "Ada|Lind; Bo|Berg; Cleo|Dahl", 1, true, false, false, 0, 2},
		{"Ada|Lind; Bo|Berg; Cleo|Dahl; Dan|Ek; Eve|Falk; Finn|Gran", "Ada|Lind; Bo|Berg; Cleo|Dahl; Dan|Ek; Eve|Falk; Finn|Gran; Gus|Holm; Hal|Ibsen", 6, true, true, false, 0, 2},
		{"Ada|Lind; Olga|Falk", "Ada|Lind; Bo|Berg", 1, true, false, false, 1, 1},
		{"Ada|Lind; Olga|Falk; Pia|Gran", "Ada|Lind; Bo|Berg; Cleo|Dahl", 1, false, false, false, 2, 2},
		{"Olga|Falk", "Ada|Lind", 0, false, false, false, 1, 1},
		{"{Cart Group}", "{Cart Group}", 1, true, false, false, 0, 0},
	} {
		got := compare.Authors(compare.FoldAuthors(worktest.Names(test.stated), true), compare.FoldAuthors(worktest.Names(test.known), true))
		if got.Shared != test.shared || got.Most != test.most || got.Nearly != test.nearly || got.Moved != test.moved || len(got.Extra) != test.extra || len(got.Missing) != test.missing {
			t.Errorf("%s against %s: %+v", test.stated, test.known, got)
		}
	}
}

func FuzzNamesFit(f *testing.F) {
	f.Add("Ada", "Lind", "A.", "Lind")
	f.Add("JQ", "van Ko 0001", "J.-Q.", "Ko")
	f.Add("王", "小明", "", "\xff?")
	f.Fuzz(func(t *testing.T, given, family, otherGiven, otherFamily string) {
		a, b := []citation.Name{{Given: given, Family: family}}, []citation.Name{{Given: otherGiven, Family: otherFamily}}
		if fits(a, b) != fits(b, a) {
			t.Errorf("%q %q fits %q %q one way only", given, family, otherGiven, otherFamily)
		}
		if !fits(a, a) {
			t.Errorf("%q %q does not fit itself", given, family)
		}
	})
}
