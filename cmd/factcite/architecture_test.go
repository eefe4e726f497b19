package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// fileNames are files and folders that a document names in code.
var fileNames = regexp.MustCompile("`([a-z.]+(?:/[a-z_.]+)+/?)`")

// TestArchitectureNamesTheTree holds that every file and room that
// ARCHITECTURE.md and CONTRIBUTING.md name is there.
func TestArchitectureNamesTheTree(t *testing.T) {
	for _, document := range []string{"ARCHITECTURE.md", "CONTRIBUTING.md"} {
		text, err := os.ReadFile(filepath.Join("../..", document))
		if err != nil {
			t.Fatal(err)
		}
		named := fileNames.FindAllStringSubmatch(string(text), -1)
		if len(named) == 0 {
			t.Errorf("%s names no file", document)
		}
		for _, match := range named {
			if strings.HasPrefix(match[1], "..") {
				continue
			}
			if _, err := os.Stat(filepath.Join("../..", match[1])); err != nil {
				t.Errorf("%s names %s: %v", document, match[1], err)
			}
		}
	}
}
