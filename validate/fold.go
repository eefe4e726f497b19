package validate

import (
	"encoding/binary"
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
		if len(s)-i >= 8 && s[i] != ' ' {
			if folded, ok := foldEight(s[i : i+8]); ok {
				if space {
					dst = append(dst, ' ')
				}
				dst = binary.LittleEndian.AppendUint64(dst, folded)
				i += 8
				if space = s[i-1] == ' '; space {
					dst = dst[:len(dst)-1] // it may be the last
				}
				continue
			}
		}
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

// foldEight folds eight bytes at once, as most are: letters, digits, marks that fold
// to themselves and single spaces. It is false for all others.
func foldEight(s string) (folded uint64, ok bool) {
	const low, high = 0x0101010101010101, 0x8080808080808080
	_ = s[7]
	w := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	quote, tick := w^low*'"', w^low*'`'
	other := w | (w-low*' ')&^w | (quote-low)&^quote | (tick-low)&^tick // by the highest bit of a byte
	spaces := ^((w ^ low*' ') + low*0x7f) & high                        // exact where all are ASCII
	if other&high != 0 || spaces&(spaces<<8) != 0 {
		return 0, false
	}
	capitals := (w + low*(0x80-'A')) &^ (w + low*(0x80-'Z'-1)) & high
	return w | capitals>>2, true // 'a' is 'A' with the bit 0x20
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
