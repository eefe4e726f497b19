package jsontext

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// A String is where a string is in a text.
type String struct {
	Start, End int  // of what is between the quotes
	Plain      bool // it says what is written there: it has no escapes, and it is UTF-8
}

// ReadString reads a string and returns where it is, or skips a value of another
// kind and returns false.
func (c *Cursor) ReadString() (String, bool) {
	if c.Peek() != '"' {
		c.Skip()
		return String{}, false
	}
	s := c.readText()
	return s, c.err == nil
}

// readText reads the string at the offset, which is a value.
func (c *Cursor) readText() String {
	s := c.readString()
	if c.Record {
		c.recording.add(StringToken, s.Start, s.End, s.Plain)
	}
	return s
}

// Text reads a string and returns what it says, or skips a value of another kind
// and returns "".
func (c *Cursor) Text() string {
	s, ok := c.ReadString()
	if !ok {
		return ""
	}
	return string(c.Unquoted(s))
}

// Unquoted returns what a string of the text says, until the next call that reads.
func (c *Cursor) Unquoted(s String) []byte {
	if s.Plain {
		return c.text[s.Start:s.End]
	}
	return c.unquote(s)
}

func (c *Cursor) unquote(s String) []byte {
	c.scratch = AppendUnquoted(c.scratch[:0], c.text[s.Start:s.End])
	return c.scratch
}

// says reports whether a string of the text says what is wanted.
func (c *Cursor) says(s String, wanted []byte) bool {
	inside := c.text[s.Start:s.End]
	if s.Plain {
		return string(inside) == string(wanted)
	}
	return string(AppendUnquoted(nil, inside)) == string(wanted)
}

// readString reads the string whose quote is at the offset.
func (c *Cursor) readString() String {
	start := c.offset + 1
	end, ascii := plainEnd(c.text, start)
	if end == len(c.text) || c.text[end] != '"' {
		return c.readEscaped(start, end, ascii)
	}
	c.offset = end + 1
	return String{start, end, ascii || c.isUTF8(start, end)}
}

// readEscaped reads on a string that is plain up to an offset which is not that of its end.
func (c *Cursor) readEscaped(start, i int, ascii bool) String {
	for {
		switch {
		case i == len(c.text):
			c.offset = i
			c.failCut()
			return String{}
		case c.text[i] == '"':
			c.offset = i + 1
			if !ascii {
				c.isUTF8(start, i)
			}
			return String{start, i, false}
		case c.text[i] != '\\':
			c.offset = i
			c.Fail(i, "the control character %q stands in a string that starts %d bytes before it; write it as an escape, or close the string", string(rune(c.text[i])), i-start+1)
			return String{}
		}
		n := c.escapeLength(i)
		if n == 0 {
			return String{}
		}
		end, more := plainEnd(c.text, i+n)
		i, ascii = end, ascii && more
	}
}

// isUTF8 reports whether what is between the quotes of a string is UTF-8, and notes that it
// is not.
func (c *Cursor) isUTF8(start, end int) bool {
	valid := utf8.Valid(c.text[start:end])
	c.InvalidUTF8 = c.InvalidUTF8 || !valid
	return valid
}

// plainEnd is where, from i on, a text has the first byte that a string may not hold as it
// is, or its length. It is ascii only if what is before that is. It looks at eight bytes at
// a time, since most of a text is strings: byte by byte, reading records takes a fifth
// longer, and the check against a schema is less than twenty times as fast as that of
// jsonschema v5.
func plainEnd(text []byte, i int) (end int, ascii bool) {
	wide := uint64(0) // has a bit of highBits if a byte is not ASCII
	rest := text[i:]
	for ; len(rest) >= 8; rest = rest[8:] {
		w := binary.LittleEndian.Uint64(rest)
		wide |= w
		if marks := special(w); marks != 0 {
			return len(text) - len(rest) + bits.TrailingZeros64(marks)/8, wide&highBits == 0
		}
	}
	end = len(text) - len(rest)
	for end < len(text) && text[end] >= ' ' && text[end] != '"' && text[end] != '\\' {
		wide |= uint64(text[end])
		end++
	}
	return end, wide&highBits == 0
}

