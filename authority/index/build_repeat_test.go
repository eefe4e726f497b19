package index

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority/dump"
	"github.com/google/go-cmp/cmp"
)

// leftBeside returns the names of what a build left beside its index.
func leftBeside(t *testing.T, path string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.Name() != filepath.Base(path) {
			names = append(names, entry.Name())
		}
	}
	return names
}

func TestSameDumpTwice(t *testing.T) {
	path := built(t, dumpOf("carts.bib", []byte(carts)))
	before := content(t, path)
	var warned []string
	report, err := Build(t.Context(), path, []Source{dumpOf("carts.bib", []byte(carts))}, &Options{Warn: func(err error) { warned = append(warned, err.Error()) }})
	if err != nil || report.Added != 0 || report.Coverage.Works == 0 {
		t.Errorf("report %+v, %v", report, err)
	}
	if want := []string{"carts.bib: the index has this dump already; it is passed over"}; !cmp.Equal(want, warned) {
		t.Errorf("warned %q", warned)
	}
	if !cmp.Equal(before, content(t, path)) || leftBeside(t, path) != nil {
		t.Errorf("the index changed, or %v was left", leftBeside(t, path))
	}
}

// What could not be read at all leaves nothing, and is forgotten by the next run.
func TestBuildForgetsWhatIsNoDump(t *testing.T) {
	path := filepath.Join(t.TempDir(), "index")
	if _, err := Build(t.Context(), path, []Source{dumpOf("a.txt", []byte("felt rims"))}, nil); !errors.Is(err, dump.ErrUnknownForm) {
		t.Errorf("error %v", err)
	}
	if left := leftBeside(t, path); left != nil {
		t.Errorf("%v was left", left)
	}
	if _, err := Build(t.Context(), path, []Source{dumpOf("carts.bib", []byte(carts)), dumpOf("a.txt", []byte("felt rims"))}, nil); !errors.Is(err, dump.ErrUnknownForm) {
		t.Errorf("error %v", err)
	}
	report, err := Build(t.Context(), path, []Source{dumpOf("carts.bib", []byte(carts))}, nil)
	if err != nil || report.Resumed == 0 || report.Resumed != report.Added {
		t.Errorf("report %+v, %v", report, err)
	}
}

// gate is a dump that is read when it opens.
type gate struct {
	reached, open chan struct{}
	strings.Reader
	passed bool
}

func (g *gate) Read(p []byte) (int, error) {
	if !g.passed {
		g.passed = true
		close(g.reached)
		<-g.open
	}
	return g.Reader.Read(p)
}

func TestOneBuildAtATime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "index")
	if err := os.WriteFile(path+".lock", nil, 0o666); err != nil { // a killed build left it
		t.Fatal(err)
	}
	g := &gate{reached: make(chan struct{}), open: make(chan struct{}), Reader: *strings.NewReader(carts)}
	ended := make(chan error, 1)
	go func() {
		_, err := Build(t.Context(), path, []Source{{Name: "carts.bib", Identity: "1", Works: dump.Read(dump.File{Name: "carts.bib", Reader: g})}}, nil)
		ended <- err
	}()
	<-g.reached
	for range 2 {
		if _, err := Build(t.Context(), path+"/", []Source{dumpOf("carts.bib", []byte(carts))}, nil); err == nil || !strings.Contains(err.Error(), "another build is at work on "+path) {
			t.Errorf("a second build at once: %v", err)
		}
	}
	close(g.open)
	if err := <-ended; err != nil {
		t.Error(err)
	}
	if left := leftBeside(t, path); left != nil {
		t.Errorf("%v was left", left)
	}
}

func TestBuildInPlaceOf(t *testing.T) {
	folder := t.TempDir()
	build := func(path string, replace bool) error {
		_, err := Build(t.Context(), path, []Source{dumpOf("carts.bib", []byte(carts))}, &Options{Replace: replace})
		return err
	}
	empty, file := filepath.Join(folder, "empty"), filepath.Join(folder, "file")
	if err := errors.Join(os.Mkdir(empty, 0o777), os.WriteFile(file, []byte("notes"), 0o666)); err != nil {
		t.Fatal(err)
	}
	if err := build(empty, false); err != nil {
		t.Error(err)
	}
	if err := build(file, true); err == nil || !strings.Contains(err.Error(), "something else is there") {
		t.Errorf("in place of a file: %v", err)
	}
	if text, _ := os.ReadFile(file); string(text) != "notes" {
		t.Error("the file is gone")
	}
}

// A dump that is cut keeps its works, and the record in which it was cut is read
// once the dump is whole.
func TestBuildOfCutDump(t *testing.T) {
	for _, test := range []struct{ name, whole, cutAt string }{
		{"dblp.xml", `<dblp><article key="a"><title>Felt rims.</title></article>` + "\n" + `<article key="b"><title>Wool.</title></article></dblp>`, "Wool"},
		{"between.xml", `<dblp><article key="a"><title>Felt rims.</title></article>` + "\n" + `<article key="b"><title>Wool.</title></article></dblp>`, "<article key=\"b"},
		{"csl.json", `[{"id":"a","type":"book","title":"Felt rims"},` + "\n" + `{"id":"b","type":"book","title":"Wool"}]`, "Wool"},
		{"between.json", `{"items":[{"DOI":"10.1/a","type":"book","title":["Felt rims"]},` + "\n" + `{"DOI":"10.1/b","type":"book","title":["Wool"]}]}`, `{"DOI":"10.1/b`},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "index")
			cut, _, _ := strings.Cut(test.whole, test.cutAt)
			dump := func(text string) []Source {
				return []Source{{Name: test.name, Identity: "1", Works: dump.Read(dump.File{Name: test.name, Reader: strings.NewReader(text)})}}
			}
			_, err := Build(t.Context(), path, dump(cut), nil)
			if err == nil || !strings.Contains(err.Error(), test.name+": it could be read only up to record ") || !strings.Contains(err.Error(), "fetch it again") {
				t.Errorf("error %v", err)
			}
			report, err := Build(t.Context(), path, dump(test.whole), nil)
			if err != nil || report.Resumed != 1 || report.Added != 2 || report.Bad != 0 {
				t.Errorf("report %+v, %v", report, err)
			}
		})
	}
}

// A source that nothing identifies is never taken for one that was read before.
func TestSourceWithoutIdentity(t *testing.T) {
	first, second := dumpOf("carts.bib", []byte(carts)), dumpOf("carts.bib", []byte("@book{new, title = {The Newest Cart}, author = {Ek, Dan}, year = 2024}"))
	first.Identity, second.Identity = "", ""
	path := built(t, first)
	report, err := Build(t.Context(), path, []Source{second}, nil)
	if err != nil || report.Added != 1 {
		t.Errorf("report %+v, %v", report, err)
	}
}

func TestBuildOfNoSource(t *testing.T) {
	path := filepath.Join(t.TempDir(), "folder", "index")
	if _, err := Build(t.Context(), path, nil, nil); err == nil || !strings.HasSuffix(err.Error(), "there is no source to read; give at least one") {
		t.Errorf("error %v", err)
	}
	if _, err := os.Stat(filepath.Dir(path)); err == nil {
		t.Error("something was written")
	}
}
