package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/report"
)

// reportFlags are the flags of what a run compares facts with and what it writes.
type reportFlags struct {
	knownFlags
	textFlags
	format        string
	out           string
	reports       []string
	bib           string
	keysFrom      string
	workers       int
	failOn        string
	strict        bool
	baseline      string
	writeBaseline string
	history       string
	usedBy        []string
	maxFindings   int
	color         string
}

// severities are what --fail-on may be.
var severities = []string{"error", "warning", "info", "never"}

// colors are what --color may be.
var colors = []string{"auto", "always", "never"}

func (f *reportFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	f.knownFlags.register(flags)
	f.textFlags.register(flags)
	flags.StringVar(&f.format, "format", report.Formats()[0], "`FORMAT` of the findings: "+strings.Join(report.Formats(), ", "))
	flags.StringVarP(&f.out, "output", "o", "", "write the findings to `FILE`")
	flags.StringArrayVar(&f.reports, "report", nil, "also write a report, `FORMAT=FILE`, as in sarif=out.sarif; repeatable")
	flags.StringVar(&f.bib, "bib", "", "also write the bibliography to `FILE`, or - for standard output")
	registerKeysFrom(flags, &f.keysFrom)
	flags.IntVar(&f.workers, "workers", 0, "records checked at once (one a core)")
	flags.StringVar(&f.failOn, "fail-on", "error", "exit 1 from this `SEVERITY` on: error, warning, info or never")
	flags.BoolVar(&f.strict, "strict", false, "the same as --fail-on warning")
	flags.StringVar(&f.baseline, "baseline", "", "leave out the findings that `FILE` knows")
	flags.StringVar(&f.writeBaseline, "write-baseline", "", "write the findings to `FILE` as a baseline")
	flags.StringVar(&f.history, "history", "", "show in the HTML report what the earlier runs in `FILE` found, and add this run to it")
	flags.StringArrayVar(&f.usedBy, "used-by", nil, "document `FILE` (.tex, .aux or .md) whose citations the bibliography must hold; repeatable")
	flags.IntVar(&f.maxFindings, "max-findings", 10_000, "tell so many findings of one rule in one file, and count the rest; 0 is all, as it is with --write-baseline")
	flags.StringVar(&f.color, "color", "auto", "colours in text: auto, always or never")
	complete(cmd, "format", report.Formats()...)
	complete(cmd, "fail-on", severities...)
	complete(cmd, "color", colors...)
	var reports []string
	for _, format := range report.Formats() {
		reports = append(reports, format+"=")
	}
	complete(cmd, "report", reports...)
}

// checking is a check, or a merging of parts, with the options that flags of either set.
type checking func(*validate.Options) (*validate.Result, error)

// report runs check, with options that it completes, and writes what it found to where the
// flags say, or what kept has of it, which may be nil. empty says whether what was read is
// too little.
func (f *reportFlags) report(cmd *cobra.Command, quiet bool, kept *keptRun, options *validate.Options, check checking, empty func(validate.Summary) error) error {
	reports, err := f.openReports(cmd)
	if err != nil {
		return err
	}
	defer reports.discard()
	o, err := kept.again(reports)
	if o == nil && err == nil {
		o, err = kept.keep(reports, func() (*outcome, error) { return f.write(reports, options, check, empty) })
	}
	if err != nil {
		return err
	}
	if !quiet {
		fmt.Fprint(cmd.ErrOrStderr(), o.Said)
	}
	switch {
	case o.empty != nil:
		return o.empty
	case o.Fails:
		return errFindings
	}
	return nil
}

