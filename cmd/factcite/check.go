package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/internal/settings"
	"github.com/factcite/factcite/validate"
)

// checkFlags are the flags of check.
type checkFlags struct {
	inputFlags
	reportFlags
	settings.Works
	settings.Making
	schemaExact bool
	schemaLax   bool
	schemaRoot  string
	partial     string
	fix         bool
	watch       bool
}

func newCheck() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check [PATH…]",
		Short: "Say what is missing or wrong",
		Long: `check reads facts, runs the rules and prints the findings. It exits 0 if there is
none at or above --fail-on, 1 if there is one, and 2 if it could not run.`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.settle(cmd); err != nil {
				return err
			}
			if f.watch {
				return f.runAgain(cmd, args)
			}
			return f.run(cmd, args)
		},
	}
	f.inputFlags.register(cmd)
	f.reportFlags.register(cmd)
	flags := cmd.Flags()
	f.Works.Register(flags)
	f.Making.Register(flags)
	flags.BoolVar(&f.schemaExact, "schema-exact", false, "send every record to jsonschema v5, without the fast pass")
	flags.BoolVar(&f.schemaLax, "schema-lax", false, "do not warn of words in the schema that assert nothing")
	flags.StringVar(&f.schemaRoot, "schema-root", "", "the schema may refer to files below `DIR`, instead of its own folder")
	flags.StringVar(&f.partial, "partial", "", "report nothing, and write what the run knows of its inputs to `DIR`, for factcite merge")
	flags.BoolVar(&f.fix, "fix", false, "first mend in each .bib what is beyond doubt: forms and fields of identifiers, dashes of pages, fields that are there twice")
	flags.BoolVar(&f.watch, "watch", false, "run again whenever a file changes")
	flags.Lookup("cache").Usage = "keep in the folder `DIR` what is known of each file, and read only those that changed; with --online or --offline, answers alone"
	f.services.cachesMore = true
	complete(cmd, "schema-on", settings.SchemaStates...)
	return cmd
}

// settle says what is wrong with the flags, before anything is read.
func (f *checkFlags) settle(cmd *cobra.Command) error {
	if err := f.Making.Settle(); err != nil {
		return err
	}
	return f.reportFlags.settle(cmd)
}

func (f *checkFlags) run(cmd *cobra.Command, args []string) error {
	reader, err := f.inputReader(cmd)
	if err != nil {
		return err
	}
	reader.options.AnyShape, reader.options.InPieces = f.Schema != "", true
	if f.Baseline == "" { // which may know those that would not be listed
		reader.options.MaxErrors = f.MostFindings()
	}
	outputs, err := f.outputs()
	if err != nil {
		return err
	}
	config, err := readConfig(f.Config, args)
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
	if f.fix {
		for _, path := range outputs { // nothing is mended by a run that cannot report
			if err := refuseUnwritable(path); err != nil {
				return err
			}
		}
		if err := f.fixFiles(cmd, files); err != nil {
			return err
		}
	}
	options, err := f.making(cmd, config)
	if err != nil {
		return err
	}
	if f.partial != "" {
		return f.writePart(cmd, reader, args, files, options)
	}
	var cached *cache
	var kept *keptRun
	if f.services.keepsParts() && len(files) > 0 {
		if cached, err = f.newCache(reader, options); err != nil {
			return err
		}
		kept = f.newKeptRun(cmd, cached, files)
	}
	check := func(options *validate.Options) (*validate.Result, error) {
		defer f.showProgress(cmd, reader, files)()
		switch {
		case kept != nil:
			return kept.check(cmd.Context(), options)
		case cached != nil:
			return cached.check(cmd.Context(), files, options)
		}
		return validate.Check(cmd.Context(), reader.read(cmd.Context(), files), options)
	}
	return f.report(cmd, f.quiet, kept, options, check, func(found validate.Summary) error {
		if (cached == nil || !cached.used) && (!reader.Recognised() || isEmpty(found) && !reader.MayBeEmpty()) {
			return reader.noRecord(args)
		}
		return nil
	})
}

// making returns the options that what is found of one input depends on.
func (f *checkFlags) making(cmd *cobra.Command, config *validate.Config) (options *validate.Options, err error) {
	options = &validate.Options{Config: config, AllTypes: f.AllTypes, AllKinds: f.AllKinds, SchemaOnRaw: f.SchemaOnRaw()}
	if options.Today, err = f.Day(); err != nil {
		return nil, err
	}
	options.Schema, err = f.schema(cmd)
	return options, err
}

// readConfig reads the configuration that the flag names, or the nearest
// configuration above the first path.
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

// findConfig looks for .factcite.yaml, else .factcite.yml, in the folder of path and in
// those above, up to the root of the repository or of the file system.
func findConfig(path string) string {
	folder := path
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		folder = filepath.Dir(path)
	}
	for absolute, err := filepath.Abs(folder); err == nil; absolute = filepath.Dir(absolute) {
		for _, name := range []string{".factcite.yaml", ".factcite.yml"} {
			candidate := filepath.Join(folder, name)
			if _, err := os.Stat(candidate); err == nil {
				return filepath.Clean(candidate)
			}
		}
		if _, err := os.Stat(filepath.Join(folder, ".git")); err == nil || absolute == filepath.Dir(absolute) {
			return ""
		}
		folder = filepath.Join(folder, "..")
	}
	return ""
}
