package validate

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// quoted is a value as a message shows it: in quotes, control characters
// escaped.
func quoted(s string) string { return strconv.Quote(s) }

// shorten returns s in one line of at most n code points, with an ellipsis where
// it was cut.
func shorten(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
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
