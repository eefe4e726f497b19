// Package validate judges fact records and bibliography entries by rules, and
// reports what is missing or wrong as findings. It knows nothing of files, networks
// and output formats.
//
// It is longer than 3,000 lines because rules carry their documentation and examples
// with them, a third of it; the rest is the run over a stream of any length, which keeps
// on disk what does not fit into memory.
package validate

// Severity is how much a finding matters.
type Severity string

// An error is broken or contradicted by its own evidence, a warning a gap or a
// doubt that a person should settle.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"

	off Severity = "off" // in a configuration: the rule is not run
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
