package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/internal/text"
)

// titleIntroducers are the lists of which every sentence with a title has a word,
// unless the words right before the title, or a locator after it, show that it is
// one.
const titleIntroducers = lexicon.CueWords | lexicon.TitleWords | lexicon.AuthoringVerbs | lexicon.MakingVerbs | lexicon.ThesisVerbs | lexicon.ContainerNouns | lexicon.WorkNouns | lexicon.TitleCues | lexicon.ForewordNouns | lexicon.OfTitles | lexicon.ReportingVerbs | lexicon.ArtNouns | lexicon.CastWords | lexicon.TakingPart

// introducesTitle reports whether one of the words that introduce titles is in the text,
// as far as ASCII letters tell: two others have a lower case in ASCII.
func introducesTitle(content string) bool {
	for i := 0; i < len(content); i++ {
		if !text.IsLetter(content[i]) {
			continue
		}
		end := text.LettersEnd(content, i+1)
		if titleShapes.MayHave(content[i:end]) {
			if _, lists := lexicon.LookUp(content[i:end]); lists.Has(titleIntroducers) {
				return true
			}
		}
		i = end
	}
	return strings.Contains(content, "\u0130") || strings.Contains(content, "\u212a")
}

// titleShapes has the words that introduce titles, so that few others are looked up.
var titleShapes = text.ShapesOfWords(func(yield func(string) bool) {
	for list, words := range lexicon.WordLists {
		for _, word := range words {
			if titleIntroducers.Has(list) && !yield(word) {
				return
			}
		}
	}
})

// titleMayOpen reports whether the quotation at i may be a title by what is right
// before it: nothing, a full stop or a date, "in", "the", "is", a possessive or
// parentheses.
func titleMayOpen(content string, i int) bool {
	end := i
	for end > 0 && !text.IsLetter(content[end-1]) {
		end--
		if content[end] == ')' || content[end] == ']' {
			return true
		}
	}
	start := end
	for start > 0 && text.IsLetter(content[start-1]) {
		start--
	}
	before, lists := lexicon.LookUp(content[start:end])
	if begins := start == end || strings.Contains(content[end:i], "."); begins || before == "is" || before == "was" {
		return strings.ContainsAny(content, "([") // "'T' (2019)"
	}
	return before == "in" || before == "of" || before == "the" || before == "s" || before == "and" || before == "also" || readingVerbs.hasWord(before) || lists.Has(lexicon.MonthWords|lexicon.Seasons)
}

// afterComma is what follows the mark at i, which may close a title, if a
// comma is there: a journal with its locators may follow.
func afterComma(text string, i int) (rest string, ok bool) {
	_, size := utf8.DecodeRuneInString(text[i:])
	rest = strings.TrimLeftFunc(text[i+size:], unicode.IsSpace)
	return rest, strings.HasPrefix(rest, ",") || strings.HasPrefix(rest, "(") || i > 0 && text[i-1] == ','
}
