package citation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/ref"
)

// hasUncased reports whether letters are in a text of a language that has no capitals, such as
// Chinese, Japanese, Korean and Arabic.
func hasUncased(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x590 && unicode.Is(unicode.Lo, r) })
}

// isUncasedProse reports whether what is read of words in a language that has no capitals is read
// of a sentence: between its commas are parts as between those of a line of a list, but it ends
// with a predicate, or what would be people are more words than names have.
func isUncasedProse(line string, r *Reference) bool {
	if !hasUncased(r.Container+r.Title+ref.SpokenNames(r.Authors)) || isIdentified(r) {
		return false
	}
	if endsInPredicate(line) {
		return true
	}
	if strings.ContainsAny(line, "《『") {
		return false
	}
	located := r.Volume != "" || r.Pages != "" || r.EID != ""
	if r.Year == "" && (!located || r.Confidence < opening) && !hasTypeMark(line) {
		return true
	}
	if r.Confidence >= fairly {
		return false
	}
	for i := range r.Authors {
		name := r.Authors[i].String()
		isMixed := hasUncased(name) && strings.ContainsFunc(name, isASCIILetter)
		if isMixed || !located && !isIssued(r) && utf8.RuneCountInString(name) > longestUncasedName {
			return true
		}
	}
	return !located && !isIssued(r) && len(r.Authors) == 0
}

// longestUncasedName is how many characters a person or a body has at most that is the author of
// what nothing says where it came out.
const longestUncasedName = 6

// endsInPredicate reports whether a line ends as sentences do: in Japanese with a syllable of
// hiragana, in Korean with the ending of a verb, in Chinese with a full stop after what is neither
// a number nor counted, and no house.
func endsInPredicate(line string) bool {
	said := strings.TrimRight(line, ".。!！?？ ")
	last, _ := utf8.DecodeLastRuneInString(said)
	switch {
	case unicode.Is(unicode.Hiragana, last), strings.ContainsRune("다요까오", last):
		return true
	case unicode.Is(unicode.Han, last):
		return strings.HasPrefix(line[len(said):], "。") && !strings.ContainsRune("年月日页頁期卷号號辑輯社馆館局版院会會所", last)
	}
	return false
}

// countsDate reports whether a text begins with the word after the number of a year, a month or
// a day.
func countsDate(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("年月日년월일", first)
}

// hasTypeMark reports whether a line says in brackets of what type a work is, as Chinese lists
// do: "[J]", "［M］".
func hasTypeMark(line string) bool {
	for _, open := range [...]string{"[", "［", "〔"} {
		_, mark, _ := strings.Cut(line, open)
		if mark != "" && 'A' <= mark[0] && mark[0] <= 'Z' {
			return true
		}
	}
	return false
}

func isASCIILetter(r rune) bool { return r < unicode.MaxASCII && unicode.IsLetter(r) }
