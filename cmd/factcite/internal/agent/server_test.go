package agent

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
)

const entry = "@article{roe2019, author = {Roe, Ana}, title = {Felt rims and quiet carts}, journal = {Journal of Carts}, year = 2019, pages = {1--9}}\n"

// ask calls a tool of a server in this process.
func ask(t *testing.T, opts *Options, tool string, in map[string]any) (answer, failed string) {
	t.Helper()
	here, there := mcp.NewInMemoryTransports()
	serving, err := NewServer(opts).Connect(t.Context(), there, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer serving.Close()
	session, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), here, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	result, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: tool, Arguments: in})
	if err != nil {
		return "", err.Error()
	}
	text := result.Content[0].(*mcp.TextContent).Text
	if result.IsError {
		return "", text
	}
	return text, ""
}

// shelf is an authority that has one work, or is damaged.
type shelf struct {
	work *authority.Work
	err  error
}

func (s *shelf) Coverage() *authority.Coverage { return &authority.Coverage{Name: "shelf"} }

func (s *shelf) Find(context.Context, *authority.Query) ([]*authority.Work, error) {
	if s.err != nil {
		return nil, s.err
	}
	return []*authority.Work{s.work}, nil
}

func TestTools(t *testing.T) {
	known := &authority.Work{Origin: authority.Origin{Source: "dblp", Date: "2026-11"}, Status: authority.Published}
	known.Record.Type, known.Record.Title, known.Record.Year, known.Record.Container, known.Record.DOI = citation.Article, "Felt rims and quiet carts", "2019", "Journal of Carts", "10.99999/jc.1"
	known.Record.Authors = []citation.Name{{Given: "Ana", Family: "Roe"}}
	opts := &Options{
		Folders:   map[string]fs.FS{"facts": fstest.MapFS{"a/refs.bib": {Data: []byte(entry)}, "source.txt": {Data: []byte("A level of 31 dB.")}}},
		Catalogue: authority.NewCatalogue(&shelf{work: known}),
	}
	for _, test := range []struct {
		tool string
		in   map[string]any
		want []string
	}{
		{"read_references", map[string]any{"paths": []string{"facts/a"}}, []string{`"path":"facts/a/refs.bib"`, `"key":"roe2019"`, `"line":1`}},
		{"read_references", map[string]any{"text": "He saw 'Felt' (Roe, 2018). A. Roe wrote the book 'Oak' in 2017."}, []string{`"year":"2018"`, `"title":"Oak"`, `"mentions":[{`}},
		{"check_facts", map[string]any{"text": strings.Replace(entry, "1--9", "9--1", 1)}, []string{`"rule":"pages-reversed"`, `"warning":1`}},
		{"verify_reference", map[string]any{"text": entry}, []string{`"verdict":"agree"`, `"origin":"dblp 2026-11"`, `"beyond":{"doi":"10.99999/jc.1"}`, `"confirmed":["title",`, `"not_confirmed":[`}},
		{"verify_reference", map[string]any{"text": strings.Replace(entry, "= 2019", "= 2011", 1)}, []string{`"verdict":"contradicted"`, `"contradicted":[{"field":"year","known":"2019"`}},
		{"ground_fact", map[string]any{"fact": "It was 28 dB.", "source_path": "facts/source.txt"}, []string{`"words":"31 dB"`, `"span":[11,16]`, `"verdict":"absent"`}},
		{"ground_fact", map[string]any{"fact": "The carts with felt rims had a level of 32 dB on oak", "source_text": "The carts with felt rims had a level of 31 dB on oak.", "quotation": true}, []string{`"verdict":"altered"`, `"changed":[{`}},
		{"ground_fact", map[string]any{"fact": "It was 28 dB.", "source_text": "A level of 31 dB.", "partial": true}, []string{`"verdict":"not checked"`}},
		{"bibliography", map[string]any{"text": "Roe wrote 'Felt rims and quiet carts'.", "fill": true}, []string{`"works":1`, "10.99999/jc.1"}},
		{"bibliography", map[string]any{"text": entry, "format": "ris"}, []string{`TY  - JOUR`}},
	} {
		answer, failed := ask(t, opts, test.tool, test.in)
		for _, want := range test.want {
			if !strings.Contains(answer, want) {
				t.Errorf("%s %v: %s%s, want %s", test.tool, test.in, answer, failed, want)
			}
		}
	}
}

// A damaged index answers nothing.
func TestUnusableCatalogue(t *testing.T) {
	opts := &Options{Catalogue: authority.NewCatalogue(&shelf{err: &authority.UnusableError{Err: errors.New("it is damaged")}})}
	for _, tool := range []string{"verify_reference", "check_facts"} {
		if answer, failed := ask(t, opts, tool, map[string]any{"text": entry}); !strings.Contains(failed, "it is damaged") {
			t.Errorf("%s: %s%s", tool, answer, failed)
		}
	}
	if answer, failed := ask(t, opts, "bibliography", map[string]any{"text": entry, "fill": true}); !strings.Contains(failed, "it is damaged") {
		t.Errorf("%s%s", answer, failed)
	}
}

