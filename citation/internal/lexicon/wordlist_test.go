package lexicon

import (
	"strings"
	"testing"
)

// TestWordLists holds that no list is without words, and no word is written so
// that no token can be it.
func TestWordLists(t *testing.T) {
	var used WordList
	for _, group := range lexemes {
		for _, l := range group {
			used |= l.lists
			if l.word != strings.ToLower(l.word) || strings.Contains(l.word, " ") {
				t.Errorf("%q is no word in lower case", l.word)
			}
		}
	}
	for list := PlainNouns; list != 0 && list <= SeriesWords; list <<= 1 {
		if !used.Has(list) {
			t.Errorf("list %b has no words", list)
		}
	}
}

func TestListsOf(t *testing.T) {
	for list, words := range WordLists {
		for _, word := range words {
			if !ListsOf(word).Has(list) {
				t.Errorf("%q is not on list %b", word, list)
			}
		}
	}
	for word, want := range map[string]WordList{
		"august": MonthWords, "page": NotWorkNouns | LocatorLabels,
		"": 0, "é": 0, "xylophone": 0, strings.Repeat("a", 40): 0,
	} {
		if got := ListsOf(word); got != want {
			t.Errorf("listsOf(%q) = %b, want %b", word, got, want)
		}
	}
}
