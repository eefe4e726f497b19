package bib

import (
	"bytes"
	"strings"
	"testing"

	"github.com/factcite/factcite/internal/outside"
)

func BenchmarkScanBib(b *testing.B) {
	text := benchmarkText()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		s := scanner{text: text, openings: newOpenings()}
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
		if letters := lettersOf(Read("", text)); letters < len(text)/2 {
			b.Fatalf("only %d of %d bytes became names and values", letters, len(text))
		}
	}
}

// lettersOf looks at every name and every value: reading is not done before.
func lettersOf(f *File) int {
	letters := 0
	for _, e := range f.Entries {
		letters += len(e.Type) + len(e.Key)
		for i := range e.Fields {
			letters += len(e.Fields[i].Name) + len(e.Fields[i].Value)
		}
	}
	return letters
}

// BibTeX reads the same text, with a style that lets it do nothing else.
func BenchmarkBibTeXReads(b *testing.B) {
	outside.Need(b, "bibtex")
	outside.BenchmarkBibTeX(b, "ENTRY { author editor title booktitle publisher year url doi } {} {}\nFUNCTION {inproceedings} { skip$ }\nREAD\n", benchmarkText())
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
