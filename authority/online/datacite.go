package online

import (
	"fmt"
	"net/url"
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
	return &registry{name: "datacite", client: c, identified: dataCiteIdentified, titled: dataCiteTitled}
}

func dataCiteIdentified(q *authority.Query) []question {
	var questions []question
	if doi := searchedDOI(q); doi != "" {
		questions = append(questions, dataCiteDOI(doi))
	}
	if id, _ := searchedArXiv(q); id != "" {
		questions = append(questions, dataCiteDOI(fold.ArXivDOI+id))
	}
	return questions
}

func dataCiteDOI(doi string) question {
	return question{api: &dataCiteAPI, address: "https://api.datacite.org/dois/" + url.PathEscape(doi), byID: true, read: record.DataCite}
}

func dataCiteTitled(title, author string) question {
	query := fmt.Sprintf("titles.title:%q", title)
	if author != "" {
		query += fmt.Sprintf(" AND creators.name:%q", author)
	}
	parameters := url.Values{"query": {query}, "page[size]": {candidates}}
	return question{api: &dataCiteAPI, address: "https://api.datacite.org/dois?" + parameters.Encode(), read: record.DataCite}
}
