package main

import (
	"cmp"
	"errors"

	"github.com/spf13/pflag"

	"github.com/factcite/factcite/beam"
	"github.com/factcite/factcite/internal/settings"
	"github.com/factcite/factcite/validate"
)

// flags are those of factcite check, which mean what they mean there, and those of a run on
// Beam.
type flags struct {
	beam.Run
	settings.Reporting
	settings.Known
	single bool
	shards int
}

func (f *flags) register(set *pflag.FlagSet) {
	f.Reading.Register(set)
	f.Works.Register(set)
	f.Making.Making.Register(set)
	f.Reporting.Register(set)
	f.Known.Register(set)
	set.StringVar(&f.Folder, "parts", "", "`FOLDER` for the parts of the run, which all workers reach (a temporary one)")
	set.Int64Var(&f.Piece, "piece", 64<<20, "cut JSON Lines that are not compressed into pieces of so many `BYTES`; 0 leaves files whole")
	set.BoolVar(&f.single, "single", false, "write one file each, the same bytes as factcite check")
	set.IntVar(&f.shards, "shards", 4, "without --single, the `NUMBER` of files that findings and bibliography are cut into")
}

// outputs returns what is to be written, or says what is wrong with the flags.
func (f *flags) outputs() (*beam.Outputs, error) {
	reports, err := f.Targets()
	if err := cmp.Or(err, f.Reading.Settle(), f.Making.Making.Settle(), f.Reporting.Settle()); err != nil {
		return nil, err
	}
	if f.Out+f.Bib+f.WriteBaseline == "" && len(f.Reports) == 0 {
		return nil, errors.New("nothing to write: name --output, --bib or both")
	}
	o := &beam.Outputs{Reports: reports, Bib: f.Bib, Baseline: f.WriteBaseline}
	o.Options.Version, o.Options.FailOn = validate.Version(), validate.Severity(f.FailOn)
	if !f.single {
		o.Findings, o.Shards, reports[0].Path = f.Out, max(1, f.shards), ""
	}
	return o, nil
}
