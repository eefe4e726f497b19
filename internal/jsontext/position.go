package jsontext

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"unicode/utf8"
)

// A Position is a line and a column of a text.
type Position struct {
	Line   int // from 1; CR, LF and CRLF each end a line
	Column int // from 1, in code points; a byte that continues none does not count
}

// After returns the position after a text that starts at p. A CR that ends the text
// counts as the end of a line: the text must not end between CR and LF.
func (p Position) After(text []byte) Position {
	rest := text
	if bytes.IndexByte(text, '\r') < 0 {
		if lines := bytes.Count(text, []byte{'\n'}); lines > 0 {
			p.Line += lines
			p.Column = 1
			rest = text[bytes.LastIndexByte(text, '\n')+1:]
		}
	} else {
		for i := 0; i < len(text); i++ {
			if text[i] == '\n' || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
				p.Line++
				p.Column = 1
				rest = text[i+1:]
			}
		}
	}
	p.Column += characters(rest)
	return p
}

// characters counts the bytes that start a code point, so that the count of a text
// is that of its parts wherever it is cut. All others have the highest bit set and
// the next one not, which is counted for eight at a time.
func characters(text []byte) (n int) {
	for ; len(text) >= 8; text = text[8:] {
		w := binary.LittleEndian.Uint64(text)
		n += 8 - bits.OnesCount64(w&^(w<<1)&highBits)
	}
	for _, b := range text {
		if utf8.RuneStart(b) {
			n++
		}
	}
	return n
}
