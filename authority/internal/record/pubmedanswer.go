package record

import (
	"errors"
	"fmt"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/xmltext"
)

// PubMedIDs reads {"esearchresult":{"idlist":["31234567"]}}, which ESearch answers. It
// returns works of which nothing but the PMID is known.
func PubMedIDs(body []byte, date string) ([]*authority.Work, error) {
	return readJSONAnswer(body, date, func(c *jsonCursor) (works []*draft, err error) {
		err = errors.New("it holds no list of IDs")
		for name := range c.Members() {
			if string(name) != "esearchresult" {
				continue
			}
			for name := range c.Members() {
				switch string(name) {
				case "ERROR":
					return nil, fmt.Errorf("it is the error %.40q", c.stringOrNumber())
				case "idlist":
					err = nil
					for _, id := range c.texts() {
						w := newDraft("pubmed")
						w.Record.PMID, w.Origin.Key = id, id
						works = append(works, w)
					}
				}
			}
		}
		return works, err
	})
}

// PubMedArticles reads a PubmedArticleSet, which EFetch answers.
func PubMedArticles(body []byte, date string) ([]*authority.Work, error) {
	articles, err := rootElement(body, "PubmedArticleSet")
	if err != nil {
		return nil, err
	}
	x := NewXML(false, date)
	var drafts []*draft
	for e, err := range xmltext.Children(articles) {
		if err != nil {
			return nil, err
		}
		if string(e.Name) != "PubmedArticle" {
			continue // a book, or what was deleted
		}
		w, err := x.pubMedArticle(e.Inner)
		if err != nil {
			return nil, err
		}
		if w.Record.PMID != "" {
			drafts = append(drafts, w)
		}
	}
	return finishAll(drafts, date), nil
}
