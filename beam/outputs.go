package beam

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/unpack"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/report"
)

// Outputs are the files that a run writes, by their paths in Beam's file systems. Those
// without a path are not written.
type Outputs struct {
	Findings string // JSON Lines, in shards
	Bib      string // in shards, if there are any
	Shards   int    // of each so many files, as in refs-00000-of-00004.bib; 0 is one
	Reports  []Report
	Options  report.Options // of the reports; Open is set
	Baseline string
}

// Report is a file of findings in a format of [report.Formats].
type Report struct{ Format, Path string }

// Write writes what a run found. All that is not in shards has the bytes of factcite check.
func (o *Outputs) Write(ctx context.Context, result *validate.Result) error {
	if o.Bib != "" && result.Unwritable != nil {
		return result.Unwritable
	}
	o.Options.Open = func(path string) (io.ReadCloser, error) { return again(ctx, path) }
	for _, r := range o.Reports {
		err := writing(ctx, r.Path, func(w io.Writer) error { return report.Write(w, r.Format, result, &o.Options) })
		if err != nil {
			return err
		}
	}
	if o.Baseline != "" {
		err := writing(ctx, o.Baseline, func(w io.Writer) error { return validate.WriteBaseline(w, result) })
		if err != nil {
			return err
		}
	}
	if o.Findings != "" {
		write := func(w io.Writer, f validate.Finding) error { return json.NewEncoder(w).Encode(f) }
		err := shards(ctx, o.Findings, ".jsonl", o.Shards, result.Summary.Findings.AtLeast(validate.Info), result.Findings(), write)
		if err != nil {
			return err
		}
	}
	switch {
	case o.Bib == "":
		return nil
	case o.Shards == 0:
		return writing(ctx, o.Bib, func(w io.Writer) error { return result.Bibliography.Write(w, nil) })
	}
	works := func(yield func(*citation.Publication, error) bool) {
		result.Bibliography.All()(func(w *citation.Publication) bool { return yield(w, nil) })
	}
	write := func(w io.Writer, p *citation.Publication) error { return p.Write(w, nil) }
	return shards(ctx, o.Bib, ".bib", o.Shards, result.Summary.Works, works, write)
}

// again opens an input a second time, to show what findings are about.
func again(ctx context.Context, path string) (io.ReadCloser, error) {
	f, err := open(ctx, path)
	if err != nil {
		return nil, err
	}
	text, err := unpack.Open(f.ReadCloser)
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return struct {
		io.Reader
		io.Closer
	}{text, f}, nil
}

// shards cuts so many values, in their order, into so many files of one length.
func shards[T any](ctx context.Context, path, extension string, files, count int, values iter.Seq2[T, error], write func(io.Writer, T) error) error {
	next, stop := iter.Pull2(values)
	defer stop()
	for i := range files {
		name := fmt.Sprintf("%s-%05d-of-%05d%s", path, i, files, extension)
		err := writing(ctx, name, func(w io.Writer) error {
			for range count*(i+1)/files - count*i/files {
				value, err, _ := next()
				if err == nil {
					err = write(w, value)
				}
				if err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}
