package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/factcite/factcite/validate/input"
)

// TestLinkedFolder holds that a link to a folder is walked where it is named, and that
// links inside of a folder are told.
func TestLinkedFolder(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a privilege there")
	}
	t.Chdir(t.TempDir())
	write(t, map[string]string{
		"good.jsonl":     oneFact,
		"data/bad.jsonl": `{"id":"b","fact_type":"claim","content":"Oak.","sources":[]}` + "\n",
	})
	for link, to := range map[string]string{"d": "data", "data/one.jsonl": "../good.jsonl", "data/round": "."} {
		if err := os.Symlink(to, link); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range []string{"d", "d/", "./d", "data"} {
		code, out, note := call(t, "", "check", "good.jsonl", args)
		if code != exitFindings || !strings.Contains(out, filepath.Join(filepath.Clean(args), "bad.jsonl")+":1:") {
			t.Errorf("check good.jsonl %s exits %d and prints %s%s", args, code, out, note)
		}
		if !strings.Contains(note, "did not follow 2 of the symbolic links in") {
			t.Errorf("%s: the note does not count the links: %s", args, note)
		}
	}
	if code, _, _ := call(t, "", "check", "data/one.jsonl"); code != exitClean {
		t.Errorf("a link to a file that is named exits %d", code)
	}
}

// TestIgnoredOfSiblings holds that the .gitignore of a folder counts below it alone, and
// is forgotten when the folder is left.
func TestIgnoredOfSiblings(t *testing.T) {
	t.Chdir(t.TempDir())
	files := map[string]string{}
	for i := range 9 {
		files[fmt.Sprintf("facts/%d/.gitignore", i)] = "no*.jsonl\n"
		files[fmt.Sprintf("facts/%d/no.jsonl", i)] = oneFact
		files[fmt.Sprintf("facts/%d/deep/no.jsonl", i)] = oneFact
		files[fmt.Sprintf("facts/%d/deep/yes.jsonl", i)] = oneFact
	}
	files["facts/z/no.jsonl"] = oneFact
	write(t, files)
	root, err := filepath.Abs("facts")
	if err != nil {
		t.Fatal(err)
	}
	w := walker{reader: &inputReader{Reader: input.NewReader(nil)}, root: root, inside: "facts"}
	most := 0
	err = filepath.WalkDir("facts", func(path string, entry os.DirEntry, err error) error {
		if err == nil {
			err = w.visit(path, entry)
		}
		most = max(most, len(w.ignored))
		return err
	})
	if err != nil || len(w.list) != 10 || most != 1 {
		t.Errorf("%d files are listed, want 10; %d patterns are kept at a time, want 1; %v", len(w.list), most, err)
	}
}
