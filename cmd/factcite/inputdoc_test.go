package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/validate/input"
)

// example is a file of docs/input.md, and what a command prints of it.
var example = regexp.MustCompile("(?s)```([a-z]+\\.[a-z]+)\n(.*?)```\n\n```console\n\\$ factcite ([^\n]*)\n(.*?)```\n")

// TestInputDocument holds that the examples of docs/input.md print what they show, and
// that it names every form.
func TestInputDocument(t *testing.T) {
	text, err := os.ReadFile("../../docs/input.md")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	examples := example.FindAllStringSubmatch(string(text), -1)
	if n := strings.Count(string(text), "```console"); len(examples) != n {
		t.Errorf("%d of %d examples are read", len(examples), n)
	}
	for _, e := range examples {
		write(t, map[string]string{e[1]: e[2]})
		_, out, _ := call(t, "", strings.Fields(e[3])...)
		if diff := cmp.Diff(strings.TrimSpace(e[4]), strings.TrimSpace(out)); diff != "" {
			t.Errorf("factcite %s (-want +got):\n%s", e[3], diff)
		}
	}
	for _, form := range input.Forms() {
		if !strings.Contains(string(text), "`"+string(form)+"`") && !strings.Contains(string(text), "`--from "+string(form)+"`") {
			t.Errorf("it does not name the form %s", form)
		}
	}
}
