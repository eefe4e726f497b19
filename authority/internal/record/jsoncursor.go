package record

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// jsonCursor reads one JSON value from the front of a text without building it:
// its caller asks for the members that it knows, and what it does not ask for is
// skipped. A value of another kind than the one asked for counts as absent. The
// first error sticks, and nothing is read after it.
type jsonCursor struct {
	data  []byte
	pos   int
	depth int
	err   error
}

// maxRecordDepth bounds the brackets within each other.
const maxRecordDepth = 64

// What may be wrong with a value, besides its grammar.
var (
	ErrCut     error = cutError{}
	errTooDeep       = fmt.Errorf("it is nested more than %d deep", maxRecordDepth)
)

// cutError is an [io.ErrUnexpectedEOF] in words of our own.
type cutError struct{}

func (cutError) Error() string { return "it ends in the middle" }
func (cutError) Unwrap() error { return io.ErrUnexpectedEOF }

// members yields the names of an object's members, valid in the loop's body only,
// which reads the member's value or leaves it.
func (c *jsonCursor) members() iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		wanted := true
		for more := c.enter('{', '}'); more; more = c.another('}') {
			name := c.rawString()
			if c.peek() != ':' {
				c.unexpected(`":"`)
				return
			}
			c.pos++
			c.peek()
			value := c.pos
			wanted = wanted && yield(name)
			c.skipFrom(value)
		}
	}
}

// elements yields the indices of an array's elements, each of which the loop's
// body reads or leaves.
func (c *jsonCursor) elements() iter.Seq[int] {
	return func(yield func(int) bool) {
		wanted := true
		index := 0
		for more := c.enter('[', ']'); more; more = c.another(']') {
			c.peek()
			value := c.pos
			wanted = wanted && yield(index)
			c.skipFrom(value)
			index++
		}
	}
}

// enter opens an object or array and reports whether it holds anything. A value
// of another kind is skipped.
func (c *jsonCursor) enter(open, end byte) bool {
	if c.peek() != open {
		c.skip()
		return false
	}
	if c.depth == maxRecordDepth {
		c.fail("%w", errTooDeep)
		return false
	}
	c.pos++
	if c.peek() == end {
		c.pos++
		return false
	}
	c.depth++
	return c.err == nil
}

// another reads what is after a member or an element, and reports whether
// one more follows.
func (c *jsonCursor) another(end byte) bool {
	switch c.peek() {
	case ',':
		c.pos++
		return true
	case end:
		c.pos++
		c.depth--
	default:
		c.unexpected(fmt.Sprintf(`"," or %q`, string(end)))
	}
	return false
}

// skipFrom skips the value that starts at an offset unless it was read.
func (c *jsonCursor) skipFrom(value int) {
	if c.pos == value {
		c.skip()
	}
}

func (c *jsonCursor) skip() {
	switch c.peek() {
	case '{':
		for range c.members() {
		}
	case '[':
		for range c.elements() {
		}
	case '"':
		c.rawString()
	default:
		c.literal()
	}
}

// peek skips white space and returns the byte that follows, or 0 at the end and
// after an error.
func (c *jsonCursor) peek() byte {
	if c.err != nil {
		return 0
	}
	for c.pos < len(c.data) {
		switch b := c.data[c.pos]; b {
		case ' ', '\t', '\n', '\r':
			c.pos++
		default:
			return b
		}
	}
	return 0
}

// text returns a string, or a number as it is written; "" for what is neither.
func (c *jsonCursor) text() string {
	switch b := c.peek(); {
	case b == '"':
		return c.unquoted(c.rawString())
	case b == '-' || text.IsDigit(b):
		return string(c.literal())
	}
	c.skip()
	return ""
}

// plainText returns a string without markup.
func (c *jsonCursor) plainText() string { return plainText(c.text()) }

// head returns at most the first n bytes of a string, escapes as they are.
func (c *jsonCursor) head(n int) []byte {
	if c.peek() != '"' {
		c.skip()
		return nil
	}
	raw := c.rawString()
	return raw[:min(n, len(raw))]
}

// texts returns the strings of an array that are not empty, or the string that
// is in its place, without markup.
func (c *jsonCursor) texts() (list []string) {
	if c.peek() != '[' {
		if text := c.plainText(); text != "" {
			list = append(list, text)
		}
		return list
	}
	for range c.elements() {
		if text := c.plainText(); text != "" && len(list) < maxNames {
			list = append(list, text)
		}
	}
	return list
}

