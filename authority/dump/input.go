package dump

import (
	"bytes"
	"io"

	"github.com/factcite/factcite/internal/jsontext"
)

// maxRecordSize bounds the bytes of one record, so that no dump takes more memory.
// The longest real ones are far below: papers of physics with thousands of authors.
const maxRecordSize = 16 << 20

// firstRead is the size of the window at first: large enough to tell every form
// and for nearly every record.
const firstRead = 256 << 10

// input is a window on a dump that knows its line. Nothing of the window is valid
// after the next call.
type input struct {
	*jsontext.Window
	line int // of the window's first byte, from 1
}

// openInput opens a dump, unpacked if it was compressed.
func openInput(r io.Reader) (*input, error) {
	window, err := jsontext.OpenWindow(r, firstRead)
	if err != nil {
		return nil, err
	}
	window.Reuse = true
	return &input{window, 1}, nil
}

// longestRecord returns as much of the window as a record may take.
func (in *input) longestRecord() []byte {
	window := in.Bytes()
	return window[:min(len(window), maxRecordSize)]
}

// take consumes n bytes of the window.
func (in *input) take(n int) { in.line += bytes.Count(in.Take(n), []byte{'\n'}) }

// skipBlanks consumes white space and byte order marks, which joined files have
// in their middle, and returns the byte that follows, or 0 at the end.
func (in *input) skipBlanks() byte {
	for {
		window := in.Bytes()
		rest := bytes.TrimLeft(bytes.TrimLeft(window, " \t\r\n\v\f"), jsontext.ByteOrderMark)
		if len(rest) == len(window) && len(rest) > 0 {
			return rest[0]
		}
		in.take(len(window) - len(rest))
		if len(rest) == 0 && !in.More() {
			return 0
		}
	}
}
