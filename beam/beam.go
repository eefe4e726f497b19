// Package beam runs a check of factcite on Apache Beam: each file, or each piece of a large
// one, becomes a part of the run on whatever machine is free, and the parts are merged. It
// has no rule, no form and no merging of its own; those are package validate's.
package beam

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"reflect"
	"slices"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/schema"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/input"
)

// File is a file that travels to the workers. One without a text is none.
type File struct {
	Name string
	Text []byte
}

// Making is what the parts of a run are made with. It travels to the workers.
type Making struct {
	Facts       fact.Options // a Form in them is that of all files, else it is found by name and content
	AllTypes    bool
	AllKinds    bool
	SchemaOnRaw bool
	Schema      File   // refers to no other file; none is the default one
	Config      File   // names no forms of records
	Today       string // as 2026-03-12
}

// checker returns the checker that makes the parts.
func (m *Making) checker() (*validate.Checker, error) {
	options := &validate.Options{AllTypes: m.AllTypes, AllKinds: m.AllKinds, SchemaOnRaw: m.SchemaOnRaw}
	var err error
	if options.Today, err = time.Parse(time.DateOnly, m.Today); err != nil {
		return nil, fmt.Errorf("the date of the run: %w", err)
	}
	if m.Schema.Text != nil {
		if options.Schema, err = schema.Compile("schema.json", m.Schema.Text, nil); err != nil {
			return nil, err
		}
	}
	if m.Config.Text != nil {
		if options.Config, err = validate.ReadConfig(m.Config.Name, m.Config.Text); err != nil {
			return nil, err
		}
		if len(options.Config.Forms()) > 0 {
			return nil, fmt.Errorf("%s: forms are not read here: use --map", m.Config.Name)
		}
	}
	return validate.NewChecker(options), nil
}

// Run is a run over files, in their order. Its paths are those of Beam's file systems.
type Run struct {
	Making
	Files   []string
	Piece   int64  // cut files of JSON Lines into pieces of about so many bytes; 0 leaves them whole
	Folder  string // where parts are kept while the run goes on
	Outputs Outputs
}

// Source is a file of a run, a piece of it, or a part, and its place in the order of the run.
type Source struct {
	Order, Piece int
	Path         string
	From         fact.Place // where the piece begins
	Length       int64      // of the piece; 0 is all that is left of the file
}

// Build adds a run to a pipeline.
func (r *Run) Build(s beam.Scope) error {
	if len(r.Files) == 0 {
		return errors.New("no input: name a file")
	}
	if _, err := r.checker(); err != nil {
		return err
	}
	if _, err := r.Outputs.options(); err != nil {
		return err
	}
	sources := make([]Source, len(r.Files))
	for i, path := range r.Files {
		sources[i] = Source{Order: i, Path: path}
	}
	files := beam.Reshuffle(s, beam.CreateList(s, sources)) // else one worker would have them all
	pieces := beam.Reshuffle(s, beam.ParDo(s.Scope("factcite.Cut"), &cutFile{r.Facts, r.Piece}, files))
	parts := beam.ParDo(s.Scope("factcite.WritePart"), &writePart{Making: r.Making, Folder: r.Folder}, pieces)
	together := beam.GroupByKey(s, beam.AddFixedKey(s, parts))
	beam.ParDo0(s.Scope("factcite.Merge"), &mergeParts{Outputs: r.Outputs}, together)
	return nil
}

// Workers find functions and types by their names, which Beam knows after this.
func init() {
	register.DoFn3x1[context.Context, Source, func(Source), error](&cutFile{})
	register.DoFn3x1[context.Context, Source, func(Source), error](&writePart{})
	register.DoFn3x1[context.Context, int, func(*Source) bool, error](&mergeParts{})
	register.Emitter1[Source]()
	register.Iter1[Source]()
	beam.RegisterType(reflect.TypeFor[Source]())
}

// writePart writes the part of a file. A bundle that failed may be tried again: the part
// of a file is the same every time, under the same name.
type writePart struct {
	Making
	Folder string

	made *validate.Checker
}

// Setup compiles what all files of a worker are checked with.
func (f *writePart) Setup() (err error) {
	f.made, err = f.checker()
	return err
}

// ProcessElement writes the part of one file or piece.
func (f *writePart) ProcessElement(ctx context.Context, file Source, emit func(Source)) error {
	part := Source{Order: file.Order, Piece: file.Piece, Path: fmt.Sprintf("%s/part-%06d-%06d.factcite", f.Folder, file.Order, file.Piece)}
	options := &input.Options{Facts: f.Facts, AnyShape: f.Schema.Text != nil, InPieces: true}
	if file.From.Line > 0 {
		options.Facts.Form, options.Facts.From = fact.Lines, file.From
	}
	err := reading(ctx, file.Path, func(from io.Reader) (err error) {
		if file.From.Line > 0 {
			from, err = file.piece(from)
		}
		if err != nil {
			return err
		}
		return writing(ctx, part.Path, func(to io.Writer) error {
			return f.made.WritePart(ctx, to, input.NewReader(options).Read(fact.Auto, file.Path, from))
		})
	})
	if err != nil {
		return fmt.Errorf("%s: %w", file.Path, err)
	}
	emit(part)
	return nil
}

// mergeParts merges all parts and writes what one process would write.
type mergeParts struct{ Outputs Outputs }

// ProcessElement merges the parts of a run.
func (f *mergeParts) ProcessElement(ctx context.Context, _ int, next func(*Source) bool) error {
	var parts []Source
	for part := (Source{}); next(&part); {
		parts = append(parts, part)
	}
	slices.SortFunc(parts, func(a, b Source) int { return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.Piece, b.Piece)) })
	options, err := f.Outputs.options()
	if err != nil {
		return err
	}
	result, err := validate.Merge(ctx, opened(ctx, parts), options)
	if err != nil {
		return err
	}
	defer result.Close()
	return f.Outputs.write(ctx, result)
}

// opened yields parts one after another.
func opened(ctx context.Context, parts []Source) iter.Seq2[*validate.Part, error] {
	return func(yield func(*validate.Part, error) bool) {
		for _, part := range parts {
			more := true
			err := reading(ctx, part.Path, func(from io.Reader) error {
				more = yield(validate.ReadPart(part.Path, from))
				return nil
			})
			if err != nil {
				yield(nil, err)
				return
			}
			if !more {
				return
			}
		}
	}
}

// reading opens a file of one of Beam's file systems.
func reading(ctx context.Context, path string, read func(io.Reader) error) error {
	system, err := filesystem.New(ctx, path)
	if err != nil {
		return err
	}
	defer system.Close()
	file, err := system.OpenRead(ctx, path)
	if err != nil {
		return err
	}
	return errors.Join(read(file), file.Close())
}

// writing writes a file of one of Beam's file systems anew.
func writing(ctx context.Context, path string, write func(io.Writer) error) error {
	system, err := filesystem.New(ctx, path)
	if err != nil {
		return err
	}
	defer system.Close()
	file, err := system.OpenWrite(ctx, path)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(file, 1<<16)
	if err := write(buffered); err != nil {
		return errors.Join(err, file.Close())
	}
	return errors.Join(buffered.Flush(), file.Close())
}
