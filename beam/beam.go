// Package beam runs a check of factcite on Apache Beam: each file becomes a part of the
// run on whatever machine is free, and the parts are merged. It has no rule, no form and
// no merging of its own; those are package validate's.
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

// Making is what the parts of a run are made with. It travels to the workers.
type Making struct {
	Form       fact.Form         // of all files; empty is found by name and content
	Map        map[string]string // as fact.Options.Map
	AllTypes   bool
	Schema     []byte // the text of a schema that refers to no other file; nil is the default one
	Config     []byte // the text of a configuration; nil is none
	ConfigName string
	Today      string // as 2026-03-12
}

// checker returns the checker that makes the parts.
func (m *Making) checker() (*validate.Checker, error) {
	options := &validate.Options{AllTypes: m.AllTypes}
	var err error
	if options.Today, err = time.Parse(time.DateOnly, m.Today); err != nil {
		return nil, fmt.Errorf("the date of the run: %w", err)
	}
	if m.Schema != nil {
		if options.Schema, err = schema.Compile("schema.json", m.Schema, nil); err != nil {
			return nil, err
		}
	}
	if m.Config != nil {
		if options.Config, err = validate.ReadConfig(m.ConfigName, m.Config); err != nil {
			return nil, err
		}
	}
	return validate.NewChecker(options), nil
}

// Run is a run over files, in their order. Its paths are those of Beam's file systems.
type Run struct {
	Making
	Files   []string
	Folder  string // where parts are kept while the run goes on
	Outputs Outputs
}

// Source is a file of a run, or its part, and its place in the order of the run.
type Source struct {
	Order int
	Path  string
}

// Build adds a run to a pipeline.
func (r *Run) Build(s beam.Scope) error {
	if len(r.Files) == 0 {
		return errors.New("no input: name a file")
	}
	if _, err := r.checker(); err != nil {
		return err
	}
	sources := make([]Source, len(r.Files))
	for i, path := range r.Files {
		sources[i] = Source{i, path}
	}
	files := beam.Reshuffle(s, beam.CreateList(s, sources)) // else one worker would have them all
	parts := beam.ParDo(s.Scope("factcite.WritePart"), &writePart{Making: r.Making, Folder: r.Folder}, files)
	together := beam.GroupByKey(s, beam.AddFixedKey(s, parts))
	beam.ParDo0(s.Scope("factcite.Merge"), &mergeParts{Outputs: r.Outputs}, together)
	return nil
}

// Workers find functions and types by their names, which Beam knows after this.
func init() {
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

// ProcessElement writes the part of one file.
func (f *writePart) ProcessElement(ctx context.Context, file Source, emit func(Source)) error {
	part := Source{file.Order, fmt.Sprintf("%s/part-%06d.factcite", f.Folder, file.Order)}
	err := reading(ctx, file.Path, func(from io.Reader) error {
		reader := input.NewReader(&input.Options{Facts: fact.Options{Form: f.Form, Map: f.Map}, AnyShape: f.Schema != nil})
		return writing(ctx, part.Path, func(to io.Writer) error {
			return f.made.WritePart(ctx, to, reader.Read(f.Form, file.Path, from))
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
	slices.SortFunc(parts, func(a, b Source) int { return cmp.Compare(a.Order, b.Order) })
	result, err := validate.Merge(ctx, opened(ctx, parts), &validate.Options{KeepChecked: f.Outputs.needChecked()})
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
