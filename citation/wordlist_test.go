package citation

import (
	"strings"
	"testing"
)

// TestWordLists holds that no list is without words, and no word is written so
// that no token can be it.
func TestWordLists(t *testing.T) {
	var used wordList
	for word, lists := range lexicon {
		used |= lists
		if word != strings.ToLower(word) || strings.Contains(word, " ") {
			t.Errorf("%q is no word in lower case", word)
		}
	}
	for list := plainNouns; list <= locatorLabels; list <<= 1 {
		if !used.has(list) {
			t.Errorf("list %b has no words", list)
		}
	}
}
