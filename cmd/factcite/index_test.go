package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Nothing of a name reaches the terminal as a control character.
func TestNamesWithControlCharacters(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(folder, "known\x1b[2J\u202e.bib")
	if err := os.WriteFile(name, []byte("@article{a, title = {Felt rims}, year = 2019}\n@article{b, title = {"), 0o644); err != nil {
		t.Skip("this file system has no such name")
	}
	for _, args := range [][]string{
		{"index", name, "-o", name + ".index"},
		{"index", name, "-o", name + ".index"}, // again
		{"check", "--fail-on", "never", "--index", name + ".index", name},
		{"check", "--index", name + ".none", name},
		{"bib", name + ".none"},
	} {
		var stdout, stderr bytes.Buffer
		run(t.Context(), args, strings.NewReader(""), &stdout, &stderr)
		if text := stderr.String(); strings.ContainsAny(text, "\x1b\u202e") || args[0] == "index" && !strings.Contains(text, `known\x1b[2J\u202e.bib`) {
			t.Errorf("factcite %q says %q", args, text)
		}
	}
}
