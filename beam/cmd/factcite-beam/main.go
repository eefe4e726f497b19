// Command factcite-beam is factcite check on Apache Beam:
//
//	factcite-beam --single --output findings.txt --bib refs.bib 'facts/*.jsonl.gz'
//
// Without --runner it runs in its own process, on prism. Its exit codes are those of check.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	apache "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
	"github.com/spf13/pflag"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/beam"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/report"
)

func main() {
	var f flags
	f.register(pflag.CommandLine)
	pflag.CommandLine.AddGoFlagSet(flag.CommandLine) // of Beam
	pflag.Parse()
	apache.Init() // a worker never comes back from here
	switch found, err := f.start(context.Background(), pflag.Args()); {
	case err != nil:
		fmt.Fprintln(os.Stderr, "factcite-beam:", err)
		os.Exit(2)
	case found:
		os.Exit(1)
	}
}

// start is the whole command, on files that patterns name. It reports whether there is what
// --fail-on says.
func (f *flags) start(ctx context.Context, patterns []string) (found bool, err error) {
	outputs, err := f.outputs()
	if err != nil {
		return false, err
	}
	options := new(validate.Options)
	if err := f.Complete(options); err != nil {
		return false, err
	}
	known, closeKnown, err := f.Known.Open()
	if err != nil {
		return false, err
	}
	defer closeKnown()
	catalogue := authority.NewCatalogue(known...)
	if len(known) > 0 {
		options.Authority = catalogue
	}
	if f.Files, err = beam.Expand(ctx, patterns); err != nil {
		return false, err
	}
	if f.Folder == "" {
		if f.Folder, err = os.MkdirTemp("", "factcite-beam-*"); err != nil {
			return false, err
		}
		defer os.RemoveAll(f.Folder)
	}
	p := apache.NewPipeline()
	if err := f.Build(ctx, p.Root()); err != nil {
		return false, err
	}
	if err := beamx.Run(ctx, p); err != nil {
		return false, err
	}
	result, err := f.Merge(ctx, options)
	if err != nil {
		return false, err
	}
	defer result.Close()
	outputs.Options.Authority = report.NewAuthority(catalogue.Coverage(), result.Verification)
	if err := outputs.Write(ctx, result); err != nil {
		return false, err
	}
	fmt.Fprintln(os.Stderr, report.Summary(result))
	return f.Fails(result.Summary.Findings), nil
}
