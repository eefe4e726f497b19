package input_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/input"
)

const (
	record = `{"id":"f1","fact_type":"claim","content":"A felt rim is quiet on oak.","sources":[{"uri":"https://carts.example.org/quiet"}]}` + "\n"
	entry  = "@book{roe2019, author = {Roe, Ana}, title = {Felt Rims}, year = 2019}\n"
)

// brief says in one line each what was read: the name, and an ID or the keys.
func brief(read iter.Seq2[validate.Input, error]) []string {
	list := []string{}
	for in, err := range read {
		switch {
		case err != nil:
			list = append(list, "error: "+err.Error())
		case in.Bib != nil:
			line := in.Bib.Path
			for _, e := range in.Bib.Entries {
				line += " " + e.Key
			}
			list = append(list, line)
		case in.Fact.Record == nil:
			list = append(list, in.Fact.Place.Path+" unreadable")
		default:
			list = append(list, in.Fact.Place.Path+" "+in.Fact.Record.ID)
		}
	}
	return list
}

func zipped(t *testing.T, files map[string]string, names ...string) string {
	t.Helper()
	var text bytes.Buffer
	w := zip.NewWriter(&text)
	for _, name := range names {
		f, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(f, files[name])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func gzipped(t *testing.T, text string) string {
	t.Helper()
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.String()
}

func TestReadFS(t *testing.T) {
	files := map[string]string{"a.jsonl": record, "b.png": "\x89PNG\r\n\x1a\n", "c/d.bib": entry}
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{
		"facts/a.jsonl":        record,
		"facts/b.png":          files["b.png"],
		"facts/c.jsonl.gz":     gzipped(t, strings.ReplaceAll(record, "f1", "f2")),
		"facts/d/refs.bib":     entry,
		"facts/.git/e.jsonl":   record,
		"facts/.hidden.jsonl":  record,
		"facts/package.json":   `{"name": "carts", "version": "1.0.0"}`,
		"other/archive.zip":    zipped(t, files, "a.jsonl", "b.png", "c/d.bib"),
		"other/notes":          record,
		"other/empty.jsonl":    "",
		"other/more/late.bib":  strings.ReplaceAll(entry, "roe2019", "late2019"),
		"other/broken.jsonl":   "{\n" + record,
		"linked/link.jsonl":    "",
		"linked/beside.jsonl":  record,
		"linked/nothing/a.txt": "no year",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	fsys["linked/link.jsonl"].Mode = fs.ModeSymlink
	for _, test := range []struct {
		names []string
		want  []string
	}{
		{nil, []string{}},
		{[]string{"facts"}, []string{"facts/a.jsonl f1", "facts/c.jsonl.gz f2", "facts/d/refs.bib roe2019"}},
		{[]string{"facts/d", "facts/a.jsonl"}, []string{"facts/d/refs.bib roe2019", "facts/a.jsonl f1"}},
		{[]string{"other/archive.zip"}, []string{"other/archive.zip/a.jsonl f1", "other/archive.zip/c/d.bib roe2019"}},
		{[]string{"other/notes", "other/empty.jsonl", "other/more"}, []string{"other/notes f1", "other/more/late.bib late2019"}},
		{[]string{"other/broken.jsonl"}, []string{"other/broken.jsonl unreadable", "other/broken.jsonl f1"}},
		{[]string{"linked"}, []string{"linked/beside.jsonl f1"}},
		{[]string{"facts/a.jsonl", "none"}, []string{"facts/a.jsonl f1", "error: open none: file does not exist"}},
		{[]string{"../outside"}, []string{"error: open ../outside: invalid argument"}},
	} {
		got := brief(input.NewReader(nil).ReadFS(t.Context(), fsys, test.names...))
		for i := range got {
			got[i] = strings.Replace(got[i], "stat ", "open ", 1)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", test.names, diff)
		}
	}
}

func TestReadFSEndsEarly(t *testing.T) {
	fsys := fstest.MapFS{"a.jsonl": {Data: []byte(record)}, "b.jsonl": {Data: []byte(record)}}
	n := 0
	for range input.NewReader(nil).ReadFS(t.Context(), fsys, "a.jsonl", "b.jsonl") {
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d were read", n)
	}
	ended, cancel := context.WithCancelCause(t.Context())
	stopped := errors.New("stopped")
	cancel(stopped)
	if diff := cmp.Diff([]string{"error: stopped"}, brief(input.NewReader(nil).ReadFS(ended, fsys, "."))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What can be read only once, and what was read before, yields the same.
func TestReadOnce(t *testing.T) {
	seen := strings.NewReader(record)
	io.Copy(io.Discard, seen)
	for name, file := range map[string]io.Reader{
		"seeks": strings.NewReader(record), "was read": seen, "a stream": iotest.OneByteReader(strings.NewReader(record)), "packed": strings.NewReader(gzipped(t, record)),
	} {
		r := input.NewReader(nil)
		if diff := cmp.Diff([]string{"- f1"}, brief(r.Read(fact.Auto, "-", file))); diff != "" || !r.Recognised() {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	failing := iotest.ErrReader(errors.New("a bad disk"))
	if got := brief(input.NewReader(nil).Read(fact.Lines, "a.jsonl", failing)); len(got) != 1 || !strings.Contains(got[0], "a bad disk") {
		t.Errorf("of a bad disk: %v", got)
	}
}

// A form that a program names for its files is read by its map.
func TestNamedForm(t *testing.T) {
	lab := &validate.RecordForm{Name: "lab", Map: map[string]string{"id": "/uid", "content": "/text"}}
	r := input.NewReader(&input.Options{FormOf: func(name string) *validate.RecordForm {
		if strings.HasPrefix(name, "lab/") {
			return lab
		}
		return nil
	}})
	fsys := fstest.MapFS{"lab/a.json": {Data: []byte(`[{"uid": "u1", "text": "A felt rim is quiet."}]`)}, "b.jsonl": {Data: []byte(record)}}
	if diff := cmp.Diff([]string{"b.jsonl f1", "lab/a.json u1"}, brief(r.ReadFS(t.Context(), fsys, "."))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestForeignShapes(t *testing.T) {
	foreign := strings.Repeat(`{"uid": "u1", "text": "A felt rim is quiet on oak."}`+"\n", 12)
	var notes []string
	note := func(format string, args ...any) { notes = append(notes, fmt.Sprintf(format, args...)) }
	got := brief(input.NewReader(&input.Options{Note: note}).Read(fact.Auto, "a.jsonl", strings.NewReader(foreign)))
	want := "error: a.jsonl: no record has content; the members are uid, text: --map content=/text"
	if diff := cmp.Diff([]string{want}, got); diff != "" || len(notes) > 0 {
		t.Errorf("notes %v, (-want +got):\n%s", notes, diff)
	}
	if got := brief(input.NewReader(&input.Options{AnyShape: true}).Read(fact.Auto, "a.jsonl", strings.NewReader(foreign))); len(got) != 12 {
		t.Errorf("with a schema of its own: %v", got)
	}
	mapped := &input.Options{Facts: fact.Options{Map: map[string]string{"content": "/text", "id": "/uid"}}}
	if got := brief(input.NewReader(mapped).Read(fact.Auto, "a.jsonl", strings.NewReader(foreign))); len(got) != 12 || got[0] != "a.jsonl u1" {
		t.Errorf("with a map: %v", got)
	}
}

func TestPassedOver(t *testing.T) {
	files := map[string]string{"a.png": "\x89PNG", "b.png": "\x89PNG", "c.png": "\x89PNG", "d.png": "\x89PNG"}
	var notes []string
	r := input.NewReader(&input.Options{Note: func(format string, args ...any) { notes = append(notes, fmt.Sprintf(format, args...)) }})
	brief(r.Read(fact.Auto, "x.zip", strings.NewReader(zipped(t, files, "a.png", "b.png", "c.png", "d.png"))))
	want := []string{"passed over 4 of the files of x.zip, which hold no form of facts: x.zip/a.png, x.zip/b.png, x.zip/c.png"}
	if diff := cmp.Diff(want, notes); diff != "" || r.Recognised() || r.MayBeEmpty() || r.Guess() != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("a.jsonl", record)
	f.Add("b.bib", entry)
	f.Add("c", "{\"text\": 1}")
	f.Add("d.zip", "PK\x03\x04")
	f.Fuzz(func(t *testing.T, name, text string) {
		count := func(file io.Reader) (n int) {
			for range input.NewReader(nil).Read(fact.Auto, name, file) {
				n++
			}
			return n
		}
		if seeks, once := count(strings.NewReader(text)), count(io.MultiReader(strings.NewReader(text))); seeks != once {
			t.Errorf("a file has %d, a stream %d", seeks, once)
		}
	})
}