// isTrue reads a boolean.
func (c *jsonCursor) isTrue() bool {
	isTrue := c.peek() == 't'
	c.skip()
	return isTrue
}

// rawString returns what is between the quotes, escapes as they are.
func (c *jsonCursor) rawString() []byte {
	if c.peek() != '"' {
		c.unexpected("a string")
		return nil
	}
	start := c.pos + 1
	for at := start; ; {
		length := bytes.IndexByte(c.data[at:], '"')
		if length < 0 {
			length = len(c.data) - at
		}
		if line := bytes.IndexByte(c.data[at:at+length], '\n'); line >= 0 {
			c.pos = at + line
			c.fail("a string is not closed in its line")
			return nil
		}
		at += length
		if at == len(c.data) {
			c.cut()
			return nil
		}
		if !isEscaped(c.data[start:at]) {
			c.pos = at + 1
			return c.data[start:at]
		}
		at++
	}
}

// isEscaped reports whether what follows text is escaped by a backslash.
func isEscaped(text []byte) bool {
	backslashes := len(text) - len(bytes.TrimRight(text, `\`))
	return backslashes%2 == 1
}

// literal returns a number, true, false or null.
func (c *jsonCursor) literal() []byte {
	if c.peek() == 0 {
		c.cut()
		return nil
	}
	start := c.pos
	for c.pos < len(c.data) && isLiteralByte(c.data[c.pos]) {
		c.pos++
	}
	content := c.data[start:c.pos]
	switch {
	case len(content) > 0 && (content[0] == '-' || text.IsDigit(content[0])):
	case string(content) == "true", string(content) == "false", string(content) == "null":
	case c.pos == len(c.data) && len(content) < len("false"):
		c.cut()
	default:
		c.pos = start
		c.unexpected("a value")
	}
	return content
}

func isLiteralByte(b byte) bool {
	return text.IsDigit(b) || 'a' <= b && b <= 'z' || b == '-' || b == '+' || b == '.' || b == 'E'
}

// unquoted returns a string with its escapes resolved.
func (c *jsonCursor) unquoted(raw []byte) string {
	backslash := bytes.IndexByte(raw, '\\')
	if backslash < 0 {
		return strings.ToValidUTF8(string(raw), "\ufffd")
	}
	var b strings.Builder
	b.Grow(len(raw))
	for backslash >= 0 && backslash+1 < len(raw) {
		b.Write(raw[:backslash])
		raw = raw[backslash:]
		length := 2
		if raw[1] == 'u' {
			var r rune
			r, length = escapedRune(raw)
			b.WriteRune(r)
		} else if at := strings.IndexByte(`"\/bfnrt`, raw[1]); at >= 0 {
			b.WriteByte("\"\\/\b\f\n\r\t"[at])
		} else {
			c.fail("%q is no escape of JSON", raw[:2])
			return ""
		}
		raw = raw[length:]
		backslash = bytes.IndexByte(raw, '\\')
	}
	b.Write(raw)
	return strings.ToValidUTF8(b.String(), "\ufffd")
}

// escapedRune reads \uXXXX, or two of them for a surrogate pair, and returns its
// length. What is none of these is the replacement character.
func escapedRune(raw []byte) (rune, int) {
	first := hexadecimal(raw)
	if first < 0 {
		return utf8.RuneError, 2
	}
	if utf16.IsSurrogate(first) {
		if pair := utf16.DecodeRune(first, hexadecimal(raw[6:])); pair != utf8.RuneError {
			return pair, 12
		}
		return utf8.RuneError, 6
	}
	return first, 6
}

// hexadecimal returns the number in \uXXXX, or -1.
func hexadecimal(raw []byte) (number rune) {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return -1
	}
	for _, b := range raw[2:6] {
		digit := strings.IndexByte("0123456789abcdef", b|0x20)
		if digit < 0 {
			return -1
		}
		number = number<<4 | rune(digit)
	}
	return number
}

func (c *jsonCursor) cut() {
	if c.err == nil {
		c.err = ErrCut
		c.pos = len(c.data)
	}
}

func (c *jsonCursor) fail(format string, args ...any) {
	if c.err == nil {
		c.err = fmt.Errorf(format, args...)
	}
}

// unexpected fails at the character that is here.
func (c *jsonCursor) unexpected(wanted string) {
	if c.peek() == 0 && c.pos >= len(c.data) {
		c.cut()
		return
	}
	if c.err == nil {
		r, _ := utf8.DecodeRune(c.data[c.pos:])
		c.fail("%q stands where %s should", string(r), wanted)
	}
}
