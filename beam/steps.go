package beam

import (
	"context"
	"fmt"
	"io"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/factcite/factcite/validate/input"
)

// Source is a file of a run, or a piece of it, and the place of the file among them.
type Source struct {
	Order int
	Path  string
	Piece input.Piece
}

// Workers find functions and types by their names, which Beam knows after this.
func init() {
	register.DoFn3x1[context.Context, Source, func(Source), error](&cutFile{})
	register.DoFn3x1[context.Context, Source, func(string), error](&writePart{})
	beam.RegisterType(reflect.TypeFor[Source]())
}

// cutFile cuts files into pieces.
type cutFile struct {
	Making
	Size int64
}

// ProcessElement emits the pieces of a file.
func (f *cutFile) ProcessElement(ctx context.Context, file Source, emit func(Source)) error {
	from, err := open(ctx, file.Path)
	if err != nil {
		return err
	}
	defer from.Close()
	for piece, err := range f.reader().Pieces(file.Path, from, f.Size) {
		if err != nil {
			return err
		}
		emit(Source{file.Order, file.Path, piece})
	}
	return nil
}

// writePart writes the parts of pieces. A bundle that failed may be tried again: the part of
// a piece is the same every time, under the same name.
type writePart struct {
	Making
	Folder string
}

// ProcessElement writes the part of a piece and emits its path; in order of their paths parts
// are in that of what they were made of.
func (f *writePart) ProcessElement(ctx context.Context, piece Source, emit func(string)) error {
	checker, err := f.checker()
	if err != nil {
		return err
	}
	from, err := open(ctx, piece.Path)
	if err != nil {
		return err
	}
	defer from.Close()
	path := fmt.Sprintf("%s/part-%09d-%018d.factcite", f.Folder, piece.Order, piece.Piece.From.Offset)
	inputs := f.reader().ReadPiece(piece.Path, from, piece.Piece)
	if err := write(ctx, path, func(to io.Writer) error { return checker.WritePart(ctx, to, inputs) }); err != nil {
		return fmt.Errorf("%s: %w", piece.Path, err)
	}
	emit(path)
	return nil
}
