package online

import (
	"cmp"
	"errors"
	"flag"
	"maps"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
)

var felt = authority.Query{
	DOI: "https://doi.org/10.5555/CART.2023.7", ArXiv: "arXiv:2305.00007v3", ISBN: "0-00-000123-4",
	Title: `Felt rims: "roll" (in n steps)`, Authors: []citation.Name{{Family: "Rad", Given: "Jürgen"}}, Year: "2023",
}

var update = flag.Bool("update", false, "rewrite the golden file with what the test sees")

func TestRegistryFind(t *testing.T) {
	tests := []struct {
		name    string
		api     string
		query   authority.Query
		answers map[string]string // by a part of the address; status 404 for others
		asked   []string
		denied  []string
	}{
		{
			name: "crossref DOI", api: "crossref",
			query:   authority.Query{DOI: felt.DOI, Title: "Felt rims roll in n steps"},
			answers: map[string]string{"/works/": "crossref_work.json"},
			asked:   []string{"api.crossref.org/works/10.5555%2Fcart.2023.7?mailto=ilse%40nabe.example"},
		},
		{
			name: "crossref DOI of another work", api: "crossref",
			query:   authority.Query{DOI: "10.5555/cart.2023.7", Title: "Rims of felt", Authors: felt.Authors},
			answers: map[string]string{"/works/": "crossref_work.json", "/works?": "crossref_list.json"},
			asked: []string{
				"api.crossref.org/works/10.5555%2Fcart.2023.7?mailto=ilse%40nabe.example",
				"api.crossref.org/works?query.bibliographic=Rims+of+felt+Rad&rows=5&mailto=ilse%40nabe.example",
			},
		},
		{
			name: "crossref unknown DOI", api: "crossref",
			query: authority.Query{DOI: "10.5555/none"},
			asked: []string{"api.crossref.org/works/10.5555%2Fnone?mailto=ilse%40nabe.example"},
		},
		{
			name: "crossref ISBN and title", api: "crossref",
			query:   authority.Query{ISBN: felt.ISBN, Title: felt.Title, Authors: felt.Authors},
			answers: map[string]string{"filter=isbn": "crossref_empty.json", "query.bibliographic": "crossref_empty.json"},
			asked: []string{
				"api.crossref.org/works?filter=isbn%3A9780000001238%2Ctype%3Abook%2Ctype%3Amonograph%2Ctype%3Aedited-book%2Ctype%3Areference-book%2Ctype%3Aproceedings&rows=5&mailto=ilse%40nabe.example",
				"api.crossref.org/works?query.bibliographic=Felt+rims+roll+in+n+steps&rows=5&mailto=ilse%40nabe.example",
			},
		},
		{
			name: "crossref is not asked for the DOI of an arXiv paper", api: "crossref",
			query: authority.Query{DOI: "10.48550/arXiv.2305.00007"},
		},
		{
			name: "datacite arXiv ID without its version", api: "datacite",
			query:   authority.Query{ArXiv: felt.ArXiv},
			answers: map[string]string{"/dois/": "datacite_doi.json"},
			asked:   []string{"api.datacite.org/dois/10.48550%2Farxiv.2305.00007"},
		},
		{
			name: "datacite title", api: "datacite",
			query:   authority.Query{DOI: "10.5555/zenodo.78", Title: "Measured rims", Authors: []citation.Name{{Family: "von der Speiche", Given: "Sam"}}},
			answers: map[string]string{"/dois?": "datacite_list.json"},
			asked: []string{
				"api.datacite.org/dois/10.5555%2Fzenodo.78",
				"api.datacite.org/dois?page%5Bsize%5D=5&query=titles.title%3A%22Measured+rims%22+AND+creators.name%3A%22Speiche%22",
			},
		},
		{
			name: "datacite nothing", api: "datacite",
			query:   authority.Query{Title: felt.Title},
			answers: map[string]string{"/dois?": "datacite_empty.json"},
			asked:   []string{"api.datacite.org/dois?page%5Bsize%5D=5&query=titles.title%3A%22Felt+rims+roll+in+n+steps%22"},
		},
		{
			name: "dblp title", api: "dblp",
			query:   felt,
			answers: map[string]string{"/search/publ/api": "dblp.json"},
			asked:   []string{"dblp.org/search/publ/api?format=json&h=5&q=Felt+rims+roll+in+n+steps"},
		},
		{
			name: "dblp nothing", api: "dblp",
			query:   authority.Query{Title: "-rims | $spokes.", Authors: felt.Authors},
			answers: map[string]string{"/search/publ/api": "dblp_empty.json"},
			asked:   []string{"dblp.org/search/publ/api?format=json&h=5&q=rims+spokes+Rad"},
		},
		{
			name: "dblp knows no identifiers", api: "dblp",
			query: authority.Query{DOI: felt.DOI, ArXiv: felt.ArXiv},
		},
		{
			name: "arxiv ID", api: "arxiv",
			query:   authority.Query{ArXiv: felt.ArXiv, DOI: felt.DOI},
			answers: map[string]string{"id_list=": "arxiv.xml"},
			asked:   []string{"export.arxiv.org/api/query?id_list=2305.00007&max_results=1"},
		},
		{
			name: "arxiv ID within a DOI", api: "arxiv",
			query:   authority.Query{DOI: "10.48550/ARXIV.cond-mat/9901001v2"},
			answers: map[string]string{"id_list=": "arxiv_empty.xml"},
			asked:   []string{"export.arxiv.org/api/query?id_list=cond-mat%2F9901001&max_results=1"},
			denied:  []string{"doi"},
		},
		{
			name: "arxiv unknown ID and a title", api: "arxiv",
			query:   authority.Query{ArXiv: "2305.99999", DOI: felt.DOI, Title: "Square wheels of felt"},
			answers: map[string]string{"id_list=": "arxiv_empty.xml", "search_query=": "arxiv.xml"},
			asked: []string{
				"export.arxiv.org/api/query?id_list=2305.99999&max_results=1",
				"export.arxiv.org/api/query?max_results=5&search_query=ti%3A%22Square+wheels+of+felt%22",
			},
			denied: []string{"arxiv"},
		},
		{
			name: "doi.org DOI of an agency", api: "doi.org",
			query:   felt,
			answers: map[string]string{"/doiRA/": "doi_agency.json", "/10.5555/": "doi_csl.json"},
			asked:   []string{"doi.org/doiRA/10.5555/cart.2023.7", "doi.org/10.5555/cart.2023.7"},
		},
		{
			name: "doi.org DOI of an agency that has no records", api: "doi.org",
			query:   felt,
			answers: map[string]string{"/doiRA/": "doi_agency.json"},
			asked:   []string{"doi.org/doiRA/10.5555/cart.2023.7", "doi.org/10.5555/cart.2023.7"},
		},
		{
			name: "doi.org DOI of nobody", api: "doi.org",
			query:   authority.Query{DOI: "10.5555/none", Title: felt.Title},
			answers: map[string]string{"/doiRA/": "doi_none.json"},
			asked:   []string{"doi.org/doiRA/10.5555/none"},
			denied:  []string{"doi"},
		},
		{
			name: "doi.org is not asked for what leads out of its path", api: "doi.org",
			query: authority.Query{DOI: "10.5555/../doiRA"},
		},
		{
			name: "doi.org is not asked for the DOI of an arXiv paper", api: "doi.org",
			query: authority.Query{DOI: "10.48550/arXiv.2305.00007", Title: felt.Title},
		},
		{
			name: "openalex DOI and PMID", api: "openalex",
			query:   authority.Query{DOI: felt.DOI, PMID: "700", Title: "Felt rims roll in n steps"},
			answers: map[string]string{"/works/doi:": "openalex_work.json"},
			asked: []string{
				"api.openalex.org/works/doi:10.5555/cart.2023.7?mailto=ilse%40nabe.example",
				"api.openalex.org/works/pmid:700?mailto=ilse%40nabe.example",
			},
		},
		{
			name: "openalex title", api: "openalex",
			query:   authority.Query{DOI: "10.5555/cart/../7", PMID: "PMC7", Title: "Felt rims", Authors: felt.Authors},
			answers: map[string]string{"/works?": "openalex_list.json"},
			asked:   []string{"api.openalex.org/works?filter=title.search%3AFelt+rims%2Craw_author_name.search%3ARad&per-page=5&mailto=ilse%40nabe.example"},
		},
		{
			name: "semanticscholar identifiers in one request", api: "semanticscholar",
			query:   authority.Query{DOI: felt.DOI, ArXiv: felt.ArXiv, PMID: "700", Title: "Felt rims roll in n steps"},
			answers: map[string]string{"/batch": "semanticscholar_batch.json"},
			asked:   []string{"api.semanticscholar.org/graph/v1/paper/batch?fields=externalIds%2Ctitle%2Cauthors%2Cvenue%2CpublicationVenue%2Cyear%2CpublicationDate%2CpublicationTypes%2Cjournal"},
		},
		{
			name: "semanticscholar title", api: "semanticscholar",
			query:   authority.Query{Title: "Felt rims", Authors: felt.Authors},
			answers: map[string]string{"/search/match": "semanticscholar_match.json"},
			asked:   []string{"api.semanticscholar.org/graph/v1/paper/search/match?fields=externalIds%2Ctitle%2Cauthors%2Cvenue%2CpublicationVenue%2Cyear%2CpublicationDate%2CpublicationTypes%2Cjournal&query=Felt+rims+Rad"},
		},
		{
			name: "semanticscholar nothing", api: "semanticscholar",
			query: authority.Query{Title: felt.Title},
			asked: []string{"api.semanticscholar.org/graph/v1/paper/search/match?fields=externalIds%2Ctitle%2Cauthors%2Cvenue%2CpublicationVenue%2Cyear%2CpublicationDate%2CpublicationTypes%2Cjournal&query=Felt+rims+roll+in+n+steps"},
		},
		{
			name: "pubmed PMID", api: "pubmed",
			query:   authority.Query{PMID: "7000001", DOI: felt.DOI, Title: "Felt rims roll in n steps"},
			answers: map[string]string{"/efetch": "pubmed.xml"},
			asked:   []string{"eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi?db=pubmed&id=7000001&retmode=xml&tool=factcite&email=ilse%40nabe.example"},
		},
		{
			name: "pubmed title", api: "pubmed",
			query:   authority.Query{Title: "Felt rims", Authors: felt.Authors},
			answers: map[string]string{"/esearch": "pubmed_search.json", "/efetch": "pubmed.xml"},
			asked: []string{
				"eutils.ncbi.nlm.nih.gov/entrez/eutils/esearch.fcgi?db=pubmed&retmax=5&retmode=json&term=Felt+rims%5BTitle%5D+AND+Rad%5BAuthor%5D&tool=factcite&email=ilse%40nabe.example",
				"eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi?db=pubmed&id=7000001&retmode=xml&tool=factcite&email=ilse%40nabe.example",
			},
		},
		{
			name: "pubmed nothing", api: "pubmed",
			query:   authority.Query{PMID: "PMC7", Title: felt.Title},
			answers: map[string]string{"/esearch": "pubmed_empty.json"},
			asked:   []string{"eutils.ncbi.nlm.nih.gov/entrez/eutils/esearch.fcgi?db=pubmed&retmax=5&retmode=json&term=Felt+rims+roll+in+n+steps%5BTitle%5D&tool=factcite&email=ilse%40nabe.example"},
		},
		{
			name: "openreview title", api: "openreview",
			query:   authority.Query{DOI: felt.DOI, Title: felt.Title},
			answers: map[string]string{"/notes/search": "openreview.json"},
			asked:   []string{"api2.openreview.net/notes/search?content=all&group=all&limit=5&source=forum&term=Felt+rims+roll+in+n+steps"},
		},
		{
			name: "openreview nothing", api: "openreview",
			query:   authority.Query{Title: "Rims", Authors: felt.Authors},
			answers: map[string]string{"/notes/search": "openreview_empty.json"},
			asked:   []string{"api2.openreview.net/notes/search?content=all&group=all&limit=5&source=forum&term=Rims+Rad"},
		},
		{
			name: "datacite DOI and arXiv ID in one request", api: "datacite",
			query:   authority.Query{DOI: `10.5555/a"b`, ArXiv: felt.ArXiv},
			answers: map[string]string{"/dois?": "datacite_list.json"},
			asked:   []string{"api.datacite.org/dois?page%5Bsize%5D=2&query=doi%3A%28%2210.5555%2Fa%5C%22b%22+OR+%2210.48550%2Farxiv.2305.00007%22%29"},
		},
		{
			name: "arxiv title", api: "arxiv",
			query:   authority.Query{Title: "Square wheels", Authors: []citation.Name{{Family: "Achs"}}},
			answers: map[string]string{"search_query=": "arxiv.xml"},
			asked:   []string{"export.arxiv.org/api/query?max_results=5&search_query=ti%3A%22Square+wheels%22+AND+au%3A%22Achs%22"},
		},
	}
	var text strings.Builder
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				apis, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
					uri := r.URL.RequestURI()
					inOrder := func(a, b string) int { return cmp.Compare(strings.Index(uri, a), strings.Index(uri, b)) }
					for _, part := range slices.SortedFunc(maps.Keys(test.answers), inOrder) {
						if strings.Contains(uri, part) {
							answerWith(t, w, http.StatusOK, test.answers[part])
							return
						}
					}
					if test.api == "datacite" {
						answerWith(t, w, http.StatusNotFound, "datacite_404.json")
						return
					}
					w.Header().Set("Content-Type", "text/plain")
					w.WriteHeader(http.StatusNotFound)
					w.Write([]byte("Resource not found."))
				})
				works, err := newAuthorities[test.api](testClient(t, Options{Transport: transport})).Find(t.Context(), &test.query)
				var none *authority.UnregisteredError
				switch {
				case errors.As(err, &none):
					if diff := gocmp.Diff(test.denied, none.Fields); diff != "" {
						t.Errorf("denied (-want +got):\n%s", diff)
					}
				case err != nil:
					t.Fatal(err)
				case test.denied != nil:
					t.Errorf("nothing is denied, want %v", test.denied)
				}
				if diff := gocmp.Diff(test.asked, apis.asked()); diff != "" {
					t.Errorf("requests (-want +got):\n%s", diff)
				}
				text.WriteString("# " + test.name + "\n\n" + worksText(works))
			})
		})
	}
	golden := "testdata/api/works.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v (run with -update to write it)", err)
	}
	if diff := gocmp.Diff(string(want), text.String()); diff != "" {
		t.Errorf("works (-want +got):\n%s", diff)
	}
}

