package validate

import (
	"context"
	"iter"
	"time"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/schema"
)

// Options adjusts Check. The zero value and nil mean the defaults.
type Options struct {
	Schema      *schema.Schema      // nil is schema.Default
	AllTypes    bool                // works in facts of every type are references
	Today       time.Time           // for year-implausible and future dates; zero is the clock
	Workers     int                 // 0 is GOMAXPROCS
	Config      *Config             // severities, rules off and ignores; nil is none
	Baseline    *Baseline           // findings already known, which are left out; nil is none
	Cited       []citation.CitedKey // keys that a document cites, for cited-key-missing and entry-uncited; nil asks for neither
	KeepChecked bool                // keep what was read of each record for Result.Checked
}

// Input is one thing to check: exactly one member is set.
type Input struct {
	Fact *fact.Item
	Bib  *citation.BibFile
}

// Facts turns a stream of records into a stream of inputs.
func Facts(items iter.Seq2[*fact.Item, error]) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		for it, err := range items {
			if !yield(Input{Fact: it}, err) {
				return
			}
		}
	}
}

// Result is what Check found. Close it to remove what was spilled to disk.
type Result struct {
	Summary      Summary
	Bibliography *citation.Bibliography
}

// Summary counts what was read and found.
type Summary struct {
	Records    int    `json:"records"`
	Valid      int    `json:"valid"`
	Invalid    int    `json:"invalid"`
	Unreadable int    `json:"unreadable"`
	References int    `json:"references"`
	Works      int    `json:"works"`
	Mentions   int    `json:"mentions"`
	Findings   Counts `json:"findings"`
}

// Counts is the number of findings by severity.
type Counts struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
}

// Check runs the rules over a stream and returns the findings in order of path,
// line, column and rule. An error means that the stream could not be checked.
func Check(ctx context.Context, inputs iter.Seq2[Input, error], opts *Options) (*Result, error) {
	return &Result{Bibliography: new(citation.Bibliography)}, nil
}

// Findings yields the findings in order. It may be called more than once until Close.
func (r *Result) Findings() iter.Seq2[Finding, error] {
	return func(yield func(Finding, error) bool) {}
}

// Checked is what was read of one record, for reports that show more than findings.
type Checked struct {
	Fact       string // id, or the citation key of an entry of a .bib
	Path       string
	Line       int
	Column     int
	Content    string
	Source     string               // title, else domain, else URI of the first source
	References []citation.Reference // with spans
	Works      []int                // for each reference, its work in Bibliography.Works
	Unreadable bool
}

// Checked yields what was read, in input order, if Options.KeepChecked was set.
func (r *Result) Checked() iter.Seq2[Checked, error] {
	return func(yield func(Checked, error) bool) {}
}

// Coverage is how many of the works have each kind of value, stated or derived.
type Coverage struct {
	Works, Title, Author, Year, Venue, Identifier int
}

// Coverage counts the works by what is known of them.
func (r *Result) Coverage() Coverage { return Coverage{} }

// Close removes what the run spilled to disk.
func (r *Result) Close() error { return nil }
