package rules

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
	"github.com/factcite/factcite/validate/internal/sourcetext"
	"github.com/factcite/factcite/validate/internal/value"
)

// Subject is one fact record as rules see it.
type Subject struct {
	Item   *fact.Item
	Fact   *fact.Record
	Folded []byte              // the content, folded
	Said   citation.Extraction // what the sentence says, as the fact's type has it
	Today  time.Time
}

// namesWork reports whether the sentence names a work, if only in passing. What a fact
// names in passing is not in said: few are asked.
func (s *Subject) namesWork() bool {
	said := s.Said
	if len(said.References)+len(said.Named) == 0 {
		said = Said(s.Item, false)
	}
	return len(said.References)+len(said.Named) > 0
}

// Words places a finding at the bytes [start,end) of the content.
func (s *Subject) Words(start, end int, f finding.Finding) finding.Finding {
	from, to := s.Item.LocateContent(start, end)
	return finding.Placed(f, from, to)
}

// text places a finding at the whole content.
func (s *Subject) text(f finding.Finding) finding.Finding { return s.Words(0, len(s.Fact.Content), f) }

// Member places a finding at the value that pointer names.
func (s *Subject) Member(pointer string, f finding.Finding) finding.Finding {
	from, to := s.Item.Locate(pointer)
	return finding.Placed(f, from, to)
}

// Provenance is one source of a record as rules see it.
type Provenance struct {
	*fact.Source
	published, retrieved value.Date
	form                 fact.Form
	today                time.Time
	index                int // among the sources of the record
	recent               *RecentSource
	Texts                sourcetext.Texts
}

// NewProvenance returns a source of a record by its index.
func NewProvenance(s *Subject, i int, today time.Time, recent *RecentSource) *Provenance {
	source := &s.Fact.Sources[i]
	return &Provenance{
		Source:    source,
		published: recent.published.of(source.PublishedDate, value.ReadDate),
		retrieved: value.ReadDate(source.RetrievedAt),
		form:      s.Item.Form,
		today:     today,
		index:     i,
		recent:    recent,
	}
}

// at gives a finding the pointer of a member of the source, or of the source if
// member is "".
func (p *Provenance) at(member string, f finding.Finding) finding.Finding {
	f.Field = member
	f.Pointer = strings.TrimSuffix("/sources/"+strconv.Itoa(p.index)+"/"+member, "/")
	return f
}

// Identity is what tells a source from others, "" where nothing does.
func (p *Provenance) Identity() string {
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

// Statement is one work where it is stated: in a sentence or in an entry of a
// .bib.
type Statement struct {
	*citation.Reference
	Fact  string // id of the fact, or citation key
	Today time.Time
	Place func(field string) (from, to fact.Place)
}

// at places a finding at a field of the work, or at the work if the field has
// no place of its own.
func (s *Statement) at(field, stated string, f finding.Finding) finding.Finding {
	from, to := s.Place(field)
	f.Field, f.Stated = field, stated
	return finding.Placed(f, from, to)
}

// PlaceInContent returns the places of the fields of a reference in the content
// of a record.
func PlaceInContent(item *fact.Item, r *citation.Reference) func(string) (from, to fact.Place) {
	return func(field string) (from, to fact.Place) {
		for _, name := range [...]string{field, "title", "container", "authors"} {
			if span, ok := r.Spans[name]; ok {
				return item.LocateContent(span[0], span[1])
			}
		}
		return item.LocateContent(0, len(item.Record.Content))
	}
}

// PlaceInEntry returns the places of the fields of a reference in an entry of a
// .bib.
func PlaceInEntry(file *bib.File, e *bib.Entry) func(string) (from, to fact.Place) {
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

// Work is a work after everything was read, and the place where it was
// first stated.
type Work struct {
	*citation.Reference
	First     Occurrence
	IsEntry   func(key string) bool // reports whether that is the key of an entry of a .bib
	Conflicts []citation.Conflict
	PlaceOf   func(fact string) fact.Place
	Versions  []Version // that were met before it
	Repeats   []Version // if it is the second entry of a work: the other ones, the first before the rest
	called    string    // what name returned
}

// Version is another publication of a work.
type Version struct {
	*citation.Reference
	First Occurrence
}

// Occurrence is where a work is named.
type Occurrence struct {
	Fact, Path, Pointer string
	Extent
}

// Extent is what an occurrence says in numbers.
type Extent struct {
	Line, Column       int
	EndLine, EndColumn int
	Circumstances
}

// Circumstances are those of the facts that name a work: what holds of one holds of the work.
type Circumstances struct {
	PreprintServer bool // a source of the fact is itself on a server of preprints
	Cut            bool // a fault took fields from the entry: what the work lacks is not known
}

// OccurrenceAt returns the occurrence between two places of a work that a fact, whose id that
// is, or the entry of that citation key names.
func OccurrenceAt(id string, from, to fact.Place) Occurrence {
	return Occurrence{
		Fact: id, Path: from.Path, Pointer: from.Pointer,
		Extent: Extent{Line: from.Line, Column: from.Column, EndLine: to.Line, EndColumn: to.Column},
	}
}

// Join adds what another occurrence of the same work says of it.
func (c *Circumstances) Join(other Circumstances) {
	c.PreprintServer = c.PreprintServer || other.PreprintServer
	c.Cut = c.Cut || other.Cut
}

// Place puts a finding where the work is named.
func (o *Occurrence) Place(f finding.Finding) finding.Finding {
	from := fact.Place{Path: o.Path, Line: o.Line, Column: o.Column, Pointer: o.Pointer}
	to := from
	to.Line, to.Column = o.EndLine, o.EndColumn
	f.Fact = o.Fact
	return finding.Placed(f, from, to)
}

// related is the place of the work as another finding names it.
func (o *Occurrence) related() finding.Related {
	return finding.Related{Path: o.Path, Line: o.Line, Column: o.Column, Fact: o.Fact}
}

// gap is a finding about something that no fact says of the work.
func (w *Work) gap(field string, f finding.Finding) finding.Finding {
	f.Field, f.Stated = field, w.Title
	return w.First.Place(f)
}

// name is what a message calls the work.
func (w *Work) name() string {
	if w.called == "" {
		w.called = NameOf(w.Reference)
	}
	return w.called
}

// NameOf is what a message calls a work.
func NameOf(r *citation.Reference) string {
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

// OnPreprintServer reports whether a source is a page of a server whose pages are
// themselves about papers that are customarily on arXiv.
func OnPreprintServer(s fact.Source) bool {
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
