package bib

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/charset"
)

// encoding reports, once for the file, that it is not UTF-8 and does not say what it is.
func (r *reader) encoding(isDeclared bool) {
	switch {
	case !r.valid:
		first, count := invalidBytes(r.text)
		if count == 0 {
			r.report("invalid-utf8", max(0, strings.IndexByte(r.text, 0)), "", "a text of UTF-16 or UTF-32, by its zeros, not all of which is in it; save it as UTF-8")
			return
		}
		r.report("invalid-utf8", first, "", fmt.Sprintf("not UTF-8, nor all of the file in another encoding: %d of its bytes were read as Latin-1 (Windows-1252), the first of them 0x%02x here; save the file as UTF-8, or name its encoding in a line like \"%% Encoding: GBK\" at its start", count, r.text[first]))
	case r.file.Encoding != "" && !isDeclared:
		first := max(0, strings.IndexFunc(r.text, func(c rune) bool { return c >= utf8.RuneSelf }))
		r.report("invalid-utf8", first, "", fmt.Sprintf("not UTF-8: the file looks like %s, and was read as such; save it as UTF-8", r.file.Encoding))
	}
}

// invalidBytes returns the offset of the first byte of a text that is not UTF-8, and how
// many there are.
func invalidBytes(text string) (first, count int) {
	first = -1
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRuneInString(text[i:])
		if c == utf8.RuneError && size == 1 {
			if first < 0 {
				first = i
			}
			count++
		}
		i += size
	}
	return first, count
}

// decoded returns s as UTF-8.
func (r *reader) decoded(s string) string {
	if r.valid || utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		c, size := utf8.DecodeRuneInString(s[i:])
		if c == utf8.RuneError && size == 1 {
			c = charset.Latin1(s[i])
		}
		b.WriteRune(c)
		i += size
	}
	return b.String()
}

const byteOrderMark = "\ufeff"
