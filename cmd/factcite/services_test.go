package main

import (
	"bufio"
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// playedProxy is a proxy that plays the public services behind it itself. It is
// the only address that a run is told of.
type playedProxy struct {
	*httptest.Server
	certificate tls.Certificate
	authority   string // file of the certificate that the services are trusted by

	mutex sync.Mutex
	asked []string // method, host and address of every request, also for a connection
}

func newPlayedProxy(t *testing.T) *playedProxy {
	t.Helper()
	p := &playedProxy{authority: filepath.Join(t.TempDir(), "authority.pem")}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Unix(0, 0), NotAfter: time.Unix(1<<33, 0),
		DNSNames: []string{"api.crossref.org", "export.arxiv.org", "api.datacite.org", "dblp.org", "doi.org", "api.openalex.org", "api.semanticscholar.org", "eutils.ncbi.nlm.nih.gov", "api2.openreview.net"},
		IsCA:     true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	p.certificate = tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
	if err := os.WriteFile(p.authority, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o644); err != nil {
		t.Fatal(err)
	}
	p.Server = httptest.NewServer(http.HandlerFunc(p.tunnel))
	t.Cleanup(p.Server.Close)
	return p
}

func (p *playedProxy) note(r *http.Request) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.asked = append(p.asked, r.Method+" "+r.Host+strings.TrimPrefix(r.URL.RequestURI(), "http://"+r.Host))
}

// taken returns what was asked since the last time.
func (p *playedProxy) taken() []string {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	defer func() { p.asked = nil }()
	return p.asked
}

// tunnel is at the other end of a connection that it was asked for.
func (p *playedProxy) tunnel(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodConnect {
		p.note(r)
		http.Error(w, "only tunnels are played", http.StatusForbidden)
		return
	}
	conn, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	conn.Write([]byte("HTTP/1.1 200 Connected\r\n\r\n"))
	secured := tls.Server(conn, &tls.Config{Certificates: []tls.Certificate{p.certificate}})
	for reader := bufio.NewReader(secured); ; {
		request, err := http.ReadRequest(reader)
		if err != nil {
			return
		}
		p.note(request)
		if playService(request).Write(secured) != nil {
			return
		}
	}
}

// playService answers for the service that was asked. Crossref is the only one
// that knows anything.
func playService(r *http.Request) *http.Response {
	status, media, body := http.StatusOK, "application/json", ""
	switch {
	case r.URL.Path == "/works/10.5555/none":
		status, body = http.StatusNotFound, `{"status":"error"}`
	case r.Host == "api.openalex.org" && strings.HasPrefix(r.URL.Path, "/works/"):
		status, body = http.StatusNotFound, `{"error":"Not Found"}`
	case r.Host == "api.openalex.org":
		body = `{"results":[]}`
	case r.Host == "api.semanticscholar.org" && r.Method == http.MethodPost:
		body = `[null]`
	case r.Host == "api.semanticscholar.org" && r.Header.Get("X-Api-Key") == "scholar-secret":
		status, body = http.StatusNotFound, `{"error":"Title match not found"}`
	case r.Host == "doi.org":
		body = `[{"DOI":"10.5555/none","status":"DOI does not exist"}]`
	case r.Host == "api.crossref.org" && r.URL.Path == "/works":
		body = `{"message":{"items":[]}}`
	case r.Host == "api.crossref.org":
		body = `{"status":"ok","message-type":"work","message":{"DOI":"10.5555/cart.2023.7","type":"proceedings-article","title":["Felt rims roll in n steps"],
			"author":[{"given":"Jürgen","family":"Rad"}],"container-title":["Proceedings of the 7th Conference on Carts"],"issued":{"date-parts":[[2023,5]]}}}`
	case r.Host == "export.arxiv.org":
		media, body = "application/atom+xml", `<feed xmlns="http://www.w3.org/2005/Atom"><title>none</title></feed>`
	case r.Host == "api.datacite.org" && strings.HasPrefix(r.URL.Path, "/dois/"):
		status, body = http.StatusNotFound, `{"errors":[{"status":"404"}]}`
	case r.Host == "api.datacite.org":
		body = `{"data":[]}`
	case r.Host == "eutils.ncbi.nlm.nih.gov" && r.URL.Query().Get("api_key") == "ncbi-secret":
		body = `{"esearchresult":{"count":"0","idlist":[]}}`
	case r.Host == "api2.openreview.net" && r.Header.Get("Authorization") == "Bearer review-secret":
		body = `{"notes":[],"count":0}`
	case r.Host == "dblp.org":
		body = `{"result":{"status":{"@code":"200"},"hits":{"@total":"0"}}}`
	default:
		status = http.StatusNotFound
	}
	recorder := httptest.NewRecorder()
	recorder.Header().Set("Content-Type", media)
	recorder.WriteHeader(status)
	recorder.WriteString(body)
	response := recorder.Result()
	response.ContentLength = int64(len(body))
	return response
}

