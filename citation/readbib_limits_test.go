package citation

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// quadratic is a time that a mebibyte takes only if its cost grows with the square
// of its length, however busy the machine is.
const quadratic = time.Minute

// Text made to be read again and again takes time linear in its length.
func TestReadBibLinear(t *testing.T) {
	pieces := []string{
		"@article{a, title = {x\n", "@article{a, title = {{{{{\n", "@article{a, title = \"x\n", "@article{a, title = \"{x\n", "@article{a\n", "@\n", "@a(",
		"@article{a, t = x # \n", "@", "{", "}", "\"", "@article{a, title = {@article{b, \n", "@string{a = a # {x}}\n", " ", "\n @", "@a{b,c={}}",
		"@misc{a, crossref = {a}}\n", "@comment", "@a{b,c=\"}\"", "@a{k, t = {x}\n@b{l, u = {{y}\n", "@a{b,c={@a{b,c={",
	}
	for _, piece := range pieces {
		text := bytes.Repeat([]byte(piece), 1<<20/len(piece))
		start := time.Now()
		f := ReadBib("", text)
		for i := range min(len(f.Entries), 1000) {
			BibReference(f, &f.Entries[i])
		}
		elapsed := time.Since(start)
		t.Logf("%q: %v", piece, elapsed)
		if elapsed > quadratic {
			t.Errorf("%q: %v for 1 MiB", piece, elapsed)
		}
	}
}

// Macros made of each other cannot make the values of a file unboundedly large.
func TestReadBibBoundsMacros(t *testing.T) {
	var text strings.Builder
	text.WriteString("@string{a0 = {xxxxxxxxxx}}\n")
	for n := range 60 {
		fmt.Fprintf(&text, "@string{a%d = a%d # a%d}\n", n+1, n, n)
	}
	text.WriteString("@misc{k, title = a60, note = a1, author = {Ada Ferrum}}")
	f := ReadBib("", []byte(text.String()))
	if len(f.Errors) == 0 || f.Errors[0].Rule != "bib-syntax" {
		t.Errorf("no error says that macros were left out: %v", f.Errors)
	}
	if e := f.entry("k"); e == nil || e.Field("note").Value != "xxxxxxxxxxxxxxxxxxxx" || e.Field("author") == nil {
		t.Errorf("the entry is lost: %v", e)
	}
}

// Every entry of a chain of entries that inherit from each other costs the same.
func TestReferenceBounded(t *testing.T) {
	text := []byte("@misc{k0, year = 2001}\n")
	for range 200 {
		text = append(text, "@misc{a, xdata = {a,b,c}, crossref = {b}}@misc{b, xdata = {c,a,d}}@misc{c, xdata = {a,b,c,d}}@misc{d, xdata={a}, title = {T}}"...)
	}
	f := ReadBib("", text)
	for i := range f.Entries {
		if r, _ := BibReference(f, &f.Entries[i]); i > 0 && r.Title != "T" {
			t.Fatalf("entry %d inherits the title %q", i, r.Title)
		}
	}
}

// What stands at the offsets of entries, put together, gives the same entries.
func FuzzReadBib(f *testing.F) {
	for _, pattern := range []string{"testdata/bib/*.bib", "testdata/bib/broken/*.bib"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			f.Fatalf("no seeds: %v", err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			if len(text) < 10_000 {
				f.Add(text)
			}
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 10_000 { // checkPlaces counts every place from the start
			return
		}
		checkOpenings(t, text)
		file := ReadBib("fuzz.bib", text)
		checkPlaces(t, file, text)
		for i := range file.Entries {
			BibReference(file, &file.Entries[i])
		}
		if len(file.Errors) > 0 {
			return
		}
		var pieces strings.Builder
		for i := range file.Macros {
			pieces.WriteString("@string{" + file.Macros[i].Name + " = " + file.Macros[i].Raw + "}\n")
		}
		macros := ReadBib("", []byte(pieces.String()))
		pieces.Reset()
		for i := range file.Entries {
			pieces.WriteString(string(text[file.Entries[i].Start:file.Entries[i].End]) + "\n")
		}
		again := ReadBib("", []byte(pieces.String()))
		if len(macros.Macros) != len(file.Macros) {
			t.Fatalf("%d macros became %d", len(file.Macros), len(macros.Macros))
		}
		places := cmpopts.IgnoreFields(BibEntry{}, "Start", "End", "Line", "Column")
		values := cmpopts.IgnoreFields(BibField{}, "Value", "Start")
		if diff := cmp.Diff(file.Entries, again.Entries, places, values, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("entries put together read otherwise (-first +again):\n%s", diff)
		}
	})
}

func BenchmarkScanBib(b *testing.B) {
	text := benchmarkText()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		s := bibScanner{text: text, openings: newBibOpenings()}
		for {
			if _, more := s.next(); !more {
				break
			}
		}
	}
}

func BenchmarkReadBib(b *testing.B) {
	text := benchmarkText()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if letters := lettersOf(ReadBib("", text)); letters < len(text)/2 {
			b.Fatalf("only %d of %d bytes became names and values", letters, len(text))
		}
	}
}

// lettersOf looks at every name and every value: reading is not done before.
func lettersOf(f *BibFile) int {
	letters := 0
	for _, e := range f.Entries {
		letters += len(e.Type) + len(e.Key)
		for i := range e.Fields {
			letters += len(e.Fields[i].Name) + len(e.Fields[i].Value)
		}
	}
	return letters
}

func BenchmarkBibReference(b *testing.B) {
	f := ReadBib("", benchmarkText())
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		BibReference(f, &f.Entries[i%len(f.Entries)])
	}
}

// benchmarkText is a large .bib as bibliographies export it.
func benchmarkText() []byte {
	entry := `@inproceedings{ferrum:2010:%,
  author    = {Ada Maria Ferrum and
               Bo A. St{\aa}hl and
               Cy Aurum},
  editor    = {Dora Argent},
  title     = {{GTP:} {A} Model of Rims for Carts and the Like, with Applications to
               Wheels},
  booktitle = {Proceedings of the Twenty-Fourth Conference on Carts, {CARTS} 2010, Bern,
               Switzerland, July 11-15, 2010},
  publisher = {{CARTS} Press},
  year      = {2010},
  url       = {http://www.example.org/ocs/index.php/CARTS/CARTS10/paper/view/%},
  doi       = {10.1234/12345.%}
}

`
	var text bytes.Buffer
	for n := range 20_000 {
		text.WriteString(strings.ReplaceAll(entry, "%", strings.Repeat("7", n%7)+string(rune('a'+n%26))+string(rune('a'+n/26%26))+string(rune('a'+n/676%26))+string(rune('a'+n/17576))))
	}
	return text.Bytes()
}
