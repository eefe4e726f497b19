package lexicon

import (
	"strings"
	"testing"
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
