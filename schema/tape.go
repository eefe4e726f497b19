package schema

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"strconv"
	"unicode/utf8"
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
	escaped    bool // a string with at least one backslash
}

// memberCount is what a tape knows of an object beside its tokens.
type memberCount struct {
	named  nameSet // the members whose names the vocabulary holds
	hashes uint64  // of the names that it does not hold
	count  uint32
	other  uint32 // how many of them it does not hold
}

// tape is a record as a flat list of tokens, in the order of the text. Its
// buffers are kept from one record to the next, so reading allocates nothing.
type tape struct {
	text    []byte
	tokens  []token
	objects []memberCount
	// unclean is set where encoding/json would read something else than what is
	// written or keep only a part of it: invalid UTF-8, a name written with
	// escapes, a name given twice. Only jsonschema v5 judges such a record.
	unclean  bool
	maxDepth int
	names    *vocabulary
	err      *RecordError
	openings openings
	passed   [][]byte // by rule, the last short text of which its pattern and format held
	scratch  []byte   // the last string that was read with its escapes
}

// RecordError says why a record could not be checked: it is not JSON, or it
// exceeds a limit.
type RecordError struct {
	Offset  int    // in bytes from the start of the record
	Message string // what is wrong there
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
	t := &tape{maxDepth: maxDepth, openings: newOpenings()}
	if p != nil {
		t.names, t.passed = p.names, make([][]byte, p.rules)
	}
	return t
}

// read fills the tape with text, which it keeps until the next call.
func (t *tape) read(text []byte) *RecordError {
	t.text = text
	t.tokens = t.tokens[:0]
	t.objects = t.objects[:0]
	t.unclean = false
	t.err = nil
	if len(text) > math.MaxInt32 {
		return &RecordError{0, "the record is longer than 2 GiB"}
	}
	i := t.value(t.space(0), 1)
	if i < 0 {
		return t.err
	}
	if i = t.space(i); i < len(text) {
		t.fail(i, "want nothing more after the record, not "+t.found(i))
		return t.err
	}
	return nil
}

// fail notes the first error. Every method that reads returns the offset behind
// what it read, or fail's -1.
func (t *tape) fail(offset int, message string) int {
	if t.err == nil {
		t.err = &RecordError{offset, message}
	}
	return -1
}

// found names what stands at offset i.
func (t *tape) found(i int) string {
	if i >= len(t.text) {
		return "the end"
	}
	r, size := utf8.DecodeRune(t.text[i:])
	if r == utf8.RuneError && size == 1 {
		return fmt.Sprintf("byte 0x%02x", t.text[i])
	}
	return strconv.QuoteRune(r)
}

// space skips white space.
func (t *tape) space(i int) int {
	for i < len(t.text) && t.text[i] <= ' ' {
		switch t.text[i] {
		case ' ', '\n', '\r', '\t':
			i++
		default:
			return i
		}
	}
	return i
}

func (t *tape) value(i, depth int) int {
	if i >= len(t.text) {
		return t.fail(i, "want a value, not the end")
	}
	if len(t.tokens) >= maxTokens {
		return t.fail(i, fmt.Sprintf("the record has more than %d values and member names", maxTokens))
	}
	switch c := t.text[i]; c {
	case '"':
		return t.string(i, kindString)
	case '{':
		return t.object(i, depth)
	case '[':
		return t.array(i, depth)
	case 't':
		return t.literal(i, kindTrue, "true")
	case 'f':
		return t.literal(i, kindFalse, "false")
	case 'n':
		return t.literal(i, kindNull, "null")
	default:
		if c == '-' || isDigit(c) {
			return t.number(i)
		}
		return t.fail(i, "want a value, not "+t.found(i))
	}
}

func (t *tape) literal(i int, k kind, word string) int {
	end := i + len(word)
	if end > len(t.text) || string(t.text[i:end]) != word {
		return t.fail(i, "want "+word)
	}
	t.add(k, i, end)
	return end
}

