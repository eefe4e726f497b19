package online

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"testing/synctest"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/google/go-cmp/cmp"
)

func respond(w http.ResponseWriter, status int, media string, body []byte) {
	w.Header().Set("Content-Type", media)
	w.WriteHeader(status)
	w.Write(body)
}

// page is what a server shows to people.
var page = []byte("<!DOCTYPE html><html><head><title>Sorry</title></head><body>Be right back</body></html>")

// TestBadDays asks APIs on their bad days. An error is an outage, for which
// nothing is kept; without one the good answer came in the end.
func TestBadDays(t *testing.T) {
	good := func(w http.ResponseWriter) { answerWith(t, w, http.StatusOK, "dblp.json") }
	status := func(code int, header ...string) func(http.ResponseWriter, *http.Request, int) {
		return func(w http.ResponseWriter, r *http.Request, n int) {
			if len(header) == 2 {
				w.Header().Set(header[0], header[1])
			}
			respond(w, code, "text/html", page)
		}
	}
	body := func(media, text string) func(http.ResponseWriter, *http.Request, int) {
		return func(w http.ResponseWriter, r *http.Request, n int) { respond(w, http.StatusOK, media, []byte(text)) }
	}
	const js = "application/json"
	tests := []struct {
		name     string
		api      string // dblp if empty
		play     func(w http.ResponseWriter, r *http.Request, n int)
		requests int
		least    time.Duration // that it takes, and at most
		most     time.Duration
		err      string
	}{
		{name: "a good day", requests: 1, play: func(w http.ResponseWriter, r *http.Request, n int) { good(w) }},
		{
			name: "429 once", requests: 2, least: 500 * time.Millisecond, most: 1500 * time.Millisecond,
			play: func(w http.ResponseWriter, r *http.Request, n int) {
				if n == 1 {
					status(http.StatusTooManyRequests)(w, r, n)
					return
				}
				good(w)
			},
		},
		{
			name: "429 with Retry-After in seconds", requests: 2, least: 20 * time.Second, most: 20 * time.Second,
			play: func(w http.ResponseWriter, r *http.Request, n int) {
				if n == 1 {
					status(http.StatusTooManyRequests, "Retry-After", "20")(w, r, n)
					return
				}
				good(w)
			},
		},
		{
			name: "503 with Retry-After as a date", requests: 2, least: 44 * time.Second, most: 45 * time.Second,
			play: func(w http.ResponseWriter, r *http.Request, n int) {
				if n == 1 {
					status(http.StatusServiceUnavailable, "Retry-After", time.Now().UTC().Add(45*time.Second).Format(http.TimeFormat))(w, r, n)
					return
				}
				good(w)
			},
		},
		{
			name: "429 with a Retry-After that is too long", requests: 1,
			play: status(http.StatusTooManyRequests, "Retry-After", "7200"),
			err:  "it answered 429 Too Many Requests; it asks to wait for 2h0m0s",
		},
		{
			name: "429 with a Retry-After that is nonsense", requests: 4, least: 3500 * time.Millisecond, most: 10500 * time.Millisecond,
			play: status(http.StatusTooManyRequests, "Retry-After", "soon"),
			err:  "it answered 429 Too Many Requests; given up after 4 tries",
		},
		{
			name: "500", requests: 4, least: 3500 * time.Millisecond, most: 10500 * time.Millisecond,
			play: status(http.StatusInternalServerError),
			err:  "it answered 500 Internal Server Error; given up after 4 tries",
		},
		{name: "403", requests: 1, play: status(http.StatusForbidden), err: "it answered 403 Forbidden"},
		{name: "404 of a search", requests: 1, play: status(http.StatusNotFound), err: "it answered 404 Not Found"},
		{name: "404 with a page", api: "crossref", requests: 1, play: status(http.StatusNotFound), err: "it answered 404 Not Found"},
		{
			name: "slow to begin", requests: 4, least: 2 * time.Minute, most: 131 * time.Second,
			play: func(w http.ResponseWriter, r *http.Request, n int) {
				sleep(r.Context(), time.Hour)
			},
			err: "no answer within 30s; given up after 4 tries",
		},
		{
			name: "slow to end", requests: 4, least: 2 * time.Minute, most: 131 * time.Second,
			play: func(w http.ResponseWriter, r *http.Request, n int) {
				w.Header().Set("Content-Type", js)
				for sleep(r.Context(), 10*time.Second) == nil {
					w.Write([]byte(" "))
					if http.NewResponseController(w).Flush() != nil {
						return
					}
				}
			},
			err: "no answer within 30s; given up after 4 tries",
		},
		{
			name: "cut", requests: 4, least: 3500 * time.Millisecond, most: 10500 * time.Millisecond,
			play: func(w http.ResponseWriter, r *http.Request, n int) {
				w.Header().Set("Content-Length", "1000")
				respond(w, http.StatusOK, js, []byte(`{"result": {"status"`))
			},
			err: "no answer: unexpected EOF; given up after 4 tries",
		},
		{
			name: "hung up", requests: 4, least: 3500 * time.Millisecond, most: 10500 * time.Millisecond,
			play: func(w http.ResponseWriter, r *http.Request, n int) { panic(http.ErrAbortHandler) },
			err:  "no answer: EOF; given up after 4 tries",
		},
		{
			name: "a page with status 200", requests: 1, play: status(http.StatusOK),
			err: `it answered with "text/html" where JSON was asked for`,
		},
		{
			name: "a page that says that it is JSON", requests: 1, play: body(js, string(page)),
			err: `its answer cannot be read: want a value, not "<"`,
		},
		{
			name: "JSON that says that it is text", requests: 1, play: body("text/plain", string(apiAnswer(t, "dblp.json"))),
			err: `it answered with "text/plain" where JSON was asked for`,
		},
		{name: "JSON without an end", requests: 1, play: body(js, `{"result": {"hits"`), err: "its answer cannot be read: it ends in the middle"},
		{name: "JSON with more behind it", requests: 1, play: body(js, `{"result": {"hits": {}}} {}`), err: `its answer cannot be read: want the end, not "{"`},
		{name: "no JSON", requests: 1, play: body(js, `{result: 1}`), err: `its answer cannot be read: want a member name, not "r"`},
		{name: "nothing", requests: 1, play: body(js, ""), err: "its answer cannot be read: it ends in the middle"},
		{name: "other JSON", requests: 1, play: body(js, `{"message": "maintenance"}`), err: "its answer cannot be read: it holds no hits"},
		{name: "dblp's own status", requests: 1, play: body(js, `{"result": {"status": {"@code": "500"}, "hits": {}}}`), err: `its answer cannot be read: it has the status "500"`},
		{name: "other JSON of Crossref", api: "crossref", requests: 1, play: body(js, `{"status": "failed", "message": [{"type": "error"}]}`), err: "its answer cannot be read: it holds no record"},
		{name: "other JSON of DataCite", api: "datacite", requests: 1, play: body(js, `{"errors": []}`), err: "its answer cannot be read: it holds no record"},
		{
			name: "arXiv's entry for an error", api: "arxiv", requests: 1,
			play: func(w http.ResponseWriter, r *http.Request, n int) {
				answerWith(t, w, http.StatusOK, "arxiv_error.xml")
			},
			err: `its answer cannot be read: it is the error "incorrect id format for felt"`,
		},
		{
			name: "a page that says that it is XML", api: "arxiv", requests: 1, play: body("application/xhtml+xml", string(page)),
			err: `its answer cannot be read: it holds "html" instead of a feed`,
		},
		{
			name: "XML without an end", api: "arxiv", requests: 1, play: body("application/atom+xml", "<feed><entry><id>http://arxiv.org/abs/2305.00007</id>"),
			err: "its answer cannot be read: it ends in the middle",
		},
		{
			name: "XML that is not well-formed", api: "arxiv", requests: 1, play: body("application/atom+xml", "<feed><entry><id>http://arxiv.org/abs/2305.00007</title></entry></feed>"),
			err: `its answer cannot be read: the element "id" is not closed`,
		},
		{
			name: "too long", requests: 1,
			play: func(w http.ResponseWriter, r *http.Request, n int) {
				respond(w, http.StatusOK, js, bytes.Repeat([]byte(" "), maxAnswer+1))
			},
			err: "the answer is longer than 8 MiB",
		},
		{
			name: "too long once unpacked", requests: 1,
			play: func(w http.ResponseWriter, r *http.Request, n int) {
				w.Header().Set("Content-Type", js)
				w.Header().Set("Content-Encoding", "gzip")
				packed := gzip.NewWriter(w)
				for range 16 {
					packed.Write(make([]byte, 1<<20))
				}
			},
			err: "the answer is longer than 8 MiB",
		},
		{
			name: "redirected to another host", requests: 1,
			play: status(http.StatusFound, "Location", "https://elsewhere.example/search"),
			err:  `redirected to another host, "elsewhere.example"`,
		},
		{
			name: "redirected to an open connection", requests: 1,
			play: status(http.StatusMovedPermanently, "Location", "http://dblp.org/search"),
			err:  "redirected to an open connection",
		},
		{
			name: "redirected in circles", requests: 6, play: status(http.StatusFound, "Location", "/again"),
			err: "redirected more than 5 times",
		},
		{
			name: "redirected within the host", requests: 2,
			play: func(w http.ResponseWriter, r *http.Request, n int) {
				if n == 1 {
					status(http.StatusMovedPermanently, "Location", "/moved")(w, r, n)
					return
				}
				good(w)
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			cache := testCache(t)
			synctest.Test(t, func(t *testing.T) {
				apis, transport := playAPIs(t, test.play)
				query := authority.Query{Title: "Felt rims roll and roll"}
				find, name := NewDBLP, "dblp"
				if test.api != "" {
					query = authority.Query{DOI: "10.5555/cart.2023.7", ArXiv: "2305.00007"}
					find, name = newAuthorities[test.api], test.api
				}
				known := find(testClient(t, Options{Transport: transport, Cache: cache}))
				begin := time.Now()
				works, err := known.Find(t.Context(), &query)
				took := time.Since(begin)
				if requests := len(apis.asked()); requests != test.requests {
					t.Errorf("%d requests, want %d", requests, test.requests)
				}
				if took < test.least || took > test.most {
					t.Errorf("it took %v, want %v to %v", took, test.least, test.most)
				}
				if test.err == "" {
					if err != nil || len(works) != 3 {
						t.Errorf("%d works and the error %v, want 3 works", len(works), err)
					}
					return
				}
				if err == nil || err.Error() != test.err {
					t.Errorf("error %q, want %q", err, test.err)
				}
				if files := kept(t, cache); files != nil {
					t.Errorf("kept of a failure: %v", files)
				}
				reference := citation.Reference{Title: query.Title, DOI: query.DOI, ArXiv: query.ArXiv}
				answer := authority.Verify(t.Context(), []authority.Authority{known}, &reference, nil)
				if answer.Verdict != authority.NotChecked || !strings.HasPrefix(answer.Reason, name+": ") {
					t.Errorf("verdict %q because %q, want not_checked because of %s", answer.Verdict, answer.Reason, name)
				}
			})
		})
	}
}

