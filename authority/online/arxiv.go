package online

import (
	"net/url"
	"strings"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/record"
	"github.com/factcite/factcite/internal/fold"
)

// arXivAPI is arXiv's API (https://info.arxiv.org/help/api/tou.html), which allows
// a request every three seconds.
var arXivAPI = api{host: "export.arxiv.org", interval: 3 * time.Second, media: "xml"}

// NewArXiv returns arXiv as an authority: works by arXiv ID, also one within a
// DOI, whatever the version, and by title.
func NewArXiv(c *Client) authority.Authority {
	return &registry{name: "arxiv", client: c, identified: arXivIdentified, titled: arXivTitled}
}

func arXivIdentified(q *authority.Query) []question {
	id, field := searchedArXiv(q)
	if id == "" {
		return nil
	}
	asked := arXivQuestion(url.Values{"id_list": {id}, "max_results": {"1"}})
	asked.denies = field
	return []question{asked}
}

func arXivTitled(title, author string) question {
	query := `ti:"` + title + `"`
	if author != "" {
		query += ` AND au:"` + author + `"`
	}
	return arXivQuestion(url.Values{"search_query": {query}, "max_results": {candidates}})
}

func arXivQuestion(parameters url.Values) question {
	return question{api: &arXivAPI, address: "https://export.arxiv.org/api/query?" + parameters.Encode(), read: record.ArXivFeed}
}

// searchedArXiv returns the arXiv ID of a query without its version, and the JSON name
// of the field that it is from.
func searchedArXiv(q *authority.Query) (id, field string) {
	if id, ok := fold.ArXivNumber(q.ArXiv); ok {
		return id, "arxiv"
	}
	if id, ok := strings.CutPrefix(fold.DOI(q.DOI), fold.ArXivDOI); ok {
		if number, ok := fold.ArXivNumber(id); ok {
			return number, "doi"
		}
	}
	return "", ""
}
