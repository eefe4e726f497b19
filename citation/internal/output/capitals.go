package output

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
)

// protectCapitals writes a title with braces around the words whose capitals a
// style would fold: those with a capital after their first letter (acronyms,
// inner capitals), single capitals other than "A", and, where the title is in
// sentence case, every capitalised word that does not open the title or a
// subtitle. In a title in capitals throughout, nothing is protected.
func protectCapitals(title string, encoding latex.Encoding) string {
	const usualWords = 24
	words := appendTitleWords(make([]titleWord, 0, usualWords), title)
	words = wordsInBraces(title, words)
	if len(words) == 0 {
		return latex.Encode(title, encoding)
	}
	var b strings.Builder
	end := 0
	for _, w := range words {
		b.WriteString(latex.Encode(title[end:w.start], encoding))
		b.WriteString("{" + latex.Encode(title[w.start:w.end], encoding) + "}")
		end = w.end
	}
	b.WriteString(latex.Encode(title[end:], encoding))
	return b.String()
}

// titleWord is a run of letters, digits and apostrophes in a title.
type titleWord struct {
	start, end int
	opens      bool // the title or a subtitle
}

func appendTitleWords(words []titleWord, title string) []titleWord {
	start, opens := -1, true
	for i, r := range title {
		inside := unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) ||
			start >= 0 && (r == '\'' || r == '’')
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			words = append(words, titleWord{start, i, opens})
			start, opens = -1, false
		}
		if !inside && opensSubtitle(r) {
			opens = true
		}
	}
	if start >= 0 {
		words = append(words, titleWord{start, len(title), opens})
	}
	return words
}

func opensSubtitle(mark rune) bool {
	switch mark {
	case ':', '?', '!', '.', '–', '—':
		return true
	}
	return false
}

// wordsInBraces keeps, in place, the words that need braces.
func wordsInBraces(title string, words []titleWord) []titleWord {
	if !hasLowerCase(title) {
		return nil
	}
	sentenceCase := isSentenceCase(title, words)
	return slices.DeleteFunc(words, func(w titleWord) bool { return !w.needsBraces(title, sentenceCase) })
}

func hasLowerCase(s string) bool { return strings.ContainsFunc(s, unicode.IsLower) }

// isSentenceCase reports whether a good part of the longer words inside a title
// begin with a small letter. Prepositions and parts of compounds do so in any
// title.
func isSentenceCase(title string, words []titleWord) bool {
	small, all := 0, 0
	for _, w := range words {
		word := title[w.start:w.end]
		if w.opens || utf8.RuneCountInString(word) < 5 || smallInTitles[word] || text.IsHyphen(lastRune(title[:w.start])) {
			continue
		}
		all++
		if text.StartsLower(word) {
			small++
		}
	}
	return small > 0 && small*3 >= all
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// smallInTitles are the longer words that titles in capitals write small.
var smallInTitles = text.WordSet("about", "above", "across", "after", "against", "along", "amid", "among", "around", "before", "behind",
	"below", "beneath", "between", "beyond", "despite", "during", "inside", "outside", "since", "their", "through",
	"throughout", "toward", "towards", "under", "until", "using", "versus", "within", "without")

func (w titleWord) needsBraces(title string, sentenceCase bool) bool {
	word := title[w.start:w.end]
	first, size := utf8.DecodeRuneInString(word)
	if strings.ContainsFunc(word[size:], unicode.IsUpper) {
		return true
	}
	if !unicode.IsUpper(first) || w.opens {
		return false
	}
	return sentenceCase || size == len(word) && word != "A"
}
