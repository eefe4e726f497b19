package settings

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/report"
)

// Reporting says what the facts of a run are compared with, and what is written of them.
type Reporting struct {
	Format        string
	Out           string
	Reports       []string
	Bib           string
	KeysFrom      string
	FailOn        string
	Baseline      string
	WriteBaseline string
	UsedBy        []string
	MaxFindings   int
}

// Severities are what --fail-on may be.
var Severities = []string{"error", "warning", "info", "never"}

// Register registers the flags.
func (f *Reporting) Register(flags *pflag.FlagSet) {
	flags.StringVar(&f.Format, "format", report.Formats()[0], "`FORMAT` of the findings: "+strings.Join(report.Formats(), ", "))
	flags.StringVarP(&f.Out, "output", "o", "", "write the findings to `FILE`")
	flags.StringArrayVar(&f.Reports, "report", nil, "also write a report, `FORMAT=FILE`, as in sarif=out.sarif; repeatable")
	flags.StringVar(&f.Bib, "bib", "", "also write the bibliography to `FILE`, or - for standard output")
	RegisterKeysFrom(flags, &f.KeysFrom)
	flags.StringVar(&f.FailOn, "fail-on", "error", "exit 1 from this `SEVERITY` on: error, warning, info or never")
	flags.StringVar(&f.Baseline, "baseline", "", "leave out the findings that `FILE` knows")
	flags.StringVar(&f.WriteBaseline, "write-baseline", "", "write the findings to `FILE` as a baseline")
	flags.StringArrayVar(&f.UsedBy, "used-by", nil, "document `FILE` (.tex, .aux or .md) whose citations the bibliography must hold; repeatable")
	flags.IntVar(&f.MaxFindings, "max-findings", 10_000, "tell so many findings of one rule in one file, and count the rest; 0 is all, as it is with --write-baseline")
}

// Settle says what is wrong with the flags.
func (f *Reporting) Settle() error {
	if f.MaxFindings < 0 {
		return fmt.Errorf("--max-findings %d is negative", f.MaxFindings)
	}
	if !slices.Contains(Severities, f.FailOn) {
		return NoneOf("--fail-on", f.FailOn, Severities)
	}
	return nil
}

// Fails reports whether findings are what --fail-on is about.
func (f *Reporting) Fails(found validate.Counts) bool {
	return found.AtLeast(validate.Severity(f.FailOn)) > 0
}

// MostFindings is how many findings of one rule in one file are told; 0 is all. A baseline
// knows all.
func (f *Reporting) MostFindings() int {
	if f.WriteBaseline != "" {
		return 0
	}
	return f.MaxFindings
}

// Target is a report and where it goes.
type Target struct{ Format, Path string }

// Targets lists the reports that the flags ask for, the chosen format first, whose path may
// be empty.
func (f *Reporting) Targets() ([]Target, error) {
	formats := report.Formats()
	if !slices.Contains(formats, f.Format) {
		return nil, NoneOf("--format", f.Format, formats)
	}
	list := []Target{{f.Format, f.Out}}
	for _, wanted := range f.Reports {
		format, path, ok := strings.Cut(wanted, "=")
		if ok && path != "" && !slices.Contains(formats, format) {
			return nil, NoneOf("--report", format, formats)
		}
		if !ok || path == "" {
			return nil, fmt.Errorf("--report %q; write FORMAT=FILE, with one of %s", wanted, strings.Join(formats, ", "))
		}
		list = append(list, Target{format, path})
	}
	return list, nil
}

// Complete reads what the flags name: an earlier bibliography, a baseline, documents.
func (f *Reporting) Complete(options *validate.Options) error {
	targets, err := f.Targets()
	if err != nil {
		return err
	}
	options.MaxFindings = f.MostFindings()
	options.KeepChecked = slices.ContainsFunc(targets, func(t Target) bool { return report.KeepChecked(t.Format) })
	if options.KeysFrom, err = ReadEarlier(f.KeysFrom); err != nil {
		return err
	}
	if f.Baseline != "" {
		text, err := os.ReadFile(f.Baseline)
		if err != nil {
			return fmt.Errorf("cannot read the baseline: %w; --write-baseline makes one", err)
		}
		if options.Baseline, err = validate.ReadBaseline(bytes.NewReader(text)); err != nil {
			return fmt.Errorf("%s: %w", f.Baseline, err)
		}
	}
	options.Cited, err = citedKeys(f.UsedBy)
	return err
}

// citedKeys reads the documents of --used-by; without any it is nil.
func citedKeys(documents []string) ([]bib.CitedKey, error) {
	if len(documents) == 0 {
		return nil, nil
	}
	keys := []bib.CitedKey{}
	for _, path := range documents {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		keys = append(keys, bib.CitedKeys(path, text)...)
	}
	return keys, nil
}
