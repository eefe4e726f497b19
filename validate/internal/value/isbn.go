package value

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/factcite/factcite/internal/text"
)

// inBrackets matches a note on a number.
var inBrackets = regexp.MustCompile(`\([^()]*\)`)

// StatedISBNs returns the numbers that a value states, which commas, semicolons, slashes,
// blanks, words as "and" or notes as "(print)" part.
func StatedISBNs(value string) []string {
	var numbers []string
	for part := range strings.FieldsFuncSeq(value, func(r rune) bool { return r == ',' || r == ';' || r == '/' }) {
		if part = strings.TrimSpace(inBrackets.ReplaceAllString(part, " ")); part == "" {
			continue
		}
		if IsISBN(part) {
			numbers = append(numbers, part)
			continue
		}
		numbers = append(numbers, parted(part)...)
	}
	return numbers
}

// parted parts numbers that blanks are between and within. What is left over is one.
func parted(value string) []string {
	var numbers []string
	number := ""
	for word := range strings.FieldsSeq(value) {
		if !strings.ContainsFunc(word, unicode.IsDigit) && !strings.EqualFold(word, "x") {
			continue
		}
		if number != "" {
			word = number + " " + word
		}
		if number = word; IsISBN(number) || IsISSN(number) {
			numbers = append(numbers, number)
			number = ""
		}
	}
	switch {
	case number == "":
	case len(numbers) == 0:
		return []string{value}
	case strings.ContainsFunc(number, unicode.IsDigit):
		numbers = append(numbers, number)
	}
	return numbers
}

// IsISBN reports whether the check digit of ISO 2108 is right.
func IsISBN(s string) bool {
	digits := make([]int, 0, 13)
	for _, r := range s {
		switch {
		case '0' <= r && r <= '9':
			digits = append(digits, int(r-'0'))
		case (r == 'X' || r == 'x') && len(digits) == 9:
			digits = append(digits, 10)
		case r == '-' || r == ' ' || r == '‐' || r == '‑' || r == '–':
		default:
			return false
		}
	}
	sum := 0
	switch len(digits) {
	case 10:
		for i, d := range digits {
			sum += d * (10 - i)
		}
		return sum%11 == 0
	case 13:
		for i, d := range digits {
			sum += d * (1 + 2*(i%2))
		}
		return sum%10 == 0 && !slices.Contains(digits, 10)
	}
	return false
}

// IsISSN reports whether the check digit of ISO 3297 is right.
func IsISSN(s string) bool {
	s = strings.ReplaceAll(s, "-", "")
	if len(s) != 8 || !text.IsDigits(s[:7]) {
		return false
	}
	sum := 0
	for i := range 7 {
		sum += int(s[i]-'0') * (8 - i)
	}
	return "0123456789X"[(11-sum%11)%11] == strings.ToUpper(s)[7]
}
