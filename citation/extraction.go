// Package citation reads references and in-text citations out of sentences,
// turns references into bibliography entries, and reads and writes .bib files.
package citation

import "slices"

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

// EntryType is the BibTeX type of a work.
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

// paperType is the type of a paper in a venue.
func paperType(v *venue) EntryType {
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
}

// Reference is a work as a sentence names it. Every field is stated: it equals
// the words at its span up to quotes, dashes and white space. What can only be
// inferred stands in Derived.
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
	Spans       map[string]Span    `json:"spans,omitempty"`   // by the field's JSON name; a list of names has one span
	Derived     map[string]Derived `json:"derived,omitempty"` // by the field's JSON name, and "venue" for an acronym
	Preprint    bool               `json:"-"`                 // the sentence calls the work a preprint
}

// Name is a person (Given, Particle, Family, Suffix) or a body (Literal).
type Name struct {
	Given    string `json:"given,omitempty"`
	Particle string `json:"particle,omitempty"`
	Family   string `json:"family,omitempty"`
	Suffix   string `json:"suffix,omitempty"`
	Literal  string `json:"literal,omitempty"`
}

// Derived is a value that the sentence does not state, and what it follows from.
type Derived struct {
	Value string `json:"value"`
	From  string `json:"from"`
}

// Named is a work that a sentence of another kind names in passing.
type Named struct {
	Title string `json:"title"`
	Span  Span   `json:"span"`
}

// Mention is an in-text citation: author and year.
type Mention struct {
	Authors []string `json:"authors"`
	EtAl    bool     `json:"etal,omitempty"`
	Year    string   `json:"year"`
	Span    Span     `json:"span"`
}

// FirstFamily returns the family name of the first author, empty if there is none.
func (m Mention) FirstFamily() string {
	if len(m.Authors) == 0 {
		return ""
	}
	return mentionedName(m.Authors[0]).Family
}

// Fits tells whether the authors of a work are those of the citation: the first
// one is, the others that it names are among them, and there are others where it
// says "et al.".
func (m Mention) Fits(authors []Name) bool {
	if len(m.Authors) == 0 || len(authors) == 0 || m.EtAl && len(authors) < 2 {
		return false
	}
	for i, name := range m.Authors {
		family := familyKey(mentionedName(name))
		among := authors
		if i == 0 {
			among = authors[:1]
		}
		if !slices.ContainsFunc(among, func(n Name) bool { return familyKey(n) == family }) {
			return false
		}
	}
	return true
}
