package authority

import (
	"errors"
	"net/url"
	"strings"
	"time"

	"github.com/factcite/factcite/citation"
)

// crossrefAPI is Crossref's REST API (https://www.crossref.org/documentation/retrieve-metadata/rest-api/).
// Its pool for users with a contact lets three searches a second through.
var crossrefAPI = api{host: "api.crossref.org", interval: 350 * time.Millisecond, mailto: true, media: "json"}

// NewCrossref returns Crossref as an authority: works by DOI, ISBN and title. The
// score of a work found by its title is not looked at, as works that are not there
// get high ones; [Verify] compares what was found.
func NewCrossref(c *Client) Authority {
	return &registry{name: "crossref", client: c, identified: crossrefIdentified, titled: crossrefTitled}
}

func crossrefIdentified(q *Query) []question {
	var questions []question
	if doi := searchedDOI(q); doi != "" {
		questions = append(questions, question{&crossrefAPI, "https://api.crossref.org/works/" + url.PathEscape(doi), true, readCrossrefWork})
	}
	if isbn := foldISBN(q.ISBN); len(isbn) == 13 && isDigits(isbn) {
		books := "isbn:" + isbn + ",type:book,type:monograph,type:edited-book,type:reference-book,type:proceedings"
		questions = append(questions, crossrefSearch(url.Values{"filter": {books}}))
	}
	return questions
}

func crossrefTitled(title, author string) question {
	return crossrefSearch(url.Values{"query.bibliographic": {strings.TrimSpace(title + " " + author)}})
}

func crossrefSearch(parameters url.Values) question {
	parameters.Set("rows", candidates)
	return question{&crossrefAPI, "https://api.crossref.org/works?" + parameters.Encode(), false, readCrossrefList}
}

// searchedDOI returns the DOI of a query unless it is arXiv's, which registers its
// own with DataCite.
func searchedDOI(q *Query) string {
	doi := citation.FoldDOI(q.DOI)
	if !strings.HasPrefix(doi, "10.") || len(doi) > longestIdentifier || strings.HasPrefix(doi, arXivDOI) {
		return ""
	}
	return doi
}

// readCrossrefWork reads {"message":{…}}.
func readCrossrefWork(body []byte) (works []*Work, err error) {
	known := false
	err = readJSONAnswer(body, func(c *jsonCursor) {
		for name := range c.members() {
			if string(name) == "message" {
				works, known = crossrefWorks(c)
			}
		}
	})
	if err == nil && !known {
		err = errors.New("it holds no record")
	}
	return works, err
}

// readCrossrefList reads {"message":{"items":[{…}]}}.
func readCrossrefList(body []byte) (works []*Work, err error) {
	known := false
	err = readJSONAnswer(body, func(c *jsonCursor) {
		for name := range c.members() {
			if string(name) != "message" {
				continue
			}
			for name := range c.members() {
				if string(name) != "items" {
					continue
				}
				known = c.peek() == '['
				for range c.elements() {
					found, _ := crossrefWorks(c)
					works = append(works, found...)
				}
			}
		}
	})
	if err == nil && !known {
		err = errors.New("it holds no list of records")
	}
	return works, err
}

// readJSONAnswer reads an answer that is one value of JSON.
func readJSONAnswer(body []byte, read func(c *jsonCursor)) error {
	c := &jsonCursor{data: body}
	read(c)
	if c.peek(); c.pos < len(c.data) {
		c.unexpected("the end")
	}
	return c.err
}
