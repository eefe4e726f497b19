package record

import (
	"fmt"
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/xmltext"
	"github.com/factcite/factcite/citation"
)

// arXivErrors begins the IDs of entries that tell of errors. The status of such an
// answer is 200 nevertheless.
const arXivErrors = "arxiv.org/api/errors"

// ArXivFeed reads a feed of Atom (RFC 4287).
func ArXivFeed(body []byte, date string) ([]*authority.Work, error) {
	feed, err := rootElement(body, "feed")
	if err != nil {
		return nil, err
	}
	var drafts []*draft
	for e, err := range xmltext.Children(feed) {
		if err != nil {
			return nil, err
		}
		if string(e.Name) != "entry" {
			continue
		}
		w, err := arXivEntry(e.Inner)
		if err != nil {
			return nil, err
		}
		if w.Record.Title != "" { // an ID that was never given has an entry without one
			drafts = append(drafts, w)
		}
	}
	return finishAll(drafts, date), nil
}

// arXivEntry reads a paper. One with a DOI or a journal reference of its own
// counts as published.
func arXivEntry(inner []byte) (*draft, error) {
	w := newDraft("arxiv")
	w.Status = authority.Preprint
	r := &w.Record
	var id, summary, comment, journal, published, updated string
	for e, err := range xmltext.Children(inner) {
		if err != nil {
			return nil, err
		}
		switch string(e.Name) {
		case "id":
			id = xmlText(string(e.Inner))
		case "title":
			r.Title = latexText(xmlText(string(e.Inner)))
		case "summary":
			summary = xmlText(string(e.Inner))
		case "published":
			published = xmlText(string(e.Inner))
		case "updated":
			updated = xmlText(string(e.Inner))
		case "author":
			w.addAuthor(atomName(e.Inner))
		case "arxiv:comment":
			comment = xmlText(string(e.Inner))
		case "arxiv:journal_ref":
			journal = latexText(xmlText(string(e.Inner)))
		case "arxiv:doi":
			first, _, _ := strings.Cut(xmlText(string(e.Inner)), " ")
			w.setDOI(strings.TrimRight(first, ",;"))
		}
	}
	if strings.Contains(id, arXivErrors) {
		return nil, fmt.Errorf("it is the error %.40q", summary)
	}
	if w.setArXiv(id); r.ArXiv == "" {
		return nil, fmt.Errorf("%.40q is no arXiv ID", id)
	}
	w.Origin.Key = r.ArXiv
	if journal != "" {
		w.addJournalReference(journal)
	}
	w.addYear(published)
	w.addYear(updated)
	switch {
	case len(w.Venues) > 0 || r.DOI != "":
		w.Status = authority.Published
	case saysWithdrawn(comment):
		w.retract(authority.Retraction{Reason: latexText(comment)})
	case saysWithdrawn(summary[:min(len(summary), 60)]):
		w.retract(authority.Retraction{Reason: "withdrawn by its abstract"})
	}
	return w, nil
}

// atomName reads the name of a person out of an element.
func atomName(inner []byte) citation.Name {
	for e, err := range xmltext.Children(inner) {
		if err == nil && string(e.Name) == "name" {
			return spokenName(latexText(xmlText(string(e.Inner))))
		}
	}
	return citation.Name{}
}
