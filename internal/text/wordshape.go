package text

import (
	"iter"
)

// wordShapes has, for each first and each last letter, a bit for each length of
// some words. Bytes that agree in their low five bits, and lengths from 31 on, are
// taken for the same, so that a word may have the shape of one without being one.
type wordShapes [32][32]uint32

// ShapesOfWords returns the shapes of words, none of which may be empty.
func ShapesOfWords(words iter.Seq[string]) *wordShapes {
	shapes := new(wordShapes)
	for word := range words {
		shapes[word[0]&31][word[len(word)-1]&31] |= 1 << min(len(word), 31)
	}
	return shapes
}

// MayHave reports whether the word has the shape of one of the words.
func (s *wordShapes) MayHave(word string) bool {
	return word != "" && s[word[0]&31][word[len(word)-1]&31]>>min(len(word), 31)&1 != 0
}
