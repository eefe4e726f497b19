// Package editor is a language server: it shows an editor the findings of a .bib, a
// Markdown or LaTeX document, JSON Lines or a text as they are typed, what is known of a
// work, and what mends a finding. It reads the .bib files of the folders that are open,
// and writes none: an edit is the editor's to make.
package editor

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/validate"
)

// Options say what a server works with. The zero value works.
type Options struct {
	Version   string
	Catalogue *authority.Catalogue                        // what references are compared with; nil is nothing
	Checks    validate.Options                            // of every document
	Config    func(path string) (*validate.Config, error) // the configuration for a document; nil is none
}

// Serve speaks with an editor until it says exit, the stream ends or ctx does.
func Serve(ctx context.Context, stream io.ReadWriteCloser, opts *Options) error {
	s := &server{Options: *opts, documents: map[string]*document{}, checks: map[string]context.CancelFunc{}, found: map[string][]validate.Finding{}}
	if s.Catalogue != nil {
		s.Checks.Authority = s.Catalogue
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	conn := jsonrpc2.NewConn(ctx, jsonrpc2.NewBufferedStream(stream, jsonrpc2.VSCodeObjectCodec{}), jsonrpc2.HandlerWithError(s.handle).SuppressErrClosed(), jsonrpc2.SetLogger(silent{}))
	select {
	case <-conn.DisconnectNotify():
	case <-ctx.Done():
	}
	cancel()
	s.running.Wait()
	if err := conn.Close(); !errors.Is(err, jsonrpc2.ErrClosed) {
		return err
	}
	return nil
}

// silent drops what the connection would log: standard error is the editor's.
type silent struct{}

func (silent) Printf(string, ...any) {}

// server is a session with an editor. Requests are handled one after the other; checks
// run beside them.
type server struct {
	Options
	folders   []string // that are open
	documents map[string]*document
	shared    bibs

	running sync.WaitGroup
	mutex   sync.Mutex // of what checks find
	checks  map[string]context.CancelFunc
	found   map[string][]validate.Finding // by URI, of the version that is shown
	ended   bool
}

// methods are what the editor asks for and tells.
var methods = map[string]func(*server, context.Context, *jsonrpc2.Conn, json.RawMessage) (any, error){
	"initialize":                      (*server).initialize,
	"initialized":                     nothing,
	"shutdown":                        (*server).shutdown,
	"exit":                            (*server).exit,
	"textDocument/didOpen":            (*server).didOpen,
	"textDocument/didChange":          (*server).didChange,
	"textDocument/didSave":            (*server).didSave,
	"textDocument/didClose":           (*server).didClose,
	"textDocument/hover":              (*server).hover,
	"textDocument/definition":         (*server).definition,
	"textDocument/documentSymbol":     (*server).symbols,
	"textDocument/codeAction":         (*server).codeActions,
	"workspace/didChangeWatchedFiles": (*server).didSave,
	"$/cancelRequest":                 nothing,
	"$/setTrace":                      nothing,
}

func nothing(*server, context.Context, *jsonrpc2.Conn, json.RawMessage) (any, error) { return nil, nil }

func (s *server) handle(ctx context.Context, conn *jsonrpc2.Conn, request *jsonrpc2.Request) (any, error) {
	method, ok := methods[request.Method]
	if !ok {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeMethodNotFound, Message: fmt.Sprintf("there is no method %q", request.Method)}
	}
	if s.ended && request.Method != "exit" {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: "the server was shut down"}
	}
	var params json.RawMessage
	if request.Params != nil {
		params = *request.Params
	}
	return method(s, ctx, conn, params)
}

// decode reads the parameters of a method.
func decode[T any](params json.RawMessage) (*T, error) {
	into := new(T)
	if err := json.Unmarshal(params, into); err != nil {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: err.Error()}
	}
	return into, nil
}

func (s *server) initialize(_ context.Context, _ *jsonrpc2.Conn, params json.RawMessage) (any, error) {
	p, err := decode[initializeParams](params)
	if err != nil {
		return nil, err
	}
	for _, folder := range p.WorkspaceFolders {
		s.folders = append(s.folders, pathOf(folder.URI))
	}
	if len(s.folders) == 0 && p.RootURI != "" {
		s.folders = []string{pathOf(p.RootURI)}
	}
	s.shared.look(s.folders)
	return map[string]any{"capabilities": capabilities, "serverInfo": map[string]string{"name": "factcite", "version": s.Version}}, nil
}

func (s *server) shutdown(context.Context, *jsonrpc2.Conn, json.RawMessage) (any, error) {
	s.ended = true
	return nil, nil
}

func (s *server) exit(_ context.Context, conn *jsonrpc2.Conn, _ json.RawMessage) (any, error) {
	go conn.Close() // it waits for this answer
	return nil, nil
}

func (s *server) didOpen(ctx context.Context, conn *jsonrpc2.Conn, params json.RawMessage) (any, error) {
	p, err := decode[didOpenParams](params)
	if err != nil {
		return nil, err
	}
	d := newDocument(&p.TextDocument)
	s.documents[d.uri] = d
	s.check(ctx, conn, d)
	return nil, nil
}

func (s *server) didChange(ctx context.Context, conn *jsonrpc2.Conn, params json.RawMessage) (any, error) {
	p, err := decode[didChangeParams](params)
	if err != nil {
		return nil, err
	}
	d, err := s.document(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	next := *d // a check may read the one before
	for _, c := range p.ContentChanges {
		if err := next.apply(c); err != nil {
			return nil, err
		}
	}
	next.version = p.TextDocument.Version
	s.documents[d.uri] = &next
	s.check(ctx, conn, &next)
	return nil, nil
}

// didSave checks every open document again, since other files may have changed.
func (s *server) didSave(ctx context.Context, conn *jsonrpc2.Conn, _ json.RawMessage) (any, error) {
	s.shared.look(s.folders)
	for _, d := range s.documents {
		s.check(ctx, conn, d)
	}
	return nil, nil
}

func (s *server) didClose(ctx context.Context, conn *jsonrpc2.Conn, params json.RawMessage) (any, error) {
	p, err := decode[didOpenParams](params)
	if err != nil {
		return nil, err
	}
	uri := p.TextDocument.URI
	delete(s.documents, uri)
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if stop := s.checks[uri]; stop != nil {
		stop()
	}
	delete(s.checks, uri)
	delete(s.found, uri)
	return nil, conn.Notify(ctx, "textDocument/publishDiagnostics", publishDiagnosticsParams{URI: uri, Diagnostics: []diagnostic{}})
}

var errNotOpen = errors.New("the document is not open")

func (s *server) document(uri string) (*document, error) {
	if d, ok := s.documents[uri]; ok {
		return d, nil
	}
	return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: fmt.Sprintf("%s: %v", uri, errNotOpen)}
}

// at returns the document and the byte offset that a request is about.
func (s *server) at(params json.RawMessage) (*document, int, error) {
	p, err := decode[positionParams](params)
	if err != nil {
		return nil, 0, err
	}
	d, err := s.document(p.TextDocument.URI)
	if err != nil {
		return nil, 0, err
	}
	return d, d.offset(p.Position), nil
}
