package output

import (
	"cmp"
	"fmt"
	"strconv"
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
	kind, thesis := biblatexType(&w)
	e.start(kind, key)
	inBook := kind == "book" || kind == "incollection" || kind == "inproceedings"
	textOr := func(fits bool, name, prefix, value string) {
		if fits {
			e.item(name, value)
		} else {
			e.note(text.Prefixed(prefix, value))
		}
	}
	e.title("title", w.Title)
	e.names("author", w.Authors, w.EtAl)
	if inBook || kind == "article" {
		e.names("editor", w.Editors, false)
	} else if len(w.Editors) > 0 {
		e.note("Edited by " + ref.SpokenNames(w.Editors))
	}
	switch {
	case kind == "book":
		e.text("series", cmp.Or(w.Container, w.Series))
		if w.Series != w.Container && w.Container != "" {
			e.note(w.Series)
		}
	default:
		e.item(biblatexContainerField(kind), w.Container)
		textOr(inBook || kind == "article", "series", "", w.Series)
	}
	if kind == "article" || kind == "book" || kind == "incollection" || kind == "online" && w.Container != "" {
		e.note(w.Institution)
	} else {
		e.item(biblatexInstitutionField(kind), w.Institution)
	}
	e.text("type", thesis)
	textOr(inBook, "publisher", "", w.Publisher)
	textOr(inBook || kind == "report" || kind == "thesis" || kind == "misc", "location", "", w.Address)
	textOr(inBook, "edition", "Edition ", w.Edition)
	textOr((inBook || kind == "article") && isNumber(w.Volume), "volume", "Volume ", w.Volume)
	textOr(kind != "online" && kind != "misc" && kind != "thesis", "number", "Number ", w.Number)
	if kind == "online" || kind == "misc" {
		e.note(text.Prefixed("Pages ", ref.DashedPages(w.Pages)))
	} else {
		e.pages(w.Pages)
	}
	textOr(kind == "article", "eid", "Article ", w.EID)
	e.date(&w)
	e.biblatexIdentifiers(&w, inBook || kind == "report")
	e.text("x-derived", r.DerivedNote())
}

// isNumber reports whether biblatex takes a value as an integer.
func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// biblatexLists are the fields that biblatex splits at "and" (its data model calls
// them lists).
var biblatexLists = text.WordSet("publisher", "location", "institution", "organization")

// item writes a value that is one, "and" or not.
func (e *EntryBuilder) item(name, value string) {
	written := latex.Encode(text.CleanText(value), e.Encoding)
	if biblatexLists[name] && isSplitByBibTeX(value) && written != "" {
		written = "{" + written + "}"
	}
	e.raw(name, written)
}

// biblatexType returns the entry type and, for a thesis, which one it is.
func biblatexType(w *ref.Reference) (kind, thesis string) {
	switch w.Type {
	case ref.PhDThesis:
		return "thesis", "phdthesis"
	case ref.MastersThesis:
		return "thesis", "mathesis"
	case ref.TechReport:
		return "report", ""
	case ref.Misc:
		if w.URL != "" || w.ArXiv != "" {
			return "online", ""
		}
		return "misc", ""
	}
	return string(w.Type), ""
}

func biblatexContainerField(kind string) string {
	switch kind {
	case "article":
		return "journaltitle"
	case "inproceedings", "incollection":
		return "booktitle"
	case "online":
		return "organization"
	case "misc":
		return "howpublished"
	default:
		return "note"
	}
}

func biblatexInstitutionField(kind string) string {
	if kind == "report" || kind == "thesis" {
		return "institution"
	}
	return "organization"
}

// date writes the date in ISO 8601 as far as it is known, and of a work still to
// appear its state.
func (e *EntryBuilder) date(w *ref.Reference) {
	var dates []string
	for _, d := range w.Dates() {
		date := fmt.Sprintf("%04d", d[0])
		for _, part := range d[1:] {
			date += fmt.Sprintf("-%02d", part)
		}
		dates = append(dates, date)
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

func (e *EntryBuilder) biblatexIdentifiers(w *ref.Reference, hasISBN bool) {
	id := fold.ArXivID(w.ArXiv)
	switch {
	case id != "":
		e.text("eprint", id)
		e.raw("eprinttype", "arxiv")
		e.note(text.Prefixed("PMID ", w.PMID))
	case w.PMID != "":
		e.text("eprint", w.PMID)
		e.raw("eprinttype", "pubmed")
	}
	e.raw("doi", verbatim(fold.DOIName(w.DOI)))
	e.raw("url", verbatim(w.URL))
	if hasISBN {
		e.text("isbn", w.ISBN)
	} else {
		e.note(text.Prefixed("ISBN ", w.ISBN))
	}
}
