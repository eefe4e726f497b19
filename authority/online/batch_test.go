package online

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
)

// findEach asks an authority about many works at once and says of each what was found.
func findEach(ctx context.Context, a authority.Authority, queries []authority.Query) []string {
	found := make([]string, len(queries))
	var group sync.WaitGroup
	for i := range queries {
		group.Go(func() {
			works, err := a.Find(ctx, &queries[i])
			var none *authority.UnregisteredError
			switch {
			case errors.As(err, &none) && none.Fields != nil:
				found[i] = "nobody's"
			case none != nil:
				found[i] = "another's"
			case err != nil:
				found[i] = err.Error()
			}
			for _, w := range works {
				found[i] += w.Record.Title
			}
		})
		synctest.Wait() // so that they come in their order
	}
	group.Wait()
	return found
}

// TestBatches holds that identifiers of many references that wait for their turn are asked
// for together, that each gets what is its own, and that what is kept says the same.
func TestBatches(t *testing.T) {
	known := world{
		{title: "Felt", family: "Rad", year: "2023", arXiv: "2303.00001", doi: "10.5281/a.1", knownTo: "arxiv datacite scholar"},
		{title: "Wool", family: "Rad", year: "2023", arXiv: "2303.00002", doi: "10.5281/a.2", knownTo: "arxiv datacite scholar"},
		{title: "Straw", family: "Rad", year: "2023", arXiv: "math/0303003", doi: "10.5281/a.3", knownTo: "arxiv datacite scholar"},
	}
	byDOI := func(doi string) authority.Query { return authority.Query{DOI: doi} }
	byArXiv := func(id string) authority.Query { return authority.Query{ArXiv: id} }
	tests := map[string]struct {
		queries []authority.Query
		asked   []string
		found   []string
	}{
		"arxiv": {
			queries: []authority.Query{byArXiv("2303.00002v3"), byArXiv("arXiv:2303.00001"), byArXiv("2303.99999"), byArXiv("math.GT/0303003"), byArXiv("2303.00001")},
			asked:   []string{"export.arxiv.org/api/query?id_list=2303.00002&max_results=1", "export.arxiv.org/api/query?id_list=2303.00001%2C2303.99999%2Cmath%2F0303003&max_results=3"},
			found:   []string{"Wool", "Felt", "nobody's", "Straw", "Felt"},
		},
		"datacite": {
			queries: []authority.Query{byDOI("10.5281/a.2"), byDOI("10.5281/A.1"), byDOI("10.5281/none"), byDOI("10.5281/a.3")},
			asked:   []string{"api.datacite.org/dois/10.5281%2Fa.2", "api.datacite.org/dois?page%5Bsize%5D=3&query=doi%3A%28%2210.5281%2Fa.1%22+OR+%2210.5281%2Fnone%22+OR+%2210.5281%2Fa.3%22%29"},
			found:   []string{"Wool", "Felt", "another's", "Straw"},
		},
		"semanticscholar": {
			queries: []authority.Query{byArXiv("2303.00002"), byArXiv("2303.00001"), byArXiv("2303.99999"), byArXiv("math/0303003")},
			asked:   []string{semanticScholarBatch.questionFor("x").address[len("https://"):], semanticScholarBatch.questionFor("x").address[len("https://"):]},
			found:   []string{"Wool", "Felt", "", "Straw"},
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			cache := testCache(t)
			synctest.Test(t, func(t *testing.T) {
				apis, transport := playAPIs(t, known.play(t))
				find := func(options Options) []string {
					return findEach(t.Context(), newAuthorities[name](testClient(t, options)), test.queries)
				}
				if diff := cmp.Diff(test.found, find(Options{Transport: transport, Cache: cache})); diff != "" {
					t.Errorf("found (-want +got):\n%s", diff)
				}
				if diff := cmp.Diff(test.asked, apis.asked()); diff != "" {
					t.Errorf("asked (-want +got):\n%s", diff)
				}
				for _, options := range []Options{{Cache: cache}, {Cache: cache, Transport: transport}} {
					if diff := cmp.Diff(test.found, find(options)); diff != "" {
						t.Errorf("found by what is kept (-want +got):\n%s", diff)
					}
				}
				if asked := apis.asked(); asked != nil {
					t.Errorf("asked again: %v", asked)
				}
			})
		})
	}
}

