package fact

import (
	"bytes"
	"io"

	"github.com/factcite/factcite/internal/jsontext"
)

const blockSize = 64 << 10

// An input is a window on a stream that knows its place. What was taken from it
// stays valid for as long as an item holds it.
type input struct {
	stream    *jsontext.Window
	at        Place // of the window
	inLineEnd bool  // the byte before the window is a CR, which was counted as a line's end
}

// openInput opens r, of which about size bytes are read at a time, unpacks it if it is
// gzip, and skips a byte order mark.
func openInput(r io.Reader, path string, size int) (*input, error) {
	stream, err := jsontext.OpenWindow(r, size)
	if err != nil {
		return nil, err
	}
	in := &input{stream: stream, at: Place{Path: path, Line: 1, Column: 1}}
	if bytes.HasPrefix(in.window(), []byte(jsontext.ByteOrderMark)) {
		stream.Take(len(jsontext.ByteOrderMark))
		in.at.Offset = int64(len(jsontext.ByteOrderMark))
	}
	return in, nil
}

// window returns what was read and not taken.
func (in *input) window() []byte { return in.stream.Bytes() }

// more reads on and reports whether the window grew, which it does by at least
// its length, or to the end of the stream.
func (in *input) more() bool { return in.stream.More() }

// take consumes the first n bytes of the window and returns them.
func (in *input) take(n int) []byte {
	taken := in.stream.Take(n)
	if n == 0 {
		return taken
	}
	text := taken
	if in.inLineEnd && text[0] == '\n' {
		in.at.Offset++
		text = text[1:]
	}
	in.at = in.at.after(text)
	in.inLineEnd = taken[n-1] == '\r'
	return taken
}

// takeLine is take(n+1) for the n bytes that are left of a line and the LF that ends
// it, without counting characters whose columns nobody needs. If no LF follows, it
// takes nothing and returns false.
func (in *input) takeLine(n int) bool {
	window := in.window()
	if n == len(window) || window[n] != '\n' {
		return false
	}
	in.stream.Take(n + 1)
	in.at.Line++
	in.at.Column = 1
	in.at.Offset += int64(n + 1)
	in.inLineEnd = false
	return true
}

// takeLines is take for n bytes of whole lines.
func (in *input) takeLines(n int) []byte {
	lines := in.window()[:n]
	if in.inLineEnd || bytes.IndexByte(lines, '\r') >= 0 || lines[n-1] != '\n' {
		return in.take(n)
	}
	in.at.Line += bytes.Count(lines, []byte{'\n'})
	in.at.Column = 1
	in.at.Offset += int64(n)
	in.inLineEnd = false
	return in.stream.Take(n)
}
