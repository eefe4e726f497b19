package online

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
)

// paper is a work of a played world, and which services know it.
type paper struct {
	title, family, year, venue, doi, arXiv string
	knownTo                                string
}

// A world of papers answers as the services do.
type world []paper

func (w world) knownTo(service string, is func(*paper) bool) (found []paper) {
	for i := range w {
		if p := &w[i]; strings.Contains(p.knownTo, service) && is(p) {
			found = append(found, *p)
		}
	}
	return found
}

// titled returns the papers that a service has of which every word of a search is.
func (w world) titled(service, search string) []paper {
	return w.knownTo(service, func(p *paper) bool { return strings.Contains(strings.ToLower(search), strings.ToLower(p.title)) })
}

func (w world) play(t *testing.T) func(http.ResponseWriter, *http.Request, int) {
	return func(out http.ResponseWriter, r *http.Request, n int) {
		time.Sleep(200 * time.Millisecond) // as answers take
		query := r.URL.Query()
		var found []paper
		var list func([]paper) any
		switch r.Host {
		case "api.crossref.org":
			if doi, ok := strings.CutPrefix(r.URL.Path, "/works/"); ok {
				if found = w.knownTo("crossref", func(p *paper) bool { return p.doi == doi }); found == nil {
					respond(out, http.StatusNotFound, "text/plain", []byte("Resource not found."))
					return
				}
				list = func(found []paper) any { return map[string]any{"message": crossrefRecord(found[0])} }
				break
			}
			found = w.titled("crossref", query.Get("query.bibliographic"))
			list = func(found []paper) any {
				return map[string]any{"message": map[string]any{"items": each(found, crossrefRecord)}}
			}
		case "api.openalex.org":
			if strings.HasPrefix(r.URL.Path, "/works/") {
				respond(out, http.StatusNotFound, "application/json", []byte("{}"))
				return
			}
			found = w.titled("openalex", query.Get("filter"))
			list = func(found []paper) any { return map[string]any{"results": each(found, openAlexRecord)} }
		case "dblp.org":
			found = w.titled("dblp", query.Get("q"))
			list = func(found []paper) any {
				return map[string]any{"result": map[string]any{"hits": map[string]any{"hit": each(found, dblpRecord)}}}
			}
		case "export.arxiv.org":
			ids := strings.Split(query.Get("id_list"), ",")
			found = w.knownTo("arxiv", func(p *paper) bool { return slices.Contains(ids, p.arXiv) })
			respond(out, http.StatusOK, "application/atom+xml", []byte(arXivFeed(found)))
			return
		case "api.datacite.org":
			found = w.knownTo("datacite", func(p *paper) bool { return strings.Contains(r.URL.Path+query.Get("query"), p.doi) })
			list = func(found []paper) any { return map[string]any{"data": each(found, dataCiteRecord)} }
			if strings.HasPrefix(r.URL.Path, "/dois/") && len(found) == 0 {
				respond(out, http.StatusNotFound, "application/json", apiAnswer(t, "datacite_404.json"))
				return
			}
		case "api.semanticscholar.org":
			if r.Method == http.MethodGet {
				respond(out, http.StatusNotFound, "application/json", []byte(`{"error":"Title match not found"}`))
				return
			}
			var asked struct{ IDs []string }
			body, _ := io.ReadAll(r.Body)
			json.Unmarshal(body, &asked)
			records := make([]any, len(asked.IDs))
			for i, id := range asked.IDs {
				if known := w.knownTo("scholar", func(p *paper) bool { return "ARXIV:"+p.arXiv == id }); known != nil {
					records[i] = scholarRecord(known[0])
				}
			}
			list = func([]paper) any { return records }
		default:
			answerWith(t, out, http.StatusOK, nothing[r.Host])
			return
		}
		body, err := json.Marshal(list(found))
		if err != nil {
			t.Error(err)
		}
		respond(out, http.StatusOK, "application/json", body)
	}
}

func each(papers []paper, record func(paper) any) []any {
	records := []any{}
	for _, p := range papers {
		records = append(records, record(p))
	}
	return records
}

func crossrefRecord(p paper) any {
	return map[string]any{
		"DOI": p.doi, "type": "journal-article", "title": []string{p.title}, "author": []any{map[string]string{"given": "Ida", "family": p.family}},
		"container-title": []string{p.venue}, "issued": map[string]any{"date-parts": [][]string{{p.year}}},
	}
}

