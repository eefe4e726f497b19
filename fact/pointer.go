package fact

import (
	"strconv"
	"strings"
)

// pointerDepth is how deep the walks of this file go; what a reader accepted
// is never deeper.
const pointerDepth = maxMaxDepth + 1

// find returns the range of the value at pointer (RFC 6901) in a JSON value.
// Of a member that stands twice it is the last.
func find(raw []byte, pointer string) (start, end int, ok bool) {
	c := &cursor{data: raw, maxDepth: pointerDepth, trusting: true}
	for pointer != "" {
		if pointer[0] != '/' {
			return 0, 0, false
		}
		token, rest, more := strings.Cut(pointer[1:], "/")
		pointer = ""
		if more {
			pointer = "/" + rest
		}
		at := -1
		switch c.peek() {
		case '{':
			at = findMember(c, unescapePointer(token))
		case '[':
			at = findElement(c, token)
		}
		if at < 0 || c.err != nil {
			return 0, 0, false
		}
		c.pos = at
	}
	c.peek()
	start = c.pos
	c.skip()
	return start, c.pos, c.err == nil
}

// findText is find for a string, whose range it returns without the quotes; it is
// zero where there is none.
func findText(raw []byte, pointer string) span {
	start, end, ok := find(raw, pointer)
	if !ok || raw[start] != '"' {
		return span{}
	}
	return span{start + 1, end - 1}
}

func findMember(c *cursor, name string) int {
	at := -1
	o, _ := c.openObject()
	for {
		found, ok := c.next(&o)
		if !ok {
			return at
		}
		if string(found) == name {
			c.peek()
			at = c.pos
		}
		c.skip()
	}
}

func findElement(c *cursor, token string) int {
	index, err := strconv.Atoi(token)
	if err != nil || index < 0 || len(token) > 1 && token[0] == '0' {
		return -1
	}
	c.open('[')
	for first := true; c.element(first); first = false {
		if index == 0 {
			c.peek()
			return c.pos
		}
		index--
		c.skip()
	}
	return -1
}

// pointerTo returns the pointer of the innermost value, or member name, of a
// JSON value that covers the byte at offset.
func pointerTo(raw []byte, offset int) string {
	c := &cursor{data: raw, maxDepth: pointerDepth, trusting: true}
	pointer := ""
	for {
		switch c.peek() {
		case '{':
			o, _ := c.openObject()
			for {
				name, ok := c.next(&o)
				if !ok {
					return pointer
				}
				token := "/" + escapePointer(string(name))
				if offset < c.pos {
					return pointer + token
				}
				c.peek()
				start := c.pos
				if c.skip(); offset < c.pos || c.err != nil {
					pointer += token
					c.pos = start
					break
				}
			}
		case '[':
			c.open('[')
			for index := 0; ; index++ {
				if !c.element(index == 0) {
					return pointer
				}
				c.peek()
				start := c.pos
				if c.skip(); offset < c.pos || c.err != nil {
					pointer += "/" + strconv.Itoa(index)
					c.pos = start
					break
				}
			}
		default:
			return pointer
		}
		if c.err != nil {
			return pointer
		}
	}
}

func escapePointer(token string) string {
	return strings.ReplaceAll(strings.ReplaceAll(token, "~", "~0"), "/", "~1")
}

func unescapePointer(token string) string {
	return strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
}

// firstMember returns the text at /member/inner of an object of which only the
// front may be there.
func firstMember(front []byte, member, inner string) (text string, ok bool) {
	c := &cursor{data: front, maxDepth: pointerDepth}
	o, _ := c.openObject()
	for {
		name, more := c.next(&o)
		if !more {
			return "", false
		}
		found := string(name) == member
		if value := c.skip(); found && c.err == nil {
			return textAt(value, "/"+inner), true
		}
	}
}
