package authority

import (
	"errors"
	"fmt"
	"net/url"
	"time"
)

// dataCiteAPI is DataCite's REST API (https://support.datacite.org/docs/rate-limit).
var dataCiteAPI = api{host: "api.datacite.org", interval: time.Second, media: "json"}

// NewDataCite returns DataCite as an authority: works by DOI, by arXiv ID, as
// arXiv registers its DOIs there, and by title.
func NewDataCite(c *Client) Authority {
	return &registry{name: "datacite", client: c, identified: dataCiteIdentified, titled: dataCiteTitled}
}

func dataCiteIdentified(q *Query) []question {
	var questions []question
	if doi := searchedDOI(q); doi != "" {
		questions = append(questions, dataCiteDOI(doi))
	}
	if id := searchedArXiv(q); id != "" {
		questions = append(questions, dataCiteDOI(arXivDOI+id))
	}
	return questions
}

func dataCiteDOI(doi string) question {
	return question{&dataCiteAPI, "https://api.datacite.org/dois/" + url.PathEscape(doi), true, readDataCite}
}

func dataCiteTitled(title, author string) question {
	query := fmt.Sprintf("titles.title:%q", title)
	if author != "" {
		query += fmt.Sprintf(" AND creators.name:%q", author)
	}
	parameters := url.Values{"query": {query}, "page[size]": {candidates}}
	return question{&dataCiteAPI, "https://api.datacite.org/dois?" + parameters.Encode(), false, readDataCite}
}

// readDataCite reads {"data":[{…}]}, or {"data":{…}} for a single record.
func readDataCite(body []byte) (works []*Work, err error) {
	known := false
	err = readJSONAnswer(body, func(c *jsonCursor) {
		for name := range c.members() {
			switch {
			case string(name) != "data":
			case c.peek() == '{':
				works, known = dataCiteWorks(c)
			case c.peek() == '[':
				known = true
				for range c.elements() {
					found, _ := dataCiteWorks(c)
					works = append(works, found...)
				}
			}
		}
	})
	if err == nil && !known {
		err = errors.New("it holds no record")
	}
	return works, err
}
