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
	follows  [maxNames + 1]uint8 // by slot, the slot + 1 of the name that came after it last
	scratch  []byte              // the last string that was read with its escapes
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
	t.add(token{start: uint32(i), end: uint32(end), kind: k})
	return end
}

// add appends a token without tokens of its own.
func (t *tape) add(tok token) {
	tok.next = uint32(len(t.tokens) + 1)
	t.tokens = append(t.tokens, tok)
}

func (t *tape) array(i, depth int) int {
	if depth > t.maxDepth {
		return t.fail(i, fmt.Sprintf("nested more than %d deep", t.maxDepth))
	}
	start, self, length := i, len(t.tokens), uint32(0)
	t.tokens = append(t.tokens, token{kind: kindArray})
	i = t.space(i + 1)
	if i < len(t.text) && t.text[i] == ']' {
		t.close(self, start, i+1, 0)
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
			t.close(self, start, i+1, length)
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
	start, self, object := i, len(t.tokens), len(t.objects)
	t.tokens = append(t.tokens, token{kind: kindObject})
	t.objects = append(t.objects, memberCount{})
	var seen memberCount
	i = t.space(i + 1)
	if i < len(t.text) && t.text[i] == '}' {
		t.close(self, start, i+1, uint32(object))
		return i + 1
	}
	slot := uint(noSlot)
	for {
		name := len(t.tokens)
		if i, slot = t.memberName(i, slot); i < 0 {
			return i
		}
		t.note(&seen, slot, self, name)
		i = t.space(i)
		if i >= len(t.text) || t.text[i] != ':' {
			return t.fail(i, "want ':' after the name of a member, not "+t.found(i))
		}
		if i = t.value(t.space(i+1), depth+1); i < 0 {
			return i
		}
		i = t.space(i)
		switch {
		case i < len(t.text) && t.text[i] == ',':
			i = t.space(i + 1)
		case i < len(t.text) && t.text[i] == '}':
			t.objects[object] = seen
			t.close(self, start, i+1, uint32(object))
			return i + 1
		default:
			return t.fail(i, "want ',' or '}', not "+t.found(i))
		}
	}
}

// memberName reads the name of a member and returns its slot. Records of one
// source have their members in one order, so the name that followed the one
// before it last time is tried first.
func (t *tape) memberName(i int, before uint) (next int, slot uint) {
	if i >= len(t.text) || t.text[i] != '"' {
		return t.fail(i, "want the name of a member in quotes, not "+t.found(i)), noSlot
	}
	if likely := t.follows[before]; likely != 0 {
		ended := t.names.ended[likely-1]
		if rest := t.text[i+1:]; len(rest) >= len(ended) && string(rest[:len(ended)]) == ended {
			next, slot = i+1+len(ended), uint(likely-1)
			t.add(token{start: uint32(i + 1), end: uint32(next - 1), kind: kindName, extra: uint32(slot)})
			return next, slot
		}
	}
	name := len(t.tokens)
	if next = t.string(i, kindName); next < 0 {
		return next, noSlot
	}
	tok := &t.tokens[name]
	if tok.escaped {
		t.unclean = true
		return next, noSlot
	}
	if slot = t.names.find(t.text[tok.start:tok.end]); slot != noSlot && t.names.ended[slot] != "" {
		t.follows[before] = uint8(slot + 1)
	}
	tok.extra = uint32(slot)
	return next, slot
}

// note counts a member and finds out whether its object has another of its name:
// by a bit for each name of the vocabulary, and for others by a bit of their hash
// that only a few share.
func (t *tape) note(seen *memberCount, slot uint, object, name int) {
	seen.count++
	if slot != noSlot {
		if seen.named.has(slot) {
			t.unclean = true
		}
		seen.named = seen.named.with(slot)
		return
	}
	tok := &t.tokens[name]
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
func (t *tape) close(self, start, end int, extra uint32) {
	tok := &t.tokens[self]
	tok.start, tok.end = uint32(start), uint32(end)
	tok.next = uint32(len(t.tokens))
	tok.extra = extra
}

const (
	lowBits  = 0x0101010101010101
	highBits = 0x8080808080808080
)

// special marks, by the highest bit of each, the bytes of w that are a quote, a
// backslash, a control character or part of a longer code point. Only the lowest
// mark is certain.
func special(w uint64) uint64 {
	quote := w ^ lowBits*'"'
	slash := w ^ lowBits*'\\'
	return ((quote-lowBits)&^quote | (slash-lowBits)&^slash | (w-lowBits*' ')&^w | w) & highBits
}

func (t *tape) string(i int, k kind) int {
	text := t.text
	start := i + 1
	escaped, wide := false, false
	i = start
	for {
		for i+8 <= len(text) {
			marks := special(binary.LittleEndian.Uint64(text[i:]))
			if marks != 0 {
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
			if wide && !utf8.Valid(text[start:i]) {
				t.unclean = true
			}
			t.add(token{start: uint32(start), end: uint32(i), kind: k, escaped: escaped, extra: noSlot})
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
		case c >= utf8.RuneSelf:
			wide = true
			for i++; i < len(text) && text[i] >= utf8.RuneSelf; i++ {
			}
		default:
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
	t.add(token{start: uint32(start), end: uint32(i), kind: kindNumber})
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
