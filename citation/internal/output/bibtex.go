package output

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
	"github.com/nickng/bibtex"
)

// Bibtex starts the entry of a reference in BibTeX's fields and types.
func (e *EntryBuilder) Bibtex(key string, r *ref.Reference) {
	w := r.WithDerived()
	e.start(string(w.Type), key)
	e.stands(w, w.Entry != nil && w.Entry.IsBibTeX())
	for _, row := range ref.Fields {
		e.field(row, &row.BibTeX, string(w.Type), w)
	}
	e.extra(w)
	e.text("x-derived", r.DerivedNote())
}

// field adds a field of a reference under the name that the dialect has for it, or
// what the form notes instead.
func (e *EntryBuilder) field(row *ref.Row, form *ref.Form, entryType string, w *ref.Reference) {
	if e.asItStands && w.Entry.Covers(row.Name) {
		return
	}
	name := form.NameIn(entryType, w)
	before := len(e.Fields)
	if name == "" {
		e.noteOn(row, form, w)
		return
	}
	if value, ok := e.inOtherDialect(name, row, w); ok {
		e.raw(name, value)
		e.settle(before, row, form, w)
		return
	}
	switch row.Kind {
	case ref.TitleText:
		e.title(name, *row.Text(w))
	case ref.NameList:
		e.names(name, *row.Names(w), row.Name == ref.FieldAuthors && w.EtAl)
	case ref.PageRange:
		e.pages(name, w.Pages)
	case ref.Year:
		if name == "date" {
			e.date(w)
		} else {
			e.text(name, w.Year)
		}
	case ref.Month:
		if macro, ok := ref.MonthMacro(w.Month); ok {
			e.macro(name, macro)
		}
	case ref.Address:
		e.raw(name, verbatim(*row.Text(w)))
	case ref.DOIName:
		e.raw(name, verbatim(valueOf(row, w)))
	case ref.ArXivID:
		e.text(name, valueOf(row, w))
	case ref.AccessDate:
		e.raw(name, ref.ISODate(ref.ReadDate(*row.Text(w))))
	default:
		e.item(name, valueOf(row, w))
	}
	e.settle(before, row, form, w)
}

// settle looks at a field just added: of two that have one name the second is noted,
// unless it says the same, and a registry is named beside its identifier.
func (e *EntryBuilder) settle(before int, row *ref.Row, form *ref.Form, w *ref.Reference) {
	if len(e.Fields) == before {
		return
	}
	added := e.Fields[before]
	if i := slices.IndexFunc(e.Fields[:before], func(f bib.DraftField) bool { return f.Name == added.Name }); i >= 0 {
		e.Fields = e.Fields[:before]
		if e.Fields[i].Value != added.Value {
			e.noteOn(row, form, w)
		}
		return
	}
	if added.Name != "eprint" {
		return
	}
	switch {
	case !e.isBibLaTeX:
		e.text("archiveprefix", "arXiv")
	case row.Kind == ref.ArXivID:
		e.raw("eprinttype", "arxiv")
	default:
		e.raw("eprinttype", "pubmed")
	}
}

// noteOn notes a field that the entry's type has no name for.
func (e *EntryBuilder) noteOn(row *ref.Row, form *ref.Form, w *ref.Reference) {
	if form.Note != "" {
		e.note(noted(row, form, w))
	}
}

// EntryBuilder collects the fields of one entry after another as they are written
// in a .bib; empty values are left out.
type EntryBuilder struct {
	bib.Draft

	Encoding   latex.Encoding
	isBibLaTeX bool
	asItStands bool // the fields that the entry of a .bib has are there already
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
	facts := slices.Clone(w.Facts)
	for i, id := range facts {
		facts[i] = FactID(id)
	}
	e.text("x-facts", strings.Join(facts, " "))
	e.text("x-filled", strings.Join(text.NonEmpty(w.WasFilled, strings.Join(NotesOn(w.Filled, e.has), "; ")), "; "))
	e.text("x-contradicted", strings.Join(text.NonEmpty(w.WasContradicted, strings.Join(NotesOn(w.Contradicted, e.has), "; ")), "; "))
}

// start begins another entry.
func (e *EntryBuilder) start(kind, key string) {
	e.Type, e.Key, e.Fields, e.isBibLaTeX, e.asItStands = cmp.Or(kind, string(ref.Misc)), key, e.Fields[:0], false, false
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
	e.joinNote(latex.Encode(text.CleanText(value), e.Encoding))
}

func (e *EntryBuilder) joinNote(written string) {
	for i := range e.Fields {
		if f := &e.Fields[i]; f.Name == "note" && written != "" {
			f.Value += ". " + written
			return
		}
	}
	e.raw("note", written)
}

func (e *EntryBuilder) pages(name, value string) {
	if first, last, ok := pageNumbers(value); ok {
		e.raw(name, first+"--"+last)
		return
	}
	value = text.CleanText(value)
	// Two hyphens stand for the dash whatever the encoding: styles look for them.
	e.raw(name, strings.ReplaceAll(latex.Encode(ref.DashedPages(value), e.Encoding), "–", "--"))
}

// pageNumbers splits two numbers with a dash between, which cleanText and
// dashedPages leave as they are: nearly all pages are of this form, and no
// expression need be matched.
func pageNumbers(pages string) (first, last string, ok bool) {
	first, last, ok = strings.Cut(pages, "–")
	return first, last, ok && text.IsDigits(first) && text.IsDigits(last)
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
