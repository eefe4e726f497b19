package fact

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

const blockSize = 64 << 10

// An input is a window on a stream: the bytes that were read and not yet
// consumed, and their place. Consumed bytes stay valid for as long as an item
// holds them, for a block is never written over.
type input struct {
	r     io.Reader
	block []byte
	pos   int
	at    Place // of block[pos]
	err   error // why nothing follows the block; io.EOF at the end

	inLineEnd bool // the byte before block[pos] is a CR, which was counted as a line's end
}

// openInput opens r, unpacks it if it is gzip, and skips a byte order mark.
func openInput(r io.Reader, path string) (*input, error) {
	in := &input{r: r, at: Place{Path: path, Line: 1, Column: 1}}
	in.more()
	if bytes.HasPrefix(in.block, []byte("\x1f\x8b")) {
		packed := bufio.NewReaderSize(io.MultiReader(bytes.NewReader(in.block), &rest{in.r, in.err}), blockSize)
		unpacked, err := gzip.NewReader(packed)
		if err != nil {
			return nil, fmt.Errorf("it starts as gzip and cannot be unpacked: %w", err)
		}
		*in = input{r: unpacked, at: in.at}
		in.more()
	}
	if bytes.HasPrefix(in.block, byteOrderMark) {
		in.pos = len(byteOrderMark)
		in.at.Offset = int64(len(byteOrderMark))
	}
	return in, nil
}

// isBrokenGzip tells an input whose bytes are bad from one that cannot be read.
func isBrokenGzip(err error) bool {
	var corrupt flate.CorruptInputError
	return errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) || errors.Is(err, io.ErrUnexpectedEOF) || errors.As(err, &corrupt)
}

var byteOrderMark = []byte("\ufeff")

// rest is a reader of which an error was seen already.
type rest struct {
	r   io.Reader
	err error
}

func (r *rest) Read(p []byte) (int, error) {
	if r.err != nil {
		return 0, r.err
	}
	return r.r.Read(p)
}

// window is what was read and not consumed.
func (in *input) window() []byte { return in.block[in.pos:] }

// more reads on and reports whether the window grew, which it does by at least
// its length, or to the end of the stream.
func (in *input) more() bool {
	if in.err != nil {
		return false
	}
	left := in.window()
	block := make([]byte, len(left), max(blockSize, 2*len(left)))
	copy(block, left)
	for empty := 0; len(block) < cap(block) && in.err == nil; {
		var n int
		n, in.err = in.r.Read(block[len(block):cap(block)])
		block = block[:len(block)+n]
		if n > 0 {
			empty = 0
		} else if empty++; empty == maxEmptyReads && in.err == nil {
			in.err = io.ErrNoProgress
		}
	}
	grew := len(block) > len(left)
	in.block, in.pos = block, 0
	return grew
}

// maxEmptyReads is how often a reader may return nothing before it counts as stuck.
const maxEmptyReads = 100

// take consumes n bytes of the window.
func (in *input) take(n int) []byte {
	taken := in.block[in.pos : in.pos+n : in.pos+n]
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
	in.pos += n
	return taken
}

// takeLine consumes the n bytes that are left of a line and the LF that ends
// it, which is take(n+1) without counting characters whose columns nobody asks
// for. It is false, and consumes nothing, if no LF follows.
func (in *input) takeLine(n int) bool {
	window := in.window()
	if n == len(window) || window[n] != '\n' {
		return false
	}
	in.at.Line++
	in.at.Column = 1
	in.at.Offset += int64(n + 1)
	in.inLineEnd = false
	in.pos += n + 1
	return true
}

// failure is why the stream could not be read to its end, or nil.
func (in *input) failure() error {
	if in.err == io.EOF {
		return nil
	}
	return in.err
}
