package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// CleanText returns a value as it may stand in a bibliography: valid UTF-8 in
// normal form C, on one line, with single spaces, without control characters and
// without the invisible ones that reorder or hide text.
func CleanText(s string) string {
	if isClean(s) {
		return s
	}
	return cleaned(s)
}

// cleaned is cleanText for any text.
func cleaned(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case unicode.IsSpace(r) || unicode.In(r, unicode.Zl, unicode.Zp, unicode.Zs):
			space = b.Len() > 0
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u200C' && r != '\u200D':
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// isClean reports whether text is as cleanText returns it, as far as common characters
// go: but for those left out, none is invisible or a space.
func isClean(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r < '¡' || r == '\u00AD' || !isCommon(r) {
				return false
			}
			i += size - 1
			continue
		}
		if c < ' ' || c == 0x7F || c == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return false
		}
	}
	return true
}