// runApart runs factcite in a process of its own, as the environment of proxies
// is read once a process.
func runApart(t *testing.T, p *playedProxy, folder string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	command := exec.Command(self, args...)
	command.Args[0] = "factcite"
	command.Dir, command.Stdout, command.Stderr = folder, &out, &errs
	command.Env = append(os.Environ(), "HTTPS_PROXY="+p.URL, "HTTP_PROXY="+p.URL, "NO_PROXY=", "SSL_CERT_FILE="+p.authority, "SSL_CERT_DIR=none",
		"XDG_CACHE_HOME="+folder, "FACTCITE_CONTACT=", "FACTCITE_OPENALEX_KEY=alex-secret", "FACTCITE_S2_KEY=scholar-secret", "FACTCITE_NCBI_KEY=ncbi-secret", "FACTCITE_OPENREVIEW_TOKEN=review-secret", "SOURCE_DATE_EPOCH=1790000000")
	if err := command.Run(); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			t.Fatal(err)
		}
		code = exit.ExitCode()
	}
	return out.String(), errs.String(), code
}

const wrongYear = `@inproceedings{rad2023,
  title = {Felt rims roll in n steps},
  author = {Rad, J{\"u}rgen},
  booktitle = {Proceedings of the 7th Conference on Carts},
  year = 2019,
  pages = {1--2},
  doi = {10.5555/cart.2023.7},
}
`

