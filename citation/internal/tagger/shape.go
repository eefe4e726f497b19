package tagger

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/internal/text"
)

// What a text is weighed by before the model looks at it. Lines of reference lists have
// more capitals, digits and marks to a word than sentences, and seldom a verb; sentences
// mostly end in a word in lower case. Learned by logistic regression on the strings of
// header and sentences of our own, rounded.
const (
	weightOfAll      = -8
	weightOfCapital  = 6
	weightOfDigits   = 4
	weightOfMark     = 6
	weightOfVerb     = -2
	weightOfInitial  = 5
	weightOfDoubling = 3 // of the number of words
	weightOfTail     = -3
	weightOfOpener   = -2
)

// MayBeListed reports whether a text has the shape of a line of a reference list. It
// denies few lines and spares most sentences the look of the model.
func MayBeListed(content string) bool {
	words, capitals, initials, digits, marks, verbs := 0, 0, 0, 0, 0, 0
	opener, tail := false, false
	for i := 0; i < len(content); {
		c := content[i]
		switch {
		case text.IsLetter(c) || c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(content[i:])
			if !unicode.IsLetter(r) {
				i += size
				break
			}
			end := i + size
			for end < len(content) && (text.IsLetter(content[end]) || content[end] >= utf8.RuneSelf) {
				end++
			}
			words++
			tail = unicode.IsLower(r)
			if !tail {
				capitals++
				if end == i+1 {
					initials++
				}
			}
			if words == 1 || tail && end-i <= 5 {
				_, lists := lexicon.LookUp(content[i:end])
				opener = opener || words == 1 && lists.Has(lexicon.FunctionWords)
				if words > 1 && lists.Has(lexicon.NeutralAuxiliaries|lexicon.SayingVerbs) {
					verbs++
				}
			}
			i = end
		case text.IsDigit(c):
			digits++
			for i < len(content) && text.IsDigit(content[i]) {
				i++
			}
			tail = false
		default:
			switch c {
			case '.', ',', ';', ':', '(', ')', '/', '&', '"':
				marks++
			}
			i++
		}
	}
	n := words + digits + 1
	score := n*(weightOfAll+weightOfDoubling*bits.Len(uint(n))/2+weightOfVerb*min(verbs, 4)) +
		weightOfCapital*capitals + weightOfDigits*digits + weightOfMark*marks + weightOfInitial*initials
	if tail {
		score += n * weightOfTail
	}
	if opener {
		score += n * weightOfOpener
	}
	return score > 0
}
