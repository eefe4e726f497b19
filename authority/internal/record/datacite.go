package record

import (
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
)

// dataCiteTypes are DataCite's general types of resources (metadata schema 4.5,
// appendix 1), and what they are as entries; others are misc.
var dataCiteTypes = map[string]citation.EntryType{
	"Book": citation.Book, "BookChapter": citation.InCollection, "ConferencePaper": citation.InProceedings, "ConferenceProceeding": citation.Book,
	"Dissertation": citation.PhDThesis, "JournalArticle": citation.Article, "DataPaper": citation.Article, "Report": citation.TechReport,
}

// dataCiteWorks reads a record of DataCite. Of an arXiv paper, the DOI is that of
// the version that DataCite knows to be published.
func dataCiteWorks(c *jsonCursor) (works []*draft, ok bool) {
	for name := range c.Members() {
		if string(name) == "attributes" && c.Peek() == '{' {
			w := dataCiteWork(c)
			works, ok = []*draft{w}, w.Origin.Key != ""
		}
	}
	return works, ok
}

func dataCiteWork(c *jsonCursor) *draft {
	w := newDraft("datacite")
	r := &w.Record
	var titles, years, published []string
	var kind, subtitle string
	for name := range c.Members() {
		switch string(name) {
		case "doi":
			w.Origin.Key = strings.ToLower(c.stringOrNumber())
			w.setDOI(w.Origin.Key)
		case "creators":
			for range c.Elements() {
				w.addAuthor(dataCiteName(c))
			}
		case "titles":
			for range c.Elements() {
				title, titleType := dataCiteTitle(c)
				switch {
				case titleType == "Subtitle":
					subtitle = title
				case r.Title == "" && titleType == "":
					r.Title = title
				case len(titles) < maxNames:
					titles = append(titles, title)
				}
			}
		case "publisher":
			r.Publisher = dataCitePublisher(c)
		case "container":
			w.readDataCiteContainer(c)
		case "publicationYear":
			years = append([]string{c.stringOrNumber()}, years...)
		case "dates":
			years = append(years, dataCiteDates(c)...)
		case "types":
			kind = dataCiteType(c)
			r.Type = dataCiteTypes[kind]
		case "relatedIdentifiers":
			published = dataCiteVersions(c)
		case "url":
			w.setURL(c.stringOrNumber())
		case "updated":
			w.Origin.Date = day(c.stringOrNumber())
		}
	}
	w.setCrossrefTitles(nonEmptyTexts(r.Title), nonEmptyTexts(subtitle), titles)
	w.addAll(nil, years, nil)
	if r.ArXiv != "" {
		for _, doi := range published {
			w.setDOI(doi)
		}
	}
	switch {
	case r.ArXiv != "" && r.DOI != "":
		w.Status = authority.Published
	case r.ArXiv != "" || kind == "Preprint":
		w.Status = authority.Preprint
	case r.Type == citation.PhDThesis || r.Type == citation.TechReport:
		r.Institution, r.Publisher = r.Publisher, ""
	}
	return w
}

func dataCiteName(c *jsonCursor) citation.Name {
	var n citation.Name
	var name, kind string
	for member := range c.Members() {
		switch string(member) {
		case "name":
			name = c.plainText()
		case "nameType":
			kind = c.stringOrNumber()
		case "givenName":
			n.Given = c.plainText()
		case "familyName":
			n.Family = c.plainText()
		}
	}
	switch {
	case kind == "Organizational":
		return citation.Name{Literal: name}
	case n.Family != "":
		return n
	}
	return spokenName(name)
}

func dataCiteTitle(c *jsonCursor) (title, kind string) {
	for name := range c.Members() {
		switch string(name) {
		case "title":
			title = c.plainText()
		case "titleType":
			kind = c.stringOrNumber()
		}
	}
	return title, kind
}

// dataCitePublisher reads a name, or an object with one as newer records have it.
func dataCitePublisher(c *jsonCursor) string {
	if c.Peek() == '"' {
		return c.plainText()
	}
	return crossrefInstitution(c)
}

func (w *draft) readDataCiteContainer(c *jsonCursor) {
	r := &w.Record
	var kind, title, firstPage, lastPage string
	for name := range c.Members() {
		switch string(name) {
		case "type":
			kind = c.stringOrNumber()
		case "title":
			title = c.plainText()
		case "volume":
			r.Volume = c.stringOrNumber()
		case "issue":
			r.Number = c.stringOrNumber()
		case "firstPage":
			firstPage = c.stringOrNumber()
		case "lastPage":
			lastPage = c.stringOrNumber()
		}
	}
	if kind != "DataRepository" {
		r.Container = title
	}
	r.Pages = pageRange(firstPage, lastPage)
}

// dataCiteDates returns when a resource was made public, in any version.
func dataCiteDates(c *jsonCursor) (dates []string) {
	for range c.Elements() {
		var date, kind string
		for name := range c.Members() {
			switch string(name) {
			case "date":
				date = c.stringOrNumber()
			case "dateType":
				kind = c.stringOrNumber()
			}
		}
		switch kind {
		case "Issued", "Submitted", "Available", "Accepted":
			if len(dates) < maxNames {
				dates = append(dates, date)
			}
		}
	}
	return dates
}

func dataCiteType(c *jsonCursor) (kind string) {
	for name := range c.Members() {
		if string(name) == "resourceTypeGeneral" {
			kind = c.stringOrNumber()
		}
	}
	return kind
}

// dataCiteVersions returns the DOIs of the works that a resource is a version of.
func dataCiteVersions(c *jsonCursor) (dois []string) {
	for range c.Elements() {
		var relation, id, kind string
		for name := range c.Members() {
			switch string(name) {
			case "relationType":
				relation = c.stringOrNumber()
			case "relatedIdentifier":
				id = c.stringOrNumber()
			case "relatedIdentifierType":
				kind = c.stringOrNumber()
			}
		}
		switch {
		case kind != "DOI" || len(dois) == maxNames:
		case relation == "IsVersionOf" || relation == "IsPreprintOf" || relation == "IsPublishedIn":
			dois = append(dois, id)
		}
	}
	return dois
}
