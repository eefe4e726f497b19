package beam

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	apache "github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/fact"
	generate "github.com/factcite/factcite/internal/generate/facts"
	"github.com/factcite/factcite/internal/settings"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/input"
	"github.com/factcite/factcite/validate/report"
)

func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }

const today = "2026-03-12"

// someFiles writes 10,000 invented records, 1 % of them bad, some twice, one file of them
// compressed, and a .bib that needs another one.
func someFiles(t *testing.T) []string {
	t.Helper()
	folder := t.TempDir()
	var lines []string
	for line := range generate.Lines(10_000, generate.Options{Seed: 1, Bad: 0.01}) {
		lines = append(lines, string(line)+"\n")
	}
	texts := map[string]string{
		"a.bib": "@string{jrr = \"Journal of Reading Rooms\"}\n",
		"f.bib": "@article{roe, author = {Roe, Ana}, title = {Felt rims and quiet carts}, journal = jrr, year = 2019}\n",
	}
	for i := range 4 {
		texts[fmt.Sprintf("%c.jsonl", 'b'+i)] = strings.Join(lines[2500*i:min(2500*i+2600, len(lines))], "")
	}
	texts["e.jsonl.gz"] = packed(t, texts["e.jsonl"])
	delete(texts, "e.jsonl")
	var files []string
	for name, text := range texts {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, path)
	}
	slices.Sort(files)
	return files
}

func packed(t *testing.T, text string) string {
	t.Helper()
	var packed strings.Builder
	w := gzip.NewWriter(&packed)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.String()
}

func making() Making { return Making{Making: settings.Making{Today: today, SchemaOn: "mapped"}} }

// oneProcess is what a check without Beam writes.
func oneProcess(t *testing.T, files []string, options validate.Options) (findings, bib string) {
	t.Helper()
	options.Today, _ = time.Parse(time.DateOnly, today)
	reader := input.NewReader(nil)
	inputs := func(yield func(validate.Input, error) bool) {
		for _, path := range files {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for in, err := range reader.Read(fact.Auto, path, bytes.NewReader(text)) {
				if !yield(in, err) {
					return
				}
			}
		}
	}
	result, err := validate.Check(t.Context(), inputs, &options)
	if err != nil {
		t.Fatal(err)
	}
	defer result.Close()
	var out, entries bytes.Buffer
	if err := report.Write(&out, "json", result, nil); err != nil {
		t.Fatal(err)
	}
	if err := result.Bibliography.Write(&entries, nil); err != nil {
		t.Fatal(err)
	}
	return out.String(), entries.String()
}

func runBeam(t *testing.T, files []string, options validate.Options, outputs Outputs) error {
	t.Helper()
	p, s := apache.NewPipelineWithRoot()
	const piece = 300_000 // of files of two megabytes
	r := &Run{Making: making(), Files: files, Piece: piece, Folder: t.TempDir()}
	if err := r.Build(t.Context(), s); err != nil {
		return err
	}
	if err := ptest.Run(p); err != nil {
		return err
	}
	if parts, _ := filepath.Glob(filepath.Join(r.Folder, "part-*")); len(parts) <= len(files) {
		t.Errorf("%d parts of %d files: none was cut", len(parts), len(files))
	}
	result, err := r.Merge(t.Context(), &options)
	if err != nil {
		return err
	}
	defer result.Close()
	return outputs.Write(t.Context(), result)
}

