package editor

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/fact"
)

// work is a work that a document names, and where: bytes of the text, half open.
type work struct {
	start, end int
	key        string // of an entry of a .bib
	fact       string // id of the fact that names it
	reference  citation.Reference
	facts      string // of an entry: the facts that it was made of
}

// works are what a document names.
func (d *document) works() []work {
	var list []work
	for in, err := range inputs(d, nil) {
		if err != nil {
			break
		}
		if in.Bib != nil {
			list = append(list, entries(in.Bib)...)
			continue
		}
		for id, said := range in.Extractions(true) {
			for _, r := range said.References {
				from, to := in.Fact.LocateContent(0, len(in.Fact.Record.Content))
				list = append(list, work{start: int(from.Offset), end: int(to.Offset), fact: id, reference: r})
			}
		}
	}
	return list
}

func entries(f *bib.File) []work {
	var list []work
	for i := range f.Entries {
		e := &f.Entries[i]
		w := work{start: e.Start, end: e.End, key: e.Key}
		w.reference, _ = citation.BibReference(f, e)
		if facts := e.Field("x-facts"); facts != nil {
			w.facts = facts.Value
		}
		list = append(list, w)
	}
	return list
}

// workAt returns the work that a byte of a text belongs to, nil if it is of none.
func (d *document) workAt(offset int) *work {
	for _, w := range d.works() {
		if w.start <= offset && offset <= w.end {
			return &w
		}
	}
	return nil
}

// citedAt returns the key that is cited at a byte of a text, and where it is.
func (d *document) citedAt(offset int) (key string, start int) {
	if !cites(d.path) {
		return "", 0
	}
	for _, c := range bib.CitedKeys(d.path, []byte(d.text)) {
		if start := d.place(c.Line, c.Column); start <= offset && offset <= start+len(c.Key) {
			return c.Key, start
		}
	}
	return "", 0
}

// entry finds the entry of a key in the .bib files that there are.
func (s *server) entry(key string) (*document, *work) {
	for _, d := range s.files() {
		file := bib.Read(d.path, []byte(d.text))
		if e := file.Entry(key); e != nil {
			for _, w := range entries(file) {
				if w.start == e.Start {
					return d, &w
				}
			}
		}
	}
	return nil, nil
}

// definition leads from a key that is cited to its entry.
func (s *server) definition(_ context.Context, _ *jsonrpc2.Conn, params json.RawMessage) (any, error) {
	d, offset, err := s.at(params)
	if err != nil {
		return nil, err
	}
	key, _ := d.citedAt(offset)
	if key == "" {
		return nil, nil
	}
	if in, w := s.entry(key); w != nil {
		return location{in.uri, in.extent(w.start, w.end)}, nil
	}
	return nil, nil
}

// hover tells what is said of the work at a place, and what is known of it.
func (s *server) hover(ctx context.Context, _ *jsonrpc2.Conn, params json.RawMessage) (any, error) {
	d, offset, err := s.at(params)
	if err != nil {
		return nil, err
	}
	if key, start := d.citedAt(offset); key != "" {
		if _, w := s.entry(key); w != nil {
			return hover{markup{"markdown", s.describe(ctx, w)}, d.extent(start, start+len(key))}, nil
		}
		return nil, nil
	}
	text, at := d.recordAt(offset)
	if w := d.workAt(offset); w != nil {
		text, at = text+s.describe(ctx, w), d.extent(w.start, w.end)
	}
	if text == "" {
		return nil, nil
	}
	return hover{markup{"markdown", text}, at}, nil
}

// recordAt tells what the fact record is that a byte of JSON Lines belongs to, and where it
// comes from; "" if it is of none.
func (d *document) recordAt(offset int) (text string, at extent) {
	for in, err := range inputs(d, nil) {
		if err != nil || in.Fact == nil || in.Fact.Form != fact.Lines {
			return "", at
		}
		from, to := in.Fact.Locate("")
		if record := in.Fact.Record; record != nil && int(from.Offset) <= offset && offset <= int(to.Offset) {
			return describeRecord(record), d.extent(int(from.Offset), int(to.Offset))
		}
	}
	return "", at
}

