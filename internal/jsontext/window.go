package jsontext

import (
	"bytes"
	"io"

	"github.com/factcite/factcite/internal/unpack"
)

// A Window is what was read of a stream and not yet taken. What was taken stays
// valid, for memory is not used again, unless Reuse is set.
type Window struct {
	Reuse bool // what was taken is not needed after the next call of More

	r     io.Reader
	size  int
	block []byte
	start int   // of what was not taken, in block
	err   error // why nothing follows the block; io.EOF at the end
}

// OpenWindow returns a window on r, unpacked if it is compressed, that reads about size
// bytes at a time.
func OpenWindow(r io.Reader, size int) (*Window, error) {
	unpacked, err := unpack.Open(r)
	if err != nil {
		return nil, err
	}
	w := &Window{r: unpacked, size: min(size, smallFile)}
	if w.More(); size > smallFile {
		w.size = size
		w.More()
	}
	return w, nil
}

// smallFile is how much is first read of a file, which is all of it where a hundred
// thousand files are in a folder.
const smallFile = 4 << 10

// Rest returns a reader of the window and of all that follows it. It takes the place
// of the window.
func (w *Window) Rest() io.Reader {
	following := w.r
	if w.err != nil {
		following = failedReader{w.err}
	}
	return io.MultiReader(bytes.NewReader(w.Bytes()), following)
}

// A failedReader fails with an error that was seen before.
type failedReader struct{ err error }

func (r failedReader) Read([]byte) (int, error) { return 0, r.err }

// NewWindow returns a window that holds a whole text.
func NewWindow(text []byte) *Window { return &Window{block: text, err: io.EOF} }

// Bytes returns what was read and not taken.
func (w *Window) Bytes() []byte { return w.block[w.start:] }

// More reads on and reports whether the window grew, which it does by at least its
// length, or to the end of the stream.
func (w *Window) More() bool {
	if w.err != nil {
		return false
	}
	left := w.Bytes()
	block := w.block[:0]
	if !w.Reuse || cap(block) < 2*len(left) {
		block = make([]byte, 0, max(w.size, 2*len(left)))
	}
	block = append(block, left...)
	for empty := 0; len(block) < cap(block) && w.err == nil; {
		var n int
		n, w.err = w.r.Read(block[len(block):cap(block)])
		block = block[:len(block)+n]
		if n > 0 {
			empty = 0
		} else if empty++; empty == maxEmptyReads && w.err == nil {
			w.err = io.ErrNoProgress
		}
	}
	grew := len(block) > len(left)
	w.block, w.start = block, 0
	return grew
}

// maxEmptyReads is how often a reader may return nothing before it counts as stuck.
const maxEmptyReads = 100

// Take consumes the first n bytes of the window and returns them.
func (w *Window) Take(n int) []byte {
	taken := w.block[w.start : w.start+n : w.start+n]
	w.start += n
	return taken
}

// Ended reports whether the stream has no more than the window holds.
func (w *Window) Ended() bool { return w.err != nil }

// Err returns why the stream could not be read to its end, or nil.
func (w *Window) Err() error {
	if w.err == io.EOF {
		return nil
	}
	return w.err
}

// ByteOrderMark is what some programs write before UTF-8.
const ByteOrderMark = "\ufeff"

// BlankLength returns the length of the white space and byte order marks that a
// text starts with: files that were joined have marks in their middle.
func BlankLength(text []byte) int {
	for i := 0; ; {
		switch {
		case i < len(text) && isSpace(text[i]):
			i++
		case bytes.HasPrefix(text[i:], []byte(ByteOrderMark)):
			i += len(ByteOrderMark)
		default:
			return i
		}
	}
}
