package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/spf13/pflag"
)

func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }

// TestARunEndsAsCheckDoes holds that flags are those of check, and that a run which found
// what --fail-on says ends so after everything is written.
func TestARunEndsAsCheckDoes(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	path := func(name string) string { return filepath.Join(folder, name) }
	read := func(name string) string {
		text, err := os.ReadFile(path(name))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	write("a.bib", "@article{roe2019felt, author = {Roe, Ana}, title = {Felt rims and quiet carts}, journal = {Journal of Reading Rooms}}\n")
	var f flags
	flags := pflag.NewFlagSet("factcite-beam", pflag.ContinueOnError)
	f.register(flags)
	set := func(name, value string) {
		t.Helper()
		if err := flags.Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	set("single", "true")
	set("output", path("findings.txt"))
	set("bib", path("out.bib"))
	set("report", "sarif="+path("findings.sarif"))
	set("write-baseline", path("known.json"))
	set("used-by", write("paper.tex", `\cite{nobody}`))
	if found, err := f.start(t.Context(), []string{path("*.bib")}); err != nil || !found {
		t.Fatalf("the run ends with %v, %v", found, err)
	}
	for name, want := range map[string]string{
		"findings.txt": "paper.tex", "findings.sarif": "cited-key-missing", "known.json": `"fingerprints"`, "out.bib": "@article{roe2019felt,",
	} {
		if text := read(name); !strings.Contains(text, want) {
			t.Errorf("%s has no %q: %s", name, want, text)
		}
	}
	set("baseline", path("known.json"))
	if found, err := f.start(t.Context(), []string{path("a.bib")}); err != nil || found {
		t.Errorf("with all findings known the run ends with %v, %v", found, err)
	}
	set("fail-on", "everything")
	if _, err := f.start(t.Context(), []string{path("a.bib")}); err == nil || !strings.Contains(err.Error(), `--fail-on takes no "everything"`) {
		t.Errorf("the run ends with %v", err)
	}
}