func describeRecord(r *fact.Record) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s**\n\n%s\n\n", escaped(strings.TrimSpace(string(r.Type)+" "+r.ID)), escaped(r.Content))
	for _, s := range r.Sources {
		said := []string{}
		for _, part := range []string{s.Title, s.AuthorPerson, s.AuthorOrg, s.PublishedDate, cmp.Or(s.URI, s.Domain)} {
			if part != "" {
				said = append(said, escaped(part))
			}
		}
		fmt.Fprintf(&b, "- from %s\n", strings.Join(said, ", "))
	}
	return b.String() + "\n"
}

func (s *server) describe(ctx context.Context, w *work) string {
	var b strings.Builder
	r := &w.reference
	name := string(r.Type)
	if w.key != "" {
		name += " " + w.key
	}
	fmt.Fprintf(&b, "**%s**\n", escaped(name))
	for _, field := range shownFields {
		if value := r.Text(field); value != "" {
			fmt.Fprintf(&b, "- %s: %s\n", field, escaped(value))
		} else if derived, ok := r.Derived[field]; ok {
			fmt.Fprintf(&b, "- %s: %s (derived from the %s)\n", field, escaped(derived.Value), escaped(derived.From))
		}
	}
	switch {
	case w.facts != "":
		fmt.Fprintf(&b, "\nfrom the facts %s\n", escaped(w.facts))
	case w.fact != "":
		fmt.Fprintf(&b, "\nfrom the fact %s\n", escaped(w.fact))
	}
	if s.Catalogue != nil {
		b.WriteString("\n" + known(s.Catalogue.Verify(ctx, r, &authority.VerifyOptions{CompleteAuthors: w.key != ""})))
	}
	return b.String()
}

// shownFields are what a hover shows.
var shownFields = []string{"title", "authors", "editors", "container", "publisher", "institution", "year", "volume", "number", "pages", "doi", "arxiv", "isbn", "pmid", "url"}

// known says what an index answers.
func known(a authority.Answer) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s**", strings.ReplaceAll(string(a.Verdict), "_", " "))
	if a.Reason != "" {
		b.WriteString(": " + escaped(a.Reason))
	}
	if a.Work != nil {
		fmt.Fprintf(&b, " (%s)", escaped(a.Work.Origin.String()))
	}
	b.WriteString("\n")
	for _, d := range a.Differences {
		fmt.Fprintf(&b, "- %s: stated %s, known %s\n", d.Field, escaped(d.Stated), escaped(d.Known))
	}
	for _, field := range a.Fillable {
		fmt.Fprintf(&b, "- %s is known: %s\n", field, escaped(a.Work.Record.Text(field)))
	}
	if a.Retraction != nil {
		fmt.Fprintf(&b, "- retracted: %s\n", escaped(a.Retraction.String()))
	}
	return b.String()
}

// escaped keeps what a text says from being read as Markdown or HTML.
func escaped(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case strings.ContainsRune("\\`*_{}[]<>#|!&~", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || r == 0x7f:
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// The kinds of symbols of the protocol that are used.
const (
	symbolObject = 19
	symbolKey    = 20
)

// symbols lists the entries of a .bib, the facts of records, and the works of a text.
func (s *server) symbols(_ context.Context, _ *jsonrpc2.Conn, params json.RawMessage) (any, error) {
	p, err := decode[positionParams](params)
	if err != nil {
		return nil, err
	}
	d, err := s.document(p.TextDocument.URI)
	if err != nil {
		return nil, err
	}
	list := []documentSymbol{}
	add := func(name, detail string, kind, start, end int) {
		at := d.extent(start, end)
		list = append(list, documentSymbol{Name: name, Detail: detail, Kind: kind, Range: at, SelectionRange: at})
	}
	for in, err := range inputs(d, nil) {
		switch {
		case err != nil:
			return list, nil
		case in.Bib != nil:
			for _, w := range entries(in.Bib) {
				if w.key != "" {
					add(w.key, w.reference.Title, symbolKey, w.start, w.end)
				}
			}
		case in.Fact.Record != nil && in.Fact.Form == fact.Lines:
			from, to := in.Fact.Locate("")
			add(in.Fact.Record.ID, in.Fact.Record.Content, symbolObject, int(from.Offset), int(to.Offset))
		}
	}
	if len(list) == 0 {
		for _, w := range d.works() {
			if w.reference.Title != "" {
				add(w.reference.Title, w.reference.Year, symbolObject, w.start, w.end)
			}
		}
	}
	return list, nil
}