// TestPace asks many questions at once: they go out one at a time, in the pace
// that each API allows.
func TestPace(t *testing.T) {
	for name, interval := range map[string]time.Duration{"arxiv": 3 * time.Second, "datacite": time.Second, "dblp": time.Second, "crossref": 350 * time.Millisecond, "openalex": 100 * time.Millisecond, "semanticscholar": time.Second, "openreview": time.Second, "pubmed": 350 * time.Millisecond} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var starts []time.Time
				busy := make(chan struct{}, 1)
				_, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
					select {
					case busy <- struct{}{}:
						defer func() { <-busy }()
					default:
						t.Error("two requests at once")
					}
					starts = append(starts, time.Now())
					time.Sleep(50 * time.Millisecond)
					empty := map[string]string{"arxiv": "arxiv_empty.xml"}[name]
					if empty == "" {
						empty = name + "_empty.json"
					}
					answerWith(t, w, http.StatusOK, empty)
				})
				c := testClient(t, Options{Transport: transport})
				var group sync.WaitGroup
				for i := range 5 {
					group.Go(func() {
						// Another authority of the same client keeps the same pace.
						_, err := newAuthorities[name](c).Find(t.Context(), &authority.Query{Title: "Felt rims " + strings.Repeat("roll ", i)})
						if err != nil {
							t.Error(err)
						}
					})
				}
				group.Wait()
				for i := 1; i < len(starts); i++ {
					if between := starts[i].Sub(starts[i-1]); between != interval {
						t.Errorf("%v between requests, want %v", between, interval)
					}
				}
			})
		})
	}
}

