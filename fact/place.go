package fact

import (
	"sort"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/jsontext"
	"github.com/factcite/factcite/internal/text"
)

// Place is a point in an input.
type Place struct {
	Path    string // as the caller named the input; in a PDF with the page, as in "a.pdf#page=3" (RFC 8118, section 3)
	Line    int    // from 1; CR, LF and CRLF each end a line
	Column  int    // from 1, in code points; a byte that continues none counts for nothing
	Offset  int64  // bytes from the start of the (decompressed) input
	Page    int    // of a PDF, from 1, in which Line then counts; 0 in other forms
	Pointer string // RFC 6901, from the root of a JSON document or of a line; "" for pages
}

// after returns the place after text, which starts at p. A CR that ends text counts
// as a line's end: text must not stop between CR and LF.
func (p Place) after(text []byte) Place {
	position := jsontext.Position{Line: p.Line, Column: p.Column}.After(text)
	p.Line, p.Column = position.Line, position.Column
	p.Offset += int64(len(text))
	return p
}

// A step returns how many bytes at the front of an input's text stand for the
// next character of a value, and how many bytes that has in the value. It is nil for
// UTF-8 that stands for itself.
type step func(text []byte) (read, decoded int)

// stepInText is the step of plain text.
func stepInText(text []byte) (read, decoded int) {
	r, n := utf8.DecodeRune(text)
	return n, utf8.RuneLen(r)
}

// stepInJSON is the step of the inside of a JSON string.
func stepInJSON(text []byte) (read, decoded int) {
	r, n := jsontext.DecodeRune(text)
	return n, utf8.RuneLen(r)
}

// A segment is a run of a value's bytes as they are in the input.
type segment struct {
	from  int // offset in the value
	text  []byte
	place Place // of text
}

// segmentAt returns the segment that holds the byte at offset of the value. The
// end of a segment is preferred to the start of the next if end is set, as for
// the end of a range.
func segmentAt(segments []segment, offset int, end bool) (int, segment) {
	after := sort.Search(len(segments), func(i int) bool {
		return segments[i].from > offset || segments[i].from == offset && end
	})
	i := max(0, after-1)
	return i, segments[i]
}

// walk returns how many bytes of the segment come before the byte at offset of
// the value, and where in the value they end, which is before offset if it is in
// the middle of a character.
func (s segment) walk(next step, offset int) (read, decoded int) {
	if next == nil {
		read = min(max(offset-s.from, 0), len(s.text))
		for read < len(s.text) && !utf8.RuneStart(s.text[read]) {
			read--
		}
		return read, s.from + read
	}
	decoded = s.from
	for read < len(s.text) && decoded < offset {
		if text.IsLetter(s.text[read]) { // which stands for itself in every form
			read++
			decoded++
			continue
		}
		n, length := next(s.text[read:])
		if decoded+length > offset {
			break
		}
		read += n
		decoded += length
	}
	return read, decoded
}

// A located value is a value and where it is in the input.
type located struct {
	pointer string // relative to the record
	text    []byte
	place   Place
}
