package text

import (
	"encoding/binary"
	"math/bits"
)

// IsBlank reports white space as BibTeX knows it. A space that does not break
// lines is text to it.
func IsBlank(c byte) bool { return c <= ' ' && blanks>>c&1 != 0 }

const blanks uint64 = 1<<' ' | 1<<'\n' | 1<<'\t' | 1<<'\r'

// TrimBlanks takes off the white space at both ends.
func TrimBlanks(s string) string {
	s = TrimLeftBlanks(s)
	for s != "" && IsBlank(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

// TrimLeftBlanks takes off the white space at the start.
func TrimLeftBlanks(s string) string {
	for i := range len(s) {
		if !IsBlank(s[i]) {
			return s[i:]
		}
	}
	return ""
}

// AppendFolded appends s to text with every run of white space, also one that
// spans both, as one space.
func AppendFolded(text []byte, s string) []byte {
	for s != "" {
		if IsBlank(s[0]) {
			if len(text) == 0 || text[len(text)-1] != ' ' {
				text = append(text, ' ')
			}
			s = TrimLeftBlanks(s)
			continue
		}
		length := FoldedLength(s)
		text = append(text, s[:length]...)
		s = s[length:]
	}
	return text
}

// FoldedLength returns the length of a beginning of s that stays as it is when
// s is folded: up to white space other than a space, or to two spaces. It looks
// at eight bytes at once for what may be either: most values have neither, and
// single spaces come too irregularly for a processor to foresee.
func FoldedLength(s string) int {
	for i := 0; i < len(s); i++ {
		for ; i+8 < len(s); i += 8 {
			if marks := blankMarks(s[i : i+9]); marks != 0 {
				i += bits.TrailingZeros64(marks) / 8
				break
			}
		}
		if IsBlank(s[i]) && (s[i] != ' ' || i+1 < len(s) && s[i+1] == ' ') {
			return i
		}
	}
	return len(s)
}

// blankMarks looks at the first eight of nine bytes. It is 0 if none of them is a
// control character, as all white space but the space is, or a space before a
// space; else its lowest bit is the high bit of the first that is. Bits above it
// mean nothing.
func blankMarks(nine string) uint64 {
	const (
		each   = 0x0101010101010101
		high   = 0x80 * each
		spaces = ' ' * each
	)
	eight, next := binary.LittleEndian.Uint64([]byte(nine)), binary.LittleEndian.Uint64([]byte(nine[1:]))
	apart := eight ^ spaces | next ^ spaces // a zero byte for two spaces
	// Subtracting sets the high bit of a byte without one if the byte is less than
	// what is taken from it. Only bytes above that one can be wrong: they lend to it.
	return ((eight-spaces)&^eight | (apart-each)&^apart) & high
}
