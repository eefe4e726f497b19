package online

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
)

// certifiedName is whom the certificate of [httptest.Server] is of.
const certifiedName = "example.com"

// loopback is a secured server on this machine that plays every service, and a client
// that reaches nothing else and never waits between requests.
type loopback struct {
	*Client
	requests atomic.Int64
	playing  atomic.Pointer[playing]
}

// playing is how a server answers.
type playing struct {
	http.HandlerFunc
	name string // that its certificate must be of
}

func newLoopback(t *testing.T, options Options) *loopback {
	l := new(loopback)
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		l.requests.Add(1)
		l.playing.Load().HandlerFunc(w, r)
	}))
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	t.Cleanup(server.Close)
	trusted := x509.NewCertPool()
	trusted.AddCert(server.Certificate())
	options.Transport = &http.Transport{
		DisableKeepAlives: true,
		DialContext: func(context.Context, string, string) (net.Conn, error) {
			return nil, errors.New("an open connection was asked for")
		},
		DialTLSContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
			dialer := tls.Dialer{Config: &tls.Config{RootCAs: trusted, ServerName: l.playing.Load().name}}
			return dialer.DialContext(ctx, network, server.Listener.Addr().String())
		},
	}
	l.Client = testClient(t, options)
	l.sleep = func(ctx context.Context, _ time.Duration) error { return ctx.Err() }
	return l
}

// fullAnswers are what each service is asked for, and what it answers that has a work.
var fullAnswers = map[string]struct {
	query authority.Query
	file  string
}{
	"crossref":        {authority.Query{Title: "Felt rims roll in n steps"}, "crossref_list.json"},
	"datacite":        {authority.Query{Title: "Measured rims"}, "datacite_list.json"},
	"dblp":            {authority.Query{Title: "Felt rims roll in n steps"}, "dblp.json"},
	"arxiv":           {authority.Query{ArXiv: "2305.00007"}, "arxiv.xml"},
	"doi.org":         {authority.Query{DOI: "10.5555/cart.2023.7"}, "doi_agency.json"},
	"openalex":        {authority.Query{Title: "Felt rims roll in n steps"}, "openalex_list.json"},
	"openreview":      {authority.Query{Title: "Felt rims roll in n steps"}, "openreview.json"},
	"pubmed":          {authority.Query{PMID: "7000001"}, "pubmed.xml"},
	"semanticscholar": {authority.Query{Title: "Felt rims roll in n steps"}, "semanticscholar_match.json"},
}

// TestBadModes plays every service over TLS on this machine in every way in which one may
// fail. Each is told as the failure of that service, nothing is kept of it, and the next
// question is answered.
func TestBadModes(t *testing.T) {
	status := func(code int, headers ...string) func(http.ResponseWriter, string, []byte) {
		return func(w http.ResponseWriter, _ string, _ []byte) {
			for i := 0; i < len(headers); i += 2 {
				w.Header().Set(headers[i], headers[i+1])
			}
			respond(w, code, "text/html", []byte("<!DOCTYPE html><title>Out of service</title>"))
		}
	}
	hold := func(w http.ResponseWriter, media string, start []byte) {
		w.Header().Set("Content-Type", media)
		w.Write(start)
		http.NewResponseController(w).Flush()
	}
	modes := map[string]struct {
		play     func(w http.ResponseWriter, media string, body []byte)
		requests int64
		name     string // of the certificate
		waits    bool   // until the client gives up
	}{
		"500":                              {play: status(500), requests: mostTries},
		"503":                              {play: status(503, "Retry-After", "1"), requests: mostTries},
		"429 with a long Retry-After":      {play: status(429, "Retry-After", "7200"), requests: 1},
		"403":                              {play: status(403), requests: 1},
		"404 with a page":                  {play: status(404), requests: 1},
		"a page with status 200":           {play: status(200), requests: 1},
		"redirected to another host":       {play: status(302, "Location", "https://elsewhere.example/"), requests: 1},
		"redirected to an open connection": {play: status(301, "Location", "http://elsewhere.example/"), requests: 1},
		"redirected in circles":            {play: status(302, "Location", "/again"), requests: mostHops + 1},
		"hung up":                          {play: func(http.ResponseWriter, string, []byte) { panic(http.ErrAbortHandler) }, requests: mostTries},
		"slow to begin":                    {play: func(http.ResponseWriter, string, []byte) {}, requests: mostTries, waits: true},
		"slow to end":                      {play: func(w http.ResponseWriter, media string, body []byte) { hold(w, media, body[:len(body)/2]) }, requests: mostTries, waits: true},
		"cut within the length that was told": {play: func(w http.ResponseWriter, media string, body []byte) {
			w.Header().Set("Content-Length", "100000")
			hold(w, media, body)
		}, requests: mostTries},
		"cut at the half": {play: func(w http.ResponseWriter, media string, body []byte) { respond(w, 200, media, body[:len(body)/2]) }, requests: 1},
		"nothing":         {play: func(w http.ResponseWriter, media string, _ []byte) { respond(w, 200, media, nil) }, requests: 1},
		"a page that says that it is data": {play: func(w http.ResponseWriter, media string, _ []byte) {
			respond(w, 200, media, []byte("<!DOCTYPE html><title>Hello</title>"))
		}, requests: 1},
		"data that says that it is text": {play: func(w http.ResponseWriter, _ string, body []byte) { respond(w, 200, "text/plain", body) }, requests: 1},
		"too long": {play: func(w http.ResponseWriter, media string, body []byte) {
			respond(w, 200, media, append(body, make([]byte, maxAnswer)...))
		}, requests: 1},
		"the certificate of another name": {play: func(w http.ResponseWriter, media string, body []byte) { respond(w, 200, media, body) }, name: "elsewhere.example"},
	}
	for service, newAuthority := range newAuthorities {
		full := fullAnswers[service]
		answer := apiAnswer(t, full.file)
		for name, mode := range modes {
			t.Run(service+"/"+name, func(t *testing.T) {
				t.Parallel()
				cache := testCache(t)
				l := newLoopback(t, Options{Cache: cache})
				known := newAuthority(l.Client)
				if mode.waits {
					l.answerTime = 20 * time.Millisecond
				}
				l.playing.Store(&playing{func(w http.ResponseWriter, r *http.Request) {
					mode.play(w, media(full.file), append([]byte(nil), answer...))
					if mode.waits {
						<-r.Context().Done()
					}
				}, cmp.Or(mode.name, certifiedName)})
				reference := citation.Reference{Title: full.query.Title, DOI: full.query.DOI, ArXiv: full.query.ArXiv, PMID: full.query.PMID}
				verified := authority.Verify(t.Context(), []authority.Authority{known}, &reference, nil)
				if verified.Verdict != authority.NotChecked || !strings.HasPrefix(verified.Reason, service+": ") {
					t.Errorf("verdict %q because %q, want not_checked because of %s", verified.Verdict, verified.Reason, service)
				}
				if n := l.requests.Load(); n != mode.requests && !mode.waits {
					t.Errorf("%d requests, want %d", n, mode.requests)
				}
				if files := kept(t, cache); files != nil {
					t.Errorf("kept of a failure: %v", files)
				}

				l.answerTime = answerTime
				l.hosts = map[string]*host{} // as later, where it is left alone
				l.playing.Store(&playing{func(w http.ResponseWriter, r *http.Request) { respond(w, 200, media(full.file), answer) }, certifiedName})
				if works, err := known.Find(t.Context(), &full.query); service != "doi.org" && (err != nil || len(works) == 0) {
					t.Errorf("afterwards: %d works and the error %v", len(works), err)
				}
			})
		}
	}
}
