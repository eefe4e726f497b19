package main

import (
	"os"
	"strings"
	"testing"
)

// TestREADME holds that what the README shows is what the command prints.
func TestREADME(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(text)

	t.Chdir("../..")
	page := "testdata/pages/synthetic-data.txt"
	out := string(factcite(t, 0, "check", page)) + string(factcite(t, 0, "check", "--bib", "-", page))
	_, example, _ := strings.Cut(readme, "Out, what is missing")
	example, _, _ = strings.Cut(example, "\n## ")
	shown := 0
	for line := range strings.Lines(example) {
		if line, ok := strings.CutPrefix(line, "    "); ok {
			shown++
			if !strings.Contains(out, line) {
				t.Errorf("the command does not print %q", line)
			}
		}
	}
	if shown == 0 {
		t.Error("the README shows no output")
	}

	workflow, err := os.ReadFile("examples/ci/facts.yml")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(readme, string(workflow)) {
		t.Error("the README's workflow is not that of examples/ci")
	}
}
