package lexicon

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/ref"
)

// Every month is known by its name and by its first three letters.
func TestMonths(t *testing.T) {
	for i, name := range strings.Fields("january february march april may june july august september october november december") {
		for _, word := range []string{name, name[:3]} {
			if got := Months[word]; got != i+1 || !ListsOf(word).Has(MonthWords) {
				t.Errorf("%q is month %d, on lists %b", word, got, ListsOf(word))
			}
		}
	}
	if Months["sept"] != 9 || Months["sol"] != 0 {
		t.Errorf("sept is month %d, sol month %d", Months["sept"], Months["sol"])
	}
}

// The lists that hold others hold all their words.
func TestListsOfLists(t *testing.T) {
	for _, list := range []WordList{PlainNouns, ArticleNouns, BookNouns, PartNouns, ThesisNouns, ReportNouns} {
		if !WorkNouns.Has(list) || !Cues.Has(list) {
			t.Errorf("nouns of works lack list %b", list)
		}
	}
	for _, list := range []WordList{CueWords, IdentifierLabels, LocatorLabels, PreprintWords, AuthoringVerbs, MakingVerbs, ThesisVerbs, ContainerNouns, MonthWords, Seasons} {
		if !Cues.Has(list) || WorkNouns.Has(list) {
			t.Errorf("list %b is not a cue's alone", list)
		}
	}
	if PlainNouns.Has(ArticleNouns) {
		t.Error("one list has another's words")
	}
}

// A word is looked up in any case, and has its lists whatever its length and script.
func TestLookUp(t *testing.T) {
	long := strings.Repeat("Long", 10)
	for word, want := range map[string]string{"May": "may", "may": "may", "MAY": "may", "Xylophone": "xylophone", "xylophone": "xylophone", "Étude": "étude", long: strings.ToLower(long), "": ""} {
		lower, lists := LookUp(word)
		if lower != want || lists != ListsOf(want) {
			t.Errorf("%q is %q on lists %b, want %q on %b", word, lower, lists, want, ListsOf(want))
		}
	}
}

// Months are known in the languages of lists, and other words are none.
func TestMonthOfAnyLanguage(t *testing.T) {
	for month, names := range []string{
		"", "january jan januar jänner janvier enero gennaio janeiro", "february februar febrero", "march märz mars marzo março", "april avril abril aprile",
		"may mai mayo", "june juni juin junio giugno", "july juli juillet julio", "august août agosto", "september sept septembre settembre",
		"october oktober okt octubre", "november novembre noviembre", "december dezember dez décembre dicembre",
	} {
		for name := range strings.FieldsSeq(names) {
			if got := MonthOfAnyLanguage(name); got != month {
				t.Errorf("%q is month %d, want %d", name, got, month)
			}
		}
	}
	for _, word := range []string{"", "cart", "januar feber", "ma"} {
		if got := MonthOfAnyLanguage(word); got != 0 {
			t.Errorf("%q is month %d", word, got)
		}
	}
}

// A noun for a work tells its type, and other words none.
func TestNounType(t *testing.T) {
	for noun, want := range map[string]ref.EntryType{
		"paper": ref.Misc, "lecture": ref.Misc, "article": ref.Article, "book": ref.Book, "chapter": ref.InCollection, "thesis": ref.PhDThesis, "report": ref.TechReport, "cart": "", "": "",
	} {
		if got := NounType(noun); got != want {
			t.Errorf("%q is %q, want %q", noun, got, want)
		}
	}
}