func content(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestOneFileIsThatOfOneProcess holds that a run on Beam writes the bytes of a check.
func TestOneFileIsThatOfOneProcess(t *testing.T) {
	files := someFiles(t)
	options := validate.Options{MaxFindings: 50, Cited: bib.CitedKeys("paper.tex", []byte(`\cite{roe,nobody}`))}
	findings, entries := oneProcess(t, files, options)
	if len(findings) < 1_000_000 || len(entries) < 100_000 {
		t.Fatalf("only %d bytes of findings and %d of entries", len(findings), len(entries))
	}
	folder := t.TempDir()
	json := filepath.Join(folder, "f.json")
	outputs := Outputs{Reports: []settings.Target{{Format: "json", Path: json}}, Bib: filepath.Join(folder, "r.bib"), Baseline: filepath.Join(folder, "known.json")}
	if err := runBeam(t, files, options, outputs); err != nil {
		t.Fatal(err)
	}
	if content(t, json) != findings {
		t.Error("the findings differ")
	}
	if content(t, outputs.Bib) != entries {
		t.Error("the bibliographies differ")
	}
}

// TestShardsAreOneFileThatIsCut holds that shards of any number are the same findings and
// entries in the same order.
func TestShardsAreOneFileThatIsCut(t *testing.T) {
	files := someFiles(t)
	whole := map[string]string{}
	for _, shards := range []int{1, 3, 7} {
		folder := t.TempDir()
		outputs := Outputs{Findings: filepath.Join(folder, "f"), Bib: filepath.Join(folder, "r"), Shards: shards}
		if err := runBeam(t, files, validate.Options{}, outputs); err != nil {
			t.Fatal(err)
		}
		for _, extension := range []string{"jsonl", "bib"} {
			names, _ := filepath.Glob(filepath.Join(folder, "*."+extension))
			if len(names) != shards {
				t.Fatalf("%d files of %s, want %d", len(names), extension, shards)
			}
			var all strings.Builder
			for _, name := range names {
				all.WriteString(content(t, name))
			}
			if shards == 1 {
				whole[extension] = all.String()
			} else if all.String() != whole[extension] {
				t.Errorf("%d shards of %s differ from one", shards, extension)
			}
		}
	}
	_, bib := oneProcess(t, files, validate.Options{})
	if got, want := strings.Count(whole["bib"], "\n@")+1, strings.Count(bib, "\n@")+1; got != want {
		t.Errorf("%d entries, want %d", got, want)
	}
}

// TestABundleThatIsTriedAgain holds that the part of a file is the same when it is written
// anew over one that was cut short.
func TestABundleThatIsTriedAgain(t *testing.T) {
	files := someFiles(t)
	f := &writePart{Making: making(), Folder: t.TempDir()}
	var parts []string
	try := func(ctx context.Context) error {
		return f.ProcessElement(ctx, Source{Order: 3, Path: files[3]}, func(name string) { parts = append(parts, name) })
	}
	if err := try(t.Context()); err != nil {
		t.Fatal(err)
	}
	path := parts[0]
	want := content(t, path)
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	if err := try(cancelled); err == nil || len(parts) != 1 {
		t.Fatalf("a bundle that was cancelled ends with %v and %d parts", err, len(parts))
	}
	if err := os.Truncate(path, 100); err != nil {
		t.Fatal(err)
	}
	if err := try(t.Context()); err != nil {
		t.Fatal(err)
	}
	if parts[0] != parts[1] || content(t, path) != want {
		t.Error("the part is another one")
	}
}

// closing is a file system of one file, which can be read until the file system is closed.
type closing struct {
	filesystem.Interface
	isClosed bool
}

func (c *closing) OpenRead(context.Context, string) (io.ReadCloser, error) {
	return io.NopCloser(c), nil
}

func (c *closing) Read([]byte) (int, error) {
	if c.isClosed {
		return 0, os.ErrClosed
	}
	return 0, io.EOF
}

func (c *closing) Close() error { c.isClosed = true; return nil }

// TestAFileIsReadBeforeItsFileSystemIsClosed holds so for those that read from afar.
func TestAFileIsReadBeforeItsFileSystemIsClosed(t *testing.T) {
	system := new(closing)
	filesystem.Register("closing", func(context.Context) filesystem.Interface { return system })
	file, err := open(t.Context(), "closing://file")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadAll(file); err != nil {
		t.Error(err)
	}
	if err := file.Close(); err != nil || !system.isClosed {
		t.Errorf("the file system is left open, error %v", err)
	}
}

func TestRunsThatFail(t *testing.T) {
	config := filepath.Join(t.TempDir(), "c.yaml")
	if err := os.WriteFile(config, []byte("forms:\n  ours:\n    files: ['*.jsonl']\n    map: {content: /text}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	withForms := &Run{Making: making(), Files: []string{"a"}}
	withForms.Config = config
	if err := withForms.Build(t.Context(), apache.Scope{}); err == nil || !strings.Contains(err.Error(), "forms") {
		t.Errorf("the error is %v", err)
	}
	if err := runBeam(t, nil, validate.Options{}, Outputs{}); err == nil {
		t.Error("a run over nothing ended well")
	}
	if err := runBeam(t, []string{filepath.Join(t.TempDir(), "missing.jsonl")}, validate.Options{}, Outputs{Bib: filepath.Join(t.TempDir(), "r.bib")}); err == nil || !strings.Contains(err.Error(), "missing.jsonl") {
		t.Errorf("the error is %v", err)
	}
}
