package online

import (
	"errors"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
)

// TestDOILeadsToAgencies holds that records are fetched from the hosts of agencies alone,
// and that a DOI which leads elsewhere, or to no record, is registered nevertheless and
// silences nobody.
func TestDOILeadsToAgencies(t *testing.T) {
	for location, works := range map[string]int{
		"https://api.crossref.org/v1/works/10.5555/cart.2023.7/transform": 1,
		"https://data.crosscite.org/10.5555%2Fcart.2023.7":                1,
		"https://doi.org/api/10.5555/cart.2023.7":                         1,
		"https://publisher.example/cart":                                  0,
		"http://data.medra.org/10.5555/cart.2023.7":                       0,
		"": 0, // 406
	} {
		t.Run(location, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				_, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
					switch {
					case strings.HasPrefix(r.URL.Path, "/doiRA/"):
						answerWith(t, w, http.StatusOK, "doi_agency.json")
					case r.Host == "doi.org" && r.URL.Path == "/10.5555/cart.2023.7" && location != "":
						http.Redirect(w, r, location, http.StatusFound)
					case r.Header.Get("Accept") != "application/vnd.citationstyles.csl+json":
						t.Errorf("%s was asked for %q", r.Host, r.Header.Get("Accept"))
					case location == "":
						respond(w, http.StatusNotAcceptable, "text/plain", nil)
					default:
						answerWith(t, w, http.StatusOK, "doi_csl.json")
					}
				})
				doi := NewDOI(testClient(t, Options{Transport: transport}))
				for range mostFailures + 1 {
					found, err := doi.Find(t.Context(), &authority.Query{DOI: "10.5555/cart.2023.7"})
					if err != nil || len(found) != works {
						t.Fatalf("%d works and the error %v, want %d works", len(found), err, works)
					}
				}
			})
		})
	}
}

// TestUnregisteredOnline holds that an identifier which its registry has not is certainly
// nobody's, also where a search fails, and that no other answer says so.
func TestUnregisteredOnline(t *testing.T) {
	answers := map[string]struct {
		answer string
		denied bool
	}{
		"none":            {`[{"DOI":"10.5555/none","status":"DOI does not exist"}]`, true},
		"another DOI":     {`[{"DOI":"10.5555/some","status":"DOI does not exist"}]`, false},
		"another status":  {`[{"DOI":"10.5555/none","status":"Unknown"}]`, false},
		"no status":       {`[{"DOI":"10.5555/none"}]`, false},
		"nothing":         {`[]`, false},
		"something else":  {`{"responseCode":100}`, false},
		"an agency of it": {`[{"DOI":"10.5555/none","RA":"mEDRA"}]`, false},
	}
	for name, test := range answers {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				_, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
					if r.URL.Path == "/10.5555/none" {
						respond(w, http.StatusNotFound, "text/plain", nil)
						return
					}
					respond(w, http.StatusOK, "application/json", []byte(test.answer))
				})
				reference := citation.Reference{Title: "Felt rims roll in n steps", DOI: "10.5555/none"}
				doi := NewDOI(testClient(t, Options{Transport: transport}))
				answer := authority.Verify(t.Context(), []authority.Authority{doi}, &reference, nil)
				denied := len(answer.Differences) == 1 && answer.Differences[0].Unknown && answer.Differences[0].Certain
				if denied != test.denied {
					t.Errorf("%+v, want denied %v", answer, test.denied)
				}
			})
		})
	}
	synctest.Test(t, func(t *testing.T) {
		_, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
			if strings.Contains(r.URL.RawQuery, "id_list") {
				answerWith(t, w, http.StatusOK, "arxiv_empty.xml")
				return
			}
			respond(w, http.StatusBadRequest, "text/plain", nil)
		})
		_, err := NewArXiv(testClient(t, Options{Transport: transport})).Find(t.Context(), &authority.Query{ArXiv: "2305.99999", Title: felt.Title})
		var none *authority.UnregisteredError
		if !errors.As(err, &none) || !strings.Contains(err.Error(), "400") {
			t.Errorf("error %v, want one that denies the ID and tells of the search", err)
		}
	})
}

// TestDenialIsAskedAgain holds that a DOI which was nobody's is asked for again a day
// later, unless nothing may be fetched.
func TestDenialIsAskedAgain(t *testing.T) {
	cache := testCache(t)
	synctest.Test(t, func(t *testing.T) {
		apis, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
			answerWith(t, w, http.StatusOK, "doi_none.json")
		})
		for i, test := range []struct {
			wait     time.Duration
			offline  bool
			requests int
		}{{0, false, 1}, {denialAge, false, 0}, {time.Hour, true, 0}, {0, false, 1}, {0, false, 0}} {
			time.Sleep(test.wait)
			options := Options{Cache: cache}
			if !test.offline {
				options.Transport = transport
			}
			_, err := NewDOI(testClient(t, options)).Find(t.Context(), &authority.Query{DOI: "10.5555/none"})
			var none *authority.UnregisteredError
			if !errors.As(err, &none) {
				t.Errorf("%d: error %v, want that it is nobody's", i, err)
			}
			if requests := len(apis.asked()); requests != test.requests {
				t.Errorf("%d: %d requests, want %d", i, requests, test.requests)
			}
		}
	})
}

// TestTwoRegistriesLackADOI holds that a DOI which neither Crossref nor DataCite has is
// doubted where doi.org cannot be asked, and left to doi.org where it can.
func TestTwoRegistriesLackADOI(t *testing.T) {
	down := func(w http.ResponseWriter) { respond(w, http.StatusForbidden, "text/plain", nil) }
	lacks := func(w http.ResponseWriter) { respond(w, http.StatusNotFound, "application/json", []byte("{}")) }
	mEDRA := func(w http.ResponseWriter) {
		respond(w, http.StatusOK, "application/json", []byte(`[{"DOI":"10.5555/none","RA":"mEDRA"}]`))
	}
	nobodys := func(w http.ResponseWriter) { answerWith(t, w, http.StatusOK, "doi_none.json") }
	const doubt = "crossref and datacite have none of that name"
	for name, test := range map[string]struct {
		doi, dataCite func(http.ResponseWriter)
		known         string
		certain       bool
	}{
		"doi.org is down":        {down, lacks, doubt, false},
		"doi.org and one are":    {down, down, "", false},
		"of another agency":      {mEDRA, lacks, "", false},
		"nobody's, says doi.org": {nobodys, lacks, "doi.org answers for it and has none of that name", true},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				_, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
					switch {
					case r.URL.Path == "/10.5555/none" || strings.HasPrefix(r.URL.Path, "/works/"):
						lacks(w)
					case r.Host == "doi.org":
						test.doi(w)
					case strings.HasPrefix(r.URL.Path, "/dois/"):
						test.dataCite(w)
					default:
						answerWith(t, w, http.StatusOK, nothing[r.Host])
					}
				})
				reference := citation.Reference{Title: "Felt rims roll in n steps", DOI: "10.5555/none"}
				answer := authority.Verify(t.Context(), Services(testClient(t, Options{Transport: transport})), &reference, nil)
				known, certain := "", false
				for _, d := range answer.Differences {
					known, certain = d.Known, d.Certain
				}
				if known != test.known || certain != test.certain {
					t.Errorf("%q, certain %v, want %q, %v", known, certain, test.known, test.certain)
				}
			})
		})
	}
}
