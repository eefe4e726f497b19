package online

import (
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/record"
	"github.com/factcite/factcite/internal/text"
)

// openAlexAPI is OpenAlex's API (https://docs.openalex.org/how-to-use-the-api/rate-limits-and-authentication),
// which allows ten requests a second.
var openAlexAPI = api{host: "api.openalex.org", interval: 100 * time.Millisecond, contactParameter: "mailto", media: "json", keyParameter: "api_key"}

// NewOpenAlex returns OpenAlex as an authority: works by DOI, PMID and title. It gathers
// its records from registries and the web, and alone never makes an error.
func NewOpenAlex(c *Client) authority.Authority {
	return &registry{name: "openalex", client: c, askedFor: []string{"doi", "pmid"}, identified: openAlexIdentified, titled: openAlexTitled}
}

func openAlexIdentified(q *authority.Query) (questions []question) {
	if doi := searchedDOI(q); doi != "" && !leadsOut(doi) {
		questions = append(questions, openAlexWork("doi:"+escapedDOI(doi)))
	}
	if pmid := searchedPMID(q); pmid != "" {
		questions = append(questions, openAlexWork("pmid:"+pmid))
	}
	return questions
}

func openAlexWork(id string) question {
	return question{api: &openAlexAPI, address: "https://api.openalex.org/works/" + id, byID: true, read: record.OpenAlexWork}
}

func openAlexTitled(title, author string) question {
	parameters := url.Values{"filter": {"title.search:" + title}, "per-page": {candidates}}
	if author != "" {
		parameters.Set("filter", "title.search:"+title+",raw_author_name.search:"+author)
	}
	return question{api: &openAlexAPI, address: "https://api.openalex.org/works?" + parameters.Encode(), read: record.OpenAlexList}
}

// searchedPMID returns the PMID of a query, empty if it has not the form of one.
func searchedPMID(q *authority.Query) string {
	pmid := strings.TrimSpace(q.PMID)
	if !text.IsDigits(pmid) || len(pmid) > 9 {
		return ""
	}
	return pmid
}

// escapedDOI writes a DOI as the end of a path, whose slashes are its own.
func escapedDOI(doi string) string { return strings.ReplaceAll(url.PathEscape(doi), "%2F", "/") }

// leadsOut reports whether a DOI at the end of a path leads out of it.
func leadsOut(doi string) bool {
	return slices.ContainsFunc(strings.Split(doi, "/"), func(part string) bool { return part == "." || part == ".." })
}
