package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The page about the library names examples that there are.
func TestLibraryPage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "library.md"))
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile("(?m)^\\| [^|]+ \\| \\[?`([a-z/]+)`[^|]*\\| `(Example\\w*)` \\|$").FindAllStringSubmatch(string(page), -1)
	if want := strings.Count(string(page), "`Example"); len(rows) != want || want == 0 {
		t.Errorf("%d of %d rows are read", len(rows), want)
	}
	for _, row := range rows {
		files, err := filepath.Glob(filepath.Join("..", "..", row[1], "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			found = found || strings.Contains(string(text), "\nfunc "+row[2]+"() {\n")
		}
		if !found {
			t.Errorf("%s has no %s", row[1], row[2])
		}
	}
}