// TestStatusThatSilences holds which answers are the fault of the question, after which
// the service is asked on, and which three times in a row silence the service.
func TestStatusThatSilences(t *testing.T) {
	silencing := map[int]bool{
		400: false, 402: false, 405: false, 406: false, 409: false, 410: false, 413: false, 414: false, 415: false, 422: false, 431: false, 451: false,
		401: true, 403: true, 408: true, 425: true, 429: true, 500: true, 501: true, 502: true, 503: true, 504: true, 505: true, 507: true, 520: true, 529: true,
	}
	for status, silences := range silencing {
		t.Run(strconv.Itoa(status), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				failing := true
				apis, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
					if failing {
						respond(w, status, "text/plain", nil)
						return
					}
					answerWith(t, w, http.StatusOK, "dblp.json")
				})
				dblp := NewDBLP(testClient(t, Options{Transport: transport}))
				for i := range mostFailures + 1 {
					query := &authority.Query{Title: "Felt rims roll and roll" + strings.Repeat(" on", i)}
					if _, err := dblp.Find(t.Context(), query); err == nil || !strings.Contains(err.Error(), "it answered "+strconv.Itoa(status)) {
						t.Fatalf("question %d: error %v", i, err)
					}
				}
				apis.asked()
				failing = false
				_, err := dblp.Find(t.Context(), &authority.Query{Title: "Felt rims roll and roll"})
				if silenced := err != nil && apis.asked() == nil; silenced != silences {
					t.Errorf("silenced: %v (%v), want %v", silenced, err, silences)
				}
			})
		})
	}
}

