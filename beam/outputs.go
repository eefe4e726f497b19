package beam

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/settings"
	"github.com/factcite/factcite/internal/unpack"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/report"
)

// Outputs are the files that a run writes, by their paths in Beam's file systems. Those
// without a path are not written.
type Outputs struct {
	Reports  []settings.Target
	Options  report.Options // of the reports; Open is set
	Baseline string
	Bib      string
	Findings string // JSON Lines, in shards
	Shards   int    // of findings and bibliography, as in refs-00000-of-00004.bib; 0 leaves the bibliography whole
}

// Write writes what a run found. All that is not in shards has the bytes of factcite check.
func (o *Outputs) Write(ctx context.Context, result *validate.Result) error {
	if o.Bib != "" && result.Unwritable != nil {
		return result.Unwritable
	}
	o.Options.Open = func(path string) (io.ReadCloser, error) {
		file, err := open(ctx, path)
		if err != nil {
			return nil, err
		}
		return unpack.OpenFile(file)
	}
	for _, r := range o.Reports {
		if err := write(ctx, r.Path, func(w io.Writer) error { return report.Write(w, r.Format, result, &o.Options) }); err != nil {
			return err
		}
	}
	if err := write(ctx, o.Baseline, func(w io.Writer) error { return validate.WriteBaseline(w, result) }); err != nil {
		return err
	}
	if o.Shards == 0 {
		return write(ctx, o.Bib, func(w io.Writer) error { return result.Bibliography.Write(w, nil) })
	}
	line := func(w io.Writer, f validate.Finding) error { return json.NewEncoder(w).Encode(f) }
	works := func(yield func(*citation.Publication, error) bool) {
		result.Bibliography.All()(func(w *citation.Publication) bool { return yield(w, nil) })
	}
	entry := func(w io.Writer, p *citation.Publication) error { return p.Write(w, nil) }
	return errors.Join(
		shards(ctx, o.Findings, ".jsonl", o.Shards, result.Summary.Findings.AtLeast(validate.Info), result.Findings(), line),
		shards(ctx, o.Bib, ".bib", o.Shards, result.Summary.Works, works, entry))
}

// shards cuts so many values, in their order, into so many files of one length.
func shards[T any](ctx context.Context, path, extension string, files, count int, values iter.Seq2[T, error], one func(io.Writer, T) error) error {
	if path == "" {
		return nil
	}
	next, stop := iter.Pull2(values)
	defer stop()
	for i := range files {
		name := fmt.Sprintf("%s-%05d-of-%05d%s", path, i, files, extension)
		err := write(ctx, name, func(w io.Writer) error {
			for range count*(i+1)/files - count*i/files {
				value, err, _ := next()
				if err == nil {
					err = one(w, value)
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
