package dump

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// maxRecordSize bounds the bytes of one record, so that no dump takes more memory.
// The longest real ones are far below: papers of physics with thousands of authors.
const maxRecordSize = 16 << 20

// firstRead is the size of the window at first: large enough to tell every form
// and for nearly every record.
const firstRead = 256 << 10

// input is a window on a dump: what was read and not yet taken. Its memory is
// used again, so that nothing of the window is valid after the next call.
type input struct {
	reader     io.Reader
	buffer     []byte
	start, end int
	line       int // of the window's first byte, from 1
	err        error
}

// openInput opens a dump, unpacked if it was compressed.
func openInput(r io.Reader) (*input, error) {
	in := &input{reader: r, buffer: make([]byte, firstRead), line: 1}
	in.more()
	if bytes.HasPrefix(in.window(), []byte("\x1f\x8b")) {
		packed := io.MultiReader(bytes.NewReader(in.window()), in.rest())
		unpacked, err := gzip.NewReader(packed)
		if err != nil {
			return nil, fmt.Errorf("it starts as gzip and cannot be unpacked: %w", err)
		}
		in = &input{reader: unpacked, buffer: make([]byte, firstRead), line: 1}
		in.more()
	}
	return in, nil
}

// rest reads what the window does not hold.
func (in *input) rest() io.Reader {
	if in.err != nil {
		return failedReader{in.err}
	}
	return in.reader
}

type failedReader struct{ err error }

func (r failedReader) Read([]byte) (int, error) { return 0, r.err }

func (in *input) window() []byte { return in.buffer[in.start:in.end] }

// more reads on and reports whether the window grew.
func (in *input) more() bool {
	if in.err != nil {
		return false
	}
	if in.end-in.start > len(in.buffer)/2 {
		larger := make([]byte, 2*len(in.buffer))
		in.end = copy(larger, in.window())
		in.buffer, in.start = larger, 0
	} else if in.start > 0 {
		in.end = copy(in.buffer, in.window())
		in.start = 0
	}
	before := in.end
	for empty := 0; in.end < len(in.buffer) && in.err == nil; {
		var n int
		n, in.err = in.reader.Read(in.buffer[in.end:])
		in.end += n
		if n > 0 {
			empty = 0
		} else if empty++; empty == 100 && in.err == nil {
			in.err = io.ErrNoProgress
		}
	}
	return in.end > before
}

// take consumes n bytes of the window.
func (in *input) take(n int) {
	in.line += bytes.Count(in.buffer[in.start:in.start+n], []byte{'\n'})
	in.start += n
}

// failure is why the dump could not be read to its end, or nil.
func (in *input) failure() error {
	if in.err == nil || errors.Is(in.err, io.EOF) {
		return nil
	}
	return in.err
}

// skipBlanks consumes white space and byte order marks, which joined files have
// in their middle, and returns the byte that follows, or 0 at the end.
func (in *input) skipBlanks() byte {
	for {
		window := in.window()
		rest := bytes.TrimLeft(bytes.TrimLeft(window, " \t\r\n\v\f"), "\ufeff")
		if len(rest) == len(window) && len(rest) > 0 {
			return rest[0]
		}
		in.take(len(window) - len(rest))
		if len(rest) == 0 && !in.more() {
			return 0
		}
	}
}
