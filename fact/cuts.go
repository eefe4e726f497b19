package fact

import (
	"bytes"
	"io"
	"iter"
)

// Cuts yields where JSON Lines that are not compressed may be cut, so that several read
// them at once: the start, and from there on, every size bytes or a little later, the
// beginning of an object at the start of a line. What is from one place to the next is
// read with the first of them as [Options.From]. The sequence may be ranged over once.
func Cuts(r io.Reader, size int64) iter.Seq2[Place, error] {
	return func(yield func(Place, error) bool) {
		in, err := openInput(r, "", 2*pieceSize)
		if err != nil {
			yield(Place{}, err)
			return
		}
		last := Place{Line: 1, Column: 1}
		if !yield(last, nil) {
			return
		}
		for more := true; more; more = in.more() {
			if !in.skipToObject() || in.at.Offset-last.Offset < size {
				continue
			}
			if last = in.at; !yield(last, nil) {
				return
			}
		}
		if err := in.stream.Err(); err != nil {
			yield(Place{}, err)
		}
	}
}

// skipToObject takes all before the last object that begins a line in the window. If there
// is none it keeps no more than a piece of what is no line with an object.
func (in *input) skipToObject() bool {
	window := in.window()
	if end := bytes.LastIndex(window, []byte("\n{")); end >= 0 {
		in.takeLines(end + 1)
		return true
	}
	if len(window) > pieceSize {
		in.take(len(window) - 1) // the last byte may be an LF
	}
	return false
}
