package authority

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/factcite/factcite/citation"
)

// arXivAPI is arXiv's API (https://info.arxiv.org/help/api/tou.html), which allows
// a request every three seconds.
var arXivAPI = api{host: "export.arxiv.org", interval: 3 * time.Second, media: "xml"}

// NewArXiv returns arXiv as an authority: works by arXiv ID, also one within a
// DOI, whatever the version, and by title.
func NewArXiv(c *Client) Authority {
	return &registry{name: "arxiv", client: c, identified: arXivIdentified, titled: arXivTitled}
}

func arXivIdentified(q *Query) []question {
	if id := searchedArXiv(q); id != "" {
		return []question{arXivQuestion(url.Values{"id_list": {id}, "max_results": {"1"}})}
	}
	return nil
}

func arXivTitled(title, author string) question {
	query := `ti:"` + title + `"`
	if author != "" {
		query += ` AND au:"` + author + `"`
	}
	return arXivQuestion(url.Values{"search_query": {query}, "max_results": {candidates}})
}

func arXivQuestion(parameters url.Values) question {
	return question{&arXivAPI, "https://export.arxiv.org/api/query?" + parameters.Encode(), false, readArXivFeed}
}

// searchedArXiv returns the arXiv ID of a query without its version.
func searchedArXiv(q *Query) string {
	if id := bareArXivID(citation.FoldArXiv(q.ArXiv)); id != "" {
		return id
	}
	if id, ok := strings.CutPrefix(citation.FoldDOI(q.DOI), arXivDOI); ok {
		return bareArXivID(id)
	}
	return ""
}

// arXivErrors begins the IDs of entries that tell of errors. The status of such an
// answer is 200 nevertheless.
const arXivErrors = "arxiv.org/api/errors"

// readArXivFeed reads a feed of Atom (RFC 4287).
func readArXivFeed(body []byte) ([]*Work, error) {
	feed, err := atomFeed(body)
	if err != nil {
		return nil, err
	}
	var works []*Work
	for e, err := range xmlChildren(feed) {
		if err != nil {
			return nil, err
		}
		if string(e.name) != "entry" {
			continue
		}
		w, err := arXivEntry(e.inner)
		if err != nil {
			return nil, err
		}
		if w.Record.Title != "" { // an ID that was never given has an entry without one
			works = append(works, w)
		}
	}
	return works, nil
}

// atomFeed returns what stands within the root element.
func atomFeed(body []byte) ([]byte, error) {
	for rest := body; ; {
		at := bytes.IndexByte(rest, '<')
		if at < 0 {
			return nil, errors.New("it holds no feed")
		}
		rest = rest[at:]
		if length := markupLength(rest); length > 0 {
			rest = rest[length:]
			continue
		}
		name, _, length, closed := startTag(rest)
		if string(name) != "feed" || closed {
			return nil, fmt.Errorf("it holds %q instead of a feed", excerpt(name))
		}
		rest = rest[length:]
		end := endTagOffset(rest, name)
		if end < 0 {
			return nil, errCut
		}
		return rest[:end], nil
	}
}

// arXivEntry reads a paper. One with a DOI or a journal reference of its own
// counts as published.
func arXivEntry(inner []byte) (*Work, error) {
	w := &Work{Origin: Origin{Source: "arxiv"}, Status: Preprint}
	r := &w.Record
	var id, summary, comment, journal, published, updated string
	for e, err := range xmlChildren(inner) {
		if err != nil {
			return nil, err
		}
		switch string(e.name) {
		case "id":
			id = xmlText(string(e.inner))
		case "title":
			r.Title = latexText(xmlText(string(e.inner)))
		case "summary":
			summary = xmlText(string(e.inner))
		case "published":
			published = xmlText(string(e.inner))
		case "updated":
			updated = xmlText(string(e.inner))
		case "author":
			w.addAuthor(atomName(e.inner))
		case "arxiv:comment":
			comment = xmlText(string(e.inner))
		case "arxiv:journal_ref":
			journal = latexText(xmlText(string(e.inner)))
		case "arxiv:doi":
			first, _, _ := strings.Cut(xmlText(string(e.inner)), " ")
			w.setDOI(strings.TrimRight(first, ",;"))
		}
	}
	if strings.Contains(id, arXivErrors) {
		return nil, fmt.Errorf("it is the error %q", excerpt([]byte(summary)))
	}
	if w.setArXiv(id); r.ArXiv == "" {
		return nil, fmt.Errorf("%q is no arXiv ID", excerpt([]byte(id)))
	}
	w.Origin.Key = r.ArXiv
	if journal != "" {
		w.addJournalReference(journal)
	}
	w.addYear(published)
	w.addYear(updated)
	switch {
	case len(w.Venues) > 0 || r.DOI != "":
		w.Status = Published
	case saysWithdrawn(comment):
		w.retract(Retraction{Reason: latexText(comment)})
	case saysWithdrawn(summary[:min(len(summary), 60)]):
		w.retract(Retraction{Reason: "withdrawn by its abstract"})
	}
	return w, nil
}

// atomName reads the name of a person out of an element.
func atomName(inner []byte) citation.Name {
	for e, err := range xmlChildren(inner) {
		if err == nil && string(e.name) == "name" {
			return spokenName(latexText(xmlText(string(e.inner))))
		}
	}
	return citation.Name{}
}
