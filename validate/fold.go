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
		if foldedASCII[s[i]] != 0 {
			if space {
				dst = append(dst, ' ')
				space = false
			}
			for ; i < len(s) && foldedASCII[s[i]] != 0; i++ {
				dst = append(dst, foldedASCII[s[i]])
			}
			continue
		}
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
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

// foldedASCII is foldASCII as a table, since every byte of every fact is folded. It
// is 0 for the bytes that are looked at more closely: white space, control
// characters and parts of other characters.
var foldedASCII = func() (table [256]byte) {
	for c := byte(' ' + 1); c < utf8.RuneSelf; c++ {
		table[c] = foldASCII(c)
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
