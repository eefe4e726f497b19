package output

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/text"
)

// biblatex starts the entry of a reference in the fields and types of biblatex's data
// model (biblatex manual, sections 2.1 and 2.2). What the model has no field for
// in an entry type goes to note.
func (e *EntryBuilder) biblatex(key string, r *ref.Reference) {
	w := r.WithDerived()
	kind, thesis := biblatexType(w)
	e.start(kind, key)
	e.isBibLaTeX = true
	e.stands(w, w.Entry != nil && w.Entry.IsBibLaTeX())
	for _, row := range ref.Fields {
		e.field(row, &row.BibLaTeX, kind, w)
	}
	e.extra(w)
	if !e.has("type") && e.Type == kind {
		e.text("type", thesis)
	}
	e.text("x-derived", r.DerivedNote())
}

// biblatexLists are the fields that biblatex splits at "and" (its data model calls
// them lists).
var biblatexLists = text.WordSet("publisher", "location", "institution", "organization")

// item writes a value that is one, "and" or not.
func (e *EntryBuilder) item(name, value string) {
	written := latex.Encode(text.CleanText(value), e.Encoding)
	if e.isBibLaTeX && biblatexLists[name] && isSplitByBibTeX(value) && written != "" {
		written = "{" + written + "}"
	}
	e.raw(name, written)
}

// biblatexType returns the entry type and, for a thesis, which one it is.
func biblatexType(w *ref.Reference) (kind, thesis string) {
	if form, ok := ref.Kinds[w.Kind]; ok {
		return form.BibLaTeX, ""
	}
	switch w.Type {
	case ref.PhDThesis:
		return "thesis", "phdthesis"
	case ref.MastersThesis:
		return "thesis", "mathesis"
	case ref.TechReport:
		return "report", ""
	case ref.Misc:
		if (w.URL != "" || w.ArXiv != "") && !hasTypeOfItsOwn(w.Entry) {
			return "online", ""
		}
		return "misc", ""
	}
	return string(w.Type), ""
}

// hasTypeOfItsOwn reports whether an entry of a .bib is of a type, as @manual, that has
// the fields of @misc and is none.
func hasTypeOfItsOwn(e *ref.Entry) bool {
	return e != nil && !slices.Contains([]string{"", "misc", "online", "electronic", "www"}, e.Type)
}

// date writes the date in ISO 8601 as far as it is known, and of a work still to
// appear its state.
func (e *EntryBuilder) date(w *ref.Reference) {
	var dates []string
	for _, d := range w.Dates() {
		dates = append(dates, ref.ISODate(d))
	}
	if dates == nil {
		e.publicationState(w.Year)
	}
	e.raw("date", strings.Join(dates, "/"))
}

// publicationState writes what is written where a year is expected: one of biblatex's
// states of publication, or words.
func (e *EntryBuilder) publicationState(year string) {
	switch state := strings.Join(fold.Words(year), ""); state {
	case "inpress", "forthcoming", "submitted", "inpreparation":
		e.raw("pubstate", state)
	default:
		e.note(year)
	}
}
