package text

import (
	"unicode"
	"unicode/utf8"
)

func StartsLower(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(first)
}

// The characters that are folded by table: Latin-1, Latin Extended-A, and hyphens,
// dashes, quotation marks and dots.
const (
	LastLatin           = 'ſ'
	FirstMark, LastMark = '‐', '…'
)

// isCommon reports whether a character is one of ASCII, the common Latin letters, dashes
// and quotation marks. None combines with another one, so text of them is in normal
// form C.
func isCommon(r rune) bool { return r <= LastLatin || r >= FirstMark && r <= LastMark }

func IsUncommon(r rune) bool { return !isCommon(r) }

func IsRoman(text string) bool {
	for i := range len(text) {
		switch text[i] {
		case 'I', 'V', 'X', 'L', 'C', 'i', 'v', 'x', 'l', 'c':
		default:
			return false
		}
	}
	return text != ""
}

func StartsLetter(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

func IsApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '`', '´', 'ʼ', '′':
		return true
	}
	return false
}

func IsHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }
