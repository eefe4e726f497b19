package editor

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestBibsOfFolders holds which .bib files are found in the folders that are open.
func TestBibsOfFolders(t *testing.T) {
	one, two := t.TempDir(), filepath.Join(t.TempDir(), ".hidden")
	for _, name := range []string{"a.bib", "b/c.BIB", "b/d.txt", ".git/e.bib", "node_modules/f.bib", "b/node_modules/g.bib", "h.bib/i.txt"} {
		write(t, filepath.Join(one, name), "")
	}
	write(t, filepath.Join(two, "j.bib"), "")
	var b bibs
	for range 2 { // looking again forgets what was found before
		b.look([]string{one, filepath.Join(one, "none"), two})
	}
	if diff := cmp.Diff([]string{filepath.Join(one, "a.bib"), filepath.Join(one, "b/c.BIB"), filepath.Join(two, "j.bib")}, b.paths); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestBibsAreReadAnew holds that a file that is not open is read again when it changes, and
// only then, and that what is open is as it is typed.
func TestBibsAreReadAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.bib")
	write(t, path, "@misc{a}")
	var b bibs
	same := func(want string) {
		t.Helper()
		if d := b.document(path); d == nil || d.text != want || d.version != notOpen || d.path != path || d.uri != uriOf(path) {
			t.Errorf("%+v, want %q", d, want)
		}
	}
	same("@misc{a}")
	modified := time.Unix(1_790_000_000, 0)
	write(t, path, "@misc{b}") // as long as before
	if err := os.Chtimes(path, modified, modified); err != nil {
		t.Fatal(err)
	}
	same("@misc{b}")
	write(t, path, "@misc{c}")
	if err := os.Chtimes(path, modified, modified); err != nil {
		t.Fatal(err)
	}
	same("@misc{b}") // nothing tells of the change
	write(t, path, "@misc{long}")
	if err := os.Chtimes(path, modified, modified); err != nil {
		t.Fatal(err)
	}
	same("@misc{long}")
	if err := os.Truncate(path, maxBib+1); err != nil {
		t.Fatal(err)
	}
	if d := b.document(path); d != nil {
		t.Errorf("a file of %d bytes is read", len(d.text))
	}
	if d := b.document(path + "x"); d != nil {
		t.Error("a file that is not there is read")
	}

	other := filepath.Join(filepath.Dir(path), "b.bib")
	write(t, other, "@misc{d}")
	s := &server{documents: map[string]*document{"x": {path: path, text: "@misc{typed}"}, "y": {path: "notes.md"}}, shared: bibs{paths: []string{path, other, other + "x"}}}
	var texts []string
	for _, d := range s.files() {
		texts = append(texts, d.text)
	}
	if diff := cmp.Diff([]string{"@misc{typed}", "@misc{d}"}, texts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
