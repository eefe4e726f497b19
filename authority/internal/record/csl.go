package record

import (
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/text"
)

// cslTypes are CSL's item types (https://docs.citationstyles.org, appendix III),
// and what they are as entries.
var cslTypes = map[string]citation.EntryType{
	"article-journal": citation.Article, "article-magazine": citation.Article, "article-newspaper": citation.Article, "review": citation.Article,
	"review-book": citation.Article, "paper-conference": citation.InProceedings, "report": citation.TechReport, "standard": citation.TechReport,
	"book": citation.Book, "classic": citation.Book, "collection": citation.Book, "periodical": citation.Book, "thesis": citation.PhDThesis,
	"chapter": citation.InCollection, "entry": citation.InCollection, "entry-dictionary": citation.InCollection, "entry-encyclopedia": citation.InCollection,
	"article": citation.Misc, "bill": citation.Misc, "broadcast": citation.Misc, "dataset": citation.Misc, "document": citation.Misc, "event": citation.Misc,
	"figure": citation.Misc, "graphic": citation.Misc, "hearing": citation.Misc, "interview": citation.Misc, "legal_case": citation.Misc,
	"legislation": citation.Misc, "manuscript": citation.Misc, "map": citation.Misc, "motion_picture": citation.Misc, "musical_score": citation.Misc,
	"pamphlet": citation.Misc, "patent": citation.Misc, "performance": citation.Misc, "personal_communication": citation.Misc, "post": citation.Misc,
	"post-weblog": citation.Misc, "regulation": citation.Misc, "software": citation.Misc, "song": citation.Misc, "speech": citation.Misc,
	"treaty": citation.Misc, "webpage": citation.Misc,
}

// cslWorks reads an item of CSL-JSON.
func cslWorks(c *jsonCursor) ([]*draft, bool) {
	w := newDraft("csl")
	r := &w.Record
	var kind, genre, number, note, url string
	var titles, venues, years []string
	for name := range c.Members() {
		switch string(name) {
		case "id":
			w.Origin.Key = c.stringOrNumber()
		case "type":
			kind = c.stringOrNumber()
		case "genre":
			genre = strings.ToLower(c.plainText())
		case "title":
			r.Title = c.plainText()
		case "title-short", "shortTitle", "original-title":
			titles = append(titles, c.plainText())
		case "author":
			for range c.Elements() {
				w.addAuthor(cslName(c))
			}
		case "editor":
			for range c.Elements() {
				w.addEditor(cslName(c))
			}
		case "container-title":
			r.Container = c.plainText()
		case "container-title-short", "journalAbbreviation", "event-title", "event":
			venues = append(venues, c.plainText())
		case "collection-title":
			r.Series = c.plainText()
		case "publisher":
			r.Publisher = c.plainText()
		case "publisher-place":
			r.Address = c.plainText()
		case "edition":
			r.Edition = c.stringOrNumber()
		case "volume":
			r.Volume = c.stringOrNumber()
		case "issue":
			r.Number = c.stringOrNumber()
		case "number":
			number = c.stringOrNumber()
		case "page":
			r.Pages = c.stringOrNumber()
		case "issued":
			years = append([]string{cslDate(c)}, years...)
		case "original-date", "available-date":
			years = append(years, cslDate(c))
		case "DOI":
			w.setDOI(c.stringOrNumber())
		case "ISBN":
			r.ISBN = c.stringOrNumber()
		case "PMID":
			r.PMID = c.stringOrNumber()
		case "URL":
			url = c.stringOrNumber()
		case "note":
			note = c.stringOrNumber()
		}
	}
	kindOfEntry, known := cslTypes[kind]
	if !known || r.Title == "" && r.DOI == "" && w.Origin.Key == "" {
		return nil, false
	}
	r.Type = kindOfEntry
	w.placeCSLNumber(number)
	for word := range strings.FieldsFuncSeq(note, func(c rune) bool { return c <= ' ' || c == ';' || c == ',' }) {
		w.setNamedArXiv(word)
	}
	w.setURL(url)
	switch {
	case kind == "thesis":
		r.Institution, r.Publisher = r.Publisher, ""
		if isMastersThesis(genre) {
			r.Type = citation.MastersThesis
		}
	case r.Type == citation.TechReport:
		r.Institution, r.Publisher = r.Publisher, ""
	case r.Type == citation.Book && r.Series == "":
		r.Series, r.Container = r.Container, ""
	}
	w.addAll(titles, years, venues)
	if genre == "preprint" && r.Container == "" {
		w.Status = authority.Preprint
	}
	w.noteRetractedTitle()
	return []*draft{w}, true
}

// placeCSLNumber takes CSL's number, which may be an arXiv ID, an article's
// number in its journal, or that of a report.
func (w *draft) placeCSLNumber(number string) {
	r := &w.Record
	if w.setNamedArXiv(number) || number == "" {
		return
	}
	if r.Type == citation.Article {
		r.EID = number
	} else if r.Number == "" {
		r.Number = number
	}
}

// cslName reads a name-variable of CSL, or a contributor of Crossref, which is
// modelled after it and has a body's name under "name".
func cslName(c *jsonCursor) citation.Name {
	var n citation.Name
	var dropping string
	for name := range c.Members() {
		switch string(name) {
		case "family":
			n.Family = c.plainText()
		case "given":
			n.Given = c.plainText()
		case "non-dropping-particle":
			n.Particle = c.plainText()
		case "dropping-particle":
			dropping = c.plainText()
		case "suffix":
			n.Suffix = c.plainText()
		case "literal", "name":
			n.Literal = c.plainText()
		}
	}
	n.Particle = strings.TrimSpace(dropping + " " + n.Particle)
	if n.Family != "" {
		n.Literal = ""
	} else if n.Given != "" {
		n.Family, n.Given = n.Given, ""
	}
	return n
}

// cslDate reads the first date of a date-variable: "2024-7-1", or its words.
func cslDate(c *jsonCursor) (date string) {
	var words string
	for name := range c.Members() {
		switch string(name) {
		case "date-parts":
			date = dateParts(c)
		case "literal", "raw":
			words = c.stringOrNumber()
		}
	}
	if date == "" {
		return words
	}
	return date
}

// dateParts reads the first date of [[2024,7,1]], whose numbers may be strings,
// as "2024-07-01".
func dateParts(c *jsonCursor) string {
	var parts []string
	for date := range c.Elements() {
		for part := range c.Elements() {
			if number := c.stringOrNumber(); date == 0 && part < 3 && text.IsDigits(number) {
				if len(number) == 1 {
					number = "0" + number
				}
				parts = append(parts, number)
			}
		}
	}
	return strings.Join(parts, "-")
}

// isMastersThesis judges what a thesis is called.
func isMastersThesis(genre string) bool {
	for _, word := range [...]string{"master", "bachelor", "diplom", "msc", "m.sc"} {
		if strings.Contains(strings.ToLower(genre), word) {
			return true
		}
	}
	return false
}
