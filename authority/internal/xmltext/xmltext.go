// Package xmltext finds tags and elements in texts of XML that are flat and may be
// broken. It knows no element by its name, and decodes nothing but attributes.
package xmltext

import (
	"bytes"
	"fmt"
	"html"
	"iter"
	"strings"
)

// IsEndTag reports whether text starts with the whole end tag of an element.
func IsEndTag(text, name []byte) bool {
	if !bytes.HasPrefix(text, []byte("</")) || !bytes.HasPrefix(text[2:], name) {
		return false
	}
	end := bytes.IndexByte(text, '>')
	return end > 0 && len(bytes.TrimSpace(text[2+len(name):end])) == 0
}

// MarkupLength returns the length of the comment, CDATA section, instruction,
// document type or end tag that text starts with; 0 if it is none or not whole.
func MarkupLength(text []byte) int {
	var closing string
	switch {
	case bytes.HasPrefix(text, []byte("<!--")):
		closing = "-->"
	case bytes.HasPrefix(text, []byte("<![CDATA[")):
		closing = "]]>"
	case bytes.HasPrefix(text, []byte("<?")):
		closing = "?>"
	case bytes.HasPrefix(text, []byte("</")):
		closing = ">"
	case bytes.HasPrefix(text, []byte("<!")):
		closing = ">"
		if end := bytes.IndexAny(text, "[>"); end >= 0 && text[end] == '[' {
			closing = "]>"
		}
	default:
		return 0
	}
	end := bytes.Index(text, []byte(closing))
	if end < 0 {
		return 0
	}
	return end + len(closing)
}

// StartTag reads the start tag that text starts with; closed is true for one
// that is its own end. The length is 0 if the text ends within the tag, and 1 for
// a "<" that starts none.
func StartTag(text []byte) (name, attributes []byte, length int, closed bool) {
	if len(text) < 2 {
		return nil, nil, 0, false
	}
	if c := text[1] | 0x20; (c < 'a' || c > 'z') && text[1] != '_' && text[1] < 0x80 {
		if text[1] == '!' || text[1] == '?' || text[1] == '/' {
			return nil, nil, 0, false
		}
		return nil, nil, 1, false
	}
	end := bytes.IndexAny(text[1:], "<>")
	switch {
	case end < 0:
		return nil, nil, 0, false
	case text[1+end] == '<':
		return nil, nil, 1, false
	}
	inner := text[1 : 1+end]
	if closed = inner[len(inner)-1] == '/'; closed {
		inner = inner[:len(inner)-1]
	}
	space := bytes.IndexAny(inner, " \t\r\n")
	if space < 0 {
		return inner, nil, end + 2, closed
	}
	return inner[:space], inner[space:], end + 2, closed
}

// Attribute returns the value of an attribute, or "".
func Attribute(attributes []byte, name string) string {
	for rest := attributes; ; {
		at := bytes.Index(rest, []byte(name))
		if at < 0 {
			return ""
		}
		before := rest[:at]
		rest = rest[at+len(name):]
		value := bytes.TrimLeft(rest, " \t\r\n")
		if len(before) == 0 || before[len(before)-1] > ' ' || len(value) == 0 || value[0] != '=' {
			continue
		}
		value = bytes.TrimLeft(value[1:], " \t\r\n")
		if len(value) == 0 || value[0] != '"' && value[0] != '\'' {
			return ""
		}
		end := bytes.IndexByte(value[1:], value[0])
		if end < 0 {
			return ""
		}
		return html.UnescapeString(strings.ToValidUTF8(string(value[1:1+end]), "\ufffd"))
	}
}

// Element is an element within a record.
type Element struct{ Name, Attributes, Inner []byte }

// Children yields the elements that stand in inner, not those within them. An
// element that is not closed ends it with an error.
func Children(inner []byte) iter.Seq2[Element, error] {
	return func(yield func(Element, error) bool) {
		for rest := inner; ; {
			at := bytes.IndexByte(rest, '<')
			if at < 0 {
				return
			}
			rest = rest[at:]
			if bytes.HasPrefix(rest, []byte("</")) {
				yield(Element{}, fmt.Errorf("%.40q ends an element that was not begun", rest))
				return
			}
			if length := MarkupLength(rest); length > 0 {
				rest = rest[length:]
				continue
			}
			name, attributes, length, closed := StartTag(rest)
			if length < 2 {
				yield(Element{}, fmt.Errorf("%.40q is no tag", rest))
				return
			}
			rest = rest[length:]
			e := Element{Name: name, Attributes: attributes}
			if !closed {
				end := EndTagOffset(rest, name)
				if end < 0 {
					yield(Element{}, fmt.Errorf("the element %.40q is not closed", name))
					return
				}
				e.Inner = rest[:end]
				rest = rest[end:]
				rest = rest[bytes.IndexByte(rest, '>')+1:]
			}
			if !yield(e, nil) {
				return
			}
		}
	}
}

// EndTagOffset returns where the first end tag of the name starts, or -1.
func EndTagOffset(text, name []byte) int {
	for at := 0; ; {
		next := bytes.IndexByte(text[at:], '<')
		if next < 0 {
			return -1
		}
		at += next
		rest := text[at:]
		if IsEndTag(rest, name) {
			return at
		}
		length := MarkupLength(rest)
		if length == 0 && len(rest) > 1 && strings.IndexByte("!?/", rest[1]) >= 0 {
			return -1 // markup without an end, which nothing follows
		}
		at += max(length, 1)
	}
}
