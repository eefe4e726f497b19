package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/internal/text"
)

// TestOverlay holds what go build reads in the place of other files.
func TestOverlay(t *testing.T) {
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	file, err := writeOverlay(root, t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	var written struct{ Replace map[string]string }
	if source, err := os.ReadFile(file); err != nil || json.Unmarshal(source, &written) != nil {
		t.Fatalf("%s: %v", file, err)
	}
	kinds := map[string]int{}
	for replaced, by := range written.Replace {
		if by == "" {
			kinds["left out"]++
			continue
		}
		content, err := os.ReadFile(by)
		if err != nil || len(content) == 0 {
			t.Errorf("%s is to be read for %s: %d bytes, %v", by, replaced, len(content), err)
		}
		was, err := os.Stat(replaced)
		if err != nil && filepath.Base(replaced) != "unidecode.bin" {
			t.Errorf("%s is replaced: %v", replaced, err)
		}
		switch base := filepath.Base(replaced); {
		case strings.HasPrefix(by, filepath.Join(root, "internal", "site", "_lean")):
			kinds["lean"]++
		case filepath.Base(filepath.Dir(replaced)) == "rules":
			if strings.HasSuffix(base, "_test.go") {
				kinds["rules_test.go"]++
			}
			if strings.Contains(string(content), "ID:") {
				kinds["rules"]++
			}
			if strings.Contains(string(content), "Doc:") || strings.Contains(string(content), "Bad:") || strings.Contains(string(content), "Good:") {
				t.Errorf("%s still explains rules", base)
			}
		case filepath.Ext(base) == ".bin" && base != "unidecode.bin":
			kinds["weights"]++
			if int64(len(content)) <= was.Size() {
				t.Errorf("%s has %d bytes, and is not compressed where it has %d", base, len(content), was.Size())
			}
		default:
			kinds[base]++
		}
	}
	for kind, least := range map[string]int{"left out": 5, "lean": 15, "rules": 5, "weights": 3, "unidecode.bin": 1} {
		if kinds[kind] < least {
			t.Errorf("%d files of %s are replaced, want %d at least: %v", kinds[kind], kind, least, kinds)
		}
	}
	if n := kinds["rules_test.go"]; n > 0 {
		t.Errorf("%d tests are replaced", n)
	}
}

func TestConstants(t *testing.T) {
	file := filepath.Join(t.TempDir(), "table.go")
	source := "package a\n\nconst one, two = \"x\", \"y\"\nconst three = \"a\\tb\"\nvar four = `c`\nconst five = 5\n"
	if err := os.WriteFile(file, []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"three": "a\tb", "four": "c", "none": "", "one": "", "five": ""} {
		if got, err := constantOf(file, name); got != want || (err == nil) != (want != "") {
			t.Errorf("%s is %q, %v; want %q", name, got, err, want)
		}
	}
	if _, err := constantOf(file+"x", "three"); err == nil {
		t.Error("a file that is not there has a constant")
	}
}

func TestUnexplained(t *testing.T) {
	file := filepath.Join(t.TempDir(), "rules_a.go")
	source := `package a

var rules = []Rule{
	{ID: "a", Doc: "of a", Good: []Example{{Name: "n"}}, Bad: nil, Severity: 3},
	{ID: "b", "Doc": 1, x.Doc: 2},
}
`
	if err := os.WriteFile(file, []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	got, err := unexplained(file)
	lines := []string{}
	for line := range strings.Lines(string(got)) {
		lines = append(lines, text.NonEmpty(strings.Join(strings.Fields(line), " "))...)
	}
	want := []string{"package a", "var rules = []Rule{", `{ID: "a", Severity: 3},`, `{ID: "b", "Doc": 1, x.Doc: 2},`, "}"}
	if diff := cmp.Diff(want, lines); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}
