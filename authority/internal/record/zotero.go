package record

import (
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
)

// zoteroTypes are the item types of Zotero that are works
// (https://api.zotero.org/schema); notes, attachments and annotations are none.
var zoteroTypes = map[string]citation.EntryType{
	"journalArticle": citation.Article, "magazineArticle": citation.Article, "newspaperArticle": citation.Article,
	"conferencePaper": citation.InProceedings, "bookSection": citation.InCollection, "encyclopediaArticle": citation.InCollection, "dictionaryEntry": citation.InCollection,
	"book": citation.Book, "thesis": citation.PhDThesis, "report": citation.TechReport, "standard": citation.TechReport,
	"preprint": citation.Misc, "manuscript": citation.Misc, "document": citation.Misc, "webpage": citation.Misc, "blogPost": citation.Misc,
	"computerProgram": citation.Misc, "dataset": citation.Misc, "presentation": citation.Misc, "patent": citation.Misc,
}

// zoteroWorks reads an item of Zotero: of its API, where it is under "data", or of
// Better BibTeX's JSON.
func zoteroWorks(c *jsonCursor) ([]*draft, bool) {
	w := newDraft("zotero")
	r := &w.Record
	var kind, thesis, extra, repository, date string
	var venues []string
	for name := range c.Members() {
		switch string(name) {
		case "itemType":
			kind = c.stringOrNumber()
		case "key", "itemKey":
			w.Origin.Key = c.stringOrNumber()
		case "title":
			r.Title = c.plainText()
		case "shortTitle":
			w.addTitle(c.plainText())
		case "creators":
			for range c.Elements() {
				w.addZoteroCreator(c)
			}
		case "date":
			date = c.stringOrNumber()
		case "publicationTitle", "proceedingsTitle", "bookTitle", "encyclopediaTitle", "dictionaryTitle":
			if title := c.plainText(); title != "" {
				venues = append([]string{title}, venues...)
			}
		case "conferenceName", "journalAbbreviation":
			if name := c.plainText(); name != "" {
				venues = append(venues, name)
			}
		case "publisher":
			r.Publisher = c.plainText()
		case "university", "institution":
			r.Institution = c.plainText()
		case "place":
			r.Address = c.plainText()
		case "series":
			r.Series = c.plainText()
		case "edition":
			r.Edition = c.stringOrNumber()
		case "volume":
			r.Volume = c.stringOrNumber()
		case "issue", "reportNumber", "number":
			if number := c.stringOrNumber(); number != "" {
				r.Number = number
			}
		case "pages":
			r.Pages = c.stringOrNumber()
		case "DOI":
			w.setDOI(c.stringOrNumber())
		case "ISBN":
			r.ISBN = c.stringOrNumber()
		case "url":
			w.setURL(c.stringOrNumber())
		case "thesisType":
			thesis = strings.ToLower(c.plainText())
		case "archiveID":
			w.setNamedArXiv(c.stringOrNumber())
		case "repository":
			repository = c.plainText()
		case "extra":
			extra = c.stringOrNumber()
		}
	}
	entryType, known := zoteroTypes[kind]
	switch {
	case kind == "":
		return nil, false
	case !known:
		return nil, true
	}
	r.Type = entryType
	if r.Type == citation.PhDThesis && isMastersThesis(thesis) {
		r.Type = citation.MastersThesis
	}
	w.readZoteroExtra(extra)
	w.addAll(nil, []string{date}, venues)
	if kind == "preprint" {
		w.Status = authority.Preprint
		w.setNamedArXiv(repository + ":" + r.Number)
		r.Number, r.Publisher = "", ""
	}
	w.noteRetractedTitle()
	return []*draft{w}, true
}

// addZoteroCreator notes an author or an editor. A body has one name.
func (w *draft) addZoteroCreator(c *jsonCursor) {
	var kind string
	var n citation.Name
	for name := range c.Members() {
		switch string(name) {
		case "creatorType":
			kind = c.stringOrNumber()
		case "firstName":
			n.Given = c.plainText()
		case "lastName":
			n.Family = c.plainText()
		case "name":
			n.Literal = c.plainText()
		}
	}
	switch kind {
	case "editor", "seriesEditor":
		w.addEditor(n)
	case "author", "presenter", "programmer", "inventor":
		w.addAuthor(n)
	}
}

// readZoteroExtra reads the lines in which Zotero keeps what its fields lack: "arXiv:
// 2402.10379", "PMID: 7654321", "DOI: 10.5555/x".
func (w *draft) readZoteroExtra(extra string) {
	for line := range strings.SplitSeq(extra, "\n") {
		name, value, found := strings.Cut(line, ":")
		if !found {
			continue
		}
		value, _, _ = strings.Cut(strings.TrimSpace(value), " ")
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "arxiv":
			w.setArXiv(value)
		case "pmid":
			w.Record.PMID = value
		case "doi":
			w.setDOI(value)
		}
	}
}