// TestOnline asks played services through a proxy, and then nobody.
func TestOnline(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only there SSL_CERT_FILE and XDG_CACHE_HOME are heeded")
	}
	p := newPlayedProxy(t)
	folder := t.TempDir()
	for name, text := range map[string]string{"refs.bib": wrongYear, "other.bib": strings.Replace(wrongYear, "Felt", "Wool", 1), "none.bib": strings.Replace(wrongYear, "cart.2023.7", "none", 1)} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	refused := func(want string, args ...string) {
		t.Helper()
		stdout, stderr, code := runApart(t, p, folder, args...)
		if code != exitCouldNotRun || stdout != "" || !strings.Contains(stderr, want) {
			t.Errorf("factcite %q exited %d:\n%s%s\nwant %d and %q", args, code, stdout, stderr, exitCouldNotRun, want)
		}
		if asked := p.taken(); asked != nil {
			t.Errorf("factcite %q asked %v", args, asked)
		}
	}
	refused("--online needs a contact", "check", "--online", "refs.bib")
	refused("--online fetches answers and --offline fetches none; name one of them", "check", "--online", "--offline", "refs.bib")
	refused(`the contact "ada" is no mail address`, "check", "--online", "--contact", "ada", "refs.bib")
	refused("add --online or --offline", "bib", "--cache", ".", "refs.bib")
	refused("run once with --online", "check", "--offline", "--cache", "none", "refs.bib")

	online, summary, code := runApart(t, p, folder, "check", "--online", "--contact", "ilse@nabe.example", "refs.bib")
	if code != exitClean || !strings.Contains(online, "[contradicted-year]") || !strings.Contains(online, "2023") || !strings.Contains(summary, "crossref, openalex, dblp, arxiv, datacite, doi.org, pubmed, openreview, semanticscholar") {
		t.Errorf("exited %d:\n%s%s", code, online, summary)
	}
	want := []string{
		"GET api.crossref.org/works/10.5555%2Fcart.2023.7?mailto=ilse%40nabe.example",
		"GET api.openalex.org/works?filter=title.search%3AFelt+rims+roll+in+n+steps&per-page=5&mailto=ilse%40nabe.example&api_key=alex-secret",
		"GET dblp.org/search/publ/api?format=json&h=5&q=Felt+rims+roll+in+n+steps",
		"GET export.arxiv.org/api/query?max_results=5&search_query=ti%3A%22Felt+rims+roll+in+n+steps%22",
		"GET api.datacite.org/dois?page%5Bsize%5D=5&query=titles.title%3A%22Felt+rims+roll+in+n+steps%22",
		"GET eutils.ncbi.nlm.nih.gov/entrez/eutils/esearch.fcgi?db=pubmed&retmax=5&retmode=json&term=Felt+rims+roll+in+n+steps%5BTitle%5D&tool=factcite&email=ilse%40nabe.example&api_key=ncbi-secret",
		"GET api2.openreview.net/notes/search?content=all&group=all&limit=5&source=forum&term=Felt+rims+roll+in+n+steps",
		"GET api.semanticscholar.org/graph/v1/paper/search/match?fields=externalIds%2Ctitle%2Cauthors%2Cvenue%2CpublicationVenue%2Cyear%2CpublicationDate%2CpublicationTypes%2Cjournal&query=Felt+rims+roll+in+n+steps",
	}
	if diff := cmp.Diff(want, p.taken()); diff != "" {
		t.Errorf("requests (-want +got):\n%s", diff)
	}

	if said := online + summary; strings.Contains(said, "secret") {
		t.Errorf("a key is told:\n%s", said)
	}

	nobodys, _, code := runApart(t, p, folder, "check", "--online", "--contact", "ilse@nabe.example", "none.bib")
	if code != exitFindings || !strings.Contains(nobodys, "[identifier-unknown]") || !strings.Contains(nobodys, "doi.org answers for it and has none of that name") {
		t.Errorf("exited %d:\n%s\nwant the error that the DOI is nobody's", code, nobodys)
	}
	p.taken()

	offline, _, code := runApart(t, p, folder, "check", "--offline", "refs.bib")
	if code != exitClean || offline != online {
		t.Errorf("offline it exited %d:\n%s\nwant what it said online:\n%s", code, offline, online)
	}
	if asked := p.taken(); asked != nil {
		t.Errorf("asked offline: %v", asked)
	}
	for range 3 {
		refused("arxiv: not in the cache: https://export.arxiv.org/api/query?max_results=5&search_query=ti%3A%22Wool+rims+roll+in+n+steps%22; and 7 more answers; run once with --online", "check", "--offline", "other.bib")
	}
	refused("not in the cache: https://export.arxiv.org/api/query?", "bib", "--offline", "--fill", "other.bib")
}

// TestFillOnline holds that works that are filled are asked for together.
func TestFillOnline(t *testing.T) {
	if testing.Short() || runtime.GOOS != "linux" {
		t.Skip("it keeps the pace of arXiv, and SSL_CERT_FILE is heeded on Linux alone")
	}
	p := newPlayedProxy(t)
	folder := t.TempDir()
	var facts strings.Builder
	for _, id := range []string{"2303.00001", "2303.00002", "2303.00003", "2303.00004"} {
		facts.WriteString(`{"id": "` + id + `", "fact_type": "reference", "content": "Ida Rad published the preprint 'Felt rims of ` + id + `' in 2023, arXiv:` + id + `.", "sources": [{"uri": "https://carts.example.org/` + id + `"}]}` + "\n")
	}
	if err := os.WriteFile(filepath.Join(folder, "facts.jsonl"), []byte(facts.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, errs, code := runApart(t, p, folder, "bib", "--online", "--fill", "--contact", "ilse@nabe.example", "facts.jsonl"); code != exitClean {
		t.Errorf("exited %d:\n%s%s", code, out, errs)
	}
	requests := 0
	for _, asked := range p.taken() {
		if strings.Contains(asked, "id_list=") {
			requests++
		}
	}
	if requests != 2 { // the first, and those that waited for it
		t.Errorf("%d requests for four IDs of arXiv, want 2", requests)
	}
}

// TestNoConnection holds that a run that was not told to asks nobody: the proxy
// that it knows hears nothing, and without any network it says the same.
func TestNoConnection(t *testing.T) {
	p := newPlayedProxy(t)
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "refs.bib"), []byte(wrongYear), 0o644); err != nil {
		t.Fatal(err)
	}
	page, err := filepath.Abs("../../testdata/pages/synthetic-data.txt")
	if err != nil {
		t.Fatal(err)
	}
	runs := [][]string{
		{"index", "-q", "refs.bib", "-o", "known.index"},
		{"check", "--fail-on", "never", page},
		{"check", "--fail-on", "never", "--index", "known.index", page},
		{"bib", page}, {"bib", "--fill", "--index", "known.index", page}, {"bib", "--sources", page},
		{"refs", page}, {"facts", page}, {"explain"}, {"schema"}, {"version"},
	}
	for _, args := range runs {
		stdout, stderr, code := runApart(t, p, folder, args...)
		if code != exitClean {
			t.Errorf("factcite %q exited %d:\n%s%s", args, code, stdout, stderr)
		}
		if asked := p.taken(); asked != nil {
			t.Errorf("factcite %q asked %v", args, asked)
		}
		if args[0] == "index" {
			continue // it is there now
		}
		apart, ok := runWithoutNetwork(t, folder, args)
		if ok && apart != stdout {
			t.Errorf("factcite %q without any network says\n%s\nand with one\n%s", args, apart, stdout)
		}
	}
	if s, err := new(serviceFlags).open(); s != nil || err != nil {
		t.Errorf("without --online there are services: %v, %v", s, err)
	}
}