const (
	lowBits  = 0x0101010101010101
	highBits = 0x8080808080808080
)

// special marks, by the highest bit of each, the bytes of w that a string may not
// hold as they are: quotes, backslashes and control characters. Subtracting from
// all bytes at once borrows from a byte only after a marked one, so the lowest mark
// is certain, and no mark means that all bytes are plain.
func special(w uint64) uint64 {
	quote := w ^ lowBits*'"'
	slash := w ^ lowBits*'\\'
	return ((quote - lowBits) | (slash - lowBits) | (w - lowBits*' ')) &^ w & highBits
}

// escapeLength returns the length of the escape at offset i, or 0 if it is none,
// which is an error.
func (c *Cursor) escapeLength(i int) int {
	text := c.text
	if i+1 == len(text) {
		c.failCut()
		return 0
	}
	switch text[i+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2
	case 'u':
		if i+6 > len(text) {
			c.failCut()
			return 0
		}
		unit, ok := hexadecimal(text[i+2 : i+6])
		if !ok {
			c.Fail(i, "%q is no escape", text[i:i+6])
			return 0
		}
		if !utf16.IsSurrogate(unit) {
			return 6
		}
		if rest := text[i+6:]; len(rest) < 6 && len(rest) > 0 && rest[0] == '\\' && (len(rest) == 1 || rest[1] == 'u') {
			// The other half is cut, and with it the string.
			c.failCut()
			return 0
		}
		if _, n := decodeUnicode(text[i:]); n == 12 {
			return 12
		}
		if len(c.LoneSurrogates) < maxFlaws {
			c.LoneSurrogates = append(c.LoneSurrogates, i)
		}
		return 6
	}
	r, _ := utf8.DecodeRune(text[i+1:])
	c.Fail(i, "%q is no escape", `\`+string(r))
	return 0
}

// AppendUnquoted appends what a string says of which inside is between the quotes.
// Bytes that are not UTF-8 and halves of surrogate pairs are U+FFFD each.
func AppendUnquoted(dst, inside []byte) []byte {
	for len(inside) > 0 {
		plain := 0
		for plain < len(inside) && inside[plain] != '\\' && inside[plain] < utf8.RuneSelf {
			plain++
		}
		dst = append(dst, inside[:plain]...)
		if inside = inside[plain:]; len(inside) > 0 {
			r, n := DecodeRune(inside)
			dst = utf8.AppendRune(dst, r)
			inside = inside[n:]
		}
	}
	return dst
}

// DecodeRune is utf8.DecodeRune for what is between the quotes of a string: it
// returns the character that it starts with, and how many bytes that takes there.
func DecodeRune(inside []byte) (r rune, size int) {
	if inside[0] != '\\' || len(inside) == 1 {
		return utf8.DecodeRune(inside)
	}
	switch inside[1] {
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
		if len(inside) >= 6 {
			return decodeUnicode(inside)
		}
	}
	return rune(inside[1]), 2
}

// decodeUnicode reads a \uXXXX escape, or two that make a surrogate pair.
func decodeUnicode(escape []byte) (r rune, size int) {
	high, ok := hexadecimal(escape[2:6])
	if !ok {
		return utf8.RuneError, 6
	}
	if !utf16.IsSurrogate(high) {
		return high, 6
	}
	if len(escape) >= 12 && escape[6] == '\\' && escape[7] == 'u' {
		if low, ok := hexadecimal(escape[8:12]); ok {
			if r := utf16.DecodeRune(high, low); r != utf8.RuneError {
				return r, 12
			}
		}
	}
	return utf8.RuneError, 6
}

func hexadecimal(digits []byte) (r rune, ok bool) {
	for _, d := range digits {
		switch {
		case text.IsDigit(d):
			d -= '0'
		case 'a' <= d && d <= 'f':
			d -= 'a' - 10
		case 'A' <= d && d <= 'F':
			d -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(d)
	}
	return r, true
}
