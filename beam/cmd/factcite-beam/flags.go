package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/index"
	"github.com/factcite/factcite/beam"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/bib/exchange"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/report"
)

// What the flags say.
var (
	run      beam.Run
	outputs  beam.Outputs
	merging  validate.Options
	indexes  []authority.Authority
	schemaOn = flag.String("schema-on", "mapped", "with --map, check records in this `STATE`: raw (as they came) or mapped")
	single   = flag.Bool("single", false, "write one file each, the same bytes as factcite check")
	shards   = flag.Int("shards", 4, "without --single, the `NUMBER` of files that findings and bibliography are cut into")
	output   = flag.String("output", "", "write the findings to `FILE`; of shards the start of their names")
	format   = flag.String("format", report.Formats()[0], "`FORMAT` of the findings with --single")
)

func init() {
	facts := &run.Facts
	facts.Map = map[string]string{}
	flag.StringVar((*string)(&facts.Form), "from", "", "read the files as this `FORM` (found by name and content)")
	flag.Func("map", "read records of another shape: `MEMBER=POINTER`, as in content=/text; repeatable", func(rule string) error {
		member, pointer, ok := strings.Cut(rule, "=")
		if facts.Map[member] = pointer; !ok {
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
	file("schema", "check records against the JSON Schema in `FILE`, which refers to no other", run.Schema.Set)
	file("config", "configuration `FILE`", run.Config.Set)
	flag.StringVar(&run.Folder, "parts", "", "`FOLDER` for the parts of the run, which all workers reach (a temporary one)")
	flag.Int64Var(&run.Piece, "piece", 64<<20, "cut JSON Lines that are not compressed into pieces of so many `BYTES`; 0 leaves files whole")

	file("keys-from", "works keep the keys that they have in `FILE`", func(name string, text []byte) error {
		merging.KeysFrom = bib.Read(name, text)
		if format := exchange.Detect(name, text); format != "" {
			merging.KeysFrom = exchange.Read(format, name, text)
		}
		return nil
	})
	file("baseline", "leave out the findings that `FILE` knows", func(_ string, text []byte) (err error) {
		merging.Baseline, err = validate.ReadBaseline(bytes.NewReader(text))
		return err
	})
	file("used-by", "document `FILE` whose citations the bibliography must hold; repeatable", func(name string, text []byte) error {
		merging.Cited = append(append([]bib.CitedKey{}, merging.Cited...), bib.CitedKeys(name, text)...) // not nil if none is cited
		return nil
	})
	flag.Func("index", "compare with the known works of `INDEX`, a folder that factcite index built; repeatable", func(path string) error {
		opened, err := index.Open(path)
		indexes = append(indexes, opened)
		return err
	})
	flag.IntVar(&merging.MaxFindings, "max-findings", 10_000, "tell so many findings of one rule in one file, and count the rest; 0 is all")
	flag.StringVar(&outputs.Bib, "bib", "", "write the bibliography to `FILE`; of shards the start of their names")
	flag.StringVar(&outputs.Baseline, "write-baseline", "", "write the findings to `FILE` as a baseline")
	flag.Func("report", "also write a report in one file, `FORMAT=FILE`; repeatable", func(wanted string) error {
		format, path, _ := strings.Cut(wanted, "=")
		outputs.Reports = append(outputs.Reports, beam.Report{Format: format, Path: path})
		return nil
	})
	flag.StringVar((*string)(&outputs.Options.FailOn), "fail-on", "error", "exit 1 from this `SEVERITY` on: error, warning, info or never")
}

// file defines a flag whose value is a file that is read.
func file(name, usage string, take func(name string, text []byte) error) {
	flag.Func(name, usage, func(path string) error {
		text, err := os.ReadFile(path)
		if err == nil {
			err = take(path, text)
		}
		return err
	})
}

// settle puts together what several flags say, and says what is wrong with them.
func settle() error {
	if *single && *output != "" {
		outputs.Reports = slices.Insert(outputs.Reports, 0, beam.Report{Format: *format, Path: *output})
	} else if outputs.Findings = *output; !*single {
		outputs.Shards = max(1, *shards)
	}
	for _, r := range outputs.Reports {
		if r.Path == "" || !slices.Contains(report.Formats(), r.Format) {
			return fmt.Errorf("a report is FORMAT=FILE, with one of %v", report.Formats())
		}
		merging.KeepChecked = merging.KeepChecked || report.KeepChecked(r.Format)
	}
	if outputs.Findings+outputs.Bib+outputs.Baseline == "" && len(outputs.Reports) == 0 {
		return errors.New("nothing to write: name --output, --bib or both")
	}
	if !slices.Contains([]validate.Severity{validate.Error, validate.Warning, validate.Info, "never"}, outputs.Options.FailOn) {
		return fmt.Errorf("--fail-on %q; use error, warning, info or never", outputs.Options.FailOn)
	}
	if outputs.Baseline != "" {
		merging.MaxFindings = 0 // a baseline knows all
	}
	run.SchemaOnRaw, outputs.Options.Version = *schemaOn == "raw", version()
	return nil
}