// runWithoutNetwork runs factcite where there is not even a loopback, if this
// machine can do that.
func runWithoutNetwork(t *testing.T, folder string, args []string) (stdout string, ok bool) {
	t.Helper()
	unshare, err := exec.LookPath("unshare")
	if err != nil || exec.Command(unshare, "--net", "--map-root-user", "true").Run() != nil {
		t.Logf("factcite %q was not run without a network: this machine cannot", args)
		return "", false
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "factcite") // what the test binary goes by
	if err := os.Symlink(self, link); err != nil {
		t.Fatal(err)
	}
	command := exec.Command(unshare, append([]string{"--net", "--map-root-user", link}, args...)...)
	command.Dir = folder
	command.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1790000000")
	out, err := command.Output()
	if err != nil {
		t.Errorf("factcite %q without any network: %v", args, err)
	}
	return string(out), true
}

// connectors are what opens connections in Go's library, and the files that may
// name it.
var connectors = map[string][]string{
	"http.DefaultTransport": {"cmd/factcite/services.go", "cmd/factcite/mcp_test.go"}, // with --online only, and over the loopback
	"http.Transport":        {"cmd/factcite/services.go", "authority/online/played_test.go", "authority/online/loopback_test.go"},
	"http.Client":           {"authority/online/client.go", "cmd/factcite/mcp_test.go"}, // which is given its transport
	"http.DefaultClient":    nil, "http.Get": nil, "http.Head": nil, "http.Post": nil, "http.PostForm": nil,
	"net.Dial": nil, "net.DialTimeout": nil, "net.DialTCP": nil, "net.DialUDP": nil, "net.DialIP": nil, "net.DialUnix": nil, "net.Dialer": nil, "net.Resolver": nil,
	"net.LookupHost": nil, "net.LookupIP": nil, "net.LookupAddr": nil, "net.LookupTXT": nil, "net.LookupMX": nil, "net.LookupNS": nil, "net.LookupSRV": nil,
	"tls.Dial": nil, "tls.DialWithDialer": nil, "tls.Dialer": {"authority/online/loopback_test.go"}, "rpc.Dial": nil, "smtp.Dial": nil, "smtp.SendMail": nil, "websocket.Dial": nil,
	"syscall.Connect": nil, "syscall.Socket": nil, "unix.Connect": nil, "unix.Socket": nil,
}

// TestConnectors holds that nothing else of this module, tests included, names
// what opens connections. Browsers, which tests drive over the loopback, load
// pages that name no address.
func TestConnectors(t *testing.T) {
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		text, err := fs.ReadFile(root, path)
		if err != nil {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, text, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for node := range ast.Preorder(file) {
			selector, ok := node.(*ast.SelectorExpr)
			if !ok {
				continue
			}
			from, ok := selector.X.(*ast.Ident)
			if !ok {
				continue
			}
			name := from.Name + "." + selector.Sel.Name
			if allowed, opens := connectors[name]; opens && !slices.Contains(allowed, path) {
				t.Errorf("%s names %s", files.Position(node.Pos()), name)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
