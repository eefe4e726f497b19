package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/report"
)

// checkFlags are the flags of check.
type checkFlags struct {
	inputFlags
	knownFlags
	textFlags
	allTypes      bool
	format        string
	out           string
	reports       []string
	bib           string
	keysFrom      string
	schemaFile    string
	schemaExact   bool
	schemaOn      string
	schemaLax     bool
	schemaRoot    string
	today         string
	workers       int
	failOn        string
	strict        bool
	config        string
	baseline      string
	writeBaseline string
	usedBy        []string
	color         string
}

// severities are what --fail-on may be.
var severities = []string{"error", "warning", "info", "never"}

func newCheck() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check [PATH…]",
		Short: "Say what is missing or wrong",
		Long: `check reads facts, runs the rules and prints the findings. It exits 0 if there is
none at or above --fail-on, 1 if there is one, and 2 if it could not run.`,
		RunE: func(cmd *cobra.Command, args []string) error { return f.run(cmd, args) },
	}
	f.inputFlags.register(cmd)
	flags := cmd.Flags()
	f.knownFlags.register(flags)
	f.textFlags.register(flags)
	flags.BoolVar(&f.allTypes, "all-types", false, "take works as references in facts of every type")
	flags.StringVar(&f.format, "format", report.Formats()[0], "`FORMAT` of the findings: "+strings.Join(report.Formats(), ", "))
	flags.StringVarP(&f.out, "output", "o", "", "write the findings to `FILE`")
	flags.StringArrayVar(&f.reports, "report", nil, "also write a report, `FORMAT=FILE`, as in sarif=out.sarif; repeatable")
	flags.StringVar(&f.bib, "bib", "", "also write the bibliography to `FILE`, or - for standard output")
	registerKeysFrom(flags, &f.keysFrom)
	flags.StringVar(&f.schemaFile, "schema", "", "check records against the JSON Schema in `FILE`")
	flags.BoolVar(&f.schemaExact, "schema-exact", false, "send every record to jsonschema v5, without the fast pass")
	flags.StringVar(&f.schemaOn, "schema-on", "mapped", "with --map, check records in this `STATE`: raw (as they came) or mapped")
	flags.BoolVar(&f.schemaLax, "schema-lax", false, "do not warn of words in the schema that assert nothing")
	flags.StringVar(&f.schemaRoot, "schema-root", "", "the schema may refer to files below `DIR`, instead of its own folder")
	flags.StringVar(&f.today, "today", "", "`DATE` that future years are judged by (SOURCE_DATE_EPOCH, else the clock)")
	flags.IntVar(&f.workers, "workers", 0, "records checked at once (one a core)")
	flags.StringVar(&f.failOn, "fail-on", "error", "exit 1 from this `SEVERITY` on: error, warning, info or never")
	flags.BoolVar(&f.strict, "strict", false, "the same as --fail-on warning")
	flags.StringVar(&f.config, "config", "", "configuration `FILE` (.factcite.yaml, found upward from the first path)")
	flags.StringVar(&f.baseline, "baseline", "", "leave out the findings that `FILE` knows")
	flags.StringVar(&f.writeBaseline, "write-baseline", "", "write the findings to `FILE` as a baseline")
	flags.StringArrayVar(&f.usedBy, "used-by", nil, "document `FILE` (.tex, .aux or .md) whose citations the bibliography must hold; repeatable")
	flags.StringVar(&f.color, "color", "auto", "colours in text: auto, always or never")
	complete(cmd, "format", report.Formats()...)
	complete(cmd, "fail-on", severities...)
	complete(cmd, "schema-on", "mapped", "raw")
	complete(cmd, "color", "auto", "always", "never")
	var reports []string
	for _, format := range report.Formats() {
		reports = append(reports, format+"=")
	}
	complete(cmd, "report", reports...)
	return cmd
}