// TestRest holds that an API that fails again and again is left alone, and asked
// again later.
func TestRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		down := true
		apis, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
			if down && r.Host == "dblp.org" {
				respond(w, http.StatusForbidden, "text/plain", nil)
				return
			}
			answerWith(t, w, http.StatusOK, map[bool]string{true: "dblp.json", false: "crossref_empty.json"}[r.Host == "dblp.org"])
		})
		c := testClient(t, Options{Transport: transport})
		dblp, crossref := NewDBLP(c), NewCrossref(c)
		query := &authority.Query{Title: "Felt rims roll and roll"}
		for range 3 {
			if _, err := dblp.Find(t.Context(), query); err == nil || err.Error() != "it answered 403 Forbidden" {
				t.Fatalf("error %v", err)
			}
		}
		apis.asked()
		if _, err := dblp.Find(t.Context(), query); err == nil || err.Error() != "not asked, as it failed before: it answered 403 Forbidden" {
			t.Errorf("error %v", err)
		}
		if asked := apis.asked(); asked != nil {
			t.Errorf("asked %v of an API that is left alone", asked)
		}
		if _, err := crossref.Find(t.Context(), query); err != nil {
			t.Errorf("another API: %v", err)
		}
		down = false
		time.Sleep(restAfter)
		if works, err := dblp.Find(t.Context(), query); err != nil || len(works) != 3 {
			t.Errorf("%d works and the error %v after a while, want 3 works", len(works), err)
		}
	})
}

func TestCancel(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		apis, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
			respond(w, http.StatusServiceUnavailable, "text/plain", nil)
		})
		dblp := NewDBLP(testClient(t, Options{Transport: transport}))
		begin := time.Now()
		ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer cancel()
		var group sync.WaitGroup
		for range 3 { // one waits for its next try, the others for their turn
			group.Go(func() {
				if _, err := dblp.Find(ctx, &authority.Query{Title: "Felt rims roll"}); !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("error %v, want that of the context", err)
				}
			})
		}
		group.Wait()
		if took := time.Since(begin); took != 100*time.Millisecond {
			t.Errorf("it took %v to stop", took)
		}
		if n := len(apis.asked()); n != 1 {
			t.Errorf("%d requests, want 1", n)
		}
	})
}

