// Package record reads the records of registries into works: one file a registry,
// for its dumps and for the answers of its service. It knows no stream, no file and
// no address. It is longer than 3,000 lines for the number of registries.
package record

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/internal/venue"
)

// draft is a work while its record is read.
type draft struct{ authority.Work }

func newDraft(source string) *draft {
	return &draft{authority.Work{Origin: authority.Origin{Source: source}}}
}

// maxNames bounds the authors, the editors and the other lists of a record. A
// longer list of names counts as cut short.
const maxNames = 1000

// addTitle notes another title.
func (w *draft) addTitle(title string) {
	if title != "" && title != w.Record.Title && !slices.Contains(w.Titles, title) {
		w.Titles = append(w.Titles, title)
	}
}

// addYear notes a year that a date begins with; the first one is the record's own.
func (w *draft) addYear(date string) {
	year := yearIn(date)
	if year == 0 || slices.Contains(w.Years, year) {
		return
	}
	w.Years = append(w.Years, year)
	if w.Record.Year == "" {
		w.Record.Year = strconv.Itoa(year)
	}
}

// yearIn returns the first four digits of a text as a year between 1000 and
// 2999, or 0.
func yearIn(content string) int {
	for i := 0; i+4 <= len(content); i++ {
		digits := 0
		for i+digits < len(content) && text.IsDigit(content[i+digits]) {
			digits++
		}
		if digits == 4 && (content[i] == '1' || content[i] == '2') {
			year, _ := strconv.Atoi(content[i : i+4])
			return year
		}
		i += digits
	}
	return 0
}

// addVenue notes a name of the venue; the first one is the record's own. A
// preprint server is none.
func (w *draft) addVenue(name string) {
	if name == "" || slices.Contains(w.Venues, name) || venue.IsPreprintServer(name) {
		return
	}
	w.Venues = append(w.Venues, name)
	if w.Record.Container == "" && w.Record.Type != citation.Book {
		w.Record.Container = name
	}
}

// addAll notes titles, years and venues, in this order of their importance.
func (w *draft) addAll(titles, years, venues []string) {
	for _, title := range titles {
		w.addTitle(title)
	}
	for _, year := range years {
		w.addYear(year)
	}
	w.addVenue(w.Record.Container)
	for _, venue := range venues {
		w.addVenue(venue)
	}
}

// addAuthor and addEditor note a name. A list that is too long counts as cut short.
func (w *draft) addAuthor(n citation.Name) {
	if isEtAl(n) {
		w.Record.EtAl = true
		return
	}
	w.Record.Authors = appendName(w.Record.Authors, n)
	w.Record.EtAl = w.Record.EtAl || len(w.Record.Authors) == maxNames
}

// addAuthorToo notes a name, and how else that author is called, if in another way.
func (w *draft) addAuthorToo(n, other citation.Name) {
	before := len(w.Record.Authors)
	w.addAuthor(n)
	if other == (citation.Name{}) || len(w.Record.Authors) == before {
		return
	}
	for len(w.AuthorsToo) < before {
		w.AuthorsToo = append(w.AuthorsToo, citation.Name{})
	}
	w.AuthorsToo = append(w.AuthorsToo, withParticle(other))
}

func (w *draft) addEditor(n citation.Name) { w.Record.Editors = appendName(w.Record.Editors, n) }

// isEtAl reports whether a name stands for people who are left out.
func isEtAl(n citation.Name) bool {
	name := n.Literal
	if name == "" && n.Given == "" {
		name = n.Family
	}
	return name == "others" || name == "et al." || name == "et al"
}

func appendName(names []citation.Name, n citation.Name) []citation.Name {
	if n == (citation.Name{}) || len(names) == maxNames {
		return names
	}
	if names == nil {
		names = make([]citation.Name, 0, 4)
	}
	return append(names, withParticle(n))
}

// setDOI takes a DOI in any of its notations. That of an arXiv paper is its
// arXiv ID.
func (w *draft) setDOI(doi string) {
	doi = bareDOI(doi)
	if id, ok := strings.CutPrefix(doi, fold.ArXivDOI); ok {
		w.setArXiv(id)
		return
	}
	if w.Record.DOI == "" {
		w.Record.DOI = doi
	}
}

// bareDOI returns the DOI that a text starts with, in small letters and without
// resolver, or "" for what is none.
func bareDOI(doi string) string {
	at := strings.Index(doi, "10.")
	if at < 0 {
		return ""
	}
	doi = strings.TrimSpace(doi[at:])
	if end := strings.IndexFunc(doi, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }); end >= 0 {
		doi = doi[:end]
	}
	if !strings.Contains(doi, "/") {
		return ""
	}
	return strings.ToLower(tidy(doi))
}

func (w *draft) setArXiv(id string) {
	if w.Record.ArXiv == "" {
		if number, ok := fold.ArXivNumber(id); ok {
			w.Record.ArXiv = number
		}
	}
}

