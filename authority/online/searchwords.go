package online

import (
	"strings"
	"unicode"

	"github.com/factcite/factcite/authority"
)

// Limits of what is searched for, so that an address stays one.
const (
	longestSearch     = 600  // bytes of all words
	longestIdentifier = 300  // bytes
	longestBatch      = 2000 // bytes of the identifiers that one address asks for
	fewWords          = 4    // a shorter title is shared by many works
)

// searchWords returns the words of a text. No character is left in them that the
// search of an API takes for an operator.
func searchWords(text string) []string {
	var words []string
	length := 0
	for word := range strings.FieldsFuncSeq(text, isNoneOfAWord) {
		if length += len(word) + 1; length > longestSearch {
			break
		}
		if word = strings.Trim(word, "'’"); word != "" {
			words = append(words, word)
		}
	}
	return words
}

func isNoneOfAWord(r rune) bool {
	return r == unicode.ReplacementChar || r != '\'' && r != '’' && !unicode.In(r, unicode.L, unicode.M, unicode.N)
}

// searchedAuthor returns a word of the first author's name for a title that is
// shared by many works, else "": what is stated of the authors may be wrong.
func searchedAuthor(q *authority.Query) string {
	if len(q.Authors) == 0 || len(searchWords(q.Title)) >= fewWords {
		return ""
	}
	words := searchWords(q.Authors[0].Family)
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}
