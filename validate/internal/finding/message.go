package finding

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Quoted is a value as a message shows it: in quotes, control characters
// escaped.
func Quoted(s string) string { return strconv.Quote(s) }

// Shorten returns s in one line of at most n code points, with an ellipsis where
// it was cut.
func Shorten(s string, n int) string {
	s = inOneLine(s)
	if len(s) <= n {
		return s
	}
	count := 0
	for i := range s {
		if count == n-1 && utf8.RuneCountInString(s[i:]) > 1 {
			return s[:i] + "…"
		}
		count++
	}
	return s
}

// inOneLine returns s with one blank where it has white space, and none at its ends.
func inOneLine(s string) string {
	for i, r := range s {
		if unicode.IsSpace(r) && (r != ' ' || i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}
