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

// TestShapeOf holds what of a text is counted, and the weight that it has by that, which was
// learned: only what is positive may be a line of a list.
func TestShapeOf(t *testing.T) {
	for _, test := range []struct {
		text  string
		shape textShape
		score int
	}{
		{"", textShape{}, -16},
		{"Lund AB. Felt rims. Road Sci 2012;3:1-9.", textShape{words: 6, capitals: 5, digits: 4, marks: 5, name: true}, 224},
		{"Lund, A. Felt rims.", textShape{words: 4, capitals: 3, initials: 1, marks: 3, tail: true, name: true}, 51},
		{"The felt is quiet and was said to be.", textShape{words: 9, capitals: 1, marks: 1, verbs: 3, opener: true, tail: true}, -321},
		{"He wrote that felt is quiet in 2012.", textShape{words: 7, capitals: 1, digits: 1, marks: 1, verbs: 2, opener: true}, -179},
		{"Lund Abcde Felt", textShape{words: 3, capitals: 3}, 29},
		{"LUND ABCDE felt", textShape{words: 3, capitals: 2, tail: true}, -10},
		{"Éva Ö felt", textShape{words: 3, capitals: 2, tail: true, name: true}, 22},
		{"12 felt, 13 (rims) & \"oak\"/a:b;c", textShape{words: 6, digits: 2, marks: 9, tail: true}, -11},
		{"was were said", textShape{words: 3, verbs: 2, opener: true, tail: true}, -128},
	} {
		got := shapeOf(test.text)
		if got != test.shape || got.score() != test.score {
			t.Errorf("%q has %+v and weighs %d, want %+v and %d", test.text, got, got.score(), test.shape, test.score)
		}
		if MayBeListed(test.text) != (test.score > 0) {
			t.Errorf("%q may be listed: %t", test.text, test.score <= 0)
		}
	}
	many := shapeOf(strings.Repeat("was ", 9) + strings.Repeat("Felt ", 991))
	if got, want := many.score(), 1001*(-19+3*8-6*4-6)+23*991; got != want {
		t.Errorf("a text of 1000 words with 8 verbs weighs %d, want %d: no more than 4 verbs count, and its words as 128 do", got, want)
	}
}
