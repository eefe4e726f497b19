package validate

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// quoted is a value as a message shows it: in quotes, control characters
// escaped. What strconv.Quote leaves as it is, as nearly all of ASCII, needs no more
// than the quotes.
func quoted(s string) string {
	for i := range len(s) {
		if c := s[i]; c < ' ' || '~' < c || c == '"' || c == '\\' {
			return strconv.Quote(s)
		}
	}
	return `"` + s + `"`
}

// shorten returns s in one line of at most n code points, with an ellipsis where
// it was cut.
func shorten(s string, n int) string {
	if !isSpacedOnce(s) {
		s = strings.Join(strings.Fields(s), " ")
	}
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

// isSpacedOnce tells whether s is ASCII whose words single spaces part, with none at
// its ends, so that taking it into words and joining them would change nothing.
func isSpacedOnce(s string) bool {
	before := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c < ' ' || '~' < c || c == ' ' && before == ' ' {
			return false
		}
		before = c
	}
	return before != ' ' || s == ""
}
