package citation

import (
	"maps"
	"slices"
	"strings"

	"github.com/nickng/bibtex"
)

// Entry returns a reference as a BibTeX entry of nickng/bibtex with the citation
// key. Values are in LaTeX's notation with its special characters
// escaped and capitals of the title protected; a derived value is used where no
// value is stated, and x-derived says so. The month is a macro.
func Entry(key string, r *Reference) *bibtex.BibEntry {
	e := entryBuilder{encoding: latexASCII}
	e.bibtex(key, r)
	return e.nickng()
}

// bibtex starts the entry of a reference in BibTeX's fields and types.
func (e *entryBuilder) bibtex(key string, r *Reference) {
	w := r.withDerived()
	e.start(string(w.Type), key)
	e.title("title", w.Title)
	e.names("author", w.Authors, w.EtAl)
	e.text(containerField(w.Type), w.Container)
	if w.Type != Book || w.Container == "" {
		e.text("series", w.Series)
	} else if w.Series != w.Container {
		e.note(w.Series)
	}
	e.text(institutionField(w.Type), w.Institution)
	e.text("publisher", w.Publisher)
	e.text("address", w.Address)
	e.text("edition", w.Edition)
	e.text("volume", w.Volume)
	if w.Volume != "" && (w.Type == Book || w.Type == InCollection || w.Type == InProceedings) {
		e.note(prefixed("Number ", w.Number))
	} else {
		e.text("number", w.Number)
	}
	if w.Type == Book && len(w.Authors) > 0 && len(w.Editors) > 0 {
		e.note("Edited by " + spokenNames(w.Editors))
	} else {
		e.names("editor", w.Editors, false)
	}
	e.pages(w.Pages)
	e.text("eid", w.EID)
	e.text("year", w.Year)
	if name, ok := monthMacro(w.Month); ok {
		e.macro("month", name)
		e.text("day", w.Day)
	}
	if id := arXivID(w.ArXiv); id != "" {
		e.text("eprint", id)
		e.text("archiveprefix", "arXiv")
	}
	e.identifiers(&w)
	e.text("x-derived", r.derivedNote())
}

// containerField is the field that names what a work of a type appeared in.
func containerField(t EntryType) string {
	switch t {
	case Article:
		return "journal"
	case InProceedings, InCollection:
		return "booktitle"
	case Book:
		return "series"
	default:
		return "howpublished"
	}
}

func institutionField(t EntryType) string {
	switch t {
	case PhDThesis, MastersThesis:
		return "school"
	case TechReport:
		return "institution"
	default:
		return "organization"
	}
}

func monthMacro(month int) (name string, ok bool) {
	if month < 1 || month > 12 {
		return "", false
	}
	return monthMacros[month-1], true
}

