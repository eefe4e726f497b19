package schema

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/factcite/factcite/internal/jsontext"
)

// kind is what a token of a tape stands for.
type kind = jsontext.Kind

const (
	kindName   = jsontext.NameToken
	kindNull   = jsontext.NullToken
	kindFalse  = jsontext.FalseToken
	kindTrue   = jsontext.TrueToken
	kindNumber = jsontext.NumberToken
	kindString = jsontext.StringToken
	kindArray  = jsontext.ArrayToken
	kindObject = jsontext.ObjectToken
)

// token is one value, or one member name, of a record.
type token = jsontext.Token

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
	extra   []uint32 // of each token: a name: its slot; an array: its length; an object: its place in objects
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

// The limits on numbers, and that on the values of one record, keep the judge from
// running out of time and memory: 1e1000001 makes it panic, a megabyte of digits
// takes it seconds, and it makes an error for each bad item of an array.
const (
	maxNumberLength = 400
	maxExponent     = 400
)

// newTape returns a tape for many records, which a plan judges if it is not nil.
func newTape(maxDepth int, p *plan) *tape {
	t := &tape{cursor: jsontext.Cursor{MaxDepth: maxDepth, Record: true}}
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
	t.cursor.Reset(text)
	t.cursor.Skip()
	t.cursor.End()
	if err := t.cursor.Err(); err != nil {
		return &RecordError{Offset: err.Offset, Message: err.Message}
	}
	if offset, left := t.cursor.Unrecorded(); left {
		return &RecordError{Offset: offset, Message: fmt.Sprintf("the record has more than %d values and member names", jsontext.MaxTokens)}
	}
	value, _ := t.cursor.Tape()
	return t.load(&value)
}

// load fills the tape with a value that was read.
func (t *tape) load(value *jsontext.Tape) *RecordError {
	t.text, t.tokens = value.Text, value.Tokens
	t.extra = slices.Grow(t.extra[:0], len(t.tokens))[:len(t.tokens)]
	t.objects = t.objects[:0]
	t.unclean = value.Flawed
	t.branches, t.judged = 0, nil
	return t.count(0)
}

// count fills in what is extra of the value at a token and of all that is in it.
func (t *tape) count(i uint32) *RecordError {
	tok := &t.tokens[i]
	switch tok.Kind {
	case kindNumber:
		return limitNumber(int(tok.Start), t.text[tok.Start:tok.End])
	case kindArray:
		return t.countItems(i)
	case kindObject:
		return t.countMembers(i)
	}
	return nil
}

func (t *tape) countItems(i uint32) *RecordError {
	length := uint32(0)
	for item := i + 1; item < t.tokens[i].Next; item = t.tokens[item].Next {
		if err := t.count(item); err != nil {
			return err
		}
		length++
	}
	t.extra[i] = length
	return nil
}

func (t *tape) countMembers(i uint32) *RecordError {
	place := len(t.objects)
	t.extra[i] = uint32(place)
	t.objects = append(t.objects, memberCount{})
	var has memberCount
	for name := i + 1; name < t.tokens[i].Next; name = t.tokens[name+1].Next {
		slot := t.slotOf(&t.tokens[name])
		t.extra[name] = uint32(slot)
		has.add(slot)
		if k := t.tokens[name+1].Kind; k >= kindArray || k == kindNumber {
			if err := t.count(name + 1); err != nil {
				return err
			}
		}
	}
	t.objects[place] = has
	return nil
}

// slotOf returns the slot of a member's name.
func (t *tape) slotOf(name *token) uint {
	if !name.Plain {
		t.unclean = true
		return noSlot
	}
	return t.names.find(t.text[name.Start:name.End])
}

// add counts a member of that slot.
func (c *memberCount) add(slot uint) {
	c.count++
	if slot == noSlot {
		c.other++
	} else {
		c.named.add(slot)
	}
}

func limitNumber(start int, text []byte) *RecordError {
	if e := bytes.IndexAny(text, "eE"); e >= 0 {
		digits := bytes.TrimLeft(text[e+1:], "+-")
		exponent, err := strconv.Atoi(string(digits[:min(len(digits), maxNumberLength)]))
		if err != nil || exponent > maxExponent {
			return &RecordError{Offset: start, Message: fmt.Sprintf("a number with an exponent over %d", maxExponent)}
		}
	}
	if len(text) > maxNumberLength {
		return &RecordError{Offset: start, Message: fmt.Sprintf("a number of more than %d characters", maxNumberLength)}
	}
	return nil
}

// said returns what a string or a name says, until the next call.
func (t *tape) said(tok *token) []byte {
	text := t.text[tok.Start:tok.End]
	if tok.Plain {
		return text
	}
	t.scratch = jsontext.AppendUnquoted(t.scratch[:0], text)
	return t.scratch
}
