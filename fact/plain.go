package fact

import (
	"encoding/binary"
	"math/bits"
)

const (
	lowBits  = 0x0101010101010101
	highBits = 0x8080808080808080
)

// plainLength returns how many bytes at the front of text a JSON string may hold
// as they are: neither quotes, nor backslashes, nor control characters. It looks
// at eight at a time, since most of an input is strings.
func plainLength(text []byte) int {
	i := 0
	for ; i+8 <= len(text); i += 8 {
		if marks := special(binary.LittleEndian.Uint64(text[i:])); marks != 0 {
			return i + bits.TrailingZeros64(marks)/8
		}
	}
	for i < len(text) && text[i] >= ' ' && text[i] != '"' && text[i] != '\\' {
		i++
	}
	return i
}

// special marks, by the highest bit of each, the bytes of w that are not plain.
// Subtracting from all bytes at once borrows from a byte only below a marked one,
// so the lowest mark is certain, and no mark means that all are plain.
func special(w uint64) uint64 {
	quote := w ^ lowBits*'"'
	slash := w ^ lowBits*'\\'
	return ((quote-lowBits)&^quote | (slash-lowBits)&^slash | (w-lowBits*' ')&^w) & highBits
}
