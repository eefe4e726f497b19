package record

import (
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/venue"
)

// openAlexTypes are OpenAlex's types of works (https://docs.openalex.org, "Work
// object"), in its own and in Crossref's vocabulary, and what they are as
// entries. Those that are missing are misc; an article is where it is.
var openAlexTypes = map[string]citation.EntryType{
	"book": citation.Book, "monograph": citation.Book, "edited-book": citation.Book, "book-chapter": citation.InCollection,
	"reference-entry": citation.InCollection, "dissertation": citation.PhDThesis, "report": citation.TechReport, "standard": citation.TechReport,
	"proceedings-article": citation.InProceedings,
}

// openAlexWorks reads a work of OpenAlex.
func openAlexWorks(c *jsonCursor) ([]*draft, bool) {
	w := newDraft("openalex")
	r := &w.Record
	var kind, crossrefKind, firstPage, lastPage string
	var titles, years []string
	var locations []openAlexLocation
	isWork, retracted, paratext := false, false, false
	for name := range c.Members() {
		switch string(name) {
		case "id":
			w.Origin.Key, isWork = strings.CutPrefix(c.stringOrNumber(), "https://openalex.org/W")
			w.Origin.Key = "W" + w.Origin.Key
		case "doi":
			w.setDOI(c.stringOrNumber())
		case "title":
			r.Title = openAlexTitle(c)
		case "display_name":
			titles = append(titles, openAlexTitle(c))
		case "publication_year":
			years = append([]string{c.stringOrNumber()}, years...)
		case "publication_date":
			years = append(years, c.stringOrNumber())
		case "ids":
			for name := range c.Members() {
				if string(name) == "pmid" {
					r.PMID = afterLastSlash(c.stringOrNumber())
				}
			}
		case "type":
			kind = c.stringOrNumber()
		case "type_crossref":
			crossrefKind = c.stringOrNumber()
		case "primary_location":
			locations = append([]openAlexLocation{openAlexLocationAt(c)}, locations...)
		case "locations":
			for i := range c.Elements() {
				if i < maxNames {
					locations = append(locations, openAlexLocationAt(c))
				}
			}
		case "authorships":
			for range c.Elements() {
				w.addAuthorToo(openAlexAuthor(c))
			}
		case "biblio":
			for name := range c.Members() {
				switch string(name) {
				case "volume":
					r.Volume = c.stringOrNumber()
				case "issue":
					r.Number = c.stringOrNumber()
				case "first_page":
					firstPage = c.stringOrNumber()
				case "last_page":
					lastPage = c.stringOrNumber()
				}
			}
		case "is_retracted":
			retracted = c.isTrue()
		case "is_paratext":
			paratext = c.isTrue()
		case "updated_date":
			w.Origin.Date = day(c.stringOrNumber())
		}
	}
	if !isWork {
		return nil, false
	}
	if paratext {
		return nil, true
	}
	if r.Title == "" && len(titles) > 0 {
		r.Title = titles[0]
	}
	r.Pages = pageRange(firstPage, lastPage)
	published := openAlexLocation{}
	var venues []string
	for _, l := range locations {
		if l.isServer() {
			w.setURL(l.landing)
		} else if published.source == "" && published.raw == "" {
			published = l
			venues = append(venues, l.source, l.raw)
		}
	}
	r.Type = openAlexType(kind, crossrefKind, published.kind)
	w.addAll(titles, years, venues)
	switch {
	case kind == "preprint", len(venues) == 0 && len(locations) > 0 && kind == "article":
		w.Status = authority.Preprint
	}
	w.noteRetractedTitle()
	if retracted {
		w.retract(authority.Retraction{})
	}
	return []*draft{w}, true
}

// openAlexType returns the type of a work from its own, Crossref's name for it
// and the kind of the source that it is in.
func openAlexType(kind, crossrefKind, source string) citation.EntryType {
	if t := openAlexTypes[crossrefKind]; t != "" {
		return t
	}
	if t := openAlexTypes[kind]; t != "" {
		return t
	}
	switch source {
	case "journal":
		return citation.Article
	case "conference":
		return citation.InProceedings
	case "book series":
		return citation.InCollection
	}
	return citation.Misc
}

// openAlexLocation is a place where a work can be read.
type openAlexLocation struct {
	source, kind string // the source and what it is: journal, conference, repository …
	raw          string // the source as the registry that OpenAlex took it from has it
	landing      string
}

func openAlexLocationAt(c *jsonCursor) (l openAlexLocation) {
	for name := range c.Members() {
		switch string(name) {
		case "landing_page_url":
			l.landing = c.stringOrNumber()
		case "raw_source_name":
			if l.raw = c.plainText(); isNoSource(l.raw) {
				l.raw = ""
			}
		case "source":
			for name := range c.Members() {
				switch string(name) {
				case "display_name":
					if l.source = c.plainText(); isNoSource(l.source) {
						l.source = ""
					}
				case "type":
					l.kind = c.stringOrNumber()
				}
			}
		}
	}
	return l
}

func openAlexTitle(c *jsonCursor) string { return fold.WithoutLineEnds(c.plainText()) }

// isNoSource reports whether what OpenAlex has as a source is none: an address, or
// "(No Title)".
func isNoSource(name string) bool {
	return strings.Contains(name, "://") || strings.EqualFold(name, "(No Title)")
}

// isServer reports whether a location is no venue: a repository holds copies.
func (l openAlexLocation) isServer() bool {
	return l.kind == "repository" || l.source == "" && l.raw == "" || venue.IsPreprintServer(l.source)
}

// openAlexAuthor returns an author by the name of the profile, and by the one that is
// printed where that is another: the profile may be somebody else's.
func openAlexAuthor(c *jsonCursor) (name, printed citation.Name) {
	for member := range c.Members() {
		switch string(member) {
		case "author":
			for member := range c.Members() {
				if string(member) == "display_name" {
					name = spokenName(c.plainText())
				}
			}
		case "raw_author_name":
			printed = spokenName(c.plainText())
		}
	}
	switch {
	case name == (citation.Name{}):
		return printed, citation.Name{}
	case printed == name:
		return name, citation.Name{}
	}
	return name, printed
}

func pageRange(first, last string) string {
	if first == "" || last == "" || first == last {
		return first
	}
	return first + "-" + last
}

// afterLastSlash returns the last part of an address.
func afterLastSlash(address string) string { return address[strings.LastIndexByte(address, '/')+1:] }

// day returns the date of a time such as "2024-01-08T00:00:00.000Z".
func day(time string) string {
	date, _, _ := strings.Cut(time, "T")
	date, _, _ = strings.Cut(date, " ")
	return date
}
