package online

import (
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
)

// nothing is what each service answers that knows nothing.
var nothing = map[string]string{
	"api.crossref.org": "crossref_empty.json", "dblp.org": "dblp_empty.json", "api.openalex.org": "openalex_empty.json", "export.arxiv.org": "arxiv_empty.xml",
	"api.datacite.org": "datacite_empty.json", "doi.org": "doi_none.json", "api.semanticscholar.org": "semanticscholar_empty.json",
	"eutils.ncbi.nlm.nih.gov": "pubmed_empty.json", "api2.openreview.net": "openreview_empty.json",
}

// knowing answers for one service that knows a work, and for others that do not.
func knowing(t *testing.T, host, record string) func(http.ResponseWriter, *http.Request, int) {
	return func(w http.ResponseWriter, r *http.Request, n int) {
		switch path := r.URL.Path; {
		case r.Host == host:
			respond(w, http.StatusOK, "application/json", []byte(record))
		case strings.HasPrefix(path, "/works/") || strings.HasPrefix(path, "/dois/"):
			respond(w, http.StatusNotFound, "application/json", []byte("{}"))
		default:
			answerWith(t, w, http.StatusOK, nothing[r.Host])
		}
	}
}

// TestRequests holds whom a reference costs a request, by what knows it, and that many at
// once take as long as the slowest service needs for its own.
func TestRequests(t *testing.T) {
	paper := citation.Reference{Type: citation.InProceedings, Title: "Felt rims roll in n steps", Authors: []citation.Name{{Family: "Rad", Given: "Jürgen"}}, Year: "2023", Container: "Conference on Carts"}
	withDOI := paper
	withDOI.DOI = "10.5555/none"
	const (
		crossref = `{"message":{"DOI":"10.5555/none","type":"proceedings-article","title":["Felt rims roll in n steps"],"author":[{"given":"Jürgen","family":"Rad"}],"container-title":["Conference on Carts"],"issued":{"date-parts":[[2023]]}}}`
		dblp     = `{"result":{"hits":{"hit":[{"info":{"type":"Conference and Workshop Papers","key":"conf/cart/Rad23","title":"Felt rims roll in n steps.","authors":{"author":{"text":"Jürgen Rad"}},"venue":"Conference on Carts","year":"2023"}}]}}}`
	)
	tests := map[string]struct {
		reference   citation.Reference
		host, knows string
		asked       []string
		most        time.Duration // for twenty of them at once
	}{
		"Crossref has its DOI": {withDOI, "api.crossref.org", crossref, []string{"api.crossref.org"}, 7 * time.Second},
		"OpenAlex has its title": {
			paper, "api.openalex.org", string(apiAnswer(t, "openalex_list.json")),
			[]string{"api.crossref.org", "api.openalex.org"}, 7 * time.Second,
		},
		"dblp has its title": {paper, "dblp.org", dblp, []string{"api.crossref.org", "api.openalex.org", "dblp.org"}, 20 * time.Second},
		"nobody has its title": {
			paper, "", "",
			[]string{
				"api.crossref.org", "api.openalex.org", "dblp.org", "export.arxiv.org", "api.datacite.org", "eutils.ncbi.nlm.nih.gov", "api2.openreview.net",
				"api.semanticscholar.org",
			}, 65 * time.Second,
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				apis, transport := playAPIs(t, knowing(t, test.host, test.knows))
				find := func(c *Client) authority.Answer {
					return authority.Verify(t.Context(), Services(c), &test.reference, nil)
				}
				answer := find(testClient(t, Options{Transport: transport}))
				if known := answer.Verdict == authority.Agree; known != (test.host != "") {
					t.Errorf("%+v", answer)
				}
				var asked []string
				for _, address := range apis.asked() {
					host, _, _ := strings.Cut(address, "/")
					asked = append(asked, host)
				}
				if diff := cmp.Diff(test.asked, asked); diff != "" {
					t.Errorf("asked (-want +got):\n%s", diff)
				}

				begin := time.Now()
				client := testClient(t, Options{Transport: transport})
				var group sync.WaitGroup
				for range 20 {
					group.Go(func() { find(client) })
				}
				group.Wait()
				if took := time.Since(begin); took > test.most {
					t.Errorf("twenty take %v, want at most %v", took, test.most)
				}
				if requests := len(apis.asked()); requests != 20*len(test.asked) {
					t.Errorf("twenty cost %d requests, want %d", requests, 20*len(test.asked))
				}
			})
		})
	}
}
