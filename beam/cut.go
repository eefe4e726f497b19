package beam

import (
	"context"
	"fmt"
	"io"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/unpack"
	"github.com/factcite/factcite/validate/input"
)

// cutFile cuts files of JSON Lines that are not compressed into pieces.
type cutFile struct {
	Facts fact.Options
	Piece int64
}

// ProcessElement emits the pieces of a file, or the whole of one that cannot be cut.
func (f *cutFile) ProcessElement(ctx context.Context, file Source, emit func(Source)) error {
	if f.Piece <= 0 {
		emit(file)
		return nil
	}
	from, err := open(ctx, file.Path)
	if err != nil {
		return err
	}
	defer from.Close()
	all, head := unpack.Peek(from, 64<<10)
	if !f.isLines(file.Path, head) {
		emit(file)
		return nil
	}
	for place, err := range fact.Cuts(all, f.Piece) {
		if err != nil {
			return fmt.Errorf("%s: %w", file.Path, err)
		}
		if place.Offset > 0 {
			file.Length = place.Offset - file.From.Offset
			emit(file)
			file.Piece++
		}
		file.From = place
	}
	file.Length = 0
	emit(file)
	return nil
}

// isLines reports whether a file that begins so is a stream of records, and of no others.
func (f *cutFile) isLines(path string, head []byte) bool {
	form := f.Facts.Form
	if form == fact.Auto && len(f.Facts.Map) == 0 && !fact.IsForeign(head) {
		form = input.FormOf(path, head)
	}
	return form == fact.Lines && f.Facts.Records == "" && len(head) > 0 && head[0] == '{'
}

// text returns what a source is read from.
func (s *Source) text(f *file) (io.Reader, error) {
	if s.From.Line == 0 {
		return f.ReadCloser, nil
	}
	var err error
	if seeker, ok := f.ReadCloser.(io.Seeker); ok {
		_, err = seeker.Seek(s.From.Offset, io.SeekStart)
	} else {
		_, err = io.CopyN(io.Discard, f, s.From.Offset)
	}
	if s.Length == 0 {
		return struct{ io.Reader }{f}, err // else the reader would start anew
	}
	return io.LimitReader(f, s.Length), err
}
