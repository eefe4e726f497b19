// Package finding is what a rule has to say of a record: the finding, its place, its message
// and its fingerprint. It knows no rule.
package finding

import "github.com/factcite/factcite/fact"

// Severity is how much a finding matters.
type Severity string

// An error is broken or contradicted by its own evidence, a warning a gap or a
// doubt that a person should settle.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"

	Off Severity = "off" // in a configuration: the rule is not run
)

// Finding is one thing that a rule has to say. Lines and columns count from 1,
// columns in code points, ends exclusive; a member that a finding lacks is zero.
type Finding struct {
	Rule        string    `json:"rule"`
	Severity    Severity  `json:"severity"`
	Message     string    `json:"message"`
	Path        string    `json:"path"`
	Line        int       `json:"line,omitempty"`
	Column      int       `json:"column,omitempty"`
	EndLine     int       `json:"end_line,omitempty"`
	EndColumn   int       `json:"end_column,omitempty"`
	Pointer     string    `json:"pointer,omitempty"`
	Fact        string    `json:"fact,omitempty"` // fact id, or citation key of an entry of a .bib
	Field       string    `json:"field,omitempty"`
	Stated      string    `json:"stated,omitempty"`
	Known       string    `json:"known,omitempty"`
	Help        string    `json:"help,omitempty"`
	Related     []Related `json:"related,omitempty"`
	Passage     *Passage  `json:"passage,omitempty"`  // of the text of a source
	Sentence    *Marked   `json:"sentence,omitempty"` // what is compared with the passage
	Fingerprint string    `json:"fingerprint"`
}

// Related is another place that a finding refers to.
type Related struct {
	Path   string `json:"path"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Fact   string `json:"fact,omitempty"`
	Stated string `json:"stated,omitempty"`
}

// Marked is a text, and the bytes of it that are meant, half open.
type Marked struct {
	Text  string   `json:"text"`
	Marks [][2]int `json:"marks,omitempty"`
}

// Passage is the place in the text of a source that a finding is about.
type Passage struct {
	Path string `json:"path"`
	// Pointer is where in the record the text is, where the record has it itself.
	Pointer string `json:"pointer,omitempty"`
	Span    [2]int `json:"span"` // bytes of the original text, half open; of the extracted text where the original is none
	Page    int    `json:"page,omitempty"`
	Text    string `json:"text"`
	// Marks are the bytes of Text that differ from what is stated, half open.
	Marks [][2]int `json:"marks,omitempty"`

	// Where Options.KeepGrounded is set: the characters before and after, and the
	// characters of the text as it was read, half open.
	Prefix string `json:"-"`
	Suffix string `json:"-"`
	Chars  [2]int `json:"-"`
}

// Placed gives a finding a place.
func Placed(f Finding, from, to fact.Place) Finding {
	f.Path, f.Line, f.Column, f.Pointer = from.Path, from.Line, from.Column, from.Pointer
	if to != from && to.Line > 0 {
		f.EndLine, f.EndColumn = to.Line, to.Column
	}
	return f
}
