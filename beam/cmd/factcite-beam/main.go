// Command factcite-beam is factcite check on Apache Beam:
//
//	factcite-beam --single --output findings.txt --bib refs.bib 'facts/*.jsonl.gz'
//
// Without --runner it runs in its own process, on prism. Its exit codes are those of check.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime/debug"
	"slices"

	apache "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/validate/report"
)

// errFindings ends a run that worked and found what it was told to fail on.
var errFindings = errors.New("findings at or above --fail-on")

func main() {
	flag.Parse()
	apache.Init() // a worker never comes back from here
	switch err := start(context.Background(), flag.Args()); {
	case errors.Is(err, errFindings):
		os.Exit(1)
	case err != nil:
		fmt.Fprintln(os.Stderr, "factcite-beam:", err)
		os.Exit(2)
	}
}

func start(ctx context.Context, patterns []string) (err error) {
	if err := settle(); err != nil {
		return err
	}
	catalogue := authority.NewCatalogue(indexes...)
	if len(indexes) > 0 {
		merging.Authority = catalogue
	}
	if run.Files, err = expand(ctx, patterns); err != nil {
		return err
	}
	if run.Folder == "" {
		if run.Folder, err = os.MkdirTemp("", "factcite-beam-*"); err != nil {
			return err
		}
		defer os.RemoveAll(run.Folder)
	}
	p := apache.NewPipeline()
	if err := run.Build(p.Root()); err != nil {
		return err
	}
	if err := beamx.Run(ctx, p); err != nil {
		return err
	}
	result, err := run.Merge(ctx, &merging)
	if err != nil {
		return err
	}
	defer result.Close()
	outputs.Options.Authority = report.NewAuthority(catalogue.Coverage(), result.Verification)
	if err := outputs.Write(ctx, result); err != nil {
		return err
	}
	fmt.Fprintln(os.Stderr, report.Summary(result))
	if result.Summary.Findings.AtLeast(outputs.Options.FailOn) > 0 {
		return errFindings
	}
	return nil
}

// version is that of factcite, as the build recorded it, or "devel".
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Path == "github.com/factcite/factcite" && m.Replace == nil {
				return m.Version
			}
		}
	}
	return "devel"
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
