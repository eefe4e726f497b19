package editor

import (
	"encoding/json"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/index"
	"github.com/factcite/factcite/cmd/factcite/internal/editor/transcript"
	"github.com/factcite/factcite/validate"
)

// both is what an editor writes and what it reads, as one stream.
type both struct {
	io.Reader
	io.WriteCloser
}

// TestServe replays the transcripts with a server in this process.
func TestServe(t *testing.T) {
	transcript.Replay(t, "testdata", false, func(t *testing.T, known string) (io.WriteCloser, io.Reader) {
		options := &Options{Version: "devel", Checks: validate.Options{Today: time.Unix(1_790_000_000, 0).UTC()}}
		if known != "" {
			opened, err := index.Open(known)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { opened.Close() })
			options.Catalogue = authority.NewCatalogue(opened)
		}
		in, written := io.Pipe()
		out, said := io.Pipe()
		go func() {
			if err := Serve(t.Context(), both{in, said}, options); err != nil {
				t.Error(err)
			}
			said.Close()
		}()
		return written, out
	})
}

// TestWrongParameters holds what is said of parameters that a method cannot have, and that they
// change nothing.
func TestWrongParameters(t *testing.T) {
	d := textOf("@misc{a}")
	s := &server{documents: map[string]*document{d.uri: d}}
	for _, c := range []struct{ method, params, want string }{
		{"initialize", `{"rootUri":7}`, "json: cannot unmarshal number"},
		{"textDocument/didOpen", `{"textDocument":7}`, "json: cannot unmarshal number"},
		{"textDocument/didClose", `{"textDocument":7}`, "json: cannot unmarshal number"},
		{"textDocument/didChange", `{"contentChanges":7}`, "json: cannot unmarshal number"},
		{"textDocument/didChange", `{"textDocument":{"uri":"file:///none.bib"},"contentChanges":[{"text":"x"}]}`, "file:///none.bib: the document is not open"},
		{"textDocument/didChange", `{"textDocument":{"uri":"file:///a.bib"},"contentChanges":[{"text":"felt"},{"range":{"start":{"line":0,"character":3},"end":{"line":0,"character":1}},"text":"x"}]}`, "a change of file:///a.bib ends before it begins"},
		{"textDocument/hover", `{"position":7}`, "json: cannot unmarshal number"},
		{"textDocument/definition", `{"textDocument":{"uri":"file:///none.bib"}}`, "file:///none.bib: the document is not open"},
		{"textDocument/definition", `{"position":7}`, "json: cannot unmarshal number"},
		{"textDocument/documentSymbol", `{"textDocument":{"uri":"file:///none.bib"}}`, "file:///none.bib: the document is not open"},
		{"textDocument/documentSymbol", `7`, "json: cannot unmarshal number"},
		{"textDocument/codeAction", `{"textDocument":{"uri":"file:///none.bib"}}`, "file:///none.bib: the document is not open"},
		{"textDocument/codeAction", `{"range":7}`, "json: cannot unmarshal number"},
	} {
		answer, err := methods[c.method](s, t.Context(), nil, json.RawMessage(c.params))
		if err == nil || !strings.Contains(err.Error(), c.want) || answer != nil {
			t.Errorf("%s of %s: %v, %v, want %s", c.method, c.params, answer, err, c.want)
		}
	}
	if len(s.documents) != 1 || s.documents[d.uri] != d || d.text != "@misc{a}" {
		t.Errorf("the documents are %+v", s.documents)
	}
	for _, method := range []string{"textDocument/definition", "textDocument/hover"} {
		if answer, err := methods[method](s, t.Context(), nil, json.RawMessage(`{"textDocument":{"uri":"file:///a.bib"},"position":{"line":9,"character":0}}`)); answer != nil && method == "textDocument/definition" || err != nil {
			t.Errorf("%s of nothing: %v, %v", method, answer, err)
		}
	}
}

// TestFoldersOfSession holds which folders are looked into.
func TestFoldersOfSession(t *testing.T) {
	for params, want := range map[string]string{
		`{}`: "", `{"rootUri":"file:///a"}`: "/a", `{"rootUri":"file:///a","workspaceFolders":[{"uri":"file:///b"},{"uri":"file:///c%20d"}]}`: "/b|/c d", `{"workspaceFolders":[]}`: "",
	} {
		s := &server{Options: Options{Version: "1.2"}}
		answer, err := s.initialize(t.Context(), nil, json.RawMessage(params))
		if got := strings.Join(s.folders, "|"); err != nil || got != want {
			t.Errorf("%s: %q, %v, want %q", params, got, err, want)
		}
		if info := answer.(map[string]any)["serverInfo"].(map[string]string); info["name"] != "factcite" || info["version"] != "1.2" {
			t.Errorf("it is called %v", info)
		}
	}
}
