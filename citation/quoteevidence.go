package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// titleIntroducers are the lists of which every sentence with a title has a word,
// unless the words right before the title, or a locator after it, show that it is
// one.
const titleIntroducers = cueWords | titleWords | authoringVerbs | makingVerbs | thesisVerbs | containerNouns | workNouns | titleCues | forewordNouns | ofTitles | reportingVerbs

// introducesTitle reports whether one of the words that introduce titles is in the text,
// as far as ASCII letters tell: two others have a lower case in ASCII.
func introducesTitle(text string) bool {
	for i := 0; i < len(text); i++ {
		if !isASCIILetter(text[i]) {
			continue
		}
		end := lettersEnd(text, i+1)
		if titleShapes.mayHave(text[i:end]) {
			if _, lists := lookUp(text[i:end]); lists.has(titleIntroducers) {
				return true
			}
		}
		i = end
	}
	return strings.Contains(text, "\u0130") || strings.Contains(text, "\u212a")
}

// titleShapes has the words that introduce titles, so that few others are looked up.
var titleShapes = shapesOfWords(func(yield func(string) bool) {
	for list, words := range wordLists {
		for _, word := range words {
			if titleIntroducers.has(list) && !yield(word) {
				return
			}
		}
	}
})

// titleMayOpen reports whether the quotation at i may be a title by what is right
// before it: nothing or a date, "in", "the", a possessive or parentheses.
func titleMayOpen(text string, i int) bool {
	end := i
	for end > 0 && !isASCIILetter(text[end-1]) {
		end--
		if text[end] == ')' || text[end] == ']' {
			return true
		}
	}
	start := end
	for start > 0 && isASCIILetter(text[start-1]) {
		start--
	}
	if start == end {
		return strings.ContainsAny(text, "([") // "'T' (2019)"
	}
	before, lists := lookUp(text[start:end])
	return before == "in" || before == "the" || before == "s" || lists.has(monthWords|seasons)
}

// afterComma is what follows the mark at i, which may close a title, if a
// comma is there: a journal with its locators may follow.
func afterComma(text string, i int) (rest string, ok bool) {
	_, size := utf8.DecodeRuneInString(text[i:])
	rest = strings.TrimLeftFunc(text[i+size:], unicode.IsSpace)
	return rest, strings.HasPrefix(rest, ",") || i > 0 && text[i-1] == ','
}
