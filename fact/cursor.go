package fact

import (
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

// A cursor reads one JSON value strictly, from the front, without building it:
// the caller asks for what it knows and skips the rest. The first error sticks,
// and every later call does nothing.
type cursor struct {
	data     []byte
	pos      int
	depth    int
	maxDepth int
	err      *syntaxError

	trusting   bool   // names are not compared: a reader did so before, or nobody asks
	names      []span // members of the open objects, innermost last
	invalid    bool   // a string is not UTF-8
	duplicates []int  // offsets of member names that an object has twice
	surrogates []int  // offsets of escapes that are half of a surrogate pair
	scratch    []byte
	strings    arena
	openings   openings
	lastSource Source // the strings that sources had last, of which the next source probably has most
}

// A span is a range of data.
type span struct{ start, end int }

// A syntaxError says at which byte a value stops being JSON, and why.
type syntaxError struct {
	offset  int
	message string
	cut     bool // the input ended inside the value: more bytes may mend it
}

// noted is how many duplicate members and lone surrogates of one record are kept.
const noted = 16

func (c *cursor) reset(data []byte, maxDepth int) {
	c.data, c.pos, c.depth, c.maxDepth, c.err = data, 0, 0, maxDepth, nil
	c.invalid = false
	c.names, c.duplicates, c.surrogates = c.names[:0], c.duplicates[:0], c.surrogates[:0]
}

func (c *cursor) fail(offset int, format string, args ...any) {
	if c.err == nil {
		c.err = &syntaxError{offset: offset, message: fmt.Sprintf(format, args...)}
	}
}

func (c *cursor) failCut() {
	if c.err == nil {
		c.err = &syntaxError{offset: len(c.data), message: "it ends in the middle", cut: true}
	}
}

// unexpected fails at the byte that stands here.
func (c *cursor) unexpected(wanted string) {
	if c.pos >= len(c.data) {
		c.failCut()
		return
	}
	r, _ := utf8.DecodeRune(c.data[c.pos:])
	c.fail(c.pos, "%q stands where %s should", string(r), wanted)
}

// peek skips white space and returns the byte that follows, or 0 at the end
// and after an error.
func (c *cursor) peek() byte {
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

// open enters an object or an array and reports whether one was there.
func (c *cursor) open(bracket byte) bool {
	if c.peek() != bracket {
		c.unexpected(fmt.Sprintf("%q", string(bracket)))
		return false
	}
	if c.depth == c.maxDepth {
		c.fail(c.pos, "it is nested more than %d deep", c.maxDepth)
		return false
	}
	c.depth++
	c.pos++
	return true
}

// An object is the members seen so far of an object that is being read.
type object struct {
	begun bool   // a member was read
	base  int    // of its names in cursor.names
	seen  uint64 // one bit a name, by a hash: a clear bit shows that a name is new
	index map[string]bool
}

func (c *cursor) openObject() (object, bool) {
	ok := c.open('{')
	return object{base: len(c.names)}, ok
}

// next moves to the value of the object's next member and returns the member's
// name, which is valid until the next call, or false at the object's end.
func (c *cursor) next(o *object) ([]byte, bool) {
	if c.err != nil {
		return nil, false
	}
	from := c.pos
	if opening := c.openings.likely(c.data[from:], !o.begun); opening != nil {
		name := span{from + opening.name.start, from + opening.name.end}
		o.begun = true
		c.pos = from + len(opening.text)
		c.remember(o, c.data[name.start:name.end], name, opening.bit)
		return c.data[name.start:name.end], true
	}
	return c.readNext(o)
}

// readNext is next for a member other than the likely one, and for the end of the
// object.
func (c *cursor) readNext(o *object) ([]byte, bool) {
	from := c.pos
	b := c.peek()
	if b == '}' {
		c.pos++
		c.depth--
		c.names = c.names[:o.base]
		return nil, false
	}
	if o.begun {
		if b != ',' {
			c.unexpected(`"," or "}"`)
			return nil, false
		}
		c.pos++
		b = c.peek()
	}
	if b != '"' {
		c.unexpected("a member name")
		return nil, false
	}
	start, end, escaped := c.stringSpan()
	if c.peek() != ':' {
		c.unexpected(`":"`)
		return nil, false
	}
	c.pos++
	c.peek()
	name := c.data[start:end]
	if escaped {
		c.scratch = appendUnquoted(c.scratch[:0], name)
		name = c.scratch
	}
	bit := nameBit(name)
	if !escaped && utf8.Valid(name) {
		c.openings.learn(c.data[from:c.pos], span{start - from, end - from}, !o.begun, bit)
	}
	o.begun = true
	c.remember(o, name, span{start, end}, bit)
	return name, true
}

// manyMembers is the size from which an object's names are kept in a map.
const manyMembers = 32

// remember notes a member's name, and whether its object has another of that name.
func (c *cursor) remember(o *object, name []byte, at span, bit uint64) {
	if c.trusting {
		return
	}
	unsure := o.seen&bit != 0 || len(c.names)-o.base >= manyMembers
	if unsure && c.repeats(o, name) && len(c.duplicates) < noted {
		c.duplicates = append(c.duplicates, at.start-1)
	}
	o.seen |= bit
	c.names = append(c.names, at)
}

// repeats reports whether an object has a member of the name already.
func (c *cursor) repeats(o *object, name []byte) bool {
	names := c.names[o.base:]
	if len(names) < manyMembers {
		return slices.ContainsFunc(names, func(old span) bool { return string(c.name(old)) == string(name) })
	}
	if o.index == nil {
		o.index = make(map[string]bool, 2*manyMembers)
		for _, old := range names {
			o.index[string(c.name(old))] = true
		}
	}
	known := o.index[string(name)]
	o.index[string(name)] = true
	return known
}

// name is the text of a name that was read; most have no escape to resolve.
func (c *cursor) name(span span) []byte {
	raw := c.data[span.start:span.end]
	for _, b := range raw {
		if b == '\\' {
			return appendUnquoted(nil, raw)
		}
	}
	return raw
}

// nameBit spreads names over 64 bits by their length and both ends, in which the
// names of one object usually differ.
func nameBit(name []byte) uint64 {
	n := len(name)
	var mixed uint32
	if n < 4 {
		mixed = uint32(n)
		for _, b := range name {
			mixed = mixed*31 + uint32(b)
		}
	} else {
		mixed = binary.LittleEndian.Uint32(name) ^ binary.LittleEndian.Uint32(name[n-4:])*31 ^ uint32(n)
	}
	return 1 << (mixed * 2654435761 >> 26)
}

// element moves to the next element of an array and reports whether there is
// one; first says that none was read yet.
func (c *cursor) element(first bool) bool {
	b := c.peek()
	if b == ']' {
		c.pos++
		c.depth--
		return false
	}
	if !first {
		if b != ',' {
			c.unexpected(`"," or "]"`)
			return false
		}
		c.pos++
		if c.peek() == ']' {
			c.unexpected("a value")
			return false
		}
	}
	return c.err == nil
}

// skip passes over one value and returns its bytes.
func (c *cursor) skip() []byte {
	b := c.peek()
	start := c.pos
	switch {
	case b == '"':
		c.stringSpan()
	case b == '{':
		if o, ok := c.openObject(); ok {
			for {
				if _, ok := c.next(&o); !ok {
					break
				}
				c.skip()
			}
		}
	case b == '[':
		if c.open('[') {
			for first := true; c.element(first); first = false {
				c.skip()
			}
		}
	case b == 't':
		c.word("true")
	case b == 'f':
		c.word("false")
	case b == 'n':
		c.word("null")
	case b == '-' || '0' <= b && b <= '9':
		c.number()
	default:
		c.unexpected("a value")
	}
	if c.err != nil {
		return nil
	}
	return c.data[start:c.pos:c.pos]
}

func (c *cursor) word(word string) {
	if end := c.pos + len(word); end <= len(c.data) && string(c.data[c.pos:end]) == word {
		c.pos = end
		return
	}
	for i := range len(word) {
		if c.pos == len(c.data) {
			c.failCut()
			return
		}
		if c.data[c.pos] != word[i] {
			c.unexpected(fmt.Sprintf("%q", word))
			return
		}
		c.pos++
	}
}

func (c *cursor) digits() {
	start := c.pos
	for c.pos < len(c.data) && '0' <= c.data[c.pos] && c.data[c.pos] <= '9' {
		c.pos++
	}
	if c.pos == start {
		c.unexpected("a digit")
	}
}

func (c *cursor) at(b byte) bool { return c.pos < len(c.data) && c.data[c.pos] == b }

func (c *cursor) number() {
	if c.at('-') {
		c.pos++
	}
	if c.at('0') {
		c.pos++
	} else {
		c.digits()
	}
	if c.err == nil && c.at('.') {
		c.pos++
		c.digits()
	}
	if c.err == nil && (c.at('e') || c.at('E')) {
		c.pos++
		if c.at('+') || c.at('-') {
			c.pos++
		}
		c.digits()
	}
}

// stringSpan passes over a string and returns the range between its quotes. It
// looks at eight bytes at a time, since most of an input is strings.
func (c *cursor) stringSpan() (start, end int, escaped bool) {
	data := c.data
	start = c.pos + 1
	wide := uint64(0) // has a bit of highBits if a byte of it, or just behind, is not ASCII
	for i := start; ; {
		for i+8 <= len(data) {
			w := binary.LittleEndian.Uint64(data[i:])
			wide |= w
			if marks := special(w); marks != 0 {
				i += bits.TrailingZeros64(marks) / 8
				break
			}
			i += 8
		}
		if i >= len(data) {
			c.pos = i
			c.failCut()
			return start, start, false
		}
		switch b := data[i]; {
		case b == '"':
			if wide&highBits != 0 && !utf8.Valid(data[start:i]) {
				c.invalid = true
			}
			c.pos = i + 1
			return start, i, escaped
		case b == '\\':
			escaped = true
			n := c.escape(i)
			if n == 0 {
				return start, start, false
			}
			i += n
		case b < ' ':
			c.pos = i
			c.fail(i, "the control character %q stands in a string that starts %d bytes before it; write it as an escape, or close the string", string(rune(b)), i-start+1)
			return start, start, false
		default: // one of the last seven
			wide |= uint64(b)
			i++
		}
	}
}

// escape checks the escape at offset i and returns its length, or 0 if it is none.
func (c *cursor) escape(i int) int {
	data := c.data
	if i+1 == len(data) {
		c.failCut()
		return 0
	}
	switch data[i+1] {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return 2
	case 'u':
		if i+6 > len(data) {
			c.failCut()
			return 0
		}
		unit, ok := hex4(data[i+2 : i+6])
		if !ok {
			c.fail(i, "%q is no escape", data[i:i+6])
			return 0
		}
		if !utf16.IsSurrogate(unit) {
			return 6
		}
		if rest := data[i+6:]; len(rest) < 6 && len(rest) > 0 && rest[0] == '\\' && (len(rest) == 1 || rest[1] == 'u') {
			// The other half is cut, and with it the string.
			c.failCut()
			return 0
		}
		if _, n := unquoteUnicode(data[i:]); n == 12 {
			return 12
		}
		if len(c.surrogates) < noted {
			c.surrogates = append(c.surrogates, i)
		}
		return 6
	}
	r, _ := utf8.DecodeRune(data[i+1:])
	c.fail(i, "%q is no escape", `\`+string(r))
	return 0
}

// text reads a string, or skips a value of another kind and returns "".
func (c *cursor) text() string {
	text, _ := c.plainText()
	return text
}

// plainText is text; plain tells whether the string surely stands in the input as
// it is, without escapes and invalid UTF-8.
func (c *cursor) plainText() (text string, plain bool) {
	if c.peek() != '"' {
		c.skip()
		return "", true
	}
	start, end, escaped := c.stringSpan()
	if c.err != nil {
		return "", true
	}
	if !escaped {
		return c.strings.keep(c.data[start:end]), !c.invalid
	}
	c.scratch = appendUnquoted(c.scratch[:0], c.data[start:end])
	return c.strings.keep(c.scratch), false
}

// textLike is text for a string that is probably the same as last time, whose
// memory it then shares: facts of one source mostly stand together. It remembers
// only strings that stand in the input as they are.
func (c *cursor) textLike(last *string) string {
	if c.peek() == '"' {
		from, to := c.pos+1, c.pos+1+len(*last)
		if to < len(c.data) && c.data[to] == '"' && string(c.data[from:to]) == *last {
			c.pos = to + 1
			return *last
		}
	}
	text, plain := c.plainText()
	if plain {
		*last = text
	}
	return text
}

// appendUnquoted appends the text of the inside of a valid JSON string.
func appendUnquoted(dst, inside []byte) []byte {
	for len(inside) > 0 {
		plain := 0
		for plain < len(inside) && inside[plain] != '\\' && inside[plain] < utf8.RuneSelf {
			plain++
		}
		dst = append(dst, inside[:plain]...)
		inside = inside[plain:]
		if len(inside) == 0 {
			break
		}
		n, r := stepJSON(inside)
		if r == verbatim {
			dst = append(dst, inside[:n]...)
		} else {
			dst = utf8.AppendRune(dst, r)
		}
		inside = inside[n:]
	}
	return dst
}

// verbatim is what a step returns for bytes that stand for themselves.
const verbatim rune = -1

// stepJSON returns how many bytes of the inside of a JSON string stand for the
// next character, and that character, or verbatim for a character as it is.
func stepJSON(inside []byte) (int, rune) {
	if inside[0] != '\\' || len(inside) == 1 {
		return stepText(inside)
	}
	switch inside[1] {
	case 'b':
		return 2, '\b'
	case 'f':
		return 2, '\f'
	case 'n':
		return 2, '\n'
	case 'r':
		return 2, '\r'
	case 't':
		return 2, '\t'
	case 'u':
		if len(inside) >= 6 {
			r, n := unquoteUnicode(inside)
			return n, r
		}
	}
	return 2, rune(inside[1])
}

// stepText is stepJSON for plain text: only invalid UTF-8 does not stand for itself.
func stepText(text []byte) (int, rune) {
	if text[0] < utf8.RuneSelf {
		return 1, verbatim
	}
	r, n := utf8.DecodeRune(text)
	if r == utf8.RuneError && n == 1 {
		return 1, utf8.RuneError
	}
	return n, verbatim
}

// unquoteUnicode reads a \uXXXX escape, or two that make a surrogate pair.
func unquoteUnicode(escape []byte) (rune, int) {
	high, ok := hex4(escape[2:6])
	if !ok {
		return utf8.RuneError, 6
	}
	if utf16.IsSurrogate(high) && len(escape) >= 12 && escape[6] == '\\' && escape[7] == 'u' {
		if low, ok := hex4(escape[8:12]); ok {
			if r := utf16.DecodeRune(high, low); r != utf8.RuneError {
				return r, 12
			}
		}
	}
	if utf16.IsSurrogate(high) {
		return utf8.RuneError, 6
	}
	return high, 6
}

func hex4(digits []byte) (rune, bool) {
	var r rune
	for _, d := range digits {
		switch {
		case '0' <= d && d <= '9':
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
