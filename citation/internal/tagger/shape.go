package tagger

import (
	"math/bits"
	"strings"
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
	weightOfAll      = -19
	weightOfCapital  = 23 // of the share of words with a capital
	weightOfDigits   = 17 // of the share of numbers
	weightOfMark     = 6  // of marks to a word
	weightOfInitial  = -6 // of the share of single capitals, which are counted as capitals as well
	weightOfVerb     = -6 // of each verb
	weightOfOpener   = -6
	weightOfTail     = -4
	weightOfName     = 8 // if it begins with a family name and initials
	weightOfDoubling = 3 // of the number of words
)

// MayBeListed reports whether a text has the shape of a line of a reference list. It
// denies few lines and spares most sentences the look of the model.
func MayBeListed(content string) bool {
	s := shapeOf(content)
	return s.score() > 0
}

// textShape counts what a text is weighed by.
type textShape struct {
	words, capitals, initials, digits, marks, verbs int
	opener                                          bool // it begins with a word that seldom begins a name
	tail                                            bool // it ends in a word in lower case
	name                                            bool // it begins with a name: "Lund, Ann", "Lund AB"
}

func shapeOf(content string) (s textShape) {
	for i := 0; i < len(content); {
		switch c := content[i]; {
		case text.IsLetter(c) || c >= utf8.RuneSelf:
			i = s.addWord(content, i)
		case text.IsDigit(c):
			for i < len(content) && text.IsDigit(content[i]) {
				i++
			}
			s.digits++
			s.tail = false
		default:
			if strings.IndexByte(".,;:()/&\"", c) >= 0 {
				s.marks++
			}
			i++
		}
	}
	return s
}

// addWord counts the word at i and returns where it ends.
func (s *textShape) addWord(content string, i int) (end int) {
	r, size := utf8.DecodeRuneInString(content[i:])
	end = i + size
	if !unicode.IsLetter(r) {
		return end
	}
	for end < len(content) && (text.IsLetter(content[end]) || content[end] >= utf8.RuneSelf) {
		end++
	}
	s.words++
	s.tail = unicode.IsLower(r)
	switch {
	case s.tail:
	case end == i+1:
		s.initials++
		fallthrough
	default:
		s.capitals++
	}
	word := content[i:end]
	if s.words == 2 && s.capitals == 2 && s.digits == 0 {
		s.name = content[i-2] == ',' || len(word) <= longestInitials && word == strings.ToUpper(word)
	}
	switch {
	case s.words == 1:
		_, lists := lexicon.LookUp(word)
		s.opener = lists.Has(lexicon.FunctionWords)
	case s.tail && len(word) <= longestVerb && verbShapes.MayHave(word):
		if _, lists := lexicon.LookUp(word); lists.Has(verbs) {
			s.verbs++
		}
	}
	return end
}

// longestInitials is how many bytes the initials of a name may have.
const longestInitials = 4

// verbs are the lists whose words are counted.
const verbs = lexicon.NeutralAuxiliaries | lexicon.SayingVerbs | lexicon.AuthoringVerbs | lexicon.SpeechVerbs

// verbShapes has the words of verbs, so that few others are looked up.
var verbShapes = text.ShapesOfWords(func(yield func(string) bool) {
	for list, words := range lexicon.WordLists {
		for _, word := range words {
			if list&verbs != 0 && !yield(word) {
				return
			}
		}
	}
})

// longestVerb is the length of the longest word that is looked up.
const longestVerb = 9

// mostDoublings is from how many words on, as a power of two, a text gets no likelier.
const mostDoublings = 8

// score is positive for what may be a line of a list.
func (s *textShape) score() int {
	n := s.words + s.digits + 1
	score := n*(weightOfAll+weightOfDoubling*min(bits.Len(uint(n)), mostDoublings)+weightOfVerb*min(s.verbs, 4)) +
		weightOfCapital*s.capitals + weightOfDigits*s.digits + weightOfMark*s.marks + weightOfInitial*s.initials
	if s.tail {
		score += n * weightOfTail
	}
	if s.name {
		score += n * weightOfName
	}
	if s.opener {
		score += n * weightOfOpener
	}
	return score
}
