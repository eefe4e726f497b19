package fact

import (
	"bytes"
	"io"
	"iter"

	"github.com/factcite/factcite/internal/jsontext"
)

// ReadLines yields the items that [Read] yields of JSON Lines, in pieces of some hundred
// lines. It only cuts the input; a piece reads its lines when it is ranged over, once, on
// whatever goroutine, while others read other pieces. No piece is without an item. The
// pieces are the same however r returns its bytes. As that of Read, the sequence may be
// ranged over once.
func ReadLines(r io.Reader, path string, opts *Options) iter.Seq2[iter.Seq[*Item], error] {
	return func(yield func(iter.Seq[*Item], error) bool) {
		s := newStream(r, path, opts, func(it *Item, err error) bool {
			return yield(func(yield func(*Item) bool) { yield(it) }, err)
		})
		s.opts.Form = Lines
		s.handOn = func(piece iter.Seq[*Item]) bool { return yield(piece, nil) }
		s.run()
	}
}

// pieceSize is how many bytes a piece has at most, unless a line has more.
const pieceSize = 128 << 10

// cutLines hands lines on in pieces.
func (s *stream) cutLines() {
	for !s.stopped {
		first, ok := s.line()
		if !ok {
			return
		}
		if first == nil {
			s.skipLine()
			continue
		}
		for len(s.in.window()) < pieceSize && s.in.more() {
		}
		lines := *s.in
		text := s.in.takeLines(lengthOfPiece(s.in.window(), len(first)))
		if jsontext.BlankLength(text) == len(text) {
			continue
		}
		lines.stream = jsontext.NewWindow(text)
		s.stopped = !s.handOn(s.piece(&lines))
	}
}

// lengthOfPiece returns how much of a window, whose first line has that length without its
// end, is a piece.
func lengthOfPiece(window []byte, first int) int {
	most := window[:min(len(window), pieceSize)]
	if end := bytes.LastIndexByte(most, '\n'); end >= 0 {
		return end + 1
	}
	if end := bytes.LastIndexByte(most, '\r'); end >= 0 {
		return end + 1
	}
	return min(first+1, len(window))
}

// piece yields the items of some lines.
func (s *stream) piece(lines *input) iter.Seq[*Item] {
	own := &stream{path: s.path, opts: s.opts, only: s.only, in: lines}
	own.decoder.MaxDepth, own.decoder.mapping = s.decoder.MaxDepth, s.decoder.mapping
	return func(yield func(*Item) bool) {
		own.yield = func(it *Item, _ error) bool { return yield(it) }
		own.readLines()
	}
}
