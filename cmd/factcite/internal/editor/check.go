package editor

import (
	"context"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/input"
)

// mostDiagnostics is how many findings of a document are shown, the worst first.
const mostDiagnostics = 1000

// check checks a document beside the requests, in place of a check of it that runs, and
// shows what it finds.
func (s *server) check(ctx context.Context, conn *jsonrpc2.Conn, d *document) {
	ctx, cancel := context.WithCancel(ctx)
	s.mutex.Lock()
	if stop := s.checks[d.uri]; stop != nil {
		stop()
	}
	s.checks[d.uri] = cancel
	s.mutex.Unlock()
	var beside []*document
	if cites(d.path) {
		beside = s.files()
	}
	s.running.Go(func() {
		defer cancel()
		found, err := s.findings(ctx, d, beside)
		if err != nil {
			if ctx.Err() == nil {
				conn.Notify(ctx, "window/logMessage", map[string]any{"type": 1, "message": "factcite: " + err.Error()})
			}
			return
		}
		s.mutex.Lock()
		defer s.mutex.Unlock()
		if ctx.Err() != nil { // a newer check runs
			return
		}
		s.found[d.uri] = found
		shown := publishDiagnosticsParams{URI: d.uri, Version: d.version, Diagnostics: []diagnostic{}}
		for i := range found {
			shown.Diagnostics = append(shown.Diagnostics, d.diagnostic(&found[i]))
		}
		conn.Notify(ctx, "textDocument/publishDiagnostics", shown)
	})
}

// cites reports whether a document is of a kind that cites entries of a .bib.
func cites(path string) bool {
	return slices.Contains([]string{".tex", ".md", ".markdown", ".qmd", ".rmd", ".typ", ".rst"}, strings.ToLower(filepath.Ext(path)))
}

// findings checks a document. What it cites must be in one of the .bib files beside it, if
// there is any.
func (s *server) findings(ctx context.Context, d *document, beside []*document) ([]validate.Finding, error) {
	options := s.Checks
	if s.Config != nil {
		config, err := s.Config(d.path)
		if err != nil {
			return nil, err
		}
		options.Config = config
	}
	if cites(d.path) {
		if keys := bib.CitedKeys(d.path, []byte(d.text)); len(keys) > 0 && len(beside) > 0 {
			options.Cited = keys
		} else {
			beside = nil
		}
	}
	result, err := validate.Check(ctx, inputs(d, beside), &options)
	if err != nil {
		return nil, err
	}
	defer result.Close()
	var found []validate.Finding
	for f, err := range result.Findings() {
		if err != nil {
			return nil, err
		}
		if f.Path == d.path {
			found = append(found, f)
		}
	}
	slices.SortStableFunc(found, func(a, b validate.Finding) int { return severities[a.Severity] - severities[b.Severity] })
	return found[:min(len(found), mostDiagnostics)], nil
}

// held are the extensions of documents that are checked whatever they hold. Of others,
// such as JSON, those are whose form is sure.
var held = []string{".bib", ".tex", ".md", ".markdown", ".jsonl", ".ndjson", ".txt"}

// inputs yields what a document and the .bib files beside it hold.
func inputs(d *document, beside []*document) iter.Seq2[validate.Input, error] {
	return func(yield func(validate.Input, error) bool) {
		r := input.NewReader(&input.Options{AnyShape: true})
		if !slices.Contains(held, strings.ToLower(filepath.Ext(d.path))) {
			if _, sure := r.SureForm(d.path, strings.NewReader(d.text)); !sure {
				return
			}
		}
		for in, err := range r.Read(fact.Auto, d.path, strings.NewReader(d.text)) {
			if err != nil { // such as a text that cannot be read as what it seems to be
				break
			}
			if !yield(in, nil) {
				return
			}
		}
		var before *bib.File
		for _, other := range beside {
			before = bib.ReadAfter(before, other.path, []byte(other.text))
			if !yield(validate.Input{Bib: before}, nil) {
				return
			}
		}
	}
}

// severities are the protocol's.
var severities = map[validate.Severity]int{validate.Error: 1, validate.Warning: 2, validate.Info: 3}

func (d *document) diagnostic(f *validate.Finding) diagnostic {
	shown := diagnostic{Range: d.extentOf(f), Severity: severities[f.Severity], Code: f.Rule, Source: "factcite", Message: f.Message}
	if f.Help != "" {
		shown.Message += "\n" + f.Help
	}
	for _, r := range f.Related {
		at := location{URI: uriOf(r.Path)}
		if r.Path == d.path {
			start := d.position(d.place(r.Line, r.Column))
			at = location{d.uri, extent{start, start}}
		}
		shown.Related = append(shown.Related, relatedDiagnostic{at, "stated here: " + r.Stated})
	}
	return shown
}

// extentOf is where a finding is; without an end it is the rest of its line.
func (d *document) extentOf(f *validate.Finding) extent {
	start := d.place(f.Line, f.Column)
	if f.EndLine > 0 {
		return d.extent(start, max(start, d.place(f.EndLine, f.EndColumn)))
	}
	return d.extent(start, d.lineEnd(d.position(start).Line))
}
