package text

import (
	"unicode"
	"unicode/utf8"
)

// StartsLower reports whether the first character of s is a small letter.
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

// IsUncommon reports whether a character is outside the ranges that most text keeps to: Latin
// up to Extended-A, and general punctuation.
func IsUncommon(r rune) bool { return !isCommon(r) }

// IsRoman reports whether all characters are ones that roman numerals below 500 are
// written with.
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

// StartsLetter reports whether a letter of any script begins at byte i.
func StartsLetter(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

// IsApostrophe reports whether a character is used as an apostrophe.
func IsApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '`', '´', 'ʼ', '′':
		return true
	}
	return false
}

// IsHyphen reports whether a character is a hyphen, not a dash.
func IsHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }
