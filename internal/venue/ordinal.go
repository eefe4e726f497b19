package venue

import (
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// Ordinals are the ordinal words up to twenty, and the tens.
var Ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
	"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
	"seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}

var tens = map[string]int{
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// Ordinal reads an ordinal in lower case: "13th", "thirteenth", "thirty-sixth".
// It returns 0 for other words.
func Ordinal(word string) int {
	if !endsAsOrdinal(word) {
		return 0
	}
	if n := Ordinals[word]; n > 0 {
		return n
	}
	if ten, unit, ok := strings.Cut(word, "-"); ok && tens[ten] > 0 && Ordinals[unit] > 0 && Ordinals[unit] < 10 {
		return tens[ten] + Ordinals[unit]
	}
	n := 0
	for i := range len(word) {
		if text.IsDigit(word[i]) && i < 4 {
			n = 10*n + int(word[i]-'0')
			continue
		}
		switch word[i:] {
		case "st", "nd", "rd", "th":
			return n
		}
		return 0
	}
	return 0
}

// endsAsOrdinal reports whether a word ends as all ordinals do, in words and in
// digits, and few other words.
func endsAsOrdinal(word string) bool {
	switch word[max(0, len(word)-2):] {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// tenOf reads one of the tens, all of which end in "ty". It returns 0 for other
// words.
func tenOf(word string) int {
	if !strings.HasSuffix(word, "ty") {
		return 0
	}
	return tens[word]
}
