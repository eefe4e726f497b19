package editor

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/validate"
)

// codeActions are what mends the findings at a place.
func (s *server) codeActions(ctx context.Context, _ *jsonrpc2.Conn, params json.RawMessage) (any, error) {
	p, err := decode[codeActionParams](params)
	if err != nil {
		return nil, err
	}
	d, err := s.document(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	start, end := d.offset(p.Range.Start), d.offset(p.Range.End)
	actions := []codeAction{}
	if isBib(d.path) {
		actions = append(actions, s.fromKnown(ctx, d, start)...)
	}
	s.mutex.Lock()
	found := s.found[d.uri]
	s.mutex.Unlock()
	for i := range found {
		at := d.extentOf(&found[i])
		if d.offset(at.End) < start || end < d.offset(at.Start) {
			continue
		}
		if found[i].Rule == "cited-key-missing" {
			actions = append(actions, s.addEntry(d, &found[i])...)
		}
		actions = append(actions, s.ignore(d, &found[i])...)
	}
	return actions, nil
}

func (d *document) action(title string, f *validate.Finding, changes ...documentChange) codeAction {
	a := codeAction{Title: title, Kind: "quickfix", Edit: &workspaceEdit{changes}}
	if f != nil {
		a.Diagnostics = []diagnostic{d.diagnostic(f)}
	}
	return a
}

// change is an edit of a document.
func (d *document) change(edit textEdit) documentChange {
	of := &versionedIdentifier{URI: d.uri}
	if d.version != notOpen {
		of.Version = &d.version
	}
	return documentChange{TextDocument: of, Edits: []textEdit{edit}}
}

// fromKnown fills the absent fields of the entry at a place, and takes what is known
// instead of what it states.
func (s *server) fromKnown(ctx context.Context, d *document, offset int) []codeAction {
	if s.Catalogue == nil {
		return nil
	}
	file := bib.Read(d.path, []byte(d.text))
	for i := range file.Entries {
		e := &file.Entries[i]
		if offset < e.Start || e.End < offset {
			continue
		}
		r, ok := citation.BibReference(file, e)
		if !ok {
			return nil
		}
		a := s.Catalogue.Verify(ctx, &r, &authority.VerifyOptions{CompleteAuthors: true})
		if a.Work == nil || s.Catalogue.Err() != nil {
			return nil
		}
		return append(d.fill(e.Key, &r, &a), d.correct(i, &r, &a)...)
	}
	return nil
}

// fill adds the fields that an entry lacks, as bib --update --fill does.
func (d *document) fill(key string, r *citation.Reference, a *authority.Answer) []codeAction {
	if len(a.Fillable) == 0 {
		return nil
	}
	var b citation.Bibliography
	b.Add(key, r)
	var origins []string
	for _, field := range a.Fillable {
		if origin := a.Work.OriginOf(field).String(); !slices.Contains(origins, origin) {
			origins = append(origins, origin)
		}
	}
	update, err := citation.UpdateBib(d.path, []byte(d.text), &b, &citation.WriteOptions{NoProvenance: true, UTF8: true, Complete: func(p *citation.Publication) {
		p.Fill(&a.Work.Record, a.Fillable, "")
	}})
	if err != nil || string(update.Text) == d.text {
		return nil
	}
	title := fmt.Sprintf("Fill %s from %s", strings.Join(a.Fillable, ", "), strings.Join(origins, ", "))
	return []codeAction{d.action(title, nil, d.change(d.edit(string(update.Text))))}
}

// correct takes, field by field, what is known instead of what an entry states.
func (d *document) correct(entry int, r *citation.Reference, a *authority.Answer) []codeAction {
	var actions []codeAction
	for _, difference := range a.Differences {
		if difference.Unknown || difference.Leads {
			continue // what is known is of another work, or nothing
		}
		corrected := *r
		row := ref.RowOf(ref.Field(difference.Field))
		switch {
		case difference.Field == string(ref.FieldAuthors):
			corrected.Authors, corrected.EtAl = a.Work.Record.Authors, a.Work.Record.EtAl
		case row == nil || *row.Text(&a.Work.Record) == "":
			continue
		default:
			*row.Text(&corrected) = *row.Text(&a.Work.Record)
		}
		if text, ok := d.corrected(entry, *r, corrected); ok {
			title := fmt.Sprintf("Take the %s that %s has: %.80s", difference.Field, difference.Origin, corrected.Text(difference.Field))
			actions = append(actions, d.action(title, nil, d.change(d.edit(text))))
		}
	}
	return actions
}

// biblatexNames are what biblatex calls fields of BibTeX.
var biblatexNames = map[string]string{"journal": "journaltitle", "year": "date", "address": "location", "school": "institution"}

// corrected returns the document with the values of an entry in place that differ between
// two references.
func (d *document) corrected(entry int, stated, known citation.Reference) (string, bool) {
	stated.Entry, known.Entry = nil, nil // else both are written as the entry has them
	edit := bib.NewEdit(d.path, []byte(d.text))
	e := &edit.File.Entries[entry]
	before, after := citation.Entry(e.Key, &stated), citation.Entry(e.Key, &known)
	for name, value := range after.Fields {
		if was, ok := before.Fields[name]; ok && was.RawString() == value.RawString() {
			continue
		}
		field := e.Field(name)
		if field == nil {
			field = e.Field(biblatexNames[name])
		}
		if field == nil {
			return "", false
		}
		edit.ReplaceValue(entry, field, value.RawString())
	}
	text, err := edit.Bytes()
	return string(text), err == nil && string(text) != d.text
}

// addEntry adds an entry for a key that is cited and that no .bib has, to each of them.
func (s *server) addEntry(d *document, f *validate.Finding) []codeAction {
	start := d.place(f.Line, f.Column)
	key, _ := d.citedAt(start)
	if key == "" || !bib.IsKey(key) {
		return nil
	}
	var actions []codeAction
	for _, file := range s.files() {
		edit := bib.NewEdit(file.path, []byte(file.text))
		edit.AppendEntries("@misc{" + key + ",\n  author = {},\n  title = {},\n  year = {}\n}\n")
		text, err := edit.Bytes()
		if err != nil {
			continue
		}
		actions = append(actions, d.action(fmt.Sprintf("Add an entry %s to %s", key, filepath.Base(file.path)), f, file.change(file.edit(string(text)))))
	}
	return actions
}

// whyIgnored stands where a person says why a finding is ignored.
const whyIgnored = "say here why"

// ignore leaves a finding out: by a comment where the document can have one, else in the
// configuration.
func (s *server) ignore(d *document, f *validate.Finding) []codeAction {
	title := fmt.Sprintf("Ignore %s, with a reason", f.Rule)
	comment, ok := comments[strings.ToLower(filepath.Ext(d.path))]
	if !ok {
		return s.ignoreInConfig(title, d, f)
	}
	at := d.lines[d.position(d.place(f.Line, f.Column)).Line]
	if isBib(d.path) {
		for _, w := range entries(bib.Read(d.path, []byte(d.text))) {
			if w.start <= at && at <= w.end {
				at = d.lines[d.position(w.start).Line] // a comment inside of an entry would end it
			}
		}
	}
	mark := fmt.Sprintf(comment, f.Rule, whyIgnored) + "\n"
	return []codeAction{d.action(title, f, d.change(textEdit{d.extent(at, at), mark}))}
}

// comments are how a document leaves findings out.
var comments = map[string]string{
	".bib": "%% factcite-ignore %s: %s", ".tex": "%% factcite-ignore %s: %s",
	".md": "<!-- factcite-ignore %s: %s -->", ".markdown": "<!-- factcite-ignore %s: %s -->", ".html": "<!-- factcite-ignore %s: %s -->",
}

// ignoreKey is the list of a configuration, and what its first element is indented by.
var ignoreKey = regexp.MustCompile(`(?m)^ignore:[ \t]*(?:#.*)?\r?\n([ ]*)- `)

func (s *server) ignoreInConfig(title string, d *document, f *validate.Finding) []codeAction {
	if f.Fact == "" || len(s.folders) == 0 {
		return nil
	}
	path := filepath.Join(s.folders[0], ".factcite.yaml")
	id, err := json.Marshal(f.Fact) // a string of YAML too
	if err != nil {
		return nil
	}
	item := func(indent string) string {
		return fmt.Sprintf("%s- rule: %s\n%s  fact: %s\n%s  reason: %s\n", indent, f.Rule, indent, id, indent, whyIgnored)
	}
	file := &document{uri: uriOf(path), path: path, version: notOpen}
	if open, ok := s.documents[file.uri]; ok {
		file = open
	} else if text, err := os.ReadFile(path); err == nil {
		file.set(string(text))
	} else {
		file.set("")
		create := documentChange{Kind: "create", URI: file.uri}
		return []codeAction{d.action(title, f, create, file.change(textEdit{file.extent(0, 0), "ignore:\n" + item("  ")}))}
	}
	if m := ignoreKey.FindStringSubmatchIndex(file.text); m != nil {
		at := m[2]
		return []codeAction{d.action(title, f, file.change(textEdit{file.extent(at, at), item(file.text[m[2]:m[3]])}))}
	}
	if strings.Contains("\n"+file.text, "\nignore:") {
		return nil // written in a way that an edit would break
	}
	end, before := len(file.text), ""
	if end > 0 && !strings.HasSuffix(file.text, "\n") {
		before = "\n"
	}
	return []codeAction{d.action(title, f, file.change(textEdit{file.extent(end, end), before + "ignore:\n" + item("  ")}))}
}
