package validate

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate/internal/finding"
)

// subject is one fact record as rules see it.
type subject struct {
	item   *fact.Item
	fact   *fact.Record
	folded []byte              // the content, folded
	said   citation.Extraction // what the sentence says, as the fact's type has it
	today  time.Time
}

// namesWork reports whether the sentence names a work, if only in passing. What a fact
// names in passing is not in said: few are asked.
func (s *subject) namesWork() bool {
	said := s.said
	if len(said.References)+len(said.Named) == 0 {
		said = extract(s.item, false)
	}
	return len(said.References)+len(said.Named) > 0
}

// words places a finding at the bytes [start,end) of the content.
func (s *subject) words(start, end int, f Finding) Finding {
	from, to := s.item.LocateContent(start, end)
	return finding.Placed(f, from, to)
}

// text places a finding at the whole content.
func (s *subject) text(f Finding) Finding { return s.words(0, len(s.fact.Content), f) }

// member places a finding at the value that pointer names.
func (s *subject) member(pointer string, f Finding) Finding {
	from, to := s.item.Locate(pointer)
	return finding.Placed(f, from, to)
}

// provenance is one source of a record as rules see it.
type provenance struct {
	*fact.Source
	published, retrieved date
	form                 fact.Form
	today                time.Time
	index                int // among the sources of the record
	recent               *recentSource
	texts                Texts
}

func newProvenance(s *subject, i int, today time.Time, recent *recentSource) *provenance {
	source := &s.fact.Sources[i]
	return &provenance{
		Source:    source,
		published: recent.published.of(source.PublishedDate, readDate),
		retrieved: readDate(source.RetrievedAt),
		form:      s.item.Form,
		today:     today,
		index:     i,
		recent:    recent,
	}
}

// at gives a finding the pointer of a member of the source, or of the source if
// member is "".
func (p *provenance) at(member string, f Finding) Finding {
	f.Field = member
	f.Pointer = strings.TrimSuffix("/sources/"+strconv.Itoa(p.index)+"/"+member, "/")
	return f
}

// identity is what tells a source from others, "" where nothing does.
func (p *provenance) identity() string {
	switch {
	case p.ID != "":
		return "source " + p.ID
	case p.URI != "":
		return "source " + p.URI
	case p.Title != "" || p.Domain != "":
		return "source " + p.Title + "\x00" + p.Domain
	}
	return ""
}

// statement is one work where it is stated: in a sentence or in an entry of a
// .bib.
type statement struct {
	*citation.Reference
	fact  string // id of the fact, or citation key
	today time.Time
	place func(field string) (from, to fact.Place)
}

// at places a finding at a field of the work, or at the work if the field has
// no place of its own.
func (s *statement) at(field, stated string, f Finding) Finding {
	from, to := s.place(field)
	f.Field, f.Stated = field, stated
	return finding.Placed(f, from, to)
}

// placeInContent returns the places of the fields of a reference in the content
// of a record.
func placeInContent(item *fact.Item, r *citation.Reference) func(string) (from, to fact.Place) {
	return func(field string) (from, to fact.Place) {
		for _, name := range [...]string{field, "title", "container", "authors"} {
			if span, ok := r.Spans[name]; ok {
				return item.LocateContent(span[0], span[1])
			}
		}
		return item.LocateContent(0, len(item.Record.Content))
	}
}

// placeInEntry returns the places of the fields of a reference in an entry of a
// .bib.
func placeInEntry(file *bib.File, e *bib.Entry) func(string) (from, to fact.Place) {
	return func(field string) (from, to fact.Place) {
		if f := fieldOf(e, field); f != nil {
			at := fact.Place{Path: file.Path, Offset: int64(f.Start)}
			at.Line, at.Column = file.Place(f.Start)
			return at, at
		}
		at := fact.Place{Path: file.Path, Line: e.Line, Column: e.Column, Offset: int64(e.Start)}
		return at, at
	}
}

