// Package beam runs a check of factcite on Apache Beam: each file, or each piece of a large
// one, becomes a part of the run on whatever machine is free, and who started the run merges
// the parts. It has no rule, no form and no merging of its own; those are package validate's.
package beam

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"

	"github.com/factcite/factcite/internal/settings"
	"github.com/factcite/factcite/schema"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/input"
)

// Making is what the parts of a run are made with: flags of factcite check, and what is in
// the files that they name. It travels to the workers.
type Making struct {
	settings.Reading
	settings.Works
	settings.Making
	SchemaText []byte // refers to no other file
	ConfigText []byte // names no forms of records
}

// load reads the files that flags name, and settles the day of the run.
func (m *Making) load(ctx context.Context) error {
	day, err := m.Day()
	m.Today = cmp.Or(day, time.Now().UTC()).Format(time.DateOnly)
	var errSchema, errConfig error
	m.SchemaText, errSchema = read(ctx, m.Schema)
	m.ConfigText, errConfig = read(ctx, m.Config)
	return cmp.Or(err, errSchema, errConfig)
}

// checker returns the checker that makes the parts.
func (m *Making) checker() (*validate.Checker, error) {
	options := &validate.Options{AllTypes: m.AllTypes, AllKinds: m.AllKinds, SchemaOnRaw: m.SchemaOnRaw()}
	var err error
	if options.Today, err = m.Day(); err == nil && m.Schema != "" {
		options.Schema, err = schema.Compile(m.Schema, m.SchemaText, nil)
	}
	if err == nil && m.Config != "" {
		options.Config, err = validate.ReadConfig(m.Config, m.ConfigText)
	}
	if err == nil && options.Config != nil && len(options.Config.Forms()) > 0 {
		err = fmt.Errorf("%s: forms are not read here: use --map", m.Config)
	}
	return validate.NewChecker(options), err
}

// reader returns what reads the files.
func (m *Making) reader() *input.Reader {
	return input.NewReader(&input.Options{Facts: m.Reading.Options(), AnyShape: m.Schema != "", InPieces: true})
}

// Run is a run over files, in their order. Its paths are those of Beam's file systems.
type Run struct {
	Making
	Files  []string
	Piece  int64  // cut files of JSON Lines into pieces of about so many bytes; 0 leaves them whole
	Folder string // where parts are kept, which the workers reach and who merges them

	list string // the file that lists the parts
}

// Build adds a run to a pipeline, which makes its parts. When that has ended, [Run.Merge]
// merges them.
func (r *Run) Build(ctx context.Context, s beam.Scope) error {
	if len(r.Files) == 0 {
		return errors.New("no input: name a file")
	}
	if err := r.load(ctx); err != nil {
		return err
	}
	if _, err := r.checker(); err != nil {
		return err
	}
	r.list = r.Folder + "/parts-" + rand.Text() // none that an earlier run left
	sources := make([]Source, len(r.Files))
	for i, path := range r.Files {
		sources[i] = Source{Order: i, Path: path}
	}
	files := beam.Reshuffle(s, beam.CreateList(s, sources)) // else one worker would have them all
	pieces := beam.Reshuffle(s, beam.ParDo(s.Scope("factcite.Cut"), &cutFile{r.Making, r.Piece}, files))
	parts := beam.ParDo(s.Scope("factcite.WritePart"), &writePart{Making: r.Making, Folder: r.Folder}, pieces)
	textio.Write(s, r.list, parts)
	return nil
}

// Merge merges the parts of a run whose pipeline has ended: the result is that of one
// process, see [validate.Merge].
func (r *Run) Merge(ctx context.Context, options *validate.Options) (*validate.Result, error) {
	list, err := read(ctx, r.list)
	if err != nil {
		return nil, fmt.Errorf("the parts of the run are not where they are merged: name a folder that all workers reach: %w", err)
	}
	parts := strings.Split(strings.TrimSpace(string(list)), "\n")
	slices.Sort(parts)
	return validate.Merge(ctx, validate.ReadParts(parts, func(path string) (io.ReadCloser, error) { return open(ctx, path) }), options)
}
