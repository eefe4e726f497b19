package validate

import (
	"unicode"
	"unicode/utf8"
)

// fold returns s as it is compared: in lower case, with one kind of quote and
// dash and single spaces, without white space at its ends.
func fold(s string) string {
	return string(appendFolded(make([]byte, 0, len(s)), s))
}

func appendFolded(dst []byte, s string) []byte {
	start := len(dst)
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = len(dst) > start
			continue
		}
		if space {
			dst = append(dst, ' ')
			space = false
		}
		if r < utf8.RuneSelf {
			dst = append(dst, foldASCII(byte(r)))
		} else {
			dst = utf8.AppendRune(dst, foldRune(r))
		}
	}
	return dst
}

func foldASCII(c byte) byte {
	switch {
	case 'A' <= c && c <= 'Z':
		return c + 'a' - 'A'
	case c == '"' || c == '`':
		return '\''
	}
	return c
}

func foldRune(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', '“', '”', '„', '«', '»', '‹', '›', '′', '″':
		return '\''
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	}
	return unicode.ToLower(r)
}