// write runs check and writes what it found.
func (f *reportFlags) write(reports *reports, options *validate.Options, check checking, empty func(validate.Summary) error) (*outcome, error) {
	if err := f.complete(options, reports); err != nil {
		return nil, err
	}
	known, err := f.knownFlags.open()
	if err != nil {
		return nil, err
	}
	defer known.close()
	if known != nil {
		options.Authority = known
	}
	result, err := check(options)
	if err != nil {
		return nil, interrupted(err)
	}
	defer result.Close()
	reports.options.Authority = known.report(result.Verification)
	if err := reports.write(result); err != nil {
		return nil, err
	}
	said := []string{report.Summary(result), report.Grounding(result.Summary), "", reports.options.Authority.String()}
	if f.writeBaseline != "" {
		said[2] = knownFromNowOn(result.Summary, f.writeBaseline)
	}
	o := &outcome{Fails: f.fails(result.Summary.Findings), empty: empty(result.Summary)}
	for _, line := range text.NonEmpty(said...) {
		o.Said += line + "\n"
	}
	return o, nil
}

// knownFromNowOn says how many findings a baseline that was written has.
func knownFromNowOn(s validate.Summary, path string) string {
	known := s.Findings
	if s.Known != nil {
		known.Error, known.Warning, known.Info = known.Error+s.Known.Error, known.Warning+s.Known.Warning, known.Info+s.Known.Info
	}
	count := known.AtLeast(validate.Info)
	if count == 1 {
		return fmt.Sprintf("1 finding is known from now on, in %q", path)
	}
	return fmt.Sprintf("%d findings are known from now on, in %q", count, path)
}

// settle says what is wrong with the flags, and puts what one stands for in its place.
func (f *reportFlags) settle(cmd *cobra.Command) error {
	if f.strict && cmd.Flags().Changed("fail-on") && f.failOn != "warning" {
		return fmt.Errorf("--strict is --fail-on warning, and --fail-on %s is given too; use one of them", f.failOn)
	}
	if f.strict {
		f.failOn = "warning"
	}
	if f.history == standardOutput {
		return errors.New("--history keeps runs in a file; name one")
	}
	if f.maxFindings < 0 {
		return fmt.Errorf("--max-findings %d is negative", f.maxFindings)
	}
	if f.workers < 0 {
		return fmt.Errorf("--workers %d is negative", f.workers)
	}
	if !slices.Contains(severities, f.failOn) {
		return noneOf("--fail-on", f.failOn, severities)
	}
	if !slices.Contains(colors, f.color) {
		return noneOf("--color", f.color, colors)
	}
	return nil
}

// mostFindings is how many findings of one rule in one file are told; 0 is all. A baseline
// knows all.
func (f *reportFlags) mostFindings() int {
	if f.writeBaseline != "" {
		return 0
	}
	return f.maxFindings
}

// isEmpty reports whether a run read neither a record nor an entry of a .bib and
// found nothing to report about that.
func isEmpty(found validate.Summary) bool {
	return found.Records == 0 && found.References == 0 && found.Findings == validate.Counts{}
}

// interrupted names the reason for which a run ended early.
func interrupted(err error) error {
	if errors.Is(err, context.Canceled) {
		return errors.New("interrupted; nothing was written")
	}
	return err
}

func (f *reportFlags) fails(found validate.Counts) bool {
	return found.AtLeast(validate.Severity(f.failOn)) > 0
}

// complete reads what the flags name: an earlier bibliography, a baseline, texts, documents.
func (f *reportFlags) complete(options *validate.Options, reports *reports) (err error) {
	options.Workers, options.KeepChecked, options.MaxFindings = f.workers, reports.needChecked(), f.mostFindings()
	if options.KeysFrom, err = readEarlier(f.keysFrom); err != nil {
		return err
	}
	if f.baseline != "" {
		known, err := os.ReadFile(f.baseline)
		if err != nil {
			return fmt.Errorf("cannot read the baseline: %w; --write-baseline makes one", err)
		}
		if options.Baseline, err = validate.ReadBaseline(bytes.NewReader(known)); err != nil {
			return fmt.Errorf("%s: %w", f.baseline, err)
		}
	}
	if options.Cited, err = citedKeys(f.usedBy); err != nil {
		return err
	}
	return f.setTexts(options)
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