// nameless is a network in which no host has a name.
type nameless struct{ asked int }

func (n *nameless) RoundTrip(r *http.Request) (*http.Response, error) {
	n.asked++
	return nil, &net.OpError{Op: "dial", Net: "tcp", Err: &net.DNSError{Err: "no such host", Name: r.URL.Host, IsNotFound: true}}
}

// TestNoNetwork holds that nobody waits for a network that is not there, and that
// no message tells the contact.
func TestNoNetwork(t *testing.T) {
	var transport nameless
	_, err := NewCrossref(testClient(t, Options{Transport: &transport})).Find(t.Context(), &authority.Query{DOI: "10.5555/cart.2023.7"})
	if want := "no answer: dial tcp: lookup api.crossref.org: no such host"; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
	if transport.asked != 1 {
		t.Errorf("%d tries, want 1", transport.asked)
	}
}

func TestUserAgent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var agents []string
		_, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
			agents = append(agents, r.Header.Get("User-Agent"))
			answerWith(t, w, http.StatusOK, "dblp_empty.json")
		})
		for _, agent := range []string{"", "factcite/1.0"} {
			c := testClient(t, Options{Transport: transport, Agent: agent, Contact: "ada+carts@nabe.example"})
			if _, err := NewDBLP(c).Find(t.Context(), &authority.Query{Title: "Felt"}); err != nil {
				t.Error(err)
			}
		}
		want := []string{"factcite (mailto:ada+carts@nabe.example)", "factcite/1.0 (mailto:ada+carts@nabe.example)"}
		if diff := cmp.Diff(want, agents); diff != "" {
			t.Errorf("user agents (-want +got):\n%s", diff)
		}
	})
}

func TestNewClientErrors(t *testing.T) {
	for contact, want := range map[string]string{
		"":                          "no contact: public APIs ask for a mail address at which whoever sends requests can be reached",
		"ada":                       `the contact "ada" is no mail address`,
		"Ada <ada@nabe.example>":    `the contact "Ada <ada@nabe.example>" is no mail address`,
		"ada@nabe.example\r\nX: y":  `the contact "ada@nabe.example\r\nX: y" is no mail address`,
		"ada@nabe.example, b@x.org": `the contact "ada@nabe.example, b@x.org" is no mail address`,
		"ada(x)@nabe.example":       `the contact "ada(x)@nabe.example" is no mail address`,
	} {
		if _, err := NewClient(Options{Transport: http.NewFileTransport(http.Dir(".")), Contact: contact}); err == nil || err.Error() != want {
			t.Errorf("contact %q: error %v, want %v", contact, err, want)
		}
	}
}

