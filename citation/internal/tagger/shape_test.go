package tagger

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/lexicon"
)

// TestVerbShapes holds that every short verb is counted, however its letters after the
// first are written: no shape keeps one from being looked up.
func TestVerbShapes(t *testing.T) {
	for list, words := range lexicon.WordLists {
		for _, word := range words {
			if list&verbs == 0 || len(word) > longestVerb || strings.ContainsAny(word, " -'") {
				continue
			}
			for _, written := range []string{word, word[:1] + strings.ToUpper(word[1:])} {
				if s := shapeOf("Carts " + written + " wheels"); s.verbs != 1 {
					t.Errorf("%q is not counted as a verb", written)
				}
			}
		}
	}
}
