package record

import (
	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/internal/latex"
)

// Bib reads an entry of a .bib, or of a file in another form that was read as one, into a
// work.
func Bib(f *bib.File, e *bib.Entry, source, date string) []*authority.Work {
	record, _ := citation.BibReference(f, e)
	record.Entry = nil // of a record only what it says is kept
	w := &draft{authority.Work{Record: record, Origin: authority.Origin{Source: source, Key: e.Key}}}
	if record.Preprint {
		w.Status = authority.Preprint
	}
	w.addYear(record.Year)
	w.addVenue(record.Container)
	w.Record.DOI, w.Record.ArXiv = "", ""
	w.setArXiv(record.ArXiv)
	w.setDOI(record.DOI)
	w.noteRetractedTitle()
	for _, name := range [...]string{"shortjournal", "shortbooktitle", "eventtitle"} {
		if field := e.Field(name); field != nil {
			w.addVenue(latex.Decode(field.Value))
		}
	}
	return finishAll([]*draft{w}, date)
}
