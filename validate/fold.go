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
	for i := 0; i < len(s); {
		if c := s[i]; ' ' < c && c < utf8.RuneSelf {
			if space {
				dst = append(dst, ' ')
				space = false
			}
			dst = append(dst, foldedASCII[c])
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if unicode.IsSpace(r) {
			space = len(dst) > start
			continue
		}
		if space {
			dst = append(dst, ' ')
			space = false
		}
		dst = utf8.AppendRune(dst, foldRune(r))
	}
	return dst
}

// foldedASCII is foldASCII as a table, since every byte of every fact is folded.
var foldedASCII = func() (table [utf8.RuneSelf]byte) {
	for c := range table {
		table[c] = foldASCII(byte(c))
	}
	return table
}()

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