// fieldOf returns the field of an entry that most likely holds one of a reference.
func fieldOf(e *bib.Entry, field string) *bib.Field {
	row := ref.RowOf(ref.Field(field))
	if row == nil {
		return nil
	}
	for _, name := range row.WrittenIn() {
		if f := e.Field(name); f != nil {
			return f
		}
	}
	return nil
}

// mergedWork is a work after everything was read, and the place where it was
// first stated.
type mergedWork struct {
	*citation.Reference
	first     occurrence
	isEntry   func(key string) bool // reports whether that is the key of an entry of a .bib
	conflicts []citation.Conflict
	placeOf   func(fact string) fact.Place
	versions  []version // that were met before it
	repeats   []version // if it is the second entry of a work: the other ones, the first before the rest
	called    string    // what name returned
}

// version is another publication of a work.
type version struct {
	*citation.Reference
	first occurrence
}

// occurrence is where a work is named.
type occurrence struct {
	fact, path, pointer string
	extent
}

// extent is what an occurrence says in numbers.
type extent struct {
	line, column       int
	endLine, endColumn int
	circumstances
}

// circumstances are those of the facts that name a work: what holds of one holds of the work.
type circumstances struct {
	preprintServer bool // a source of the fact is itself on a server of preprints
	cut            bool // a fault took fields from the entry: what the work lacks is not known
}

func occurrenceAt(id string, from, to fact.Place) occurrence {
	return occurrence{
		fact: id, path: from.Path, pointer: from.Pointer,
		extent: extent{line: from.Line, column: from.Column, endLine: to.Line, endColumn: to.Column},
	}
}

// join adds what another occurrence of the same work says of it.
func (c *circumstances) join(other circumstances) {
	c.preprintServer = c.preprintServer || other.preprintServer
	c.cut = c.cut || other.cut
}

// place puts a finding where the work is named.
func (o *occurrence) place(f Finding) Finding {
	from := fact.Place{Path: o.path, Line: o.line, Column: o.column, Pointer: o.pointer}
	to := from
	to.Line, to.Column = o.endLine, o.endColumn
	f.Fact = o.fact
	return finding.Placed(f, from, to)
}

// related is the place of the work as another finding names it.
func (o *occurrence) related() Related {
	return Related{Path: o.path, Line: o.line, Column: o.column, Fact: o.fact}
}

// gap is a finding about something that no fact says of the work.
func (w *mergedWork) gap(field string, f Finding) Finding {
	f.Field, f.Stated = field, w.Title
	return w.first.place(f)
}

// name is what a message calls the work.
func (w *mergedWork) name() string {
	if w.called == "" {
		w.called = nameOf(w.Reference)
	}
	return w.called
}

func nameOf(r *citation.Reference) string {
	const longest = 90
	if r.Title != "" {
		return finding.Quoted(finding.Shorten(r.Title, longest))
	}
	name := "the untitled work"
	if len(r.Authors) > 0 {
		name += " of " + finding.Quoted(finding.Shorten(fullName(r.Authors[0]), longest))
	}
	if r.Container != "" {
		name += " in " + finding.Quoted(finding.Shorten(r.Container, longest))
	}
	if r.Year != "" {
		name += " (" + finding.Shorten(r.Year, longest) + ")"
	}
	return name
}

func fullName(n citation.Name) string {
	if n.Literal != "" {
		return n.Literal
	}
	return strings.Join(slices.DeleteFunc([]string{n.Given, n.Particle, n.Family, n.Suffix},
		func(s string) bool { return s == "" }), " ")
}

// onPreprintServer reports whether a source is a page of a server whose pages are
// themselves about papers that are customarily on arXiv.
func onPreprintServer(s fact.Source) bool {
	host := s.Domain
	if host == "" {
		u, err := url.Parse(s.URI)
		if err != nil {
			return false
		}
		host = u.Hostname()
	}
	host = strings.ToLower(host)
	for _, server := range [...]string{"arxiv.org", "openreview.net", "aclanthology.org"} {
		if host == server || strings.HasSuffix(host, "."+server) {
			return true
		}
	}
	return false
}
