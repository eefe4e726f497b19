package record

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/fold"
)

// crossrefTypes are Crossref's types of records (https://api.crossref.org/types)
// that are works, and what they are as entries.
var crossrefTypes = map[string]citation.EntryType{
	"journal-article": citation.Article, "proceedings-article": citation.InProceedings,
	"book-chapter": citation.InCollection, "book-section": citation.InCollection, "book-part": citation.InCollection, "reference-entry": citation.InCollection,
	"book": citation.Book, "monograph": citation.Book, "edited-book": citation.Book, "reference-book": citation.Book, "proceedings": citation.Book,
	"dissertation": citation.PhDThesis, "report": citation.TechReport, "standard": citation.TechReport,
	"posted-content": citation.Misc, "dataset": citation.Misc, "other": citation.Misc,
}

// crossrefContainers are types of records that hold works or belong to them.
var crossrefContainers = map[string]bool{
	"journal": true, "journal-issue": true, "journal-volume": true, "book-series": true, "book-set": true, "book-track": true,
	"proceedings-series": true, "report-series": true, "standard-series": true, "component": true, "report-component": true,
	"grant": true, "peer-review": true, "database": true,
}

// crossrefWorks reads a record of Crossref. Further works are those that the
// record says something about: what a notice retracts, and what a preprint was
// published as.
func crossrefWorks(c *jsonCursor) ([]*draft, bool) {
	w := newDraft("crossref")
	r := &w.Record
	var kind, subtype string
	var titles, subtitles, otherTitles, containers, venues, institutions, isbn []string
	var issued string
	var years []string
	var relations crossrefRelations
	var updates, updatedBy []crossrefUpdate
	isRecord := false
	for name := range c.Members() {
		switch string(name) {
		case "DOI":
			w.Origin.Key = strings.ToLower(c.stringOrNumber())
			w.setDOI(w.Origin.Key)
		case "type":
			kind = c.stringOrNumber()
		case "subtype":
			subtype = c.stringOrNumber()
		case "title":
			isRecord = isRecord || c.Peek() == '['
			titles = c.texts()
		case "subtitle":
			subtitles = c.texts()
		case "short-title", "original-title":
			otherTitles = append(otherTitles, c.texts()...)
		case "author":
			for range c.Elements() {
				w.addAuthor(cslName(c))
			}
		case "editor":
			for range c.Elements() {
				w.addEditor(cslName(c))
			}
		case "container-title":
			isRecord = isRecord || c.Peek() == '['
			containers = c.texts()
		case "short-container-title":
			venues = append(venues, c.texts()...)
		case "event":
			for name := range c.Members() {
				if string(name) == "name" || string(name) == "acronym" {
					venues = append(venues, c.plainText())
				}
			}
		case "institution":
			institutions = crossrefInstitutions(c)
		case "publisher":
			r.Publisher = c.plainText()
		case "publisher-location":
			r.Address = c.plainText()
		case "edition-number":
			r.Edition = c.stringOrNumber()
		case "volume":
			r.Volume = c.stringOrNumber()
		case "issue":
			r.Number = c.stringOrNumber()
		case "page":
			r.Pages = c.stringOrNumber()
		case "article-number":
			r.EID = c.stringOrNumber()
		case "issued":
			issued = cslDate(c)
		case "published", "published-print", "published-online":
			years = append(years, cslDate(c))
		case "ISBN":
			isbn = c.texts()
		case "relation":
			relations = crossrefRelationsAt(c)
		case "update-to":
			updates = crossrefUpdates(c)
		case "updated-by":
			updatedBy = crossrefUpdates(c)
		case "indexed":
			w.Origin.Date = cslDate(c)
		}
	}
	entryType, isWork := crossrefTypes[kind]
	if w.Origin.Key == "" || !isRecord && !isWork && !crossrefContainers[kind] || !isRecord && cslOnly(kind) {
		return nil, false
	}
	if crossrefContainers[kind] {
		return nil, true
	}
	r.Type = entryType
	w.setCrossrefTitles(titles, subtitles, otherTitles)
	if last := len(containers) - 1; last > 0 && r.Type != citation.Article {
		r.Series, r.Container = containers[0], containers[last]
	} else if last >= 0 {
		r.Container = containers[0]
	}
	if r.Type == citation.Book {
		r.Series, r.Container = r.Container, ""
	}
	w.addAll(nil, append([]string{issued}, years...), append(containers, venues...))
	if len(institutions) > 0 {
		r.Institution = institutions[0]
	}
	r.ISBN = strings.Join(isbn, " ")
	for _, doi := range relations.preprints {
		w.setNamedArXiv(doi)
		if strings.HasPrefix(bareDOI(doi), fold.ArXivDOI) {
			w.setDOI(doi)
		}
	}
	if kind == "posted-content" && (subtype == "preprint" || subtype == "") {
		w.Status = authority.Preprint
		r.Institution = ""
	}
	return w.withCrossrefRelated(relations, updates, updatedBy), true
}

// cslOnly reports whether a record that has no list of titles may be an item of
// CSL-JSON: its type is of both vocabularies.
func cslOnly(kind string) bool {
	_, both := cslTypes[kind]
	return both
}

