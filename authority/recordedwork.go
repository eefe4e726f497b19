package authority

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/factcite/factcite/citation"
)

// addTitle notes another title.
func (w *Work) addTitle(title string) {
	if title != "" && title != w.Record.Title && !slices.Contains(w.Titles, title) {
		w.Titles = append(w.Titles, title)
	}
}

// addYear notes a year that a date begins with; the first one is the record's own.
func (w *Work) addYear(date string) {
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
func yearIn(text string) int {
	for i := 0; i+4 <= len(text); i++ {
		digits := 0
		for i+digits < len(text) && isDigit(text[i+digits]) {
			digits++
		}
		if digits == 4 && (text[i] == '1' || text[i] == '2') {
			year, _ := strconv.Atoi(text[i : i+4])
			return year
		}
		i += digits
	}
	return 0
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// addVenue notes a name of the venue; the first one is the record's own. A
// preprint server is none.
func (w *Work) addVenue(name string) {
	if name == "" || slices.Contains(w.Venues, name) || citation.IsPreprintServer(name) {
		return
	}
	w.Venues = append(w.Venues, name)
	if w.Record.Container == "" && w.Record.Type != citation.Book {
		w.Record.Container = name
	}
}

// addAll notes titles, years and venues, in this order of their importance.
func (w *Work) addAll(titles, years, venues []string) {
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
func (w *Work) addAuthor(n citation.Name) {
	if isEtAl(n) {
		w.Record.EtAl = true
		return
	}
	w.Record.Authors = appendName(w.Record.Authors, n)
	w.Record.EtAl = w.Record.EtAl || len(w.Record.Authors) == maxNames
}

func (w *Work) addEditor(n citation.Name) { w.Record.Editors = appendName(w.Record.Editors, n) }

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
func (w *Work) setDOI(doi string) {
	doi = bareDOI(doi)
	if id, ok := strings.CutPrefix(doi, arXivDOI); ok {
		w.setArXiv(id)
		return
	}
	if w.Record.DOI == "" {
		w.Record.DOI = doi
	}
}

// arXivDOI begins the DOIs that arXiv gives its papers.
const arXivDOI = "10.48550/arxiv."

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

func (w *Work) setArXiv(id string) {
	if w.Record.ArXiv == "" {
		w.Record.ArXiv = bareArXivID(id)
	}
}

// setNamedArXiv takes an arXiv ID that says what it is, "arXiv:2402.10379", and
// reports whether it is one.
func (w *Work) setNamedArXiv(name string) bool {
	if len(name) < len("arxiv:") || !strings.EqualFold(name[:len("arxiv:")], "arxiv:") {
		return false
	}
	w.setArXiv(name)
	return true
}

// setURL takes an address: that of an arXiv paper or of a DOI is its identifier.
func (w *Work) setURL(url string) {
	switch {
	case strings.Contains(url, "arxiv.org/"):
		w.setArXiv(url)
	case strings.Contains(url, "doi.org/"):
		w.setDOI(url)
	case w.Record.URL == "" && (strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")) && !strings.ContainsAny(url, " \n\t"):
		w.Record.URL = url
	}
}

// bareArXivID returns an arXiv ID without version, subject class and whatever
// stands before it, or "" for what is none: "2402.10379", "hep-th/9901001".
func bareArXivID(id string) string {
	id = strings.TrimSuffix(strings.TrimSpace(id), ".pdf")
	for _, prefix := range [...]string{"/abs/", "/pdf/", ":"} {
		if _, after, found := strings.Cut(id, prefix); found {
			id = after
		}
	}
	id = strings.TrimPrefix(id, "abs/")
	if version := strings.LastIndexByte(id, 'v'); version > 0 && isDigits(id[version+1:]) {
		id = id[:version]
	}
	if archive, number, old := strings.Cut(id, "/"); old {
		archive, _, _ = strings.Cut(archive, ".")
		if len(number) == 7 && isDigits(number) && strings.Trim(archive, "abcdefghijklmnopqrstuvwxyz-") == "" && archive != "" {
			return archive + "/" + number
		}
		return ""
	}
	if month, number, ok := strings.Cut(id, "."); ok && len(month) == 4 && isDigits(month) && (len(number) == 4 || len(number) == 5) && isDigits(number) {
		return id
	}
	return ""
}

func isDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// finish puts the fields of a record in order that every form has in common. It
// is false for a record that names no work.
func (w *Work) finish(dumpDate string) bool {
	r := &w.Record
	r.Spans, r.Derived = nil, nil
	w.tidy()
	if dumpDate != "" {
		w.Origin.Date = dumpDate
	}
	if r.Type == "" {
		r.Type = citation.Misc
	}
	if w.Status == "" {
		w.Status = Published
		if w.isOnServerOnly() {
			w.Status = Preprint
		}
	}
	if citation.IsPreprintServer(r.Container) {
		r.Container = ""
	}
	if citation.IsPreprintServer(r.Publisher) {
		r.Publisher = ""
	}
	if r.Container != "" && !slices.Contains(w.Venues, r.Container) {
		w.Venues = slices.Insert(w.Venues, 0, r.Container)
	}
	if r.Type == citation.Article && r.Container == "" && w.Status != Published {
		r.Type = citation.Misc
	}
	r.Pages = dashedPages(r.Pages)
	r.ISBN = bareISBN(r.ISBN)
	if r.Type != citation.Book {
		r.ISBN = "" // that of the volume, which does not name the paper in it
	}
	if !isDigits(r.PMID) || r.PMID == "0" {
		r.PMID = ""
	}
	r.Preprint = w.Status == Preprint
	return r.Title != "" || r.DOI != "" || r.ArXiv != "" || r.ISBN != "" || r.PMID != ""
}

// tidy makes every text of a record one that prints. It writes none that it does
// not change: works may share lists of names, and the ones before be in use.
func (w *Work) tidy() {
	r := &w.Record
	for _, field := range [...]*string{
		&r.Title, &r.Container, &r.Publisher, &r.Institution, &r.Series, &r.Address, &r.Edition, &r.Year, &r.Day,
		&r.Volume, &r.Number, &r.Pages, &r.EID, &r.ISBN, &r.PMID, &r.URL, &w.Origin.Key, &w.Origin.Date,
	} {
		*field = tidy(*field)
	}
	for _, list := range [...][]string{w.Titles, w.Venues} {
		for i, text := range list {
			if tidied := tidy(text); tidied != text {
				list[i] = tidied
			}
		}
	}
	for _, names := range [...][]citation.Name{r.Authors, r.Editors} {
		for i, n := range names {
			tidied := citation.Name{Given: tidy(n.Given), Particle: tidy(n.Particle), Family: tidy(n.Family), Suffix: tidy(n.Suffix), Literal: tidy(n.Literal)}
			if tidied != n {
				names[i] = tidied
			}
		}
	}
}

// isOnServerOnly reports whether a preprint server is all that a record knows of.
func (w *Work) isOnServerOnly() bool {
	r := &w.Record
	switch {
	case citation.IsPreprintServer(r.Container):
		return true
	case r.Container != "" || len(w.Venues) > 0:
		return false
	case citation.IsPreprintServer(r.Publisher):
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
func bareISBN(text string) string {
	digits := make([]byte, 0, 13)
	for i := range len(text) {
		switch c := text[i]; {
		case isDigit(c), (c == 'X' || c == 'x') && len(digits) == 9:
			digits = append(digits, strings.ToUpper(text[i : i+1])[0])
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
