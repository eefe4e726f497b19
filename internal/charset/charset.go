package charset

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"
)

// Encoding is how a text is written in bytes. The zero value is UTF-8.
type Encoding struct {
	Name     string // as people call it; "" for UTF-8
	Declared bool   // the text says so itself

	mark     string // that the text starts with
	encoding encoding.Encoding
}

// Decode returns a text in UTF-8 and the encoding that all of it was in: by its byte
// order mark, by what it declares (see [declared]), or by the looks of its bytes. A
// text that is UTF-8 is returned as it is, with its mark.
//
// It reports false, and returns the text as it is, if there is no encoding that gives
// the same bytes back, or none that is likely.
func Decode(text []byte) (decoded []byte, e Encoding, ok bool) {
	if e, wide := Wide(text); wide {
		return e.decode(text)
	}
	return decodeNarrow(text)
}

// decodeNarrow is Decode for a text of which ASCII is one byte each.
func decodeNarrow(text []byte) (decoded []byte, e Encoding, ok bool) {
	if utf8.Valid(text) {
		return text, Encoding{}, true
	}
	for _, find := range []func([]byte) (Encoding, bool){declared, detected} {
		if e, found := find(text); found {
			for _, e := range e.orWider() {
				if decoded, e, ok := e.decode(text); ok {
					return decoded, e, true
				}
			}
		}
	}
	return text, Encoding{}, false
}

// decode converts a text, and reports whether the result can be converted back.
func (e Encoding) decode(text []byte) ([]byte, Encoding, bool) {
	decoded, err := e.encoding.NewDecoder().Bytes(text[len(e.mark):])
	if err != nil {
		return text, Encoding{}, false
	}
	if back, err := e.Encode(decoded); err != nil || !bytes.Equal(back, text) {
		return text, Encoding{}, false
	}
	return decoded, e, true
}

// Encode returns a text as the encoding has it, with the mark of the text that the
// encoding was found in.
func (e Encoding) Encode(text []byte) ([]byte, error) {
	if e.encoding == nil {
		return text, nil
	}
	encoded, err := e.encoding.NewEncoder().Bytes(text)
	if err != nil {
		return nil, fmt.Errorf("%s has no character for a part of the text: %w", e.Name, err)
	}
	return append([]byte(e.mark), encoded...), nil
}

// NewReader returns a reader of a text of the encoding in UTF-8.
func (e Encoding) NewReader(text io.Reader) io.Reader {
	io.CopyN(io.Discard, text, int64(len(e.mark))) // an error comes again
	return transform.NewReader(text, e.encoding.NewDecoder())
}

// WideHead is how many bytes of a text Wide needs.
const WideHead = 64

// Wide returns the encoding of a text whose characters have two bytes or four each, by the
// mark that it starts with or by its zeros.
func Wide(head []byte) (Encoding, bool) {
	if e, marked := byMark(head); marked {
		return e, true
	}
	return wideWithoutMark(head)
}

var (
	utf16Little = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	utf16Big    = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	utf32Little = utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	utf32Big    = utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
)

// marks are the byte order marks of encodings, the longer before those that they start
// with.
var marks = []Encoding{
	{Name: "UTF-32", mark: "\xff\xfe\x00\x00", encoding: utf32Little},
	{Name: "UTF-32", mark: "\x00\x00\xfe\xff", encoding: utf32Big},
	{Name: "UTF-16", mark: "\xff\xfe", encoding: utf16Little},
	{Name: "UTF-16", mark: "\xfe\xff", encoding: utf16Big},
}

func byMark(text []byte) (Encoding, bool) {
	for _, e := range marks {
		if bytes.HasPrefix(text, []byte(e.mark)) {
			return e, true
		}
	}
	return Encoding{}, false
}

// isUTF32 reports whether words of four bytes are characters of a text. The planes 4 to 13
// have no characters, but UTF-16 looks like theirs where every second one ends a line.
func isUTF32(head []byte, order binary.ByteOrder) bool {
	for ; len(head) >= 4; head = head[4:] {
		c := order.Uint32(head)
		if plane := c >> 16; plane > 3 && plane != 14 || isControl(c) {
			return false
		}
	}
	return true
}

func isControl[T byte | uint32](c T) bool { return c < ' ' && c != '\n' && c != '\r' && c != '\t' }

// wideWithoutMark finds UTF-32 by the two upper bytes of each character, which hold its
// plane and nothing more, and UTF-16 by every other byte, which is zero where the text is
// ASCII.
func wideWithoutMark(text []byte) (Encoding, bool) {
	const looked = 64
	switch head := text[:min(len(text), looked)]; {
	case len(head) < 8:
	case isUTF32(head, binary.LittleEndian):
		return Encoding{Name: "UTF-32", encoding: utf32Little}, true
	case isUTF32(head, binary.BigEndian):
		return Encoding{Name: "UTF-32", encoding: utf32Big}, true
	}
	head := text[:min(len(text), looked)&^1]
	if len(head) < 4 {
		return Encoding{}, false
	}
	even, odd := 0, 0
	for i := 0; i < len(head); i += 2 {
		if isControl(head[i] | head[i+1]) {
			return Encoding{}, false
		}
		if head[i] == 0 {
			even++
		}
		if head[i+1] == 0 {
			odd++
		}
	}
	switch half := len(head) / 2; {
	case even == 0 && odd > half*3/4:
		return Encoding{Name: "UTF-16", encoding: utf16Little}, true
	case odd == 0 && even > half*3/4:
		return Encoding{Name: "UTF-16", encoding: utf16Big}, true
	}
	return Encoding{}, false
}
