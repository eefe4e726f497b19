package jsontext

import (
	"strconv"
	"strings"
)

// pointerDepth is how deep a text may be that pointers lead into: deeper than any
// that was read before.
const pointerDepth = 10_001

// EscapePointer returns a member name as a JSON pointer (RFC 6901) has it.
func EscapePointer(name string) string {
	return strings.ReplaceAll(strings.ReplaceAll(name, "~", "~0"), "/", "~1")
}

// UnescapePointer returns the member name that a part of a JSON pointer stands for.
func UnescapePointer(part string) string {
	return strings.ReplaceAll(strings.ReplaceAll(part, "~1", "/"), "~0", "~")
}

// Find returns the range of the value that a pointer leads to in a JSON text. Of
// several members of one name it is the last.
func Find(text []byte, pointer string) (start, end int, ok bool) {
	if pointer == "" {
		c := walker(text)
		c.Peek()
		start = c.Offset()
		c.Skip()
		return start, c.Offset(), c.Err() == nil
	}
	end = len(text)
	for part := range strings.SplitSeq(pointer[1:], "/") {
		from, to, ok := findIn(text[start:end], part)
		if !ok || pointer[0] != '/' {
			return 0, 0, false
		}
		start, end = start+from, start+to
	}
	return start, end, true
}

// findIn is Find for one part of a pointer.
func findIn(text []byte, part string) (start, end int, ok bool) {
	c := walker(text)
	switch c.Peek() {
	case '{':
		wanted := UnescapePointer(part)
		for name := range c.Members() {
			if string(name) == wanted {
				start, ok = c.Offset(), true
				c.Skip()
				end = c.Offset()
			}
		}
	case '[':
		for index := range c.Elements() {
			if strconv.Itoa(index) == part {
				start, ok = c.Offset(), true
				c.Skip()
				end = c.Offset()
				break
			}
		}
	}
	return start, end, ok
}

// PointerTo returns the pointer of the innermost value, or member name, of a JSON
// text that covers the byte at offset.
func PointerTo(text []byte, offset int) string {
	pointer := ""
	for {
		part, start, end := covering(text, offset)
		pointer += part
		if start == end {
			return pointer
		}
		text, offset = text[start:end], offset-start
	}
}

// covering returns the part of a pointer to the member or element of a value that
// covers the byte at offset, and the range of its value, which is empty if it is
// the name that covers it.
func covering(text []byte, offset int) (part string, start, end int) {
	c := walker(text)
	switch c.Peek() {
	case '{':
		for name := range c.Members() {
			part := "/" + EscapePointer(string(name))
			if offset < c.Offset() {
				return part, 0, 0
			}
			start := c.Offset()
			if c.Skip(); offset < c.Offset() {
				return part, start, c.Offset()
			}
		}
	case '[':
		for index := range c.Elements() {
			start := c.Offset()
			if c.Skip(); offset < c.Offset() {
				return "/" + strconv.Itoa(index), start, c.Offset()
			}
		}
	}
	return "", 0, 0
}

// walker returns a cursor on a text that was read before.
func walker(text []byte) *Cursor {
	return &Cursor{text: text, MaxDepth: pointerDepth, IgnoreDuplicates: true}
}
