package schema

import (
	"bytes"
	"fmt"
	"math"
	"strconv"

	"github.com/factcite/factcite/internal/jsontext"
)

// kind is what a token of a tape stands for.
type kind uint8

const (
	kindName kind = iota // the name of an object's member, followed by its value
	kindNull
	kindFalse
	kindTrue
	kindNumber
	kindString
	kindArray
	kindObject
)

// token is one value, or one member name, of a record.
type token struct {
	start, end uint32 // bytes of the record; of a string or a name without its quotes
	next       uint32 // the token that follows this value and all that is in it
	extra      uint32 // a name: its slot; an array: its length; an object: its place in tape.objects
	kind       kind
	plain      bool // a string or a name that says what is written, without escapes
}

// memberCount is what a tape knows of an object besides its tokens.
type memberCount struct {
	named nameSet // the members whose names the vocabulary holds
	count uint32
	other uint32 // how many of them it does not hold
}

// tape is a record as a flat list of tokens, in the order of the text. Its memory
// is used again from one record to the next, so reading allocates nothing.
type tape struct {
	text    []byte
	tokens  []token
	objects []memberCount
	// unclean is set where encoding/json would read something else than what is
	// written or keep only a part of it: invalid UTF-8, half of a surrogate pair, a
	// name written with escapes, a name given twice. Only jsonschema v5 judges such
	// a record.
	unclean bool
	names   *vocabulary
	cursor  jsontext.Cursor
	scratch []byte // the last string that was read with its escapes

	branches int                   // alternatives that were judged
	judged   map[judgement]verdict // and what they came to, where there are many
}

// RecordError says why a record could not be checked: it is not JSON, or it
// exceeds a limit.
type RecordError struct {
	Offset    int    // in bytes from the start of the record
	Message   string // what is wrong there
	TooCostly bool   // the schema would be applied too often to judge it
}

// Error gives the message and its place.
func (e *RecordError) Error() string {
	return fmt.Sprintf("at byte %d: %s", e.Offset, e.Message)
}

// The limits on numbers, and on the values of one record, keep the judge from
// running out of time and memory: 1e1000001 makes it panic, a megabyte of digits
// takes it seconds, and it makes an error for each bad item of an array.
const (
	maxNumberLength = 400
	maxExponent     = 400
	maxTokens       = 1 << 18
)

// newTape returns a tape for many records, which a plan judges if it is not nil.
func newTape(maxDepth int, p *plan) *tape {
	t := &tape{cursor: jsontext.Cursor{MaxDepth: maxDepth}}
	if p != nil {
		t.names = p.names
	}
	return t
}

// read fills the tape with text, which it keeps until the next call.
func (t *tape) read(text []byte) *RecordError {
	if len(text) > math.MaxInt32 {
		return &RecordError{Offset: 0, Message: "the record is longer than 2 GiB"}
	}
	t.text = text
	t.tokens = t.tokens[:0]
	t.objects = t.objects[:0]
	t.unclean = false
	t.branches, t.judged = 0, nil
	t.cursor.Reset(text)
	t.value()
	t.cursor.End()
	if err := t.cursor.Err(); err != nil {
		return &RecordError{Offset: err.Offset, Message: err.Message}
	}
	if t.cursor.InvalidUTF8 || len(t.cursor.Duplicates) > 0 || len(t.cursor.LoneSurrogates) > 0 {
		t.unclean = true
	}
	return nil
}

func (t *tape) value() {
	c := &t.cursor
	first, start := c.Peek(), c.Offset()
	if len(t.tokens) >= maxTokens {
		c.Fail(start, "the record has more than %d values and member names", maxTokens)
		return
	}
	switch first {
	case '{':
		t.object(start)
	case '[':
		t.array(start)
	case '"':
		if at, ok := c.ReadString(); ok {
			t.add(kindString, at.Start, at.End).plain = at.Plain
		}
	default:
		if text := c.Skip(); text != nil {
			t.scalar(first, start, text)
		}
	}
}

// scalar adds a number, true, false or null.
func (t *tape) scalar(first byte, start int, text []byte) {
	k := kindNumber
	switch first {
	case 't':
		k = kindTrue
	case 'f':
		k = kindFalse
	case 'n':
		k = kindNull
	default:
		t.limitNumber(start, text)
	}
	t.add(k, start, start+len(text))
}

func (t *tape) limitNumber(start int, text []byte) {
	if e := bytes.IndexAny(text, "eE"); e >= 0 {
		digits := bytes.TrimLeft(text[e+1:], "+-")
		exponent, err := strconv.Atoi(string(digits[:min(len(digits), maxNumberLength)]))
		if err != nil || exponent > maxExponent {
			t.cursor.Fail(start, "a number with an exponent over %d", maxExponent)
		}
	}
	if len(text) > maxNumberLength {
		t.cursor.Fail(start, "a number of more than %d characters", maxNumberLength)
	}
}

// add appends a token without tokens of its own. It is filled in where it is: to
// append one is to copy what was only just written, which is slow.
func (t *tape) add(k kind, start, end int) *token {
	t.tokens = append(t.tokens, token{})
	i := len(t.tokens)
	tok := &t.tokens[i-1]
	tok.start, tok.end, tok.next = uint32(start), uint32(end), uint32(i)
	tok.kind = k
	return tok
}

func (t *tape) array(start int) {
	self, length := len(t.tokens), 0
	t.add(kindArray, start, 0)
	for range t.cursor.Elements() {
		t.value()
		length++
	}
	t.complete(self, length)
}

func (t *tape) object(start int) {
	self, place := len(t.tokens), len(t.objects)
	t.add(kindObject, start, 0)
	t.objects = append(t.objects, memberCount{})
	var has memberCount
	for name, at := range t.cursor.Members() {
		t.name(&has, name, at)
		t.value()
	}
	t.objects[place] = has
	t.complete(self, place)
}

// name adds a member's name, and counts the member.
func (t *tape) name(has *memberCount, name []byte, at jsontext.String) {
	tok := t.add(kindName, at.Start, at.End)
	tok.plain = at.Plain
	slot := uint(noSlot)
	if at.Plain {
		slot = t.names.find(name)
	} else {
		t.unclean = true
	}
	tok.extra = uint32(slot)
	has.count++
	if slot == noSlot {
		has.other++
	} else {
		has.named.add(slot)
	}
}

// complete ends the token of an array or object.
func (t *tape) complete(self, extra int) {
	tok := &t.tokens[self]
	tok.end = uint32(t.cursor.Offset())
	tok.next = uint32(len(t.tokens))
	tok.extra = uint32(extra)
}

// said returns what a string or a name says, until the next call.
func (t *tape) said(tok *token) []byte {
	text := t.text[tok.start:tok.end]
	if tok.plain {
		return text
	}
	t.scratch = jsontext.AppendUnquoted(t.scratch[:0], text)
	return t.scratch
}
