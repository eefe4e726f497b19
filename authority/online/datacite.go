package online

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/record"
	"github.com/factcite/factcite/internal/fold"
)

// dataCiteAPI is DataCite's REST API (https://support.datacite.org/docs/rate-limit).
var dataCiteAPI = api{host: "api.datacite.org", interval: time.Second, media: "json"}

// NewDataCite returns DataCite as an authority: works by DOI, by arXiv ID, as
// arXiv registers its DOIs there, and by title.
func NewDataCite(c *Client) authority.Authority {
	return &registry{name: "datacite", client: c, askedFor: []string{"doi", "arxiv"}, identified: dataCiteIdentified, titled: dataCiteTitled}
}

func dataCiteIdentified(q *authority.Query) []question {
	var dois []string
	if doi := searchedDOI(q); doi != "" {
		dois = append(dois, doi)
	}
	if id, _ := searchedArXiv(q); id != "" {
		dois = append(dois, fold.ArXivDOI+id)
	}
	if dois == nil {
		return nil
	}
	asked := dataCiteBatch.questionFor(dois...)
	if searchedDOI(q) != "" {
		asked.lacks = "doi"
	}
	return []question{asked}
}

// dataCiteBatch asks for works by their DOIs, for a single one in the way that says
// whether it is there.
var dataCiteBatch = batch{
	most: 40, bytes: longestBatch,
	question: func(dois []string) question {
		if len(dois) == 1 {
			return question{api: &dataCiteAPI, address: "https://api.datacite.org/dois/" + url.PathEscape(dois[0]), byID: true, read: record.DataCite}
		}
		quoted := make([]string, len(dois))
		for i, doi := range dois {
			quoted[i] = strconv.Quote(doi)
		}
		return dataCiteSearch("doi:("+strings.Join(quoted, " OR ")+")", strconv.Itoa(len(dois)))
	},
	pick: func(works []*authority.Work, doi string, _ int) []*authority.Work {
		return having(works, func(w *authority.Work) bool { return fold.DOI(w.Origin.Key) == doi })
	},
}

func dataCiteSearch(query string, works string) question {
	parameters := url.Values{"query": {query}, "page[size]": {works}}
	return question{api: &dataCiteAPI, address: "https://api.datacite.org/dois?" + parameters.Encode(), read: record.DataCite}
}

func dataCiteTitled(title, author string) question {
	query := fmt.Sprintf("titles.title:%q", title)
	if author != "" {
		query += fmt.Sprintf(" AND creators.name:%q", author)
	}
	return dataCiteSearch(query, candidates)
}
