package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The page about the library links to the files of examples that there are.
func TestLibraryPage(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "library.md"))
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile("(?m)^\\| [^|]+ \\| \\[?`([a-z/]+)`[^|]*\\| \\[`(Example\\w*)`\\]\\(\\.\\./([\\w/]+)/(\\w+_test\\.go)\\) \\|$").FindAllStringSubmatch(string(page), -1)
	if want := strings.Count(string(page), "`Example"); len(rows) != want || want == 0 {
		t.Errorf("%d of %d rows are read", len(rows), want)
	}
	for _, row := range rows {
		text, err := os.ReadFile(filepath.Join("..", "..", row[3], row[4]))
		if err != nil {
			t.Fatal(err)
		}
		if row[3] != row[1] || !strings.Contains(string(text), "\nfunc "+row[2]+"() {\n") {
			t.Errorf("%s/%s has no %s of %s", row[3], row[4], row[2], row[1])
		}
	}
}