// setNamedArXiv takes an arXiv ID that says what it is, "arXiv:2402.10379", and
// reports whether it is one.
func (w *draft) setNamedArXiv(name string) bool {
	if len(name) < len("arxiv:") || !strings.EqualFold(name[:len("arxiv:")], "arxiv:") {
		return false
	}
	w.setArXiv(name)
	return true
}

// setURL takes an address: that of an arXiv paper or of a DOI is its identifier.
func (w *draft) setURL(url string) {
	switch {
	case strings.Contains(url, "arxiv.org/"):
		w.setArXiv(url)
	case strings.Contains(url, "doi.org/"):
		w.setDOI(url)
	case w.Record.URL == "" && (strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")) && !strings.ContainsAny(url, " \n\t"):
		w.Record.URL = url
	}
}

// finish returns the work of a draft, with the fields in order that every form
// has in common; nil for a draft that names no work. The date is that of the dump
// or the answer; where it is empty, the record's own stays.
func (w *draft) finish(date string) *authority.Work {
	r := &w.Record
	r.Spans, r.Derived = nil, nil
	w.tidy()
	if date != "" {
		w.Origin.Date = date
	}
	if r.Type == "" {
		r.Type = citation.Misc
	}
	if w.Status == "" {
		w.Status = authority.Published
		if w.isOnServerOnly() {
			w.Status = authority.Preprint
		}
	}
	if venue.IsPreprintServer(r.Container) {
		r.Container = ""
	}
	if venue.IsPreprintServer(r.Publisher) {
		r.Publisher = ""
	}
	if r.Container != "" && !slices.Contains(w.Venues, r.Container) {
		w.Venues = slices.Insert(w.Venues, 0, r.Container)
	}
	if r.Type == citation.Article && r.Container == "" && w.Status != authority.Published {
		r.Type = citation.Misc
	}
	r.Pages = dashedPages(r.Pages)
	r.ISBN = bareISBN(r.ISBN)
	if r.Type != citation.Book {
		r.ISBN = "" // that of the volume, which does not name the paper in it
	}
	if !text.IsDigits(r.PMID) || r.PMID == "0" {
		r.PMID = ""
	}
	r.Preprint = w.Status == authority.Preprint
	if r.Title == "" && r.DOI == "" && r.ArXiv == "" && r.ISBN == "" && r.PMID == "" {
		return nil
	}
	return &w.Work
}

// finishAll returns the works of the drafts that name one.
func finishAll(drafts []*draft, date string) []*authority.Work {
	works := make([]*authority.Work, 0, len(drafts))
	for _, d := range drafts {
		if w := d.finish(date); w != nil {
			works = append(works, w)
		}
	}
	return works
}

// tidy makes every text of a record one that prints. It writes none that it does
// not change: works may share lists of names, and the ones before be in use.
func (w *draft) tidy() {
	r := &w.Record
	for _, field := range ref.TextFields {
		value := field.Text(r)
		*value = tidy(*value)
	}
	w.Origin.Key, w.Origin.Date = tidy(w.Origin.Key), tidy(w.Origin.Date)
	for _, list := range [...][]string{w.Titles, w.Venues} {
		for i, text := range list {
			if tidied := tidy(text); tidied != text {
				list[i] = tidied
			}
		}
	}
	for _, names := range [...][]citation.Name{r.Authors, r.Editors, w.AuthorsToo} {
		for i, n := range names {
			tidied := citation.Name{Given: tidy(n.Given), Particle: tidy(n.Particle), Family: tidy(n.Family), Suffix: tidy(n.Suffix), Literal: tidy(n.Literal)}
			if tidied != n {
				names[i] = tidied
			}
		}
	}
}

// isOnServerOnly reports whether a preprint server is all that a record knows of.
func (w *draft) isOnServerOnly() bool {
	r := &w.Record
	switch {
	case venue.IsPreprintServer(r.Container):
		return true
	case r.Container != "" || len(w.Venues) > 0:
		return false
	case venue.IsPreprintServer(r.Publisher):
		return true
	}
	return r.ArXiv != "" && r.DOI == "" && (r.Type == citation.Misc || r.Type == citation.Article)
}

// dashedPages writes a range of pages with a dash: "11–29".
func dashedPages(pages string) string {
	first, last, isRange := strings.Cut(pages, "-")
	last = strings.TrimLeft(last, "-")
	if !isRange || strings.TrimSpace(first) == "" {
		return pages
	}
	if last = strings.TrimSpace(last); last == "" {
		return strings.TrimSpace(first)
	}
	return strings.TrimSpace(first) + "–" + last
}

// bareISBN returns the digits of the first ISBN in a text, or "".
func bareISBN(content string) string {
	digits := make([]byte, 0, 13)
	for i := range len(content) {
		switch c := content[i]; {
		case text.IsDigit(c), (c == 'X' || c == 'x') && len(digits) == 9:
			digits = append(digits, strings.ToUpper(content[i : i+1])[0])
		case c == '-':
		default:
			if len(digits) == 10 || len(digits) == 13 {
				return string(digits)
			}
			digits = digits[:0]
		}
	}
	if len(digits) == 10 || len(digits) == 13 {
		return string(digits)
	}
	return ""
}
