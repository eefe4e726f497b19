package validate

import (
	"cmp"
	"errors"
	"iter"
	"time"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/rules"
	"github.com/factcite/factcite/validate/internal/spill"
)

// Result is what Check found. Close it to remove what was spilled to disk. Until then
// several goroutines may range over its findings, and over what else it yields; its
// Bibliography may be used on, unless Options.PartBytes was set.
type Result struct {
	Summary      Summary
	Bibliography *citation.Bibliography
	Verification *Verification // what came of comparing works and entries with Options.Authority; nil without one
	Today        time.Time     // the date that rules about years and dates went by
	Unwritable   error         // why the bibliography is not to be written: bib.ErrMixed, with the file; nil if it may be

	ties         keptTies     // nil if it depends on more than records
	works        *worksEdit   // of a result that was revised
	closeWorks   func() error // of the file that Bibliography is kept on; nil if that is in memory
	findings     *spill.Values[Finding]
	known        []finding.Sum // of the findings that Options.Baseline knows
	checked      *spill.Values[Checked]
	grounded     *spill.Values[Grounded]
	verified     *spill.Values[Verified]
	completeness Completeness
	fields       rules.FieldCount
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
	Sentences  int    `json:"-"` // of Records, those of documents
	Repeated   int    `json:"-"` // records and entries that were read before, which Result.Checked leaves out
	Unread     int    `json:"-"` // records that look like references and name no work

	// Known counts the findings that Options.Baseline knows, which are left out; nil without one.
	Known *Counts `json:"known,omitempty"`

	// Grounding is nil where no text of a source was at hand and none was asked for.
	Grounding *Grounding `json:"grounding,omitempty"`
}

// Counts is the number of findings by severity.
type Counts struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
}

// AtLeast returns how many findings have a severity or a worse one; 0 if it is none.
func (c Counts) AtLeast(s Severity) int {
	switch s {
	case Error:
		return c.Error
	case Warning:
		return c.Error + c.Warning
	case Info:
		return c.Error + c.Warning + c.Info
	}
	return 0
}

func (c *Counts) add(s Severity, count int) {
	switch s {
	case Error:
		c.Error += count
	case Warning:
		c.Warning += count
	case Info:
		c.Info += count
	}
}

// Findings yields the findings in order. It may be called more than once until Close.
func (r *Result) Findings() iter.Seq2[Finding, error] { return r.findings.All() }

// inOrder compares findings by path, line, column and rule; the rest settles ties
// so that the order is the same in every run.
func inOrder(a, b *Finding) int {
	if c := cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column)); c != 0 && a.Path == b.Path { // of most
		return c
	}
	return cmp.Or(
		cmp.Compare(a.Path, b.Path),
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Rule, b.Rule),
		cmp.Compare(a.Pointer, b.Pointer),
		cmp.Compare(a.Field, b.Field),
		cmp.Compare(a.Stated, b.Stated),
		cmp.Compare(a.Message, b.Message),
		cmp.Compare(a.Fingerprint, b.Fingerprint),
	)
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
	Works      []int                // for each reference, the Index of its work
	Unreadable bool
}

// Checked yields what was read, in input order, if Options.KeepChecked was set.
func (r *Result) Checked() iter.Seq2[Checked, error] {
	return func(yield func(Checked, error) bool) {
		for c, err := range r.checked.All() {
			works := make([]int, len(c.Works))
			for i, index := range c.Works {
				works[i] = r.Bibliography.Current(index)
			}
			c.Works = works
			if !yield(c, err) {
				return
			}
		}
	}
}

// Grounded yields what comparing each fact with the texts of its sources found, in input
// order, if Options.KeepGrounded was set.
func (r *Result) Grounded() iter.Seq2[Grounded, error] { return r.grounded.All() }

// Completeness counts the works by what the facts say of them.
func (r *Result) Completeness() Completeness { return r.completeness }

// FieldsKnown counts, over all works, the fields that works of their types are cited with,
// and how many of them are stated or derived, see [Gaps].
func (r *Result) FieldsKnown() (known, needed int) {
	return r.fields.Known, r.fields.Needed
}

// Close removes what the run spilled to disk.
func (r *Result) Close() error {
	err := errors.Join(r.findings.Close(), r.checked.Close(), r.grounded.Close(), r.verified.Close())
	if r.ties != nil {
		err = errors.Join(err, r.ties.close())
	}
	if r.closeWorks != nil {
		err = errors.Join(err, r.closeWorks())
		r.closeWorks = nil
	}
	return err
}
