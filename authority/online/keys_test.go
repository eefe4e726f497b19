package online

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
)

// TestKeys holds that a key is sent to its service alone, in the way that it asks for,
// and is in no file of the cache and in no error.
func TestKeys(t *testing.T) {
	cache := testCache(t)
	synctest.Test(t, func(t *testing.T) {
		var got []string
		failing := false
		_, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
			got = append(got, r.Host+" "+r.Header.Get("X-Api-Key")+" "+r.Header.Get("Authorization")+" "+r.URL.Query().Get("api_key"))
			if failing {
				respond(w, http.StatusUnauthorized, "text/plain", nil)
				return
			}
			answerWith(t, w, http.StatusOK, nothing[r.Host])
		})
		client := testClient(t, Options{Transport: transport, Cache: cache, OpenAlexKey: "alex secret", SemanticScholarKey: "scholar-secret", NCBIKey: "ncbi-secret", OpenReviewToken: "review-secret"})
		services := []authority.Authority{NewOpenAlex(client), NewSemanticScholar(client), NewPubMed(client), NewOpenReview(client), NewDBLP(client)}
		for _, s := range services {
			if _, err := s.Find(t.Context(), &authority.Query{Title: "Felt rims roll in n steps"}); err != nil {
				t.Error(err)
			}
		}
		want := []string{
			"api.openalex.org   alex secret", "api.semanticscholar.org scholar-secret  ", "eutils.ncbi.nlm.nih.gov   ncbi-secret",
			"api2.openreview.net  Bearer review-secret ", "dblp.org   ",
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("keys (-want +got):\n%s", diff)
		}
		failing = true
		for _, s := range services {
			if _, err := s.Find(t.Context(), &authority.Query{Title: "Felt rims stay"}); err == nil || strings.Contains(err.Error(), "secret") {
				t.Errorf("error %v", err)
			}
		}
	})
	files := kept(t, cache)
	if len(files) != 5 {
		t.Errorf("kept %v, want 5 answers", files)
	}
	for _, file := range files {
		if text, err := os.ReadFile(file); err != nil || bytes.Contains(text, []byte("secret")) {
			t.Errorf("%s: %v\n%s", file, err, text)
		}
	}
}

// TestBatch holds what is posted for identifiers, that the answer is kept for these
// alone, and that a refusal of all of them silences nobody and leaves the title.
func TestBatch(t *testing.T) {
	cache := testCache(t)
	synctest.Test(t, func(t *testing.T) {
		var posted []string
		_, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
			body, _ := io.ReadAll(r.Body)
			switch {
			case r.Method != http.MethodPost:
				answerWith(t, w, http.StatusOK, "semanticscholar_match.json")
				return
			case r.Header.Get("Content-Type") != "application/json":
				t.Errorf("posted as %q", r.Header.Get("Content-Type"))
			}
			posted = append(posted, string(body))
			if strings.Contains(string(body), "none") {
				respond(w, http.StatusBadRequest, "application/json", []byte(`{"error":"No valid paper ids given"}`))
				return
			}
			answerWith(t, w, http.StatusOK, "semanticscholar_batch.json")
		})
		scholar := NewSemanticScholar(testClient(t, Options{Transport: transport, Cache: cache}))
		find := func(q authority.Query) {
			t.Helper()
			if works, err := scholar.Find(t.Context(), &q); err != nil || len(works) != 1 {
				t.Errorf("%d works and the error %v, want 1 work", len(works), err)
			}
		}
		for range 2 {
			find(authority.Query{DOI: felt.DOI, ArXiv: felt.ArXiv})
			find(authority.Query{ArXiv: felt.ArXiv})
		}
		for range mostFailures + 1 {
			find(authority.Query{DOI: "10.5555/none", Title: felt.Title})
		}
		want := []string{`{"ids":["DOI:10.5555/cart.2023.7","ARXIV:2305.00007"]}`, `{"ids":["ARXIV:2305.00007"]}`}
		for range mostFailures + 1 {
			want = append(want, `{"ids":["DOI:10.5555/none"]}`)
		}
		if diff := cmp.Diff(want, posted); diff != "" {
			t.Errorf("posted (-want +got):\n%s", diff)
		}
	})
}