// add appends a token without tokens of its own. It is filled in where it stands:
// to append one is to copy what was only just written, which is slow.
func (t *tape) add(k kind, start, end int) *token {
	t.tokens = append(t.tokens, token{})
	i := len(t.tokens)
	tok := &t.tokens[i-1]
	tok.start, tok.end, tok.next = uint32(start), uint32(end), uint32(i)
	tok.kind = k
	return tok
}

func (t *tape) array(i, depth int) int {
	if depth > t.maxDepth {
		return t.fail(i, fmt.Sprintf("nested more than %d deep", t.maxDepth))
	}
	self, length := len(t.tokens), uint32(0)
	t.add(kindArray, i, 0)
	i = t.space(i + 1)
	if i < len(t.text) && t.text[i] == ']' {
		t.close(self, i+1, 0)
		return i + 1
	}
	for {
		if i = t.value(i, depth+1); i < 0 {
			return i
		}
		length++
		i = t.space(i)
		switch {
		case i < len(t.text) && t.text[i] == ',':
			i = t.space(i + 1)
		case i < len(t.text) && t.text[i] == ']':
			t.close(self, i+1, length)
			return i + 1
		default:
			return t.fail(i, "want ',' or ']', not "+t.found(i))
		}
	}
}

func (t *tape) object(i, depth int) int {
	if depth > t.maxDepth {
		return t.fail(i, fmt.Sprintf("nested more than %d deep", t.maxDepth))
	}
	self, object := len(t.tokens), len(t.objects)
	t.add(kindObject, i, 0)
	t.objects = append(t.objects, memberCount{})
	var seen memberCount
	i++
	for first := true; ; first = false {
		if next := t.space(i); next < len(t.text) && t.text[next] == '}' {
			t.objects[object] = seen
			t.close(self, next+1, uint32(object))
			return next + 1
		}
		name := len(t.tokens)
		if i = t.memberName(i, first); i < 0 {
			return i
		}
		t.note(&seen, self, name)
		if i = t.value(t.space(i), depth+1); i < 0 {
			return i
		}
	}
}

// memberName reads all that stands before the value of a member.
func (t *tape) memberName(i int, first bool) int {
	if o := t.openings.likely(t.text[i:], first); o != nil {
		t.add(kindName, i+o.start, i+o.end).extra = uint32(o.slot)
		return i + len(o.text)
	}
	from := i
	i = t.space(i)
	if !first {
		if i >= len(t.text) || t.text[i] != ',' {
			return t.fail(i, "want ',' or '}', not "+t.found(i))
		}
		i = t.space(i + 1)
	}
	if i >= len(t.text) || t.text[i] != '"' {
		return t.fail(i, "want the name of a member in quotes, not "+t.found(i))
	}
	name := len(t.tokens)
	if i = t.string(i, kindName); i < 0 {
		return i
	}
	i = t.space(i)
	if i >= len(t.text) || t.text[i] != ':' {
		return t.fail(i, "want ':' after the name of a member, not "+t.found(i))
	}
	i = t.space(i + 1)
	t.resolve(&t.tokens[name], from, i, first)
	return i
}

// resolve finds the slot of a name, and remembers the opening of which it is a part
// if reading it once is enough.
func (t *tape) resolve(name *token, from, to int, first bool) {
	if name.escaped {
		t.unclean = true
		name.extra = noSlot
		return
	}
	text := t.text[name.start:name.end]
	slot := t.names.find(text)
	name.extra = uint32(slot)
	if utf8.Valid(text) {
		t.openings.learn(t.text[from:to], int(name.start)-from, int(name.end)-from, first, slot)
	}
}

// note counts a member and finds out whether its object has another of its name:
// by a bit for each name of the vocabulary, and for others by a bit of their hash
// that only a few share.
func (t *tape) note(seen *memberCount, object, name int) {
	seen.count++
	tok := &t.tokens[name]
	slot := uint(tok.extra)
	if slot != noSlot {
		if seen.named.has(slot) {
			t.unclean = true
		}
		seen.named = seen.named.with(slot)
		return
	}
	bit := uint64(1) << (hashName(t.text[tok.start:tok.end]) & 63)
	if seen.hashes&bit != 0 && t.repeated(object, name) {
		t.unclean = true
	}
	seen.hashes |= bit
	seen.other++
}

