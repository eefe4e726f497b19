package schema

import (
	"iter"
	"net/url"
	"strconv"
	"strings"

	"github.com/factcite/factcite/internal/jsontext"
)

// pointerOf turns a location of jsonschema v5, which is a JSON pointer escaped
// once more for URIs, into the pointer.
func pointerOf(location string) string {
	if pointer, err := url.PathUnescape(location); err == nil {
		return pointer
	}
	return location
}

// segments splits a pointer into the names and indexes that it goes by.
func segments(pointer string) []string {
	if pointer == "" {
		return nil
	}
	parts := strings.Split(pointer[1:], "/")
	for i, part := range parts {
		parts[i] = jsontext.UnescapePointer(part)
	}
	return parts
}

// join appends a name to a pointer.
func join(pointer, name string) string {
	return pointer + "/" + jsontext.EscapePointer(name)
}

// pointerTo makes the pointer of a path.
func pointerTo(path []string) string {
	pointer := ""
	for _, segment := range path {
		pointer = join(pointer, segment)
	}
	return pointer
}

// compareSegments orders by name, and indexes by number.
func compareSegments(a, b []string) int {
	for i := range min(len(a), len(b)) {
		if c := compareSegment(a[i], b[i]); c != 0 {
			return c
		}
	}
	return len(a) - len(b)
}

func compareSegment(a, b string) int {
	m, errA := strconv.Atoi(a)
	n, errB := strconv.Atoi(b)
	if errA == nil && errB == nil && m != n {
		return m - n
	}
	return strings.Compare(a, b)
}

// locate returns the token of the value that a path leads to, as encoding/json
// reads the record: of a member given twice, the last.
func (t *tape) locate(path []string) (i int, ok bool) {
	for _, segment := range path {
		if i, ok = t.child(i, segment); !ok {
			return 0, false
		}
	}
	return i, true
}

// located is a tape with what is in its objects and arrays by name and index, as far as
// it was asked for: a record may be wrong in as many places as it has values.
type located struct {
	*tape
	children map[int]map[string]int // by the token of the object or array
}

func newLocated(t *tape) *located { return &located{tape: t, children: map[int]map[string]int{}} }

// locate is locate of the tape.
func (l *located) locate(path []string) (i int, ok bool) {
	for _, segment := range path {
		if l.children[i] == nil {
			l.children[i] = l.childrenOf(i)
		}
		if i, ok = l.children[i][segment]; !ok {
			return 0, false
		}
	}
	return i, true
}

func (l *located) childrenOf(i int) map[string]int {
	children := map[string]int{}
	for name, value := range l.members(i) {
		children[l.textOf(name)] = value
	}
	for n, item := range l.items(i) {
		children[strconv.Itoa(n)] = item
	}
	return children
}

// child returns the member or item that a segment names of the value at token i.
func (t *tape) child(i int, segment string) (found int, ok bool) {
	for name, value := range t.members(i) {
		if t.says(name, segment) {
			found, ok = value, true
		}
	}
	if index, err := strconv.Atoi(segment); err == nil {
		for n, item := range t.items(i) {
			if n == index {
				return item, true
			}
		}
	}
	return found, ok
}

// members yields the tokens of the names and values of the object at token i,
// nothing if it is no object.
func (t *tape) members(i int) iter.Seq2[int, int] {
	return func(yield func(name, value int) bool) {
		if t.tokens[i].Kind != kindObject {
			return
		}
		end := int(t.tokens[i].Next)
		for name := i + 1; name < end; name = int(t.tokens[name+1].Next) {
			if !yield(name, name+1) {
				return
			}
		}
	}
}

// items yields the indexes and tokens of the items of the array at token i,
// nothing if it is no array.
func (t *tape) items(i int) iter.Seq2[int, int] {
	return func(yield func(n, item int) bool) {
		if t.tokens[i].Kind != kindArray {
			return
		}
		end := int(t.tokens[i].Next)
		for n, item := 0, i+1; item < end; n, item = n+1, int(t.tokens[item].Next) {
			if !yield(n, item) {
				return
			}
		}
	}
}

// offset returns where the text of token i starts, with the quote of a string.
func (t *tape) offset(i int) int {
	start, _ := t.span(i)
	return start
}

// span returns the bytes of the text of token i, with the quotes of a string.
func (t *tape) span(i int) (start, end int) {
	tok := t.tokens[i]
	if tok.Kind == kindString || tok.Kind == kindName {
		return int(tok.Start) - 1, int(tok.End) + 1
	}
	return int(tok.Start), int(tok.End)
}

// says reports whether the name or string at token i is a text.
func (t *tape) says(i int, text string) bool { return string(t.said(&t.tokens[i])) == text }

// textOf returns what the name or string at token i says.
func (t *tape) textOf(i int) string { return string(t.said(&t.tokens[i])) }