// TestCache holds that an answer is asked for once, that it can be read by people
// and without a network, and that it has an age.
func TestCache(t *testing.T) {
	cache := testCache(t)
	synctest.Test(t, func(t *testing.T) {
		apis, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
			if strings.HasPrefix(r.URL.Path, "/works/") {
				respond(w, http.StatusNotFound, "text/plain", []byte("Resource not found."))
				return
			}
			answerWith(t, w, http.StatusOK, "crossref_list.json")
		})
		query := &authority.Query{DOI: "10.5555/cart.2023.7", Title: "Felt rims roll in n steps"}
		online := NewCrossref(testClient(t, Options{Transport: transport, Cache: cache, MaxAge: 24 * time.Hour}))
		find := func(a authority.Authority) string {
			works, err := a.Find(t.Context(), query)
			if none := (*authority.UnregisteredError)(nil); !errors.As(err, &none) || none.Fields != nil {
				t.Fatalf("error %v, want that it lacks the DOI", err)
			}
			return worksText(works)
		}
		first := find(online)
		if asked := apis.asked(); len(asked) != 2 {
			t.Errorf("asked %v, want the DOI and the title", asked)
		}
		time.Sleep(23 * time.Hour)
		again := find(online)
		offline := find(NewCrossref(testClient(t, Options{Cache: cache, MaxAge: time.Hour})))
		if asked := apis.asked(); asked != nil {
			t.Errorf("asked again: %v", asked)
		}
		if again != first || offline != first {
			t.Errorf("answers differ: first\n%s\nagain\n%s\noffline\n%s", first, again, offline)
		}
		time.Sleep(2 * time.Hour)
		if asked := find(online); asked == first || len(apis.asked()) != 2 {
			t.Errorf("an answer of yesterday was not asked for again, or has the old date:\n%s", asked)
		}
	})
	var headers, bodies []string
	for _, file := range kept(t, cache) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		header, body, _ := strings.Cut(string(text), "\n")
		headers, bodies = append(headers, header), append(bodies, body)
		if strings.Contains(string(text), "ilse") {
			t.Errorf("%s holds the contact:\n%s", file, text)
		}
	}
	if len(bodies) == 2 && strings.HasPrefix(bodies[0], "Resource") {
		headers[0], headers[1], bodies[0], bodies[1] = headers[1], headers[0], bodies[1], bodies[0]
	}
	wantHeaders := []string{
		`{"url":"https://api.crossref.org/works?query.bibliographic=Felt+rims+roll+in+n+steps&rows=5","status":200,"content_type":"application/json;charset=utf-8","fetched":"2000-01-02T01:00:00.7Z","bytes":891}`,
		`{"url":"https://api.crossref.org/works/10.5555%2Fcart.2023.7","status":404,"content_type":"text/plain","fetched":"2000-01-02T01:00:00.35Z","bytes":19}`,
	}
	if diff := cmp.Diff(wantHeaders, headers); diff != "" {
		t.Errorf("first lines (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{string(apiAnswer(t, "crossref_list.json")), "Resource not found."}, bodies); diff != "" {
		t.Errorf("bodies (-want +got):\n%s", diff)
	}
}

// TestOffline holds that nothing is fetched without a transport, and that what is
// not there, is damaged or belongs to another address is told.
func TestOffline(t *testing.T) {
	const address = "https://dblp.org/search/publ/api?format=json&h=5&q=Felt+rims"
	const header = `{"url":"https://dblp.org/search/publ/api?format=json&h=5&q=Felt+rims","status":200,"content_type":"application/json","fetched":"2026-09-01T10:00:00Z","bytes":`
	file := answerFile(address)
	tests := []struct {
		name, text, err string
	}{
		{"nothing", "", "not in the cache: " + address},
		{"kept", header + "1}\n ", "not in the cache: what is kept for " + address + " cannot be read: its answer cannot be read: it ends in the middle"},
		{"empty answer", header + `34}` + "\n" + `{"result":{"hits":{"@total":"0"}}}`, ""},
		{"cut", header + `340}` + "\n" + `{"result":{"hits":{"@total":"0"}}}`, "not in the cache: " + file + " is damaged: it should have 340 bytes behind its first line and has 34; delete it"},
		{"no body", header, "not in the cache: " + file + " is damaged: it has no body; delete it"},
		{"no header", "<html>\n", "not in the cache: " + file + " is damaged: its first line cannot be read: invalid character '<' looking for beginning of value; delete it"},
		{"a failure", strings.Replace(header, "200", "503", 1) + "0}\n", "not in the cache: " + file + " is damaged: status 503 is no answer; delete it"},
		{"another address", strings.Replace(header, "Felt", "Wool", 1) + "0}\n", "not in the cache: " + file + ` is damaged: it answers "https://dblp.org/search/publ/api?format=json&h=5&q=Wool+rims"; delete it`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			cache := testCache(t)
			if test.text != "" {
				if err := errors.Join(cache.MkdirAll(filepath.Dir(file), 0o755), cache.WriteFile(file, []byte(test.text), 0o644)); err != nil {
					t.Fatal(err)
				}
			}
			_, err := NewDBLP(testClient(t, Options{Cache: cache})).Find(t.Context(), &authority.Query{Title: "Felt rims"})
			switch {
			case test.err == "" && err != nil:
				t.Errorf("error %v", err)
			case test.err != "" && (!errors.Is(err, ErrOffline) || err.Error() != test.err):
				t.Errorf("error %v\nwant  %s", err, test.err)
			}
			synctest.Test(t, func(t *testing.T) { // with a network the answer takes its place
				apis, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
					answerWith(t, w, http.StatusOK, "dblp_empty.json")
				})
				if _, err := NewDBLP(testClient(t, Options{Cache: cache, Transport: transport})).Find(t.Context(), &authority.Query{Title: "Felt rims"}); err != nil {
					t.Error(err)
				}
				if asked := len(apis.asked()) > 0; asked != (test.err != "") {
					t.Errorf("asked: %v", asked)
				}
			})
			if _, err := NewDBLP(testClient(t, Options{Cache: cache})).Find(t.Context(), &authority.Query{Title: "Felt rims"}); err != nil {
				t.Errorf("afterwards: %v", err)
			}
		})
	}
	if _, err := NewDBLP(testClient(t, Options{})).Find(t.Context(), &authority.Query{Title: "Felt rims"}); !errors.Is(err, ErrOffline) {
		t.Errorf("without a cache: error %v", err)
	}
}