// repeated tells whether an object has the same name before, or has so many
// members that looking would take long.
func (t *tape) repeated(object, name int) bool {
	const enough = 256
	key := t.text[t.tokens[name].start:t.tokens[name].end]
	looked := 0
	for i := object + 1; i < name; i = int(t.tokens[i+1].next) {
		if looked++; looked > enough {
			return true
		}
		if bytes.Equal(t.text[t.tokens[i].start:t.tokens[i].end], key) {
			return true
		}
	}
	return false
}

// close completes the token of an array or object.
func (t *tape) close(self, end int, extra uint32) {
	tok := &t.tokens[self]
	tok.end = uint32(end)
	tok.next = uint32(len(t.tokens))
	tok.extra = extra
}

const (
	lowBits  = 0x0101010101010101
	highBits = 0x8080808080808080
)

// special marks, by the highest bit of each, the bytes of w that a string may not
// hold as they are: quotes, backslashes and control characters. Subtracting from
// all bytes at once borrows from a byte only behind a marked one, so the lowest mark
// is certain, and no mark means that there is none.
func special(w uint64) uint64 {
	quote := w ^ lowBits*'"'
	slash := w ^ lowBits*'\\'
	return ((quote - lowBits) | (slash - lowBits) | (w - lowBits*' ')) &^ w & highBits
}

func (t *tape) string(i int, k kind) int {
	text := t.text
	start := i + 1
	escaped := false
	wide := uint64(0) // has a bit of highBits if a byte of it, or just behind, is not ASCII
	i = start
	for {
		for i+8 <= len(text) {
			w := binary.LittleEndian.Uint64(text[i:])
			wide |= w
			if marks := special(w); marks != 0 {
				i += bits.TrailingZeros64(marks) / 8
				break
			}
			i += 8
		}
		if i >= len(text) {
			return t.fail(start-1, "a string without its closing quote")
		}
		switch c := text[i]; {
		case c == '"':
			if wide&highBits != 0 && !utf8.Valid(text[start:i]) {
				t.unclean = true
			}
			t.add(k, start, i).escaped = escaped
			return i + 1
		case c == '\\':
			n := escapeLength(text[i:])
			if n == 0 {
				return t.fail(i, "an escape that JSON does not have")
			}
			escaped = true
			i += n
		case c < ' ':
			return t.fail(i, fmt.Sprintf("control character 0x%02x in a string; write it as an escape", c))
		default: // one of the last seven
			wide |= uint64(c)
			i++
		}
	}
}

func (t *tape) number(i int) int {
	start := i
	if t.text[i] == '-' {
		i++
	}
	if i < len(t.text) && t.text[i] == '0' {
		i++
	} else if i = t.digits(i); i < 0 {
		return i
	}
	if i < len(t.text) && t.text[i] == '.' {
		if i = t.digits(i + 1); i < 0 {
			return i
		}
	}
	if i < len(t.text) && (t.text[i] == 'e' || t.text[i] == 'E') {
		i++
		if i < len(t.text) && (t.text[i] == '+' || t.text[i] == '-') {
			i++
		}
		from := i
		if i = t.digits(i); i < 0 {
			return i
		}
		if exponent, err := strconv.Atoi(string(t.text[from:min(i, from+maxNumberLength)])); err != nil || exponent > maxExponent {
			return t.fail(start, fmt.Sprintf("a number with an exponent over %d", maxExponent))
		}
	}
	if i-start > maxNumberLength {
		return t.fail(start, fmt.Sprintf("a number of more than %d characters", maxNumberLength))
	}
	t.add(kindNumber, start, i)
	return i
}

// digits skips one digit or more.
func (t *tape) digits(i int) int {
	from := i
	for i < len(t.text) && isDigit(t.text[i]) {
		i++
	}
	if i == from {
		return t.fail(i, "want a digit, not "+t.found(i))
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isHex(c byte) bool {
	return isDigit(c) || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}
