package citation

import (
	"encoding/binary"
	"math/bits"
)

// isBlank reports white space as BibTeX knows it. A space that does not break
// lines is text to it.
func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// trimBlanks takes off the white space at both ends.
func trimBlanks(s string) string {
	s = trimLeftBlanks(s)
	for s != "" && isBlank(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

func trimLeftBlanks(s string) string {
	for s != "" && isBlank(s[0]) {
		s = s[1:]
	}
	return s
}

// appendFolded appends s to text with every run of white space, also one that
// spans both, as one space.
func appendFolded(text []byte, s string) []byte {
	for s != "" {
		if isBlank(s[0]) {
			if len(text) == 0 || text[len(text)-1] != ' ' {
				text = append(text, ' ')
			}
			s = trimLeftBlanks(s)
			continue
		}
		length := foldedLength(s)
		text = append(text, s[:length]...)
		s = s[length:]
	}
	return text
}

// foldedLength returns the length of a beginning of s that stays as it is when
// s is folded: up to white space other than a space, or to two spaces.
func foldedLength(s string) int {
	for i := 0; i < len(s); i++ {
		for i+8 < len(s) {
			n := unfoldedLength(s[i : i+9])
			i += n
			if n < 8 {
				break
			}
		}
		if isBlank(s[i]) && (s[i] != ' ' || i+1 < len(s) && s[i+1] == ' ') {
			return i
		}
	}
	return len(s)
}

// unfoldedLength returns how many of the first eight bytes of nine stand before a
// control character, as all white space but the space is, or before two spaces.
// It takes a step for all of them and not one for each: blanks come too
// irregularly for a processor to foresee.
func unfoldedLength(nine string) int {
	const (
		each   = 0x0101010101010101
		high   = 0x80 * each
		spaces = ' ' * each
	)
	bytes, next := binary.LittleEndian.Uint64([]byte(nine)), binary.LittleEndian.Uint64([]byte(nine[1:]))
	twoSpaces := bytes ^ spaces | next ^ spaces // zero in their place
	// A byte that is less than the one taken from it has its high bit set by that;
	// so may have one behind it, but the lowest is right.
	found := ((bytes-spaces)&^bytes | (twoSpaces-each)&^twoSpaces) & high
	return bits.TrailingZeros64(found) / 8
}
