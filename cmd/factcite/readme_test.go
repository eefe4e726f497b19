package main

import (
	"os"
	"strings"
	"testing"

	"github.com/factcite/factcite/validate"
)

// TestREADME holds that what the README shows is what the command prints, and
// that it names every rule with its severity.
func TestREADME(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(text)

	for _, rule := range validate.Rules() {
		row := "`" + rule.ID + "` " + strings.ToUpper(string(rule.Severity[:1]))
		if !strings.Contains(readme, row) {
			t.Errorf("the table of rules in README.md lacks %s; add it to the row of its family", row)
		}
	}

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
