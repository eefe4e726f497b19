package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Nearest returns the candidate with the fewest typing errors between it and
// word, at most one for every three characters of the shorter and none in one or two; of
// equals, the first by name.
func Nearest(word string, candidates []string) (string, bool) {
	const longest = 64
	if len(word) > longest {
		return "", false
	}
	best, found := "", false
	word = normalised(word)
	length := utf8.RuneCountInString(word)
	fewest := length/3 + 1
	for _, candidate := range slices.Sorted(slices.Values(candidates)) {
		if len(candidate) > longest {
			continue
		}
		other := normalised(candidate)
		most := min(length, utf8.RuneCountInString(other)) / 3
		if d := distance(word, other); d <= most && d < fewest {
			best, fewest, found = candidate, d, true
		}
	}
	return best, found
}

// normalised makes factType, fact-type and FACT_TYPE the same.
func normalised(word string) string {
	return strings.Map(func(r rune) rune {
		if r == '_' || r == '-' || r == ' ' {
			return -1
		}
		return unicode.ToLower(r)
	}, word)
}

// distance counts the characters to insert, delete, replace or swap with their
// neighbour.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	before, last := make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := range x {
		row := make([]int, len(y)+1)
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, last[j]+cost)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(y)]
}