// TestLargeBatches holds that no request asks for more than its API takes.
func TestLargeBatches(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		apis, transport := playAPIs(t, world{}.play(t))
		var queries []authority.Query
		for i := range 100 {
			queries = append(queries, authority.Query{ArXiv: fmt.Sprintf("2303.%05d", i), DOI: fmt.Sprintf("10.5281/%s.%d", strings.Repeat("long", 40), i)})
		}
		client := testClient(t, Options{Transport: transport})
		findEach(t.Context(), NewArXiv(client), queries)
		if asked := apis.asked(); len(asked) != 3 { // one, and the others
			t.Errorf("%d requests to arXiv, want 3", len(asked))
		}
		findEach(t.Context(), NewDataCite(client), queries)
		for _, address := range apis.asked() {
			if len(address) > 2*longestBatch {
				t.Errorf("an address of %d bytes", len(address))
			}
		}
	})
}

// TestSpoiltBatch holds that where one identifier spoils a request for several, each is
// asked for alone, and the service is not taken for one that fails.
func TestSpoiltBatch(t *testing.T) {
	known := world{
		{title: "Felt", family: "Rad", year: "2023", arXiv: "2303.00001", knownTo: "arxiv"},
		{title: "Wool", family: "Rad", year: "2023", arXiv: "2303.00002", knownTo: "arxiv"},
		{title: "Straw", family: "Rad", year: "2023", arXiv: "2303.00003", knownTo: "arxiv"},
	}
	spoil := map[string]func(http.ResponseWriter){
		"refused":    func(w http.ResponseWriter) { respond(w, http.StatusBadRequest, "application/atom+xml", nil) },
		"unreadable": func(w http.ResponseWriter) { answerWith(t, w, http.StatusOK, "arxiv_error.xml") },
	}
	for name, spoilt := range spoil {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				play := known.play(t)
				apis, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
					if strings.Contains(r.URL.Query().Get("id_list"), "2303.66666") {
						time.Sleep(200 * time.Millisecond)
						spoilt(w)
						return
					}
					play(w, r, n)
				})
				arXiv := NewArXiv(testClient(t, Options{Transport: transport}))
				found := findEach(t.Context(), arXiv, []authority.Query{{ArXiv: "2303.00001"}, {ArXiv: "2303.00002"}, {ArXiv: "2303.66666"}, {ArXiv: "2303.00003"}})
				if found[0] != "Felt" || found[1] != "Wool" || found[2] == "" || found[3] != "Straw" {
					t.Errorf("found %q", found)
				}
				if n := len(apis.asked()); n != 5 { // the first, three at once, each of the three
					t.Errorf("%d requests, want 5", n)
				}
			})
		})
	}
}

// TestCancelledBatch holds that who asks for several and goes away leaves the others to ask.
func TestCancelledBatch(t *testing.T) {
	known := world{
		{title: "Felt", family: "Rad", year: "2023", arXiv: "2303.00001", knownTo: "arxiv"},
		{title: "Wool", family: "Rad", year: "2023", arXiv: "2303.00002", knownTo: "arxiv"},
	}
	synctest.Test(t, func(t *testing.T) {
		_, transport := playAPIs(t, known.play(t))
		arXiv := NewArXiv(testClient(t, Options{Transport: transport}))
		if _, err := arXiv.Find(t.Context(), &authority.Query{ArXiv: "2303.00007"}); err == nil {
			t.Error("an ID that is nobody's was found")
		}
		leaving, cancel := context.WithTimeout(t.Context(), 2900*time.Millisecond) // while it asks
		defer cancel()
		var group sync.WaitGroup
		group.Go(func() {
			if _, err := arXiv.Find(leaving, &authority.Query{ArXiv: "2303.00001"}); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("error %v, want that of the context", err)
			}
		})
		synctest.Wait()
		group.Go(func() {
			works, err := arXiv.Find(t.Context(), &authority.Query{ArXiv: "2303.00002"})
			if err != nil || len(works) != 1 || works[0].Record.Title != "Wool" {
				t.Errorf("%v and the error %v", works, err)
			}
		})
		group.Wait()
	})
}
