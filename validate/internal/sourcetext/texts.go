// Package sourcetext compares facts with the texts of their sources, each text once, whatever
// the order of the facts. It knows no rule and no report.
package sourcetext

import (
	"context"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/validate/internal/finding"
)

// Texts has the texts of sources. Several goroutines ask it at once.
type Texts interface {
	// Find returns the name of the text of a source, the same for every source that has
	// the same text; it is empty if there is none.
	Find(source *fact.Source) string
	// Read returns the text of that name. An error means that it cannot be read: facts are
	// then not compared with it, and a finding says so.
	Read(ctx context.Context, name string) (*ground.Document, error)
}

// Grounding counts facts by what the texts of their sources say of them.
type Grounding struct {
	BorneOut     int `json:"borne_out"`
	Contradicted int `json:"contradicted"` // by an anchor: a quotation, a number, a date, a name or a negation
	NotChecked   int `json:"not_checked"`  // no text, none that can speak against the fact, or nothing in the fact to look for
	// CutShort counts those of which a limit left a part uncompared, whatever the rest says.
	CutShort int `json:"cut_short,omitempty"`
}

// Grounded is what comparing one fact with the texts of its sources found.
type Grounded struct {
	Fact    string
	Path    string
	Line    int
	Column  int
	Content string
	Verdict ground.Support // ground.BorneOut, ground.NotChecked, or what contradicts the fact
	Source  int            // of the record's sources the one whose text was compared; -1 if none was
	Anchors []GroundedAnchor
	Passage *finding.Passage // that bears the fact out best; nil if nothing does
	// CutShort says that a limit left a part of the fact uncompared.
	CutShort bool
}

// GroundedAnchor is something that a fact states, and what the text says of it.
type GroundedAnchor struct {
	Kind      ground.Kind
	Verdict   ground.Support
	Quote     int    // of the source's quotes the one that it is about; -1 for the content
	Span      [2]int // bytes of the content, or of the quote
	Chars     [2]int // the same in characters
	Stated    string
	Cut       bool   // a quotation that begins or ends inside a word
	Instead   string // what the passage has in the place of a number, a date or a name
	insteadAt [2]int // where that is in the text of the passage
	Serious   bool   // a number, a name or a negation of a quotation differs
	Passage   *finding.Passage
	// StatedMarks are the bytes of Stated that differ from the passage.
	StatedMarks [][2]int
	Differences []string // each as a message shows it
	// Elsewhere is where a quotation that its own source does not have stands.
	Elsewhere *finding.Passage
}