func openAlexRecord(p paper) any {
	return map[string]any{
		"id": "https://openalex.org/W" + p.year, "title": p.title, "publication_year": p.year, "type": "article",
		"authorships":      []any{map[string]any{"raw_author_name": "Ida " + p.family, "author": map[string]string{"display_name": "Ida " + p.family}}},
		"primary_location": map[string]any{"source": map[string]string{"display_name": p.venue, "type": "conference"}},
	}
}

func dblpRecord(p paper) any {
	return map[string]any{"info": map[string]any{
		"type": "Conference and Workshop Papers", "key": "conf/x/" + p.family, "title": p.title + ".", "venue": p.venue, "year": p.year,
		"authors": map[string]any{"author": map[string]string{"text": "Ida " + p.family}},
	}}
}

func dataCiteRecord(p paper) any {
	return map[string]any{"id": p.doi, "attributes": map[string]any{
		"doi": p.doi, "titles": []any{map[string]string{"title": p.title}}, "publicationYear": p.year, "publisher": "Zenodo",
		"creators": []any{map[string]string{"familyName": p.family, "givenName": "Ida"}}, "types": map[string]string{"resourceTypeGeneral": "Software"},
	}}
}

func scholarRecord(p paper) any {
	return map[string]any{
		"paperId": p.arXiv, "title": p.title, "year": p.year, "venue": "arXiv.org", "externalIds": map[string]string{"ArXiv": p.arXiv},
		"authors": []any{map[string]string{"name": "Ida " + p.family}},
	}
}

func arXivFeed(papers []paper) string {
	var b strings.Builder
	b.WriteString(`<feed xmlns="http://www.w3.org/2005/Atom">`)
	for _, p := range papers {
		fmt.Fprintf(&b, `<entry><id>http://arxiv.org/abs/%sv2</id><title>%s</title><published>%s-03-01T00:00:00Z</published><author><name>Ida %s</name></author></entry>`, p.arXiv, p.title, p.year, p.family)
	}
	return b.String() + "</feed>"
}

// bibliographyOfAPaper has 61 references as a paper on machine learning has them, and the
// papers that they are, each known to the services that know its kind.
func bibliographyOfAPaper() (references []citation.Reference, known world) {
	letters := "abcdefghijklmnopqrstuvwxyz"
	add := func(count int, p paper, r citation.Reference) {
		for range count {
			n := len(references)
			p.title = "Felt rims " + strings.Repeat(letters[n%26:n%26+1], 5+n/26) + " roll over gravel"
			p.family = "Rad" + letters[n%26:n%26+1] + letters[n/26:n/26+1]
			own := r
			own.Title, own.Authors, own.Year = p.title, []citation.Name{{Family: p.family, Given: "Ida"}}, p.year
			if p.doi = fmt.Sprintf("10.5555/cart.%d", n); r.DOI != "" {
				p.doi = fmt.Sprintf("%s.%d", r.DOI, n)
				own.DOI = p.doi
			}
			if r.ArXiv != "" {
				p.arXiv = fmt.Sprintf("2303.%05d", n+1)
				own.ArXiv = p.arXiv
			}
			references, known = append(references, own), append(known, p)
		}
	}
	add(22, paper{year: "2023", knownTo: "arxiv scholar openalex"}, citation.Reference{Type: citation.Misc, ArXiv: "2303", Preprint: true})
	add(14, paper{year: "2021", venue: "Journal of Carts", knownTo: "crossref openalex"}, citation.Reference{Type: citation.Article, Container: "Journal of Carts", DOI: "10.5555/cart"})
	add(15, paper{year: "2022", venue: "Conference on Carts", knownTo: "openalex dblp scholar"}, citation.Reference{Type: citation.InProceedings, Container: "Conference on Carts"})
	add(4, paper{year: "2023", venue: "Conference on Carts", knownTo: "arxiv openalex dblp"}, citation.Reference{Type: citation.InProceedings, Container: "Conference on Carts", ArXiv: "2303"})
	add(2, paper{year: "2020", knownTo: "datacite"}, citation.Reference{Type: citation.Misc, DOI: "10.5281/zenodo"})
	add(2, paper{year: "2019", venue: "Journal of Carts", knownTo: "crossref"}, citation.Reference{Type: citation.Article, Container: "Journal of Carts"})
	add(2, paper{year: "2024"}, citation.Reference{Type: citation.InProceedings, Container: "Conference on Carts"})
	return references, known
}

