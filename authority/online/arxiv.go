package online

import (
	"net/url"
	"strconv"
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
	return &registry{name: "arxiv", client: c, askedFor: []string{"arxiv", "doi"}, identified: arXivIdentified, titled: arXivTitled}
}

func arXivIdentified(q *authority.Query) []question {
	id, field := searchedArXiv(q)
	if id == "" {
		return nil
	}
	asked := arXivBatch.questionFor(id)
	asked.denies = field
	return []question{asked}
}

// arXivBatch asks for papers by their IDs. What arXiv never gave has no entry in the
// answer, or one that says so and nothing of the others.
var arXivBatch = batch{
	most: 50, bytes: longestBatch,
	question: func(ids []string) question {
		return arXivQuestion(url.Values{"id_list": {strings.Join(ids, ",")}, "max_results": {strconv.Itoa(len(ids))}})
	},
	pick: func(works []*authority.Work, id string, _ int) []*authority.Work {
		return having(works, func(w *authority.Work) bool { return fold.ArXiv(w.Origin.Key) == id })
	},
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
