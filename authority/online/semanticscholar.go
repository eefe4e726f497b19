package online

import (
	"encoding/json"
	"net/url"
	"strings"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/record"
)

// semanticScholarAPI is Semantic Scholar's Academic Graph API
// (https://api.semanticscholar.org/api-docs/graph), which allows a request a second to
// whoever has a key.
var semanticScholarAPI = api{host: "api.semanticscholar.org", interval: time.Second, media: "json", keyHeader: "x-api-key"}

const (
	semanticScholarPapers = "https://api.semanticscholar.org/graph/v1/paper/"
	semanticScholarFields = "externalIds,title,authors,venue,publicationVenue,year,publicationDate,publicationTypes,journal"
)

// NewSemanticScholar returns Semantic Scholar as an authority: works by DOI, arXiv ID and
// PMID, all in one request, and by title. It gathers its records from registries and the
// web, and alone never makes an error.
func NewSemanticScholar(c *Client) authority.Authority {
	return &registry{name: "semanticscholar", client: c, askedFor: []string{"doi", "arxiv", "pmid"}, identified: semanticScholarIdentified, titled: semanticScholarTitled}
}

func semanticScholarIdentified(q *authority.Query) []question {
	var ids []string
	if doi := searchedDOI(q); doi != "" {
		ids = append(ids, "DOI:"+doi)
	}
	if id, _ := searchedArXiv(q); id != "" {
		ids = append(ids, "ARXIV:"+id)
	}
	if pmid := searchedPMID(q); pmid != "" {
		ids = append(ids, "PMID:"+pmid)
	}
	if ids == nil {
		return nil
	}
	return []question{semanticScholarBatch.questionFor(ids...)}
}

// semanticScholarBatch asks for papers by IDs with their kind: ARXIV:2402.10379.
var semanticScholarBatch = batch{
	most: 500, bytes: 500 * longestIdentifier, // in a body, which may be long
	question: func(ids []string) question {
		body, _ := json.Marshal(map[string][]string{"ids": ids}) // strings always have a form in JSON
		address := semanticScholarPapers + "batch?" + url.Values{"fields": {semanticScholarFields}}.Encode()
		return question{api: &semanticScholarAPI, address: address, body: string(body), mayRefuse: true, read: record.SemanticScholarBatch}
	},
	pick: func(works []*authority.Work, _ string, at int) []*authority.Work {
		if at < 0 || at >= len(works) || works[at] == nil {
			return nil
		}
		return works[at : at+1]
	},
}

func semanticScholarTitled(title, author string) question {
	parameters := url.Values{"query": {strings.TrimSpace(title + " " + author)}, "fields": {semanticScholarFields}}
	return question{api: &semanticScholarAPI, address: semanticScholarPapers + "search/match?" + parameters.Encode(), byID: true, read: record.SemanticScholarMatch}
}
