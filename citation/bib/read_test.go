package bib

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/factcite/factcite/internal/golden"
)

// The corpus holds every construct of the language and every fault of ours; the
// golden files say what is read from it and what is reported.
func TestReadBibCorpus(t *testing.T) {
	for _, pattern := range []string{"testdata/bib/*.bib", "testdata/bib/broken/*.bib"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("no files %s: %v", pattern, err)
		}
		for _, path := range paths {
			t.Run(path, func(t *testing.T) {
				text, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				f := Read(filepath.Base(path), text)
				checkPlaces(t, f, text)
				golden.Compare(t, strings.TrimSuffix(path, ".bib")+".golden", describeBib(f))
			})
		}
	}
}

// describeBib writes all that a BibFile holds.
func describeBib(f *File) string {
	var b strings.Builder
	field := func(kind string, v *Field) {
		line, column := f.Place(v.Start)
		fmt.Fprintf(&b, "%s %s %d:%d %q", kind, v.Name, line, column, v.Raw)
		if v.Value != v.Raw {
			fmt.Fprintf(&b, " = %q", v.Value)
		}
		b.WriteByte('\n')
	}
	for i := range f.Comments {
		field("comment", &f.Comments[i])
	}
	for i := range f.Preambles {
		field("preamble", &f.Preambles[i])
	}
	for i := range f.Macros {
		field("macro", &f.Macros[i])
	}
	for i := range f.Entries {
		e := &f.Entries[i]
		fmt.Fprintf(&b, "@%s %q %d:%d [%d,%d)\n", e.Type, e.Key, e.Line, e.Column, e.Start, e.End)
		for j := range e.Fields {
			field("  ", &e.Fields[j])
		}
	}
	for _, e := range f.Errors {
		kind := "error"
		if e.Warning {
			kind = "warning"
		}
		fmt.Fprintf(&b, "%s %d:%d (%d) %q: %s [%s]\n", kind, e.Line, e.Column, e.Offset, e.Key, e.Message, e.Rule)
	}
	return b.String()
}

// checkPlaces holds every offset to the text and every line and column to a
// count from the start.
func checkPlaces(t *testing.T, f *File, text []byte) {
	t.Helper()
	place := func(what string, offset, line, column int) {
		if offset < 0 || offset > len(text) {
			t.Fatalf("%s: offset %d of %d", what, offset, len(text))
		}
		before := strings.TrimPrefix(string(text[:offset]), byteOrderMark)
		wantLine := 1 + strings.Count(before, "\n")
		wantColumn := 1 + len([]rune(before[strings.LastIndexByte(before, '\n')+1:]))
		if line != wantLine || column != wantColumn {
			t.Errorf("%s: at %d:%d, want %d:%d", what, line, column, wantLine, wantColumn)
		}
	}
	field := func(what string, v *Field) {
		line, column := f.Place(v.Start)
		place(what, v.Start, line, column)
		if v.End() > len(text) || string(text[v.Start:v.End()]) != v.Raw {
			t.Errorf("%s: raw value %q does not stand at [%d,%d)", what, v.Raw, v.Start, v.End())
		}
	}
	for _, list := range [][]Field{f.Comments, f.Preambles, f.Macros} {
		for i := range list {
			field("outside entries", &list[i])
		}
	}
	end := 0
	for i := range f.Entries {
		e := &f.Entries[i]
		place(e.Key, e.Start, e.Line, e.Column)
		for _, offset := range [...]int{e.Start, e.End - 1, e.End} {
			line, column := f.Place(offset)
			place(e.Key, offset, line, column)
		}
		if e.Start < end || e.End <= e.Start || text[e.Start] != '@' {
			t.Errorf("entry %q at [%d,%d) after one that ends at %d", e.Key, e.Start, e.End, end)
		}
		end = e.Start
		for j := range e.Fields {
			v := &e.Fields[j]
			field(e.Key+"."+v.Name, v)
			if v.Start < end || v.End() > e.End {
				t.Errorf("%s.%s at [%d,%d) is out of order or outside its entry", e.Key, v.Name, v.Start, v.End())
			}
			end = v.End()
		}
		end = e.End
	}
	for _, e := range f.Errors {
		place(e.Message, e.Offset, e.Line, e.Column)
	}
}

func TestReadBibKeepsGoodEntriesAroundBadOnes(t *testing.T) {
	for path, want := range map[string]int{"recovery.bib": 18, "every-hundred.bib": 396} {
		text, err := os.ReadFile(filepath.Join("testdata/bib/broken", path))
		if err != nil {
			t.Fatal(err)
		}
		f := Read(path, text)
		good := 0
		for i := range f.Entries {
			if e := &f.Entries[i]; strings.HasPrefix(e.Key, "good") && e.Field("title") != nil {
				good++
			}
		}
		if good != want {
			t.Errorf("%s: %d good entries, want %d", path, good, want)
		}
	}
}

