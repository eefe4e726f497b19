package venue

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/factcite/factcite/internal/fold"
)

//go:embed titlewords.tsv
var titleWordTable string

// titleWords abbreviate the words of titles, after ISO 4.
type titleWords struct {
	whole  map[string]string // by the word
	begins map[string]string // by what the word begins with
	abbr   map[string]bool   // the abbreviations
}

// shortestBeginning is how short the beginnings of the table are.
const shortestBeginning = 4

var titleWordsOnce = sync.OnceValue(func() titleWords {
	w := titleWords{map[string]string{}, map[string]string{}, map[string]bool{}}
	for line := range strings.Lines(titleWordTable) {
		abbreviation, words, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || line[0] == '#' {
			continue
		}
		w.abbr[abbreviation] = true
		for word := range strings.FieldsSeq(words) {
			if beginning, isBeginning := strings.CutSuffix(word, "-"); isBeginning {
				w.begins[beginning] = abbreviation
			} else {
				w.whole[word] = abbreviation
			}
		}
	}
	return w
})

// AbbreviateWord returns the abbreviation that ISO 4 has for a word of a title, in
// small letters without its full stop, or the word where it has none. A word that is
// such an abbreviation stays as it is.
func AbbreviateWord(word string) string {
	words := titleWordsOnce()
	if words.abbr[word] {
		return word
	}
	if abbreviation := words.whole[word]; abbreviation != "" {
		return abbreviation
	}
	for end := len(word); end >= shortestBeginning; end-- {
		if abbreviation := words.begins[word[:end]]; abbreviation != "" {
			return abbreviation
		}
	}
	return word
}

// IsJournalTitle reports whether a name is a journal's title written in full: it has a
// word for journals, and neither an abbreviation nor an acronym.
func IsJournalTitle(name string) bool { return isInFull(name, journalWords) }

// IsMeetingName reports whether a name is a meeting's written in full.
func IsMeetingName(name string) bool { return isInFull(name, fullMeetingWords) }

var (
	journalWords     = wordSet("journal annals transactions bulletin quarterly magazine archives")
	fullMeetingWords = wordSet("conference symposium congress colloquium")
)

func isInFull(name string, kind map[string]bool) bool {
	words := fold.Words(name)
	if strings.Contains(name, ".") || !slices.ContainsFunc(words, func(w string) bool { return kind[w] }) {
		return false
	}
	known := titleWordsOnce()
	for _, word := range fold.Words(withoutPrefixes(name)) {
		if len(word) == 1 && word != "a" || known.abbr[word] && known.whole[word] != word {
			return false
		}
	}
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) // "Meta-Learning" is no acronym
	return !slices.ContainsFunc(parts, isAcronym)
}

// withoutPrefixes takes out what is before a hyphen within a word, which is whole though
// it may look like an abbreviation: "Bio-Inspired".
func withoutPrefixes(name string) string {
	words := strings.Fields(name)
	for i, word := range words {
		words[i] = word[strings.LastIndexByte(word, '-')+1:]
	}
	return strings.Join(words, " ")
}

// Abbreviates reports whether each word of one list abbreviates that of the other at
// its place. Both are as [TitleWords] returns them: two abbreviations of ISO 4 that
// differ are of two words.
func Abbreviates(short, long []string) bool {
	if len(short) < 2 || len(short) != len(long) {
		return false
	}
	known := titleWordsOnce().abbr
	for i := range short {
		if short[i] != long[i] && (known[short[i]] && known[long[i]] || !isAbbreviation(short[i], long[i])) {
			return false
		}
	}
	return true
}

// isAbbreviation reports whether a word is another one cut short or without some of
// its letters: "natl" for "national".
func isAbbreviation(short, long string) bool {
	if strings.HasPrefix(long, short) {
		return true
	}
	if short == "" || short[0] != long[0] || len(short) < 3 {
		return false
	}
	for i := range len(short) {
		at := strings.IndexByte(long, short[i])
		if at < 0 {
			return false
		}
		long = long[at+1:]
	}
	return true
}