// questionsOf are all that an authority may ask for a query.
func questionsOf(a authority.Authority, q *authority.Query, words, author string) []question {
	switch a := a.(type) {
	case *registry:
		return append(a.identified(q), a.titled(words, author))
	case *pubMed:
		return []question{pubMedBatch.questionFor(cmp.Or(searchedPMID(q), "7")), pubMedTitled(words, author)}
	}
	agency, item := doiQuestions(searchedDOI(q))
	return []question{agency, item}
}

// FuzzQuestions holds that whatever is looked for, nobody else is asked, and no
// search is given an operator.
func FuzzQuestions(f *testing.F) {
	f.Add("10.5555/cart/../../elsewhere?x=y#z", "2305.00007", "0-00-000123-4", `Felt "rims" AND ti:(roll) || -spokes \ $n$ won't`, "van der Achs")
	f.Add("10.48550/arXiv.2305.00007v2", "cond-mat/9901001", "", "Filzfelgen für große Wägen 毛毡轮辋", "\xff\"")
	f.Fuzz(func(t *testing.T, doi, arXiv, isbn, title, author string) {
		q := &authority.Query{DOI: doi, ArXiv: arXiv, ISBN: isbn, Title: title, Authors: []citation.Name{{Family: author}}}
		words, name := strings.Join(searchWords(title), " "), searchedAuthor(q)
		if strings.ContainsAny(words+name, "\"\\()[]{}|$:&?*~^+-!<>/\x00\n") {
			t.Errorf("operators are left in %q or %q", words, name)
		}
		for _, newAuthority := range newAuthorities {
			for _, question := range questionsOf(newAuthority(nil), q, words, name) {
				u, err := url.Parse(question.address)
				if err != nil || u.Scheme != "https" || u.Host != question.api.host || u.Fragment != "" || len(question.address) > 4000 {
					t.Errorf("the address %q, %v", question.address, err)
				}
			}
		}
	})
}
