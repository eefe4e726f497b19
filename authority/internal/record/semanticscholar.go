package record

import (
	"slices"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/venue"
)

// semanticScholarWorks reads a record of Semantic Scholar's papers, in the names
// of its data sets or of its API.
func semanticScholarWorks(c *jsonCursor) ([]*draft, bool) {
	w := newDraft("semanticscholar")
	r := &w.Record
	var journal, arXiv string
	var kinds, years, venues []string
	isPaper := false
	for name := range c.Members() {
		switch string(name) {
		case "corpusid", "corpusId", "paperId":
			w.Origin.Key, isPaper = c.stringOrNumber(), true
		case "externalids", "externalIds":
			for name := range c.Members() {
				switch string(name) {
				case "DOI":
					w.setDOI(c.stringOrNumber())
				case "ArXiv":
					arXiv = c.stringOrNumber()
				case "PubMed":
					r.PMID = c.stringOrNumber()
				}
			}
		case "title":
			r.Title = c.plainText()
		case "authors":
			for range c.Elements() {
				for name := range c.Members() {
					if string(name) == "name" {
						w.addAuthor(spokenName(c.plainText()))
					}
				}
			}
		case "venue":
			r.Container = c.plainText()
		case "publicationVenue":
			for name := range c.Members() {
				switch string(name) {
				case "name":
					venues = append(venues, c.plainText())
				case "alternate_names":
					venues = append(venues, c.texts()...)
				}
			}
		case "year":
			years = append([]string{c.stringOrNumber()}, years...)
		case "publicationdate", "publicationDate":
			years = append(years, c.stringOrNumber())
		case "publicationtypes", "publicationTypes":
			kinds = c.texts()
		case "journal":
			for name := range c.Members() {
				switch string(name) {
				case "name":
					journal = c.plainText()
				case "pages":
					r.Pages = tidy(c.stringOrNumber())
				case "volume":
					r.Volume = tidy(c.stringOrNumber())
				}
			}
		}
	}
	if !isPaper || w.Origin.Key == "" {
		return nil, false
	}
	w.setArXiv(arXiv)
	if venue.IsPreprintServer(r.Container) && journal != "" && !venue.IsPreprintServer(journal) {
		r.Container = ""
	}
	if r.Container == "" {
		r.Container, journal = journal, ""
	}
	if venue.IsPreprintServer(r.Container) {
		w.Status = authority.Preprint
		w.setArXiv(r.Volume)
		r.Container, r.Volume, r.Pages, venues = "", "", "", nil
	}
	r.Type = semanticScholarType(kinds, r.Container)
	w.addAll(nil, years, append(venues, journal))
	w.noteRetractedTitle()
	return []*draft{w}, true
}

// semanticScholarType is what a paper is; of several publication types, the one
// that says most.
func semanticScholarType(kinds []string, container string) citation.EntryType {
	switch {
	case slices.Contains(kinds, "Book"):
		return citation.Book
	case slices.Contains(kinds, "BookSection"):
		return citation.InCollection
	case slices.Contains(kinds, "Conference"):
		return citation.InProceedings
	case container == "":
		return citation.Misc
	case slices.Contains(kinds, "JournalArticle"):
		return citation.Article
	}
	if known, ok := venue.Find(container); ok {
		return ref.PaperType(known)
	}
	if isMeeting(container) {
		return citation.InProceedings
	}
	return citation.Article
}
