package document

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// marks are the byte order marks of encodings, the longer before those that they start
// with.
var marks = []struct {
	mark, name string
	encoding   encoding.Encoding
}{
	{"\xff\xfe\x00\x00", "UTF-32", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)},
	{"\x00\x00\xfe\xff", "UTF-32", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
	{"\xff\xfe", "UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)},
	{"\xfe\xff", "UTF-16", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
}

// Decode returns a text as UTF-8, without a byte order mark, and the name of its
// encoding if it was another.
func Decode(text []byte) (decoded []byte, encoding string) {
	if rest, ok := bytes.CutPrefix(text, []byte("\ufeff")); ok {
		text = rest
	}
	if utf8.Valid(text) && !looksUTF16(text) {
		return text, ""
	}
	for _, m := range marks {
		if rest, ok := bytes.CutPrefix(text, []byte(m.mark)); ok {
			return decodeAs(m.encoding, rest), m.name
		}
	}
	if looksUTF16(text) {
		order := unicode.LittleEndian
		if text[0] == 0 {
			order = unicode.BigEndian
		}
		return decodeAs(unicode.UTF16(order, unicode.IgnoreBOM), text), "UTF-16"
	}
	return decodeAs(charmap.Windows1252, text), "Latin-1"
}

func decodeAs(e encoding.Encoding, text []byte) []byte {
	decoded, err := e.NewDecoder().Bytes(text)
	if err != nil {
		return bytes.ToValidUTF8(text, []byte("\uFFFD"))
	}
	return decoded
}

// looksUTF16 reports whether every other byte at the start of a text is zero.
func looksUTF16(text []byte) bool {
	const looked = 64
	head := text[:min(len(text), looked)&^1]
	if len(head) < 4 {
		return false
	}
	even, odd := 0, 0
	for i := 0; i < len(head); i += 2 {
		if c := head[i] | head[i+1]; c < ' ' && c != '\n' && c != '\r' && c != '\t' {
			return false
		}
		if head[i] == 0 {
			even++
		}
		if head[i+1] == 0 {
			odd++
		}
	}
	half := len(head) / 2
	return (even == 0 && odd > half*3/4) || (odd == 0 && even > half*3/4)
}
