package compare

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/internal/fold"
)

// Closeness is how near two titles are.
type Closeness int

const (
	OtherTitle Closeness = iota
	NearTitle            // a few words differ
	TypoTitle            // a few letters differ
	PartTitle            // one lacks the other's sub-title, or what is before it, or its end
	SameTitle
)

// Titles shorter than these are common to many works, or too short for a
// likeness to mean anything.
const (
	distinctWords   = 4
	distinctLetters = 25
	MaxTitleWords   = 60
)

// Titles tells how near two titles are. It does not matter which of them
// is which.
func Titles(a, b *fold.Title) Closeness {
	switch {
	case a.Full == "" || b.Full == "":
		return OtherTitle
	case a.Full == b.Full:
		return SameTitle
	case IsNotice(a) != IsNotice(b):
		return OtherTitle
	case isPartOf(a, b) || isPartOf(b, a):
		return PartTitle
	case isAnotherPart(a, b) || isAnotherPart(b, a):
		return OtherTitle
	case a.Generic || b.Generic || len(a.Words) > MaxTitleWords || len(b.Words) > MaxTitleWords:
		return OtherTitle
	}
	return compareWords(a.Words, b.Words)
}

// HaveCommonWord reports whether two titles share a word of four letters or more, as
// those of a work and of the preprint that had another title do.
func HaveCommonWord(a, b *fold.Title) bool {
	return slices.ContainsFunc(a.Words, func(word string) bool { return len(word) >= 4 && slices.Contains(b.Words, word) })
}

// isPartOf reports whether a is b without its sub-title, without what is before
// the sub-title, or cut short.
func isPartOf(a, b *fold.Title) bool {
	if a.Truncated && len(a.Words) >= distinctWords && strings.HasPrefix(b.Full, a.Full) {
		return true
	}
	if b.Sub == "" || a.Generic {
		return false
	}
	return a.Full == b.Main && !b.Part || a.Full == b.Sub && len(a.Words) >= distinctWords
}

// isAnotherPart reports whether b is a part of a, or a reply to it.
func isAnotherPart(a, b *fold.Title) bool { return b.Part && a.Full == b.Main }

// IsDistinct reports whether hardly two works have the title by chance.
func IsDistinct(t *fold.Title) bool {
	return !t.Generic && (len(t.Words) >= distinctWords || len(t.Full) >= distinctLetters)
}

// The costs of what tells two titles apart.
const (
	typoCost   = 1
	wordCost   = 10
	numberCost = 1000 // "v2" and "v3", "Part 1" and "Part 2" are different works
	mostTypos  = 2 * typoCost
	mostWords  = 6
)

// compareWords judges titles that differ in words, of which a third may differ.
func compareWords(a, b []string) Closeness {
	longer := max(len(a), len(b))
	allowed := min(max(longer/3, 1), mostWords)
	if longer-commonWords(a, b) > allowed+mostTypos {
		return OtherTitle
	}
	switch cost := wordsCost(a, b); {
	case cost <= mostTypos:
		return TypoTitle
	case longer >= distinctWords && cost <= allowed*wordCost:
		return NearTitle
	}
	return OtherTitle
}

// commonWords counts the words that both lists have; of one that a list repeats,
// as often as the other has it.
func commonWords(a, b []string) int {
	common := 0
	for i, word := range a {
		if occurrences(b, word) > occurrences(a[:i], word) {
			common++
		}
	}
	return common
}

func occurrences(words []string, word string) int {
	n := 0
	for _, w := range words {
		if w == word {
			n++
		}
	}
	return n
}

// wordsCost is the least cost of making one title of the other by adding, taking
// out and replacing words: the edit distance of Levenshtein.
func wordsCost(a, b []string) int {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	var memory [MaxTitleWords + 1]int
	row := memory[:len(b)+1] // costs of making b[:j] of the words of a so far
	for j, word := range b {
		row[j+1] = row[j] + lossCost(word)
	}
	for _, word := range a {
		diagonal, loss := row[0], lossCost(word)
		row[0] += loss
		for j, other := range b {
			cost := min(diagonal+replaceCost(word, other), row[j+1]+loss, row[j]+lossCost(other))
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}

// lossCost is the cost of a word that only one of the titles has.
func lossCost(word string) int {
	if isNumber(word) {
		return numberCost
	}
	return wordCost
}

func replaceCost(a, b string) int {
	switch {
	case a == b:
		return 0
	case isNumber(a) || isNumber(b):
		return numberCost
	case isTypo(a, b):
		return typoCost
	}
	return wordCost
}

// isNumber reports whether a word of a title is a number or has one, as in "v2".
func isNumber(word string) bool {
	switch word {
	case "ii", "iii", "iv", "vi", "vii", "viii", "ix":
		return true
	}
	return strings.ContainsAny(word, "0123456789")
}

// isTypo reports whether two words differ in so few letters for their length that
// one is likely a misspelling or another spelling of the other.
func isTypo(a, b string) bool {
	switch shorter := min(len(a), len(b)); {
	case shorter < 4:
		return false
	case shorter < 8:
		return editDistance(a, b, 1) <= 1
	}
	return editDistance(a, b, 2) <= 2
}

// longestWord is more bytes than a word has that is compared letter by letter.
const longestWord = 32

// editDistance counts the letters that are added, left out, replaced or swapped
// with their neighbour between two words; more than the limit counts as one more
// than it.
func editDistance(a, b string, limit int) int {
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if max(len(a), len(b))-min(len(a), len(b)) > limit || max(len(a), len(b)) > longestWord {
		return limit + 1
	}
	var rows [3][longestWord + 1]int
	before, last, row := rows[0][:], rows[1][:], rows[2][:]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			change := 1
			if a[i] == b[j] {
				change = 0
			}
			row[j+1] = min(last[j]+change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit+1)
}
