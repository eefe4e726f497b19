package text

import (
	"strings"
	"unicode/utf8"
)

// HasFoldedPrefix reports whether text begins with prefix in any case.
func HasFoldedPrefix(text, prefix string) bool {
	return len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix)
}

// TrimPrefixFold returns text without a prefix in any case and the white space around what is
// left, or text itself if it does not begin so.
func TrimPrefixFold(text, prefix string) string {
	if HasFoldedPrefix(text, prefix) {
		return strings.TrimSpace(text[len(prefix):])
	}
	return text
}

// IsLetter reports whether c is an ASCII letter.
func IsLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// IsASCIIAlphanumeric reports whether c is an ASCII letter or digit.
func IsASCIIAlphanumeric(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

// LettersEnd is where the run of ASCII letters that i is in ends.
func LettersEnd(text string, i int) int {
	for i < len(text) && IsLetter(text[i]) {
		i++
	}
	return i
}

// HasCapital reports whether text has an ASCII capital or any character outside ASCII.
func HasCapital(text string) bool {
	for i := range len(text) {
		if 'A' <= text[i] && text[i] <= 'Z' || text[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// IsASCII reports whether s is ASCII.
func IsASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// HasDigit reports whether text has an ASCII digit.
func HasDigit(text string) bool {
	for i := range len(text) {
		if IsDigit(text[i]) {
			return true
		}
	}
	return false
}

// IsDigits reports whether s is one or more ASCII digits.
func IsDigits(s string) bool {
	for i := range len(s) {
		if !IsDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// LowerASCII folds the case of ASCII letters, which are the only ones that
// BibTeX folds in names and keys.
func LowerASCII(s string) string {
	for i := range len(s) {
		if 'A' <= s[i] && s[i] <= 'Z' {
			return string(AppendLowerASCII(make([]byte, 0, len(s)), s))
		}
	}
	return s
}

// AppendLowerASCII appends s as [LowerASCII] returns it.
func AppendLowerASCII(lower []byte, s string) []byte {
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		lower = append(lower, c)
	}
	return lower
}

// IsDigit reports whether b is an ASCII digit.
func IsDigit(b byte) bool { return '0' <= b && b <= '9' }
