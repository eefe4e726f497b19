package text

import (
	"strings"
	"unicode/utf8"
)

func HasFoldedPrefix(text, prefix string) bool {
	return len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix)
}

func TrimPrefixFold(text, prefix string) string {
	if HasFoldedPrefix(text, prefix) {
		return strings.TrimSpace(text[len(prefix):])
	}
	return text
}

func IsLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

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

func HasCapital(text string) bool {
	for i := range len(text) {
		if 'A' <= text[i] && text[i] <= 'Z' || text[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

func IsASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func HasDigit(text string) bool {
	for i := range len(text) {
		if IsDigit(text[i]) {
			return true
		}
	}
	return false
}

func IsDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

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

// AppendLowerASCII is lowerASCII behind other text.
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

func IsDigit(b byte) bool { return '0' <= b && b <= '9' }
