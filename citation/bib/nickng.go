package bib

import (
	"github.com/nickng/bibtex"
)

// BibTeX returns the file in the types of nickng/bibtex, which keep neither
// order nor places nor repeated fields: of these the first is taken, as BibTeX
// does. Every value is a constant with macros and concatenation resolved, so
// that it can be written with RawString without loss.
func (f *File) BibTeX() *bibtex.BibTex {
	bib := bibtex.NewBibTex()
	for i := range f.Preambles {
		bib.AddPreamble(bibtex.NewBibConst(f.Preambles[i].Value))
	}
	for i := range f.Macros {
		bib.AddStringVar(f.Macros[i].Name, bibtex.NewBibConst(f.Macros[i].Value))
	}
	for i := range f.Entries {
		bib.AddEntry(f.Entries[i].nickng())
	}
	return bib
}

func (e *Entry) nickng() *bibtex.BibEntry {
	entry := bibtex.NewBibEntry(e.Type, e.Key)
	for i := range e.Fields {
		if _, repeated := entry.Fields[e.Fields[i].Name]; !repeated {
			entry.AddField(e.Fields[i].Name, bibtex.NewBibConst(e.Fields[i].Value))
		}
	}
	return entry
}
