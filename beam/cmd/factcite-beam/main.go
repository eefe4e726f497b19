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
	"strings"
	"time"

	apache "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/factcite/factcite/beam"
	"github.com/factcite/factcite/validate/report"
)

var (
	run      beam.Run
	members  = map[string]string{}
	schemaOn = flag.String("schema-on", "mapped", "with --map, check records in this `STATE`: raw (as they came) or mapped")
	single   = flag.Bool("single", false, "write one file each, the same bytes as factcite check")
	shards   = flag.Int("shards", 4, "without --single, the `NUMBER` of files that findings and bibliography are cut into")
)

func init() {
	facts, outputs := &run.Facts, &run.Outputs
	flag.StringVar((*string)(&facts.Form), "from", "", "read the files as this `FORM` (found by name and content)")
	flag.Func("map", "read records of another shape: `MEMBER=POINTER`, as in content=/text; repeatable", func(rule string) error {
		member, pointer, ok := strings.Cut(rule, "=")
		if members[member] = pointer; !ok {
			return errors.New("write MEMBER=POINTER")
		}
		return nil
	})
	flag.StringVar(&facts.Records, "records", "", "`POINTER` to the records in a JSON document, as in /results")
	flag.IntVar(&facts.MaxRecord, "max-record", 0, "most `BYTES` of a record that is read (16 MiB)")
	flag.IntVar(&facts.MaxDepth, "max-depth", 0, "deepest nesting of JSON that is read (256)")
	flag.BoolVar(&run.AllTypes, "all-types", false, "take works as references in facts of every type")
	flag.BoolVar(&run.AllKinds, "all-kinds", false, "take films, series, songs, games and cases in court as works too")
	flag.StringVar(&run.Today, "today", time.Now().UTC().Format(time.DateOnly), "`DATE` that future years are judged by")
	flag.Var(file{&run.Schema}, "schema", "check records against the JSON Schema in `FILE`, which refers to no other")
	flag.Var(file{&run.Config}, "config", "configuration `FILE`")
	flag.Var(file{&outputs.KeysFrom}, "keys-from", "works keep the keys that they have in `FILE`")
	flag.Var(file{&outputs.Baseline}, "baseline", "leave out the findings that `FILE` knows")
	flag.IntVar(&outputs.MaxFindings, "max-findings", 10_000, "tell so many findings of one rule in one file, and count the rest; 0 is all")
	flag.StringVar(&outputs.Findings, "output", "", "write the findings to `FILE`; of shards the start of their names")
	flag.StringVar(&outputs.Format, "format", report.Formats()[0], "`FORMAT` of the findings with --single")
	flag.StringVar(&outputs.Bib, "bib", "", "write the bibliography to `FILE`; of shards the start of their names")
	flag.StringVar(&run.Folder, "parts", "", "`FOLDER` for the parts of the run, which all workers reach (a temporary one)")
	flag.Int64Var(&run.Piece, "piece", 64<<20, "cut JSON Lines that are not compressed into pieces of so many `BYTES`; 0 leaves files whole")
}

// file is a flag that reads the file that it names.
type file struct{ *beam.File }

// String returns the name of the file.
func (f file) String() string {
	if f.File == nil {
		return ""
	}
	return f.Name
}

// Set reads the file.
func (f file) Set(path string) (err error) {
	f.Name = path
	f.Text, err = os.ReadFile(path)
	return err
}

func main() {
	flag.Parse()
	apache.Init() // a worker never comes back from here
	if err := start(context.Background(), flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "factcite-beam:", err)
		os.Exit(2)
	}
}

func start(ctx context.Context, patterns []string) (err error) {
	outputs := &run.Outputs
	if !slices.Contains(report.Formats(), outputs.Format) {
		return fmt.Errorf("--format %q; use one of %v", outputs.Format, report.Formats())
	}
	if outputs.Findings == "" && outputs.Bib == "" {
		return errors.New("nothing to write: name --output, --bib or both")
	}
	run.Facts.Map, run.SchemaOnRaw, outputs.Version = members, *schemaOn == "raw", version()
	if !*single {
		outputs.Shards = max(1, *shards)
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
