package online

import (
	"net/url"
	"strings"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/record"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
)

// crossrefAPI is Crossref's REST API (https://www.crossref.org/documentation/retrieve-metadata/rest-api/).
// Its pool for users with a contact lets three searches a second through.
var crossrefAPI = api{host: "api.crossref.org", interval: 350 * time.Millisecond, contactParameter: "mailto", media: "json"}

// NewCrossref returns Crossref as an authority: works by DOI, ISBN and title. The
// score of a work found by its title is not looked at, as works that are not there
// get high ones; [authority.Verify] compares what was found.
func NewCrossref(c *Client) authority.Authority {
	return &registry{name: "crossref", client: c, askedFor: []string{"doi", "isbn"}, identified: crossrefIdentified, titled: crossrefTitled}
}

func crossrefIdentified(q *authority.Query) []question {
	var questions []question
	if doi := searchedDOI(q); doi != "" {
		questions = append(questions, question{api: &crossrefAPI, address: "https://api.crossref.org/works/" + url.PathEscape(doi), byID: true, lacks: "doi", read: record.CrossrefWork})
	}
	if isbn := fold.ISBN(q.ISBN); len(isbn) == 13 && text.IsDigits(isbn) {
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
	return question{api: &crossrefAPI, address: "https://api.crossref.org/works?" + parameters.Encode(), read: record.CrossrefList}
}

// searchedDOI returns the DOI of a query unless it is arXiv's, which registers its
// own with DataCite.
func searchedDOI(q *authority.Query) string {
	doi := fold.DOI(q.DOI)
	if !strings.HasPrefix(doi, "10.") || len(doi) > longestIdentifier || strings.HasPrefix(doi, fold.ArXivDOI) {
		return ""
	}
	return doi
}