func TestBounds(t *testing.T) {
	var cut string
	list := shortened([]int{1, 2, 3}, 2, "works", &cut)
	list = shortened(list, 2, "works", &cut)
	if diff := cmp.Diff([]int{1, 2}, list); diff != "" || cut != "2 of 3 works are listed" {
		t.Errorf("%q (-want +got):\n%s", cut, diff)
	}
	shortenedOf([]int{1}, 1, 9, "findings", &cut)
	if cut != "2 of 3 works are listed; 1 of 9 findings are listed" {
		t.Errorf("%q", cut)
	}
	for limit, want := range map[itemCount]int{0: 50, 1: 1, 200: 200} {
		if got := (listing{limit}).limit(); got != want {
			t.Errorf("%d items of %d are listed, want %d", got, limit, want)
		}
	}
	text := limited{most: 4}
	if n, err := text.Write([]byte("abc")); n != 3 || err != nil || text.full {
		t.Errorf("%d, %v", n, err)
	}
	if n, err := text.Write([]byte("de")); n != 1 || !errors.Is(err, errFull) || text.String() != "abcd" || !text.full {
		t.Errorf("%d, %v: %s", n, err, text.String())
	}
	var records strings.Builder
	for i := range maxInputs + 1 {
		fmt.Fprintf(&records, `{"id":"%d","content":"Felt."}`+"\n", i)
	}
	answer, failed := ask(t, new(Options), "read_references", map[string]any{"text": records.String()})
	var out readOut
	if err := json.Unmarshal([]byte(answer), &out); err != nil || !strings.HasPrefix(out.Cut, "only the first 20000 facts") {
		t.Errorf("%v %s %s", err, out.Cut, failed)
	}
}

func TestFolders(t *testing.T) {
	f := folders{"a": fstest.MapFS{"b/c.txt": {Data: []byte("c")}, "pipe": {Mode: fs.ModeNamedPipe}}}
	if text, err := fs.ReadFile(f, "a/b/c.txt"); string(text) != "c" {
		t.Errorf("%q, %v", text, err)
	}
	if list, err := fs.ReadDir(f, "a"); len(list) != 2 {
		t.Errorf("%v, %v", list, err)
	}
	for _, name := range []string{"", ".", "b", "a/../a", "a/pipe", "a/none", "/a", "a/"} {
		if file, err := f.Open(name); err == nil {
			t.Errorf("%q is opened: %v", name, file)
		}
		if err := f.check(name); err == nil || strings.Contains(err.Error(), "invalid") {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestGuard(t *testing.T) {
	handler := NewHandler(NewServer(new(Options)), "felt")
	for name, test := range map[string]struct {
		host, origin, token string
		want                int
	}{
		"its own":         {"127.0.0.1:8080", "", "felt", http.StatusOK},
		"IPv6":            {"[::1]:8080", "http://[::1]:3000", "felt", http.StatusOK},
		"IPv6, no port":   {"[::1]", "", "felt", http.StatusOK},
		"localhost":       {"localhost", "https://localhost", "felt", http.StatusOK},
		"another host":    {"carts.example", "", "felt", http.StatusForbidden},
		"another network": {"192.0.2.1:8080", "", "felt", http.StatusForbidden},
		"another page":    {"localhost", "https://carts.example", "felt", http.StatusForbidden},
		"no page":         {"localhost", "null", "felt", http.StatusForbidden},
		"no address":      {"localhost", "http://%zz", "felt", http.StatusForbidden},
		"another token":   {"localhost", "", "oak", http.StatusUnauthorized},
		"no token":        {"localhost", "", "", http.StatusUnauthorized},
	} {
		body := `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}`
		request := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(body))
		request.Host = test.host
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Accept", "application/json, text/event-stream")
		if test.origin != "" {
			request.Header.Set("Origin", test.origin)
		}
		if test.token != "" {
			request.Header.Set("Authorization", "Bearer "+test.token)
		}
		recorder := httptest.NewRecorder()
		handler.ServeHTTP(recorder, request)
		said, _ := io.ReadAll(recorder.Body)
		if recorder.Code != test.want {
			t.Errorf("%s: %d %s, want %d", name, recorder.Code, said, test.want)
		}
	}
}

func TestListen(t *testing.T) {
	listener, err := Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	listener.Close()
	for _, address := range []string{"", "8080", ":8080", "0.0.0.0:0", "[::]:0", "192.0.2.1:0", "carts.example:0", "127.0.0.1.carts.example:0", "[]:0"} {
		if listener, err := Listen(t.Context(), address); err == nil {
			t.Errorf("%q is listened on", address)
			listener.Close()
		}
	}
}