// monthMacros are the macros that every style defines.
var monthMacros = [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

var monthNames = predefinedMacros()

// withDerived returns a copy in which derived values stand where none is stated.
func (r *Reference) withDerived() Reference {
	w := *r
	for name, d := range r.Derived {
		if field := w.stringField(name); field != nil && *field == "" {
			*field = d.Value
		}
	}
	return w
}

// stringField returns the field of that JSON name, nil if it is no string.
func (r *Reference) stringField(name string) *string {
	switch name {
	case "title":
		return &r.Title
	case "container":
		return &r.Container
	case "publisher":
		return &r.Publisher
	case "institution":
		return &r.Institution
	case "series":
		return &r.Series
	case "address":
		return &r.Address
	case "edition":
		return &r.Edition
	case "year":
		return &r.Year
	case "day":
		return &r.Day
	case "volume":
		return &r.Volume
	case "number":
		return &r.Number
	case "pages":
		return &r.Pages
	case "eid":
		return &r.EID
	case "arxiv":
		return &r.ArXiv
	case "doi":
		return &r.DOI
	case "isbn":
		return &r.ISBN
	case "pmid":
		return &r.PMID
	case "url":
		return &r.URL
	}
	return nil
}

// derivedNote says which values are derived and from what.
func (r *Reference) derivedNote() string {
	if len(r.Derived) == 0 {
		return ""
	}
	var notes []string
	for _, name := range slices.Sorted(maps.Keys(r.Derived)) {
		d := r.Derived[name]
		field := r.stringField(name)
		switch {
		case field == nil: // an entry has no field for it
			notes = append(notes, name+": "+d.Value+", from "+d.From)
		case *field == "":
			notes = append(notes, name+": from "+d.From)
		}
	}
	return strings.Join(notes, "; ")
}

// entryBuilder collects the fields of one entry after another as they are written
// in a .bib; empty values are left out.
type entryBuilder struct {
	entryDraft

	encoding latexEncoding
}

// entry starts the entry of a work, in the dialect and with the provenance of the
// options.
func (e *entryBuilder) entry(w *outputEntry, opts outputOptions) {
	if opts.Format == BibLaTeX {
		e.biblatex(w.Key, w.Reference)
	} else {
		e.bibtex(w.Key, w.Reference)
	}
	if opts.NoProvenance {
		e.Fields = slices.DeleteFunc(e.Fields, func(f draftField) bool { return f.Name == "x-derived" })
		return
	}
	facts := make([]string, len(w.Facts))
	for i, id := range w.Facts {
		facts[i] = factID(id)
	}
	e.text("x-facts", strings.Join(facts, " "))
	e.text("x-filled", strings.Join(notesOn(w.Filled, e.has), "; "))
	e.text("x-contradicted", strings.Join(notesOn(w.Contradicted, e.has), "; "))
}

// start begins another entry.
func (e *entryBuilder) start(kind, key string) {
	e.Type, e.Key, e.Fields = kind, key, e.Fields[:0]
}

// has tells whether the entry has a field; each has an entry type.
func (e *entryBuilder) has(name string) bool {
	return name == "entrytype" || slices.ContainsFunc(e.Fields, func(f draftField) bool { return f.Name == name })
}

func (e *entryBuilder) raw(name, written string) {
	if written != "" {
		e.Fields = append(e.Fields, draftField{Name: name, Value: written})
	}
}

func (e *entryBuilder) macro(name, macro string) {
	e.Fields = append(e.Fields, draftField{name, macro, true})
}

// nickng returns the entry in the types of nickng/bibtex.
func (e *entryBuilder) nickng() *bibtex.BibEntry {
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

func (e *entryBuilder) text(name, value string) {
	e.raw(name, encodeLaTeX(cleanText(value), e.encoding))
}

func (e *entryBuilder) title(name, value string) {
	e.raw(name, protectCapitals(cleanText(value), e.encoding))
}

func (e *entryBuilder) names(name string, names []Name, etal bool) {
	e.raw(name, bibNameList(names, etal, e.encoding))
}

// note adds a sentence to what the entry notes already.
func (e *entryBuilder) note(value string) {
	written := encodeLaTeX(cleanText(value), e.encoding)
	for i := range e.Fields {
		if f := &e.Fields[i]; f.Name == "note" && written != "" {
			f.Value += ". " + written
			return
		}
	}
	e.raw("note", written)
}

func (e *entryBuilder) pages(value string) {
	if first, last, ok := pageNumbers(value); ok {
		e.raw("pages", first+"--"+last)
		return
	}
	value = cleanText(value)
	// Two hyphens stand for the dash whatever the encoding: styles look for them.
	e.raw("pages", strings.ReplaceAll(encodeLaTeX(dashedPages(value), e.encoding), "–", "--"))
}

// pageNumbers splits two numbers with a dash between, which cleanText and
// dashedPages leave as they are: nearly all pages are of this form, and no
// expression need be matched.
func pageNumbers(pages string) (first, last string, ok bool) {
	first, last, ok = strings.Cut(pages, "–")
	return first, last, ok && isDigits(first) && isDigits(last)
}

// identifiers adds what is read by programs rather than typeset.
func (e *entryBuilder) identifiers(w *Reference) {
	e.raw("doi", verbatim(doiName(w.DOI)))
	e.text("isbn", w.ISBN)
	e.text("pmid", w.PMID)
	e.raw("url", verbatim(w.URL))
}

// verbatim writes a value that styles print as it stands, as the url package
// does: what could end the field or start a command is percent-encoded.
func verbatim(value string) string {
	value = cleanText(value)
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

// arXivID returns an arXiv identifier without the name before it.
func arXivID(s string) string {
	s = cleanText(s)
	if len(s) > 6 && strings.EqualFold(s[:6], "arxiv:") {
		s = strings.TrimSpace(s[6:])
	}
	return s
}

// doiName returns a DOI without the resolver or the name before it.
func doiName(s string) string {
	s = cleanText(s)
	if strings.HasPrefix(s, "10.") {
		return s
	}
	lower := strings.ToLower(s)
	for _, prefix := range []string{"https://", "http://", "dx.doi.org/", "doi.org/", "www.doi.org/", "doi:"} {
		if strings.HasPrefix(lower, prefix) {
			s, lower = strings.TrimSpace(s[len(prefix):]), strings.TrimSpace(lower[len(prefix):])
		}
	}
	return s
}

func prefixed(prefix, value string) string {
	if value == "" {
		return ""
	}
	return prefix + value
}
