package ref

import (
	"github.com/factcite/factcite/internal/venue"
)

// Class is what a sentence is.
type Class string

// A sentence that names a work by title, or by author and venue or publisher,
// is a reference; one that only mentions author and year is an in-text
// citation.
const (
	ClassReference Class = "reference"
	ClassCitation  Class = "citation"
	ClassNone      Class = "none"
)

// EntryType is the BibTeX type of a work. The zero value says nothing of it, and is written
// as [Misc].
type EntryType string

// The eight entry types that sentences yield.
const (
	Article       EntryType = "article"
	InProceedings EntryType = "inproceedings"
	Book          EntryType = "book"
	InCollection  EntryType = "incollection"
	PhDThesis     EntryType = "phdthesis"
	MastersThesis EntryType = "mastersthesis"
	TechReport    EntryType = "techreport"
	Misc          EntryType = "misc"
)

// PaperType is the type of a paper in a venue.
func PaperType(v *venue.Venue) EntryType {
	if v.Journal {
		return Article
	}
	return InProceedings
}

// Span is a half-open range of byte offsets in a sentence.
type Span [2]int

// Extraction is what one sentence says about works.
type Extraction struct {
	Class      Class       `json:"class"`
	References []Reference `json:"references"`
	Named      []Named     `json:"named"`
	Mentions   []Mention   `json:"mentions"`
	Several    bool        `json:"-"` // the text has more references than could be told apart and read
}

// Reference is a work as a sentence names it. Every field is stated: it equals
// the words at its span up to quotes, dashes and white space. What can only be
// inferred is in Derived.
type Reference struct {
	Type        EntryType          `json:"type"`
	Title       string             `json:"title,omitempty"`
	Authors     []Name             `json:"authors,omitempty"`
	EtAl        bool               `json:"etal,omitempty"`
	Editors     []Name             `json:"editors,omitempty"`
	Container   string             `json:"container,omitempty"`
	Publisher   string             `json:"publisher,omitempty"`
	Institution string             `json:"institution,omitempty"`
	Series      string             `json:"series,omitempty"`
	Address     string             `json:"address,omitempty"`
	Edition     string             `json:"edition,omitempty"`
	Year        string             `json:"year,omitempty"`
	Month       int                `json:"month,omitempty"`
	Day         string             `json:"day,omitempty"`
	Volume      string             `json:"volume,omitempty"`
	Number      string             `json:"number,omitempty"`
	Pages       string             `json:"pages,omitempty"`
	EID         string             `json:"eid,omitempty"`
	ArXiv       string             `json:"arxiv,omitempty"`
	DOI         string             `json:"doi,omitempty"`
	ISBN        string             `json:"isbn,omitempty"`
	PMID        string             `json:"pmid,omitempty"`
	URL         string             `json:"url,omitempty"`
	Version     string             `json:"version,omitempty"` // of software, a dataset or a document
	URLDate     string             `json:"urldate,omitempty"` // when the address was visited
	Genre       string             `json:"genre,omitempty"`   // what BibTeX and biblatex call type: "RFC", "Habilitation"
	Kind        WorkKind           `json:"kind,omitempty"`
	Spans       map[string]Span    `json:"spans,omitempty"`      // by the field's JSON name; a list of names has one span
	Derived     map[string]Derived `json:"derived,omitempty"`    // by the field's JSON name, and "venue" for an acronym
	Confidence  float64            `json:"confidence,omitempty"` // from 0 to 1, of a trained reader; absent for a grammar's
	Doubtful    []Field            `json:"doubtful,omitempty"`   // the fields that a person should look at
	Entry       *Entry             `json:"-"`                    // of a work that a .bib has; it may be shared, do not write to it
	Preprint    bool               `json:"-"`                    // the sentence calls the work a preprint
}

// Named is what a sentence names that becomes no entry: a work in a sentence of
// another kind, or a film, a song or the like.
type Named struct {
	Title string   `json:"title"`
	Kind  WorkKind `json:"kind,omitempty"` // film, series, song, album, stage, picture, game, case; empty for a work
	Span  Span     `json:"span"`

	Work *Reference `json:"-"` // what is known of it beside its title; nil for nothing
}

// EveryKind returns the extraction with a reference of type misc for each film, song, case
// in court and the like that the sentence names, which become no entries otherwise.
func (e Extraction) EveryKind() Extraction {
	var named []Named
	references := e.References
	for _, n := range e.Named {
		switch {
		case n.Kind == "":
			named = append(named, n)
		case n.Work != nil:
			references = append(references, *n.Work)
		default:
			references = append(references, Reference{Type: Misc, Title: n.Title, Kind: n.Kind, Spans: map[string]Span{string(FieldTitle): n.Span}})
		}
	}
	if len(references) > len(e.References) {
		e.References, e.Named, e.Class = references, append([]Named{}, named...), ClassReference
	}
	return e
}

// InPassing returns what the extraction is for a fact that is not a
// reference: its works are listed under Named, by title; works without a title
// are left out.
func (e Extraction) InPassing() Extraction {
	named := append([]Named{}, e.Named...)
	for _, r := range e.References {
		if r.Title != "" {
			named = append(named, Named{Title: r.Title, Span: r.Spans[string(FieldTitle)], Kind: r.Kind})
		}
	}
	e.References, e.Named = []Reference{}, named
	e.classify()
	return e
}
