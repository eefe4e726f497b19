package input

import (
	"fmt"
	"io"
	"iter"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/unpack"
	"github.com/factcite/factcite/validate"
)

// Piece is a stretch of a file that is read by itself, beside others, on whatever machine.
// The zero piece is the whole of a file.
type Piece struct {
	From   fact.Place // where it begins
	Length int64      // in bytes; 0 is all that is left
}

// Pieces yields what a file may be cut into, pieces of about so many bytes or a little more:
// a stream of records that is not compressed can be cut, and any other file is one piece, as
// all are if size is 0. It reads the file once. The parts of the pieces, in their order, are
// merged to what the part of the file is.
func (r *Reader) Pieces(name string, file io.Reader, size int64) iter.Seq2[Piece, error] {
	return func(yield func(Piece, error) bool) {
		all, head := unpack.Peek(file, headSize)
		if size <= 0 || !r.isLines(name, head) {
			yield(Piece{}, nil)
			return
		}
		var last fact.Place
		for place, err := range fact.Cuts(all, size) {
			if err != nil {
				yield(Piece{}, fmt.Errorf("%s: %w", name, err))
				return
			}
			if place.Offset > 0 && !yield(Piece{last, place.Offset - last.Offset}, nil) {
				return
			}
			last = place
		}
		yield(Piece{From: last}, nil)
	}
}

// isLines reports whether a file that begins so is a stream of records, and of no others.
func (r *Reader) isLines(name string, head []byte) bool {
	form := r.opts.Facts.Form
	if form == fact.Auto && len(r.opts.Facts.Map) == 0 && !fact.IsForeign(head) {
		form = FormOf(name, head)
	}
	return form == fact.Lines && r.opts.Facts.Records == "" && len(head) > 0 && head[0] == '{'
}

// ReadPiece yields what a piece of a file holds, as [Reader.Read] does of the whole.
func (r *Reader) ReadPiece(name string, file io.Reader, p Piece) iter.Seq2[validate.Input, error] {
	if p == (Piece{}) {
		return r.Read(fact.Auto, name, file)
	}
	return func(yield func(validate.Input, error) bool) {
		if err := skip(file, p.From.Offset); err != nil {
			yield(validate.Input{}, fmt.Errorf("%s: %w", name, err))
			return
		}
		text := struct{ io.Reader }{file} // no seeker, which would be read from its start
		if p.Length > 0 {
			text.Reader = io.LimitReader(file, p.Length)
		}
		opts := r.opts
		opts.Facts.Form, opts.Facts.From = fact.Lines, p.From
		yieldAll(NewReader(&opts).Read(fact.Lines, name, text), yield)
	}
}

// skip passes over the beginning of a file.
func skip(file io.Reader, bytes int64) error {
	if seeker, ok := file.(io.Seeker); ok {
		_, err := seeker.Seek(bytes, io.SeekStart)
		return err
	}
	_, err := io.CopyN(io.Discard, file, bytes)
	return err
}