// setCrossrefTitles joins title and subtitle, and notes either form.
func (w *draft) setCrossrefTitles(titles, subtitles, others []string) {
	if len(titles) > 0 {
		w.Record.Title = titles[0]
	}
	if len(titles) > 0 && len(subtitles) > 0 && !strings.Contains(titles[0], subtitles[0]) {
		w.Record.Title = titles[0] + ": " + subtitles[0]
		if strings.HasSuffix(titles[0], "?") || strings.HasSuffix(titles[0], "!") || strings.HasSuffix(titles[0], ":") {
			w.Record.Title = titles[0] + " " + subtitles[0]
		}
		w.addTitle(titles[0])
	}
	if len(titles) > 1 {
		others = append(titles[1:], others...)
	}
	for _, title := range others {
		w.addTitle(title)
	}
}

// withCrossrefRelated returns the work and those that the record says something
// about.
func (w *draft) withCrossrefRelated(relations crossrefRelations, updates, updatedBy []crossrefUpdate) []*draft {
	works := []*draft{w}
	isNotice := false
	for _, u := range updates {
		extent, ok := crossrefNotices[u.kind]
		if !ok || u.doi == "" {
			continue
		}
		if u.doi == w.Record.DOI {
			w.retract(authority.Retraction{Date: u.date, Notice: u.doi, Extent: extent})
			continue
		}
		isNotice = true
		retracted := &draft{authority.Work{Record: citation.Reference{DOI: u.doi}, Origin: w.originOf(u.doi)}}
		retracted.retract(authority.Retraction{Date: u.date, Notice: w.Record.DOI, Title: w.Record.Title, Extent: extent})
		works = append(works, retracted)
	}
	for _, u := range updatedBy {
		if extent, ok := crossrefNotices[u.kind]; ok {
			w.retract(authority.Retraction{Date: u.date, Notice: u.doi, Extent: extent})
		}
	}
	if !isNotice {
		w.noteRetractedTitle()
	}
	for _, doi := range relations.published {
		if doi = bareDOI(doi); doi != "" && doi != w.Record.DOI {
			record := citation.Reference{Title: w.Record.Title, Authors: slices.Clone(w.Record.Authors), EtAl: w.Record.EtAl, DOI: doi}
			works = append(works, &draft{authority.Work{Record: record, Titles: slices.Clone(w.Titles), Status: authority.Published, Origin: w.originOf(doi)}})
		}
	}
	return works
}

func crossrefInstitutions(c *jsonCursor) (names []string) {
	if c.Peek() == '{' { // as older files have it
		return nonEmptyTexts(crossrefInstitution(c))
	}
	for range c.Elements() {
		names = append(names, nonEmptyTexts(crossrefInstitution(c))...)
	}
	return names
}

func crossrefInstitution(c *jsonCursor) (institution string) {
	for name := range c.Members() {
		if string(name) == "name" {
			institution = c.plainText()
		}
	}
	return institution
}

func nonEmptyTexts(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

// originOf is where what a record says about another work comes from. Its key is
// not the record's, which would take the record's place in an index.
func (w *draft) originOf(doi string) authority.Origin {
	o := w.Origin
	o.Key += " on " + doi
	return o
}

// crossrefRelations are the identifiers of a work's preprints, and of the works
// that it is a preprint of.
type crossrefRelations struct{ preprints, published []string }

func crossrefRelationsAt(c *jsonCursor) (relations crossrefRelations) {
	for name := range c.Members() {
		switch string(name) {
		case "has-preprint":
			relations.preprints = crossrefIDs(c)
		case "is-preprint-of":
			relations.published = crossrefIDs(c)
		}
	}
	return relations
}

// crossrefIDs reads the DOIs and arXiv IDs of a relation.
func crossrefIDs(c *jsonCursor) (ids []string) {
	for range c.Elements() {
		var kind, id string
		for name := range c.Members() {
			switch string(name) {
			case "id-type":
				kind = c.stringOrNumber()
			case "id":
				id = c.stringOrNumber()
			}
		}
		if kind == "arxiv" && !strings.HasPrefix(id, "arXiv:") {
			id = "arXiv:" + id
		}
		if (kind == "doi" || kind == "arxiv") && len(ids) < maxNames {
			ids = append(ids, id)
		}
	}
	return ids
}

// crossrefUpdate is what a notice does to another work, or the other way round.
type crossrefUpdate struct{ doi, kind, date string }

// crossrefNotices are the types of updates that withdraw a work, all or a part of it,
// or question it (https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/).
var crossrefNotices = map[string]authority.NoticeKind{
	"retraction": "", "withdrawal": "", "removal": "",
	"partial_retraction": authority.Partly, "expression_of_concern": authority.Concern,
}

func crossrefUpdates(c *jsonCursor) (updates []crossrefUpdate) {
	for range c.Elements() {
		var u crossrefUpdate
		for name := range c.Members() {
			switch string(name) {
			case "DOI":
				u.doi = bareDOI(c.stringOrNumber())
			case "type":
				u.kind = strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(c.stringOrNumber()))
			case "updated":
				u.date = cslDate(c)
			}
		}
		if len(updates) < maxNames {
			updates = append(updates, u)
		}
	}
	return updates
}