// TestCacheCannotKeep holds that an answer that cannot be kept is told, as the
// run that relies on it would fail later.
func TestCacheCannotKeep(t *testing.T) {
	cache := testCache(t)
	if err := cache.WriteFile("dblp.org", nil, 0o644); err != nil { // where the folder should be
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		_, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) {
			answerWith(t, w, http.StatusOK, "dblp_empty.json")
		})
		_, err := NewDBLP(testClient(t, Options{Cache: cache, Transport: transport})).Find(t.Context(), &authority.Query{Title: "Felt rims"})
		if err == nil || !strings.HasPrefix(err.Error(), "cannot keep the answer: ") {
			t.Errorf("error %v", err)
		}
	})
}

// TestCacheAtOnce asks one question from many goroutines: it is sent once.
func TestCacheAtOnce(t *testing.T) {
	cache := testCache(t)
	synctest.Test(t, func(t *testing.T) {
		apis, transport := playAPIs(t, func(w http.ResponseWriter, r *http.Request, n int) { answerWith(t, w, http.StatusOK, "dblp.json") })
		dblp := NewDBLP(testClient(t, Options{Cache: cache, Transport: transport}))
		var group sync.WaitGroup
		for range 8 {
			group.Go(func() {
				if works, err := dblp.Find(t.Context(), &authority.Query{Title: "Felt rims roll"}); err != nil || len(works) != 3 {
					t.Errorf("%d works and the error %v, want 3 works", len(works), err)
				}
			})
		}
		group.Wait()
		if n := len(apis.asked()); n != 1 {
			t.Errorf("%d requests, want 1", n)
		}
	})
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 9, 1, 10, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{
		"":                                0,
		"0":                               0,
		" 120 ":                           2 * time.Minute,
		"99999999999999999999":            longestRest,
		"-5":                              0,
		"1.5":                             0,
		"Tue, 01 Sep 2026 10:00:30 GMT":   30 * time.Second,
		"Tuesday, 01-Sep-26 10:00:30 GMT": 30 * time.Second,
		"Tue Sep  1 10:00:30 2026":        30 * time.Second,
		"Tue, 01 Sep 2026 09:00:00 GMT":   0,
		"tomorrow":                        0,
	} {
		if got := retryAfter(value, now); got != want {
			t.Errorf("retryAfter(%q) = %v, want %v", value, got, want)
		}
	}
}

func FuzzReadAnswer(f *testing.F) {
	f.Add([]byte(`{"url":"https://dblp.org/","status":200,"content_type":"application/json","fetched":"2026-09-01T10:00:00Z","bytes":2}` + "\n{}"))
	f.Add([]byte("\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		a, err := readAnswer(text)
		if err == nil && a.status != http.StatusOK && a.status != http.StatusNotFound {
			t.Errorf("status %d is read as an answer", a.status)
		}
	})
}
