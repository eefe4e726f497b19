// Command factcite-beam is factcite check on Apache Beam:
//
//	factcite-beam --single --output findings.txt --bib refs.bib 'facts/*.jsonl.gz'
//
// Without --runner it runs in its own process, on prism.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"time"

	apache "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/factcite/factcite/beam"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate/report"
)

var (
	allTypes = flag.Bool("all-types", false, "take works as references in facts of every type")
	from     = flag.String("from", "", "read the files as this `FORM` (found by name and content)")
	schemaAt = flag.String("schema", "", "check records against the JSON Schema in `FILE`, which refers to no other")
	configAt = flag.String("config", "", "configuration `FILE`")
	today    = flag.String("today", "", "`DATE` that future years are judged by (the clock)")
	output   = flag.String("output", "", "write the findings to `FILE`; of shards the start of their names")
	format   = flag.String("format", report.Formats()[0], "`FORMAT` of the findings with --single")
	bib      = flag.String("bib", "", "write the bibliography to `FILE`; of shards the start of their names")
	single   = flag.Bool("single", false, "write one file each, the same bytes as factcite check")
	shards   = flag.Int("shards", 4, "without --single, the `NUMBER` of files that findings and bibliography are cut into")
	parts    = flag.String("parts", "", "`FOLDER` for the parts of the run, which all workers reach (a temporary one)")
)

func main() {
	flag.Parse()
	apache.Init() // a worker never comes back from here
	if err := run(context.Background(), flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "factcite-beam:", err)
		os.Exit(2)
	}
}

func run(ctx context.Context, patterns []string) error {
	if !slices.Contains(report.Formats(), *format) {
		return fmt.Errorf("--format %q; use one of %v", *format, report.Formats())
	}
	if *output == "" && *bib == "" {
		return errors.New("nothing to write: name --output, --bib or both")
	}
	r := &beam.Run{Outputs: beam.Outputs{Findings: *output, Format: *format, Version: version(), Bib: *bib}, Folder: *parts}
	if !*single {
		r.Outputs.Shards = max(1, *shards)
	}
	var err error
	if r.Making, err = making(); err != nil {
		return err
	}
	if r.Files, err = expand(ctx, patterns); err != nil {
		return err
	}
	if r.Folder == "" {
		if r.Folder, err = os.MkdirTemp("", "factcite-beam-*"); err != nil {
			return err
		}
		defer os.RemoveAll(r.Folder)
	}
	p := apache.NewPipeline()
	if err := r.Build(p.Root()); err != nil {
		return err
	}
	return beamx.Run(ctx, p)
}

// version is that of factcite, as the build recorded it, or "devel".
func version() string {
	info, _ := debug.ReadBuildInfo()
	if info == nil {
		return "devel"
	}
	for _, m := range info.Deps {
		if m.Path == "github.com/factcite/factcite" && m.Replace == nil {
			return m.Version
		}
	}
	return "devel"
}

// making reads what the flags name.
func making() (m beam.Making, err error) {
	m = beam.Making{Form: fact.Form(*from), AllTypes: *allTypes, Today: *today, ConfigName: *configAt}
	if m.Today == "" {
		m.Today = time.Now().UTC().Format(time.DateOnly)
	}
	for path, text := range map[string]*[]byte{*schemaAt: &m.Schema, *configAt: &m.Config} {
		if path == "" {
			continue
		}
		if *text, err = os.ReadFile(path); err != nil {
			return m, err
		}
	}
	return m, nil
}

// expand returns the files that patterns name, those of each pattern in order.
func expand(ctx context.Context, patterns []string) ([]string, error) {
	var files []string
	for _, pattern := range patterns {
		system, err := filesystem.New(ctx, pattern)
		if err != nil {
			return nil, err
		}
		found, err := system.List(ctx, pattern)
		system.Close()
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("no file is named %s", pattern)
		}
		slices.Sort(found)
		files = append(files, found...)
	}
	return files, nil
}