// A file that was not read has no text to count lines in; its entries say where
// they stand.
func TestPlaceInFileThatWasNotRead(t *testing.T) {
	f := File{Entries: []Entry{{Start: 30, Line: 3, Column: 2}}}
	for offset, want := range map[int][2]int{0: {1, 1}, 30: {3, 2}, 40: {3, 2}} {
		if line, column := f.Place(offset); line != want[0] || column != want[1] {
			t.Errorf("offset %d is at %d:%d, want %d:%d", offset, line, column, want[0], want[1])
		}
	}
}

// A text of wide characters that is cut within one is said to be so, however much of it there is.
func TestCutWideText(t *testing.T) {
	whole := "@misc{a, title = {Carts}}\n"
	var wide []byte
	for _, c := range []byte(whole) {
		wide = append(wide, c, 0)
	}
	for _, text := range []string{"0\x000\x000", string(wide[:len(wide)-1]), string(wide[1:])} {
		f := Read("a.bib", []byte(text))
		if !f.Mixed || !slices.ContainsFunc(f.Errors, func(e Error) bool { return e.Rule == "invalid-utf8" && strings.Contains(e.Message, "UTF-16") }) {
			t.Errorf("%q: mixed %v, errors %+v", text, f.Mixed, f.Errors)
		}
	}
}

// TestRepeatedFields holds which fields that are there twice BibTeX loses something of.
func TestRepeatedFields(t *testing.T) {
	many := ""
	for i := range 20 {
		many += fmt.Sprintf(", x-%d = {Felt}", i)
	}
	for fields, want := range map[string]int{
		"title = {Felt}, title = {Rims}": 1, "title = {Felt}, TITLE = {Rims}": 1, "title = {Felt}, title = {Rims}, title = {Carts}": 2, "title = {Felt}, title = {Rims}" + many: 1,
		"title = {Felt}, title = {Felt}": 0, "title = {Felt}, title = {{Felt}}": 0, "title = {Felt}, title = {}": 0, "title = {}, title = {Felt}": 1, "title = {Felt}" + many: 0,
		"note = {Felt}, abstract = {Rims}, abstract = {Felt}": 0, "keywords = {Rims}, keywords = {Felt}": 0,
		"pages = {1-9}, pages = {1--9}": 0, "pages = {1-9}, pages = {1--8}": 1, "note = {1-9}, note = {1--9}": 1,
		"doi = {10.5555/A}, doi = {https://doi.org/10.5555/a}": 0, "doi = {10.5555/a}, doi = {10.5555/b}": 1,
	} {
		f := Read("a.bib", []byte("@misc{a, "+fields+"}"))
		if len(f.Errors) != want || slices.ContainsFunc(f.Errors, func(e Error) bool { return !e.Warning || e.Rule != "bib-syntax" || e.Key != "a" }) {
			t.Errorf("%s: %+v, want %d warnings", fields, f.Errors, want)
		}
	}
	long := strings.Repeat("ö", 61)
	f := Read("a.bib", []byte("@misc{a, note = {Felt}, note = {"+long+"}, note = {"+long[2:]+"}}"))
	for i, want := range []string{`"` + long[:2*59] + `…"`, `"` + long[2:] + `"`} {
		if !strings.Contains(f.Errors[i].Message, want) {
			t.Errorf("%s\nwant %s", f.Errors[i].Message, want)
		}
	}
}

// TestMaxErrors holds that errors of a rule beyond those that are asked for are counted.
func TestMaxErrors(t *testing.T) {
	text := []byte(strings.Repeat("@misc{a, title = {Felt}}\n", 5) + strings.Repeat("@misc{b c, title = felt}\n", 3))
	all := ReadWith("a.bib", text, nil)
	for most := range 6 {
		f := ReadWith("a.bib", text, &Options{MaxErrors: most})
		listed := map[string]int{}
		for _, e := range f.Errors {
			listed[e.Rule]++
		}
		for _, rule := range []string{"bib-duplicate-key", "bib-syntax"} {
			if n := listed[rule] + f.Untold[rule]; most > 0 && listed[rule] > most || n != count(all, rule) {
				t.Errorf("of at most %d errors of %s %d are listed, %d are not", most, rule, listed[rule], f.Untold[rule])
			}
		}
	}
}

func count(f *File, rule string) int {
	n := 0
	for _, e := range f.Errors {
		if e.Rule == rule {
			n++
		}
	}
	return n
}

// TestReadFrom holds that a file is read as its text is, and that one that cannot be read is
// said to be so.
func TestReadFrom(t *testing.T) {
	const text = "@misc{a, title = {Felt}}"
	f, err := ReadFrom(strings.NewReader(text), "a.bib", nil)
	if err != nil || describeBib(f) != describeBib(Read("a.bib", []byte(text))) {
		t.Errorf("%v: %s", err, describeBib(f))
	}
	if _, err := ReadFrom(iotest.ErrReader(errors.New("no such cart")), "a.bib", nil); err == nil || err.Error() != "reading a.bib: no such cart" {
		t.Errorf("of what cannot be read: %v", err)
	}
}
