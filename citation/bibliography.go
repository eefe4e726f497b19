package citation

import "github.com/nickng/bibtex"

// Bibliography collects references and merges those that name the same work.
// The zero value is empty and ready. It is not safe for concurrent use.
type Bibliography struct{}

// Work is one work, merged from every reference that names it.
type Work struct {
	Key       string    // citation key, set by Works
	Reference Reference // each field's first stated value; Spans is nil
	Facts     []string  // ids of the facts that name it, in the order met
	Conflicts []Conflict
	Index     int // order in which the work was first met, from 0
}

// Conflict is a field that two facts state differently.
type Conflict struct {
	Field       string
	Kept, Other string
	KeptFact    string
	OtherFact   string
}

// Add merges a reference of a fact and returns the work that it belongs to.
// Works found to be the same later are joined, so the pointer is valid until
// the next Add.
func (b *Bibliography) Add(fact string, r *Reference) *Work { return &Work{Reference: *r} }

// Works returns the works in the order first met, with their citation keys.
func (b *Bibliography) Works() []*Work { return nil }

// BibTeX returns the bibliography in the types of nickng/bibtex.
func (b *Bibliography) BibTeX() *bibtex.BibTex { return bibtex.NewBibTex() }
