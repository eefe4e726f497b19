package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/internal/settings"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/report"
)

// reportFlags are the flags of what a run compares facts with and what it writes.
type reportFlags struct {
	knownFlags
	textFlags
	settings.Reporting
	workers int
	strict  bool
	history string
	color   string
}

// colors are what --color may be.
var colors = []string{"auto", "always", "never"}

func (f *reportFlags) register(cmd *cobra.Command) {
	flags := cmd.Flags()
	f.knownFlags.register(flags)
	f.textFlags.register(flags)
	f.Reporting.Register(flags)
	flags.IntVar(&f.workers, "workers", 0, "records checked at once (one a core)")
	flags.BoolVar(&f.strict, "strict", false, "the same as --fail-on warning")
	flags.StringVar(&f.history, "history", "", "show in the HTML report what the earlier runs in `FILE` found, and add this run to it")
	flags.StringVar(&f.color, "color", "auto", "colours in text: auto, always or never")
	complete(cmd, "format", report.Formats()...)
	complete(cmd, "fail-on", settings.Severities...)
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
	if err := f.complete(options); err != nil {
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
	if f.WriteBaseline != "" {
		said[2] = knownFromNowOn(result.Summary, f.WriteBaseline)
	}
	o := &outcome{Fails: f.Fails(result.Summary.Findings), empty: empty(result.Summary)}
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
	if f.strict && cmd.Flags().Changed("fail-on") && f.FailOn != "warning" {
		return fmt.Errorf("--strict is --fail-on warning, and --fail-on %s is given too; use one of them", f.FailOn)
	}
	if f.strict {
		f.FailOn = "warning"
	}
	if f.history == standardOutput {
		return errors.New("--history keeps runs in a file; name one")
	}
	if f.workers < 0 {
		return fmt.Errorf("--workers %d is negative", f.workers)
	}
	if !slices.Contains(colors, f.color) {
		return settings.NoneOf("--color", f.color, colors)
	}
	return f.Reporting.Settle()
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

// complete reads what the flags name: an earlier bibliography, a baseline, texts, documents.
func (f *reportFlags) complete(options *validate.Options) error {
	options.Workers = f.workers
	if err := f.Reporting.Complete(options); err != nil {
		return err
	}
	return f.setTexts(options)
}
