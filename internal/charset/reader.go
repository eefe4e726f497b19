package charset

import (
	"bufio"
	"bytes"
	"io"
	"unicode/utf8"
)

// windowSize is how many bytes from the first line outside ASCII on show the encoding.
const windowSize = 64 << 10

// NewReader returns a reader of a text in UTF-8. The encoding is that of its byte order mark
// or its zeros, or what its first lines outside ASCII look like; found is told of one other
// than UTF-8. A text whose encoding is not found is read as it is.
func NewReader(text io.Reader, found func(Encoding)) io.Reader {
	in := bufio.NewReaderSize(text, windowSize)
	head, _ := in.Peek(WideHead)
	if e, wide := Wide(head); wide {
		found(e)
		return e.NewReader(in)
	}
	return &reader{in: in, found: found}
}

// reader passes on lines in ASCII, and then reads the rest in the encoding that it is in.
type reader struct {
	in    *bufio.Reader
	found func(Encoding)
	rest  io.Reader // nil as long as only ASCII was seen
}

func (r *reader) Read(p []byte) (int, error) {
	if r.rest == nil {
		if n := r.ascii(); n > 0 {
			return r.in.Read(p[:min(n, len(p))])
		}
		r.rest = r.decoded()
	}
	return r.rest.Read(p)
}

// ascii is how many bytes are next that are ASCII and whole lines, if a byte outside of it
// follows them.
func (r *reader) ascii() int {
	r.in.Peek(1)
	window, _ := r.in.Peek(r.in.Buffered())
	outside := bytes.IndexFunc(window, func(c rune) bool { return c >= utf8.RuneSelf })
	if outside < 0 {
		return len(window)
	}
	return bytes.LastIndexByte(window[:outside], '\n') + 1
}

// decoded is the rest of the text in UTF-8.
func (r *reader) decoded() io.Reader {
	window, _ := r.in.Peek(windowSize)
	if len(window) == windowSize {
		window = window[:bytes.LastIndexByte(window, '\n')+1]
	}
	if _, e, ok := decodeNarrow(window); ok && e.encoding != nil {
		r.found(e)
		return e.NewReader(r.in)
	}
	return r.in
}