func (f *checkFlags) run(cmd *cobra.Command, args []string) error {
	reader, err := f.inputReader(cmd)
	if err != nil {
		return err
	}
	reader.options.AnyShape = f.schemaFile != ""
	if f.schemaOn != "raw" && f.schemaOn != "mapped" {
		return fmt.Errorf("--schema-on %q is neither raw nor mapped", f.schemaOn)
	}
	outputs, err := f.outputs()
	if err != nil {
		return err
	}
	config, err := readConfig(f.config, args)
	if err == nil {
		err = reader.configure(config)
	}
	if err != nil {
		return err
	}
	files, err := reader.files(args, outputs...)
	if err != nil {
		return err
	}
	if f.strict && cmd.Flags().Changed("fail-on") && f.failOn != "warning" {
		return fmt.Errorf("--strict is --fail-on warning, and --fail-on %s is given too; use one of them", f.failOn)
	}
	if f.strict {
		f.failOn = "warning"
	}
	if f.workers < 0 {
		return fmt.Errorf("--workers %d is negative", f.workers)
	}
	if !slices.Contains(severities, f.failOn) {
		return fmt.Errorf("--fail-on %q is no severity; use error, warning, info or never", f.failOn)
	}
	reports, err := f.openReports(cmd)
	if err != nil {
		return err
	}
	defer reports.discard()
	options, err := f.options(cmd, config, reports)
	if err != nil {
		return err
	}
	library, err := f.textFlags.open()
	if err != nil {
		return err
	}
	if library != nil {
		options.Texts = library
	}
	known, err := f.knownFlags.open()
	if err != nil {
		return err
	}
	defer known.close()
	if known != nil {
		options.Authority = known
	}
	stop := f.showProgress(cmd, reader, files)
	result, err := validate.Check(cmd.Context(), reader.read(cmd.Context(), files), options)
	stop()
	if err != nil {
		return interrupted(err)
	}
	defer result.Close()
	reports.options.Authority = known.report(result.Verification)
	if err := reports.write(result); err != nil {
		return err
	}
	if !f.quiet {
		fmt.Fprintln(cmd.ErrOrStderr(), report.Summary(result))
		if grounding := report.Grounding(result.Summary); grounding != "" {
			fmt.Fprintln(cmd.ErrOrStderr(), grounding)
		}
		if compared := reports.options.Authority.String(); compared != "" {
			fmt.Fprintln(cmd.ErrOrStderr(), compared)
		}
	}
	if !reader.Recognised() || isEmpty(result.Summary) && !reader.MayBeEmpty() {
		return reader.noRecord(args)
	}
	if f.fails(result.Summary.Findings) {
		return errFindings
	}
	return nil
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

func (f *checkFlags) fails(found validate.Counts) bool {
	switch f.failOn {
	case "error":
		return found.Error > 0
	case "warning":
		return found.Error+found.Warning > 0
	case "info":
		return found.Error+found.Warning+found.Info > 0
	}
	return false
}

// options reads what the flags name: schema, configuration, baseline, documents.
func (f *checkFlags) options(cmd *cobra.Command, config *validate.Config, reports *reports) (*validate.Options, error) {
	today, err := today(f.today)
	if err != nil {
		return nil, err
	}
	options := &validate.Options{
		Config: config, AllTypes: f.allTypes, Today: today, Workers: f.workers, KeepChecked: reports.needChecked(),
		SchemaOnRaw: f.schemaOn == "raw",
	}
	if options.Schema, err = f.schema(cmd); err != nil {
		return nil, err
	}
	if options.KeysFrom, err = readEarlier(f.keysFrom); err != nil {
		return nil, err
	}
	if f.baseline != "" {
		text, err := os.ReadFile(f.baseline)
		if err != nil {
			return nil, fmt.Errorf("cannot read the baseline: %w; --write-baseline makes one", err)
		}
		if options.Baseline, err = validate.ReadBaseline(bytes.NewReader(text)); err != nil {
			return nil, fmt.Errorf("%s: %w", f.baseline, err)
		}
	}
	options.Cited, err = citedKeys(f.usedBy)
	return options, err
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

// today is the day that a run judges by: the flag, else SOURCE_DATE_EPOCH
// (https://reproducible-builds.org/specs/source-date-epoch/), else the clock,
// for which it returns the zero time.
func today(flag string) (time.Time, error) {
	if flag != "" {
		return parseDate("--today", flag)
	}
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH %q is no number of seconds", epoch)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// readConfig reads the configuration that the flag names, or the nearest
// .factcite.yaml above the first path.
func readConfig(path string, args []string) (*validate.Config, error) {
	if path == "" && len(args) > 0 {
		path = findConfig(args[0])
	}
	if path == "" {
		return nil, nil
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read the configuration: %w", err)
	}
	return validate.ReadConfig(path, text)
}

// findConfig looks for .factcite.yaml in the folder of path and in those above,
// up to the root of the repository or of the file system.
func findConfig(path string) string {
	folder := path
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		folder = filepath.Dir(path)
	}
	for absolute, err := filepath.Abs(folder); err == nil; absolute = filepath.Dir(absolute) {
		candidate := filepath.Join(folder, ".factcite.yaml")
		if _, err := os.Stat(candidate); err == nil {
			return filepath.Clean(candidate)
		}
		if _, err := os.Stat(filepath.Join(folder, ".git")); err == nil || absolute == filepath.Dir(absolute) {
			return ""
		}
		folder = filepath.Join(folder, "..")
	}
	return ""
}
