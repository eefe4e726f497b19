package online

import (
	"context"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/factcite/factcite/authority/internal/worktest"

	"github.com/factcite/factcite/authority"
)

// playedAPIs are servers that play public APIs, reached over pipes within the
// process instead of connections. Within a bubble of testing/synctest all waits
// cost no time and can be measured.
type playedAPIs struct {
	mutex    sync.Mutex
	requests []*http.Request
	play     func(w http.ResponseWriter, r *http.Request, n int) // n counts requests, from 1
	dials    chan net.Conn
	closed   chan struct{}
}

// playAPIs starts the servers. The transport reaches them under every name, the
// secured ones too, and nothing else.
func playAPIs(t *testing.T, play func(w http.ResponseWriter, r *http.Request, n int)) (*playedAPIs, http.RoundTripper) {
	p := &playedAPIs{play: play, dials: make(chan net.Conn), closed: make(chan struct{})}
	server := &http.Server{Handler: p}
	transport := &http.Transport{DialContext: p.dial, DialTLSContext: p.dial}
	served := make(chan struct{})
	go func() {
		defer close(served)
		server.Serve(p)
	}()
	t.Cleanup(func() {
		transport.CloseIdleConnections()
		server.Close()
		<-served
	})
	return p, transport
}

func (p *playedAPIs) dial(ctx context.Context, _, _ string) (net.Conn, error) {
	ours, theirs := net.Pipe()
	select {
	case p.dials <- theirs:
		return ours, nil
	case <-p.closed:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Accept, Close and Addr make it a net.Listener.
func (p *playedAPIs) Accept() (net.Conn, error) {
	select {
	case conn := <-p.dials:
		return conn, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *playedAPIs) Close() error {
	close(p.closed)
	return nil
}

func (p *playedAPIs) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)} }

func (p *playedAPIs) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mutex.Lock()
	p.requests = append(p.requests, r)
	n := len(p.requests)
	p.mutex.Unlock()
	p.play(w, r, n)
}

// asked returns the addresses that were asked for since the last time.
func (p *playedAPIs) asked() (addresses []string) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	for _, r := range p.requests {
		addresses = append(addresses, r.Host+r.URL.RequestURI())
	}
	p.requests = nil
	return addresses
}

func testClient(t *testing.T, options Options) *Client {
	t.Helper()
	if options.Transport != nil && options.Contact == "" {
		options.Contact = "ilse@nabe.example"
	}
	c, err := NewClient(options)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func testCache(t *testing.T) *os.Root {
	t.Helper()
	cache, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cache.Close() })
	return cache
}

// kept lists the files of a cache.
func kept(t *testing.T, cache *os.Root) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(cache.Name(), "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// apiAnswer reads an answer of testdata/api.
func apiAnswer(t testing.TB, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata/api", name))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// media is the content type of an answer in a file of the name.
func media(name string) string {
	if filepath.Ext(name) == ".xml" {
		return "application/atom+xml; charset=utf-8"
	}
	return "application/json;charset=utf-8"
}

// answerWith plays an answer of testdata/api.
func answerWith(t *testing.T, w http.ResponseWriter, status int, name string) {
	w.Header().Set("Content-Type", media(name))
	w.WriteHeader(status)
	w.Write(apiAnswer(t, name))
}

// newAuthorities are the authorities by name.
var newAuthorities = map[string]func(*Client) authority.Authority{
	"crossref": NewCrossref, "datacite": NewDataCite, "dblp": NewDBLP, "arxiv": NewArXiv, "doi.org": NewDOI, "openalex": NewOpenAlex,
	"openreview": NewOpenReview, "pubmed": NewPubMed, "semanticscholar": NewSemanticScholar,
}

func worksText(works []*authority.Work) (text string) {
	for _, w := range works {
		text += worktest.Text(w)
	}
	return text
}
