package bib

import (
	"fmt"

	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
)

// checkFields warns of the fields that BibTeX ignores because the entry has them already,
// with another value.
func (r *reader) checkFields(e *Entry) {
	if !mayRepeat(e.Fields) {
		return
	}
	first := make(map[string]*Field, len(e.Fields))
	for i := range e.Fields {
		f := &e.Fields[i]
		read := first[f.Name]
		if read == nil {
			first[f.Name] = f
			continue
		}
		if f.Value == "" || unprinted[f.Name] || saysTheSame(f.Name, read.Value, f.Value) {
			continue
		}
		r.warn("bib-syntax", f.Start, e.Key, fmt.Sprintf("%s is there twice: BibTeX reads %q and ignores %q; keep the right one",
			f.Name, shown(read.Value), shown(f.Value)))
	}
}

// unprinted are fields that no style prints, of which some programs write several.
var unprinted = text.WordSet("abstract", "annotation", "annote", "file", "keyword", "keywords", "groups", "owner", "review", "timestamp")

// mayRepeat reports whether a name may be there twice: in a few fields exactly, so that no
// table is made of them.
func mayRepeat(fields []Field) bool {
	const few = 20
	if len(fields) > few {
		return true
	}
	for i := range fields {
		for j := range fields[:i] {
			if fields[i].Name == fields[j].Name {
				return true
			}
		}
	}
	return false
}

// saysTheSame reports whether two values of a field differ in no more than how they are
// written: in braces and other notation of LaTeX, in the form of a DOI or the dash of pages.
func saysTheSame(name, a, b string) bool {
	if a == b {
		return true
	}
	if name == "doi" {
		return fold.DOI(latex.Decode(a)) == fold.DOI(latex.Decode(b))
	}
	return latex.Decode(mended(name, a)) == latex.Decode(mended(name, b))
}

// shown returns a value as messages have it.
func shown(value string) string {
	const longest = 60
	if letters := []rune(value[:min(len(value), 4*longest)]); len(letters) > longest {
		return string(letters[:longest-1]) + "…"
	}
	return value
}
