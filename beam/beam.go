// Package beam runs a check of factcite on Apache Beam: each file, or each piece of a large
// one, becomes a part of the run on whatever machine is free, and who started the run merges
// the parts. It has no rule, no form and no merging of its own; those are package validate's.
package beam

import (
	"bufio"
	"cmp"
	"context"
	"crypto/rand"
	"encoding/json"
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

// Set makes it the file of that name and text, for a flag.
func (f *File) Set(name string, text []byte) error {
	f.Name, f.Text = name, text
	return nil
}

// Making is what the parts of a run are made with. It travels to the workers.
type Making struct {
	Facts                           fact.Options // a Form in them is that of all files, else it is found by name and content
	AllTypes, AllKinds, SchemaOnRaw bool
	Schema, Config                  File   // a schema refers to no other file, a configuration names no forms of records; none are the defaults
	Today                           string // as 2026-03-12
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
	Files  []string
	Piece  int64  // cut files of JSON Lines into pieces of about so many bytes; 0 leaves them whole
	Folder string // where parts are kept, which the workers reach and who merges them

	list string // the file that lists the parts
}

// Source is a file of a run, a piece of it, or a part, and its place in the order of the run.
type Source struct {
	Order, Piece int
	Path         string
	From         fact.Place // where the piece begins
	Length       int64      // of the piece; 0 is all that is left of the file
}

// Build adds a run to a pipeline, which makes its parts. When that has ended, [Run.Merge]
// merges them.
func (r *Run) Build(s beam.Scope) error {
	if len(r.Files) == 0 {
		return errors.New("no input: name a file")
	}
	if _, err := r.checker(); err != nil {
		return err
	}
	r.list = r.Folder + "/parts-" + rand.Text() + ".json" // none that an earlier run left
	sources := make([]Source, len(r.Files))
	for i, path := range r.Files {
		sources[i] = Source{Order: i, Path: path}
	}
	files := beam.Reshuffle(s, beam.CreateList(s, sources)) // else one worker would have them all
	pieces := beam.Reshuffle(s, beam.ParDo(s.Scope("factcite.Cut"), &cutFile{r.Facts, r.Piece}, files))
	parts := beam.ParDo(s.Scope("factcite.WritePart"), &writePart{Making: r.Making, Folder: r.Folder}, pieces)
	together := beam.GroupByKey(s, beam.AddFixedKey(s, parts))
	beam.ParDo0(s.Scope("factcite.ListParts"), &listParts{List: r.list}, together)
	return nil
}

// Workers find functions and types by their names, which Beam knows after this.
func init() {
	register.DoFn3x1[context.Context, Source, func(Source), error](&cutFile{})
	register.DoFn3x1[context.Context, Source, func(Source), error](&writePart{})
	register.DoFn3x1[context.Context, int, func(*Source) bool, error](&listParts{})
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
	from, err := open(ctx, file.Path)
	if err != nil {
		return err
	}
	defer from.Close()
	text, err := file.text(from)
	if err != nil {
		return err
	}
	inputs := input.NewReader(options).Read(fact.Auto, file.Path, text)
	if err := writing(ctx, part.Path, func(to io.Writer) error { return f.made.WritePart(ctx, to, inputs) }); err != nil {
		return fmt.Errorf("%s: %w", file.Path, err)
	}
	emit(part)
	return nil
}

// listParts writes which parts a run has, in their order.
type listParts struct{ List string }

// ProcessElement lists the parts of a run.
func (f *listParts) ProcessElement(ctx context.Context, _ int, next func(*Source) bool) error {
	var parts []Source
	for part := (Source{}); next(&part); {
		parts = append(parts, part)
	}
	slices.SortFunc(parts, func(a, b Source) int { return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.Piece, b.Piece)) })
	return writing(ctx, f.List, func(to io.Writer) error { return json.NewEncoder(to).Encode(parts) })
}

// Merge merges the parts of a run whose pipeline has ended: the result is that of one
// process, see [validate.Merge].
func (r *Run) Merge(ctx context.Context, options *validate.Options) (*validate.Result, error) {
	list, err := open(ctx, r.list)
	if err != nil {
		return nil, fmt.Errorf("the parts of the run are not where they are merged: name a folder that all workers reach: %w", err)
	}
	defer list.Close()
	var parts []Source
	if err := json.NewDecoder(list).Decode(&parts); err != nil {
		return nil, fmt.Errorf("%s: %w", r.list, err)
	}
	return validate.Merge(ctx, opened(ctx, parts), options)
}

// opened yields parts one after another.
func opened(ctx context.Context, parts []Source) iter.Seq2[*validate.Part, error] {
	return func(yield func(*validate.Part, error) bool) {
		for _, part := range parts {
			file, err := open(ctx, part.Path)
			if err != nil {
				yield(nil, err)
				return
			}
			more := yield(validate.ReadPart(part.Path, file))
			file.Close()
			if !more {
				return
			}
		}
	}
}

// file is a file that is read, and the one of Beam's file systems that it is of.
type file struct {
	io.ReadCloser
	system filesystem.Interface
}

func open(ctx context.Context, path string) (*file, error) {
	system, err := filesystem.New(ctx, path)
	if err != nil {
		return nil, err
	}
	opened, err := system.OpenRead(ctx, path)
	if err != nil {
		return nil, errors.Join(err, system.Close())
	}
	return &file{opened, system}, nil
}

// Close closes both.
func (f *file) Close() error { return errors.Join(f.ReadCloser.Close(), f.system.Close()) }

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
	return errors.Join(write(buffered), buffered.Flush(), file.Close())
}
