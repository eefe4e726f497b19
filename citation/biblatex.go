package citation

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/nickng/bibtex"
)

// biblatexEntry returns the reference in the fields and types of biblatex's data
// model (biblatex manual, sections 2.1 and 2.2). What the model has no field for
// in an entry type goes to note.
func (r *Reference) biblatexEntry(key string, encoding latexEncoding) *bibtex.BibEntry {
	w := r.withDerived()
	kind, thesis := biblatexType(&w)
	e := entryBuilder{bibtex.NewBibEntry(kind, key), encoding}
	inBook := kind == "book" || kind == "incollection" || kind == "inproceedings"
	textOr := func(fits bool, name, prefix, value string) {
		if fits {
			e.text(name, value)
		} else {
			e.note(prefixed(prefix, value))
		}
	}
	e.title("title", w.Title)
	e.names("author", w.Authors, w.EtAl)
	if inBook || kind == "article" {
		e.names("editor", w.Editors, false)
	} else if len(w.Editors) > 0 {
		e.noteWritten("Edited by " + bibNameList(w.Editors, false, encoding))
	}
	switch {
	case kind == "book":
		e.text("series", cmp.Or(w.Container, w.Series))
		if w.Series != w.Container && w.Container != "" {
			e.note(w.Series)
		}
	default:
		e.text(biblatexContainerField(kind), w.Container)
		textOr(inBook || kind == "article", "series", "", w.Series)
	}
	if kind == "article" || kind == "book" || kind == "incollection" || kind == "online" && w.Container != "" {
		e.note(w.Institution)
	} else {
		e.text(biblatexInstitutionField(kind), w.Institution)
	}
	e.text("type", thesis)
	textOr(inBook, "publisher", "", w.Publisher)
	textOr(inBook || kind == "report" || kind == "thesis" || kind == "misc", "location", "", w.Address)
	textOr(inBook, "edition", "Edition ", w.Edition)
	textOr(inBook || kind == "article", "volume", "Volume ", w.Volume)
	textOr(kind != "online" && kind != "misc" && kind != "thesis", "number", "Number ", w.Number)
	if kind == "online" || kind == "misc" {
		e.note(prefixed("Pages ", dashedPages(w.Pages)))
	} else {
		e.pages(w.Pages)
	}
	textOr(kind == "article", "eid", "Article ", w.EID)
	e.date(&w)
	e.biblatexIdentifiers(&w, inBook || kind == "report")
	e.text("x-derived", r.derivedNote())
	return e.entry
}

// biblatexType returns the entry type and, for a thesis, which one it is.
func biblatexType(w *Reference) (kind, thesis string) {
	switch w.Type {
	case PhDThesis:
		return "thesis", "phdthesis"
	case MastersThesis:
		return "thesis", "mathesis"
	case TechReport:
		return "report", ""
	case Misc:
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

// date writes the date in ISO 8601 as far as it is known. A year that is not one
// or two years in digits stands in year as it is.
func (e entryBuilder) date(w *Reference) {
	years := strings.FieldsFunc(cleanText(w.Year), func(r rune) bool { return strings.ContainsRune("-–/", r) })
	for i, y := range years {
		if len(y) == 2 && i > 0 {
			years[i] = years[0][:2] + y // 2016–17
		}
		if firstYear(years[i]) != years[i] {
			e.text("year", w.Year)
			return
		}
	}
	switch {
	case len(years) == 0:
	case len(years) == 1 && w.Month > 0:
		e.raw("date", writtenDate(years[0], w.Month, w.Day))
	case len(years) <= 2:
		e.raw("date", strings.Join(years, "/"))
	default:
		e.text("year", w.Year)
	}
}

// writtenDate writes a date of a year, a month and a day or a range of days.
func writtenDate(year string, month int, day string) string {
	date := fmt.Sprintf("%s-%02d", year, month)
	var days []string
	for _, d := range strings.FieldsFunc(day, func(r rune) bool { return r < '0' || r > '9' }) {
		if n, err := strconv.Atoi(d); err == nil && n >= 1 && n <= 31 {
			days = append(days, fmt.Sprintf("%s-%02d", date, n))
		}
	}
	switch len(days) {
	case 1, 2:
		return strings.Join(days, "/")
	default:
		return date
	}
}

func (e entryBuilder) biblatexIdentifiers(w *Reference, hasISBN bool) {
	id := arXivID(w.ArXiv)
	switch {
	case id != "":
		e.text("eprint", id)
		e.raw("eprinttype", "arxiv")
		e.note(prefixed("PMID ", w.PMID))
	case w.PMID != "":
		e.text("eprint", w.PMID)
		e.raw("eprinttype", "pubmed")
	}
	e.raw("doi", verbatim(doiName(w.DOI)))
	e.raw("url", verbatim(w.URL))
	if hasISBN {
		e.text("isbn", w.ISBN)
	} else {
		e.note(prefixed("ISBN ", w.ISBN))
	}
}