// TestRun holds what the references of a paper cost, compared side by side as a run
// compares them: requests, and seconds at the paces that the services allow.
func TestRun(t *testing.T) {
	const mostRequests, mostTime = 120, 40 * time.Second
	cache := testCache(t)
	references, known := bibliographyOfAPaper()
	if len(references) != 61 {
		t.Fatalf("%d references", len(references))
	}
	synctest.Test(t, func(t *testing.T) {
		apis, transport := playAPIs(t, known.play(t))
		find := func(c *Client) (agree int) {
			services, verdicts := Services(c), make([]authority.Verdict, len(references))
			var group sync.WaitGroup
			for i := range references {
				group.Go(func() { verdicts[i] = authority.Verify(t.Context(), services, &references[i], nil).Verdict })
			}
			group.Wait()
			for _, verdict := range verdicts {
				if verdict == authority.Agree {
					agree++
				}
			}
			return agree
		}
		begin := time.Now()
		if agree := find(testClient(t, Options{Transport: transport, Cache: cache})); agree != len(references)-2 {
			t.Errorf("%d agree, want all but 2", agree)
		}
		took, byHost := time.Since(begin), map[string]int{}
		asked := apis.asked()
		for _, address := range asked {
			host, _, _ := strings.Cut(address, "/")
			byHost[host]++
		}
		if len(asked) > mostRequests || took > mostTime {
			t.Errorf("%d references took %d requests and %v, want at most %d and %v: %v", len(references), len(asked), took, mostRequests, mostTime, byHost)
		}
		t.Logf("%d requests in %v: %v", len(asked), took, byHost)
		if agree := find(testClient(t, Options{Cache: cache})); agree != len(references)-2 {
			t.Errorf("%d agree by what was kept, want all but 2", agree)
		}
	})
}

// TestPublishedSince holds that a preprint which arXiv confirms costs one request more, to
// an aggregator, which knows what was published of it.
func TestPublishedSince(t *testing.T) {
	reference := citation.Reference{Type: citation.Misc, Preprint: true, Title: "Felt rims roll over gravel", Authors: []citation.Name{{Family: "Rad", Given: "Ida"}}, Year: "2023", ArXiv: "2303.00001"}
	known := world{{title: reference.Title, family: "Rad", year: "2023", arXiv: reference.ArXiv, knownTo: "arxiv"}}
	const published = `[{"paperId":"70a","title":"Felt rims roll over gravel","year":2024,"venue":"International Conference on Carts","externalIds":{"ArXiv":"2303.00001"},"authors":[{"name":"Ida Rad"}]}]`
	for name, test := range map[string]struct {
		scholar   string
		published bool
		asked     []string
	}{
		"published":              {published, true, []string{"export.arxiv.org", "api.semanticscholar.org"}},
		"not known to be":        {`[null]`, false, []string{"export.arxiv.org", "api.semanticscholar.org"}},
		"the aggregator is down": {"", false, []string{"export.arxiv.org", "api.semanticscholar.org", "api.openalex.org"}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				play := known.play(t)
				apis, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
					switch {
					case r.Host != "api.semanticscholar.org":
						play(w, r, n)
					case test.scholar == "":
						respond(w, http.StatusForbidden, "text/plain", nil)
					default:
						respond(w, http.StatusOK, "application/json", []byte(test.scholar))
					}
				})
				answer := authority.Verify(t.Context(), Services(testClient(t, Options{Transport: transport})), &reference, nil)
				if answer.Verdict != authority.Agree || answer.Published != test.published {
					t.Errorf("%+v, want published %t", answer, test.published)
				}
				var asked []string
				for _, address := range apis.asked() {
					host, _, _ := strings.Cut(address, "/")
					asked = append(asked, host)
				}
				if !slices.Equal(asked, test.asked) {
					t.Errorf("asked %q, want %q", asked, test.asked)
				}
			})
		})
	}
}
