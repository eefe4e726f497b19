// Package jsontext reads JSON strictly (RFC 8259), from a text or from a stream, and
// says where everything in it is. It does not know what any value means.
package jsontext

import (
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// A Cursor reads one JSON value from the front of a text without building it: its
// caller reads what it knows, and the rest is skipped. A value of another kind than
// the one asked for is skipped too. The first error is kept, and nothing is read
// after it.
type Cursor struct {
	MaxDepth         int  // how many objects and arrays may be within each other
	IgnoreDuplicates bool // do not look for members of one name
	Record           bool // keep what is read for [Cursor.Tape]
	Flaws

	text      []byte
	offset    int
	depth     int
	err       *SyntaxError
	names     []String // of the members of the objects that are open, innermost last
	recording recording
	scratch   []byte
}

// Flaws are what a text may have and still be JSON, but what its readers do not all
// understand alike.
type Flaws struct {
	Duplicates     []int // offsets of names that their object has already
	LoneSurrogates []int // offsets of escapes that are half of a surrogate pair
	InvalidUTF8    bool  // a string has bytes that are not UTF-8
}

// maxFlaws is how many flaws of a kind are kept.
const maxFlaws = 16

// A SyntaxError says where a text stops being JSON, and why.
type SyntaxError struct {
	Offset  int // in bytes
	Message string
	Cut     bool // the text ends inside the value: more of it may mend it
	TooDeep bool // the value is nested deeper than MaxDepth
}

// Error returns the message.
func (e *SyntaxError) Error() string { return e.Message }

// NewCursor returns a cursor at the front of text.
func NewCursor(text []byte, maxDepth int) *Cursor {
	return &Cursor{text: text, MaxDepth: maxDepth}
}

// Reset puts the cursor at the front of another text.
func (c *Cursor) Reset(text []byte) {
	c.text, c.offset, c.depth, c.err = text, 0, 0, nil
	c.names = c.names[:0]
	c.recording.reset()
	c.Flaws = Flaws{Duplicates: c.Duplicates[:0], LoneSurrogates: c.LoneSurrogates[:0]}
}

// Offset returns how many bytes were read.
func (c *Cursor) Offset() int { return c.offset }

// Err returns the first error, or nil.
func (c *Cursor) Err() *SyntaxError { return c.err }

// Fail reports an error at an offset, unless there was one before.
func (c *Cursor) Fail(offset int, format string, args ...any) {
	if c.err == nil {
		c.err = &SyntaxError{Offset: offset, Message: fmt.Sprintf(format, args...)}
	}
}

func (c *Cursor) failCut() {
	if c.err == nil {
		c.err = &SyntaxError{Offset: len(c.text), Message: "it ends in the middle", Cut: true}
	}
}

// unexpected fails at the character at the offset.
func (c *Cursor) unexpected(wanted string) {
	if c.offset >= len(c.text) {
		c.failCut()
		return
	}
	for _, number := range []string{"NaN", "Infinity"} { // which Python writes
		if strings.HasPrefix(string(c.text[c.offset:min(len(c.text), c.offset+len(number))]), number) {
			c.Fail(c.offset, "%s is no number of JSON; write null", number)
			return
		}
	}
	r, _ := utf8.DecodeRune(c.text[c.offset:])
	c.Fail(c.offset, "want %s, not %q", wanted, string(r))
}

// Peek skips white space and returns the byte that follows, or 0 at the end and
// after an error.
func (c *Cursor) Peek() byte {
	if c.err != nil {
		return 0
	}
	for ; c.offset < len(c.text); c.offset++ {
		if b := c.text[c.offset]; b > ' ' || !isSpace(b) {
			return b
		}
	}
	return 0
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

// End fails unless only white space follows.
func (c *Cursor) End() {
	if c.Peek(); c.err == nil && c.offset < len(c.text) {
		c.unexpected("the end")
	}
}

// Members yields the names of an object's members, each valid until the next one,
// and where they are. The body of the loop reads the member's value or leaves it. A
// loop that is left early skips the rest of the object.
func (c *Cursor) Members() iter.Seq2[[]byte, String] {
	return func(yield func([]byte, String) bool) {
		if !c.enter('{') {
			return
		}
		self := c.open(ObjectToken)
		wanted := true
		members := members{first: len(c.names)}
		for first := true; c.another('}', first); first = false {
			name, at := c.memberName()
			if c.err != nil {
				return
			}
			c.note(&members, name, at)
			value := c.offset
			wanted = wanted && yield(name, at)
			if c.offset == value {
				c.Skip()
			}
		}
		c.names = c.names[:members.first]
		c.close(self)
	}
}

// memberName reads a name and its colon.
func (c *Cursor) memberName() ([]byte, String) {
	if c.Peek() != '"' {
		c.unexpected("a member name")
		return nil, String{}
	}
	at := c.readString()
	if c.Peek() != ':' {
		c.unexpected(`":"`)
		return nil, String{}
	}
	c.offset++
	c.Peek()
	if c.Record {
		c.recording.add(NameToken, at.Start, at.End, at.Plain)
	}
	return c.Unquoted(at), at
}

// Elements yields the indexes of an array's elements, each of which the body of the
// loop reads or leaves. A loop that is left early skips the rest of the array.
func (c *Cursor) Elements() iter.Seq[int] {
	return func(yield func(int) bool) {
		if !c.enter('[') {
			return
		}
		self := c.open(ArrayToken)
		wanted := true
		for index := 0; c.another(']', index == 0); index++ {
			if c.Peek() == ']' {
				c.unexpected("a value")
				return
			}
			value := c.offset
			wanted = wanted && yield(index)
			if c.offset == value {
				c.Skip()
			}
		}
		c.close(self)
	}
}

// open records the object or array whose bracket was just read, and close its end.
func (c *Cursor) open(kind Kind) (self int) {
	self = len(c.recording.tokens)
	if c.Record {
		c.recording.deepest = max(c.recording.deepest, c.depth)
		c.recording.add(kind, c.offset-1, 0, false)
	}
	return self
}

func (c *Cursor) close(self int) {
	if c.Record && c.err == nil {
		c.recording.complete(self, c.offset)
	}
}

// enter reads the bracket that opens an object or an array, or skips a value of
// another kind and returns false.
func (c *Cursor) enter(bracket byte) bool {
	if c.Peek() != bracket {
		c.Skip()
		return false
	}
	if c.depth == c.MaxDepth {
		c.Fail(c.offset, "it is nested more than %d deep", c.MaxDepth)
		c.err.TooDeep = true
		return false
	}
	c.depth++
	c.offset++
	return true
}

// another reads the comma before a member or an element, which the first has not,
// or the bracket that closes the object or array, and reports whether one follows.
func (c *Cursor) another(bracket byte, first bool) bool {
	switch b := c.Peek(); {
	case b == bracket:
		c.offset++
		c.depth--
		return false
	case first:
		return c.err == nil
	case b == ',':
		c.offset++
		return true
	}
	c.unexpected(fmt.Sprintf(`"," or %q`, string(bracket)))
	return false
}

// Skip reads a value of any kind and returns its text, or nil after an error.
func (c *Cursor) Skip() []byte {
	b := c.Peek()
	start := c.offset
	switch {
	case b == '"':
		c.readText()
	case b == '{':
		for range c.Members() {
		}
	case b == '[':
		for range c.Elements() {
		}
	case b == 't':
		c.readLiteral("true")
		c.keep(TrueToken, start)
	case b == 'f':
		c.readLiteral("false")
		c.keep(FalseToken, start)
	case b == 'n':
		c.readLiteral("null")
		c.keep(NullToken, start)
	case b == '-' || text.IsDigit(b):
		c.readNumber()
		c.keep(NumberToken, start)
	default:
		c.unexpected("a value")
	}
	if c.err != nil {
		return nil
	}
	return c.text[start:c.offset:c.offset]
}

// keep records a value that starts at an offset and was read to its end.
func (c *Cursor) keep(kind Kind, start int) {
	if c.Record {
		c.recording.add(kind, start, c.offset, false)
	}
}

func (c *Cursor) readLiteral(literal string) {
	for i := range len(literal) {
		if !c.has(literal[i]) {
			c.unexpected(fmt.Sprintf("%q", literal))
			return
		}
		c.offset++
	}
}

func (c *Cursor) readNumber() {
	if c.has('-') {
		c.offset++
	}
	if c.has('0') {
		c.offset++
	} else {
		c.readDigits()
	}
	if c.has('.') {
		c.offset++
		c.readDigits()
	}
	if c.has('e') || c.has('E') {
		c.offset++
		if c.has('+') || c.has('-') {
			c.offset++
		}
		c.readDigits()
	}
}

// readDigits reads one digit or more.
func (c *Cursor) readDigits() {
	start := c.offset
	for c.offset < len(c.text) && text.IsDigit(c.text[c.offset]) {
		c.offset++
	}
	if c.offset == start {
		c.unexpected("a digit")
	}
}

func (c *Cursor) has(b byte) bool { return c.offset < len(c.text) && c.text[c.offset] == b }
