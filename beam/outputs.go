package beam

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/bib/exchange"
	"github.com/factcite/factcite/internal/unpack"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/report"
)

// Outputs are the files that a run writes. Those without a path are not written.
type Outputs struct {
	Findings string // a report in Format; of shards, JSON Lines
	Format   string // of [report.Formats]; empty is text
	Version  string // of the program, which some formats state
	Bib      string
	Shards   int // cut both into so many files, as in refs-00000-of-00004.bib; 0 is one file each, the same bytes as factcite check

	MaxFindings int // as validate.Options.MaxFindings
	KeysFrom    File
	Baseline    File
}

// options returns what parts are merged with.
func (o *Outputs) options() (*validate.Options, error) {
	options := &validate.Options{KeepChecked: o.Shards == 0 && report.KeepChecked(o.Format), MaxFindings: o.MaxFindings}
	if name, text := o.KeysFrom.Name, o.KeysFrom.Text; text != nil {
		options.KeysFrom = bib.Read(name, text)
		if format := exchange.Detect(name, text); format != "" {
			options.KeysFrom = exchange.Read(format, name, text)
		}
	}
	if o.Baseline.Text == nil {
		return options, nil
	}
	var err error
	options.Baseline, err = validate.ReadBaseline(bytes.NewReader(o.Baseline.Text))
	return options, err
}

func (o *Outputs) write(ctx context.Context, result *validate.Result) error {
	if o.Bib != "" && result.Unwritable != nil {
		return result.Unwritable
	}
	if o.Shards > 0 {
		return o.writeShards(ctx, result)
	}
	err := o.to(ctx, o.Findings, func(w io.Writer) error {
		return report.Write(w, o.Format, result, &report.Options{Version: o.Version, Open: again(ctx)})
	})
	if err != nil {
		return err
	}
	return o.to(ctx, o.Bib, func(w io.Writer) error { return result.Bibliography.Write(w, nil) })
}

// again opens an input a second time, to show what findings are about.
func again(ctx context.Context) func(path string) (io.ReadCloser, error) {
	return func(path string) (io.ReadCloser, error) {
		system, err := filesystem.New(ctx, path)
		if err != nil {
			return nil, err
		}
		file, err := system.OpenRead(ctx, path)
		if err != nil {
			return nil, errors.Join(err, system.Close())
		}
		text, err := unpack.Open(file)
		if err != nil {
			return nil, errors.Join(err, file.Close(), system.Close())
		}
		return &reopened{text, file, system}, nil
	}
}

type reopened struct {
	io.Reader
	file   io.Closer
	system io.Closer
}

// Close closes the file and what it is of.
func (r *reopened) Close() error { return errors.Join(r.file.Close(), r.system.Close()) }

func (o *Outputs) to(ctx context.Context, path string, write func(io.Writer) error) error {
	if path == "" {
		return nil
	}
	return writing(ctx, path, write)
}

// writeShards cuts findings and entries, in their order, into shards of one length.
func (o *Outputs) writeShards(ctx context.Context, result *validate.Result) error {
	counts := result.Summary.Findings
	var failed error
	findings := func(yield func(func(io.Writer) error) bool) {
		for f, err := range result.Findings() {
			if failed = err; err != nil || !yield(func(w io.Writer) error { return json.NewEncoder(w).Encode(f) }) {
				return
			}
		}
	}
	if err := o.shards(ctx, o.Findings, ".jsonl", counts.Error+counts.Warning+counts.Info, findings); err != nil {
		return err
	}
	if failed != nil {
		return failed
	}
	entries := func(yield func(func(io.Writer) error) bool) {
		for work := range result.Bibliography.All() {
			if !yield(func(w io.Writer) error { return work.Write(w, nil) }) {
				return
			}
		}
	}
	return o.shards(ctx, o.Bib, ".bib", result.Summary.Works, entries)
}

// shards writes so many values to the shards of a path.
func (o *Outputs) shards(ctx context.Context, path, extension string, count int, values iter.Seq[func(io.Writer) error]) error {
	if path == "" {
		return nil
	}
	next, stop := iter.Pull(values)
	defer stop()
	for shard := range o.Shards {
		name := fmt.Sprintf("%s-%05d-of-%05d%s", path, shard, o.Shards, extension)
		length := count*(shard+1)/o.Shards - count*shard/o.Shards
		err := writing(ctx, name, func(w io.Writer) error {
			for range length {
				write, ok := next()
				if !ok {
					break
				}
				if err := write(w); err != nil {
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
