package jsontext

import "math"

// A Tape is a value as a flat list of tokens, in the order of its text.
type Tape struct {
	Text   []byte
	Tokens []Token
	Depth  int  // how many objects and arrays are within each other
	Flawed bool // the text has flaws
}

// Token is one value, or one member name, of a tape.
type Token struct {
	Start, End uint32 // bytes of the text; of a string or a name without its quotes
	Next       uint32 // the token that follows this value and all that is in it
	Kind       Kind
	Plain      bool // a string or a name that says what is written, without escapes
}

// Kind is what a token of a tape is.
type Kind uint8

// The kinds of tokens. A name is that of an object's member, followed by its value.
const (
	NameToken Kind = iota
	NullToken
	FalseToken
	TrueToken
	NumberToken
	StringToken
	ArrayToken
	ObjectToken
)

// MaxTokens is how many tokens a tape may have.
const MaxTokens = 1 << 18

// recording is what a cursor keeps of what it reads.
type recording struct {
	tokens  []Token
	deepest int
	stopped bool
	offset  int // of the value that it stopped at, for which there was no room
}

func (r *recording) reset() { *r = recording{tokens: r.tokens[:0]} }

// Tape returns the value that was read since the last Reset, of a cursor that records, valid
// until the next one; ok is false if it has more than MaxTokens values and names.
func (c *Cursor) Tape() (t Tape, ok bool) {
	if !c.Record || c.recording.stopped {
		return Tape{}, false
	}
	flawed := c.InvalidUTF8 || len(c.Duplicates) > 0 || len(c.LoneSurrogates) > 0
	return Tape{Text: c.text[:c.offset:c.offset], Tokens: c.recording.tokens, Depth: c.recording.deepest, Flawed: flawed}, true
}

// Unrecorded returns the offset of the first value that a tape had no room for.
func (c *Cursor) Unrecorded() (offset int, ok bool) { return c.recording.offset, c.recording.stopped }

// add records a token without tokens of its own. It is filled in where it is: to append one
// is to copy what was only just written, which is slow.
func (r *recording) add(kind Kind, start, end int, plain bool) {
	if r.stopped {
		return
	}
	if len(r.tokens) >= MaxTokens && kind != NameToken || end > math.MaxInt32 {
		r.stopped, r.offset = true, start
		return
	}
	r.tokens = append(r.tokens, Token{})
	i := len(r.tokens)
	t := &r.tokens[i-1]
	t.Start, t.End, t.Next = uint32(start), uint32(end), uint32(i)
	t.Kind, t.Plain = kind, plain
}

// complete ends the token of an object or array.
func (r *recording) complete(self, end int) {
	if r.stopped {
		return
	}
	t := &r.tokens[self]
	t.End, t.Next = uint32(end), uint32(len(r.tokens))
}
