package output

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
	"github.com/nickng/bibtex"
)

// Bibtex starts the entry of a reference in BibTeX's fields and types.
func (e *EntryBuilder) Bibtex(key string, r *ref.Reference) {
	w := r.WithDerived()
	e.start(string(w.Type), key)
	e.title("title", w.Title)
	e.names("author", w.Authors, w.EtAl)
	e.text(containerField(w.Type), w.Container)
	if w.Type != ref.Book || w.Container == "" {
		e.text("series", w.Series)
	} else if w.Series != w.Container {
		e.note(w.Series)
	}
	e.text(institutionField(w.Type), w.Institution)
	e.text("publisher", w.Publisher)
	e.text("address", w.Address)
	e.text("edition", w.Edition)
	e.text("volume", w.Volume)
	if w.Volume != "" && (w.Type == ref.Book || w.Type == ref.InCollection || w.Type == ref.InProceedings) {
		e.note(text.Prefixed("Number ", w.Number))
	} else {
		e.text("number", w.Number)
	}
	if w.Type == ref.Book && len(w.Authors) > 0 && len(w.Editors) > 0 {
		e.note("Edited by " + ref.SpokenNames(w.Editors))
	} else {
		e.names("editor", w.Editors, false)
	}
	e.pages(w.Pages)
	e.text("eid", w.EID)
	e.text("year", w.Year)
	if name, ok := ref.MonthMacro(w.Month); ok {
		e.macro("month", name)
		e.text("day", w.Day)
	}
	if id := fold.ArXivID(w.ArXiv); id != "" {
		e.text("eprint", id)
		e.text("archiveprefix", "arXiv")
	}
	e.identifiers(&w)
	e.text("x-derived", r.DerivedNote())
}

// containerField is the field that names what a work of a type appeared in.
func containerField(t ref.EntryType) string {
	switch t {
	case ref.Article:
		return "journal"
	case ref.InProceedings, ref.InCollection:
		return "booktitle"
	case ref.Book:
		return "series"
	default:
		return "howpublished"
	}
}

func institutionField(t ref.EntryType) string {
	switch t {
	case ref.PhDThesis, ref.MastersThesis:
		return "school"
	case ref.TechReport:
		return "institution"
	default:
		return "organization"
	}
}

var monthNames = bib.PredefinedMacros()

// EntryBuilder collects the fields of one entry after another as they are written
// in a .bib; empty values are left out.
type EntryBuilder struct {
	bib.Draft

	Encoding latex.Encoding
}

// entry starts the entry of a work, in the dialect and with the provenance of the
// options.
func (e *EntryBuilder) entry(w *Entry, opts Options) {
	if opts.Format == BibLaTeX {
		e.biblatex(w.Key, w.Reference)
	} else {
		e.Bibtex(w.Key, w.Reference)
	}
	if opts.NoProvenance {
		e.Fields = slices.DeleteFunc(e.Fields, func(f bib.DraftField) bool { return f.Name == "x-derived" })
		return
	}
	facts := make([]string, len(w.Facts))
	for i, id := range w.Facts {
		facts[i] = FactID(id)
	}
	e.text("x-facts", strings.Join(facts, " "))
	e.text("x-filled", strings.Join(NotesOn(w.Filled, e.has), "; "))
	e.text("x-contradicted", strings.Join(NotesOn(w.Contradicted, e.has), "; "))
}

// start begins another entry.
func (e *EntryBuilder) start(kind, key string) {
	e.Type, e.Key, e.Fields = kind, key, e.Fields[:0]
}

// has reports whether the entry has a field; each has an entry type.
func (e *EntryBuilder) has(name string) bool {
	return name == "entrytype" || slices.ContainsFunc(e.Fields, func(f bib.DraftField) bool { return f.Name == name })
}

func (e *EntryBuilder) raw(name, written string) {
	if written != "" {
		e.Fields = append(e.Fields, bib.DraftField{Name: name, Value: written})
	}
}

func (e *EntryBuilder) macro(name, macro string) {
	e.Fields = append(e.Fields, bib.DraftField{Name: name, Value: macro, IsMacro: true})
}

// Nickng returns the entry in the types of nickng/bibtex.
func (e *EntryBuilder) Nickng() *bibtex.BibEntry {
	entry := bibtex.NewBibEntry(e.Type, e.Key)
	for _, f := range e.Fields {
		if f.IsMacro {
			entry.AddField(f.Name, &bibtex.BibVar{Key: f.Value, Value: bibtex.NewBibConst(monthNames[f.Value])})
		} else {
			entry.AddField(f.Name, bibtex.NewBibConst(f.Value))
		}
	}
	return entry
}

func (e *EntryBuilder) text(name, value string) {
	e.raw(name, latex.Encode(text.CleanText(value), e.Encoding))
}

func (e *EntryBuilder) title(name, value string) {
	e.raw(name, protectCapitals(text.CleanText(value), e.Encoding))
}

func (e *EntryBuilder) names(name string, names []ref.Name, etal bool) {
	e.raw(name, bibNameList(names, etal, e.Encoding))
}

// note adds a sentence to what the entry notes already.
func (e *EntryBuilder) note(value string) {
	written := latex.Encode(text.CleanText(value), e.Encoding)
	for i := range e.Fields {
		if f := &e.Fields[i]; f.Name == "note" && written != "" {
			f.Value += ". " + written
			return
		}
	}
	e.raw("note", written)
}

func (e *EntryBuilder) pages(value string) {
	if first, last, ok := pageNumbers(value); ok {
		e.raw("pages", first+"--"+last)
		return
	}
	value = text.CleanText(value)
	// Two hyphens stand for the dash whatever the encoding: styles look for them.
	e.raw("pages", strings.ReplaceAll(latex.Encode(ref.DashedPages(value), e.Encoding), "–", "--"))
}

// pageNumbers splits two numbers with a dash between, which cleanText and
// dashedPages leave as they are: nearly all pages are of this form, and no
// expression need be matched.
func pageNumbers(pages string) (first, last string, ok bool) {
	first, last, ok = strings.Cut(pages, "–")
	return first, last, ok && text.IsDigits(first) && text.IsDigits(last)
}

// identifiers adds what is read by programs rather than typeset.
func (e *EntryBuilder) identifiers(w *ref.Reference) {
	e.raw("doi", verbatim(fold.DOIName(w.DOI)))
	e.text("isbn", w.ISBN)
	e.text("pmid", w.PMID)
	e.raw("url", verbatim(w.URL))
}

// verbatim writes a value that styles print as it is, as the url package
// does: what could end the field or start a command is percent-encoded.
func verbatim(value string) string {
	value = text.CleanText(value)
	var b strings.Builder
	for i := range len(value) {
		c := value[i]
		if c <= ' ' || c >= 0x7F || strings.IndexByte("\\{}\"^`", c) >= 0 {
			const hex = "0123456789ABCDEF"
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}
