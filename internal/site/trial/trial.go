// Package trial reads what somebody pastes into the page to try factcite, and says what is
// in it. It knows nothing of browsers.
package trial

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate"
	"github.com/factcite/factcite/validate/input"
	"github.com/factcite/factcite/validate/report"
)

// MaxText is the longest text that is read, in bytes: a page reads as somebody types.
const MaxText = 1 << 20

// Result is what is in a text.
type Result struct {
	Form      string             `json:"form"` // that it was read as
	Summary   string             `json:"summary"`
	Notes     []string           `json:"notes,omitempty"`
	Sentences []Sentence         `json:"sentences"`
	Findings  []validate.Finding `json:"findings"`
	Entries   []Entries          `json:"entries"` // empty if no work is named
}

// Sentence is a content that names a work, or of which something was found, and the words
// of it that fields were read from.
type Sentence struct {
	Line    int            `json:"line"`
	Column  int            `json:"column"`
	Pieces  []report.Piece `json:"pieces"`
	Derived []string       `json:"derived,omitempty"`
}

// Formats are those that the page offers. A CITATION.cff is one of a repository, and so
// for the command to write.
func Formats() []citation.Format {
	return slices.DeleteFunc(citation.Formats(), func(f citation.Format) bool { return f == citation.CFF })
}

// Entries is the bibliography in one format.
type Entries struct {
	Format citation.Format `json:"format"`
	Text   string          `json:"text"`
}

// Read reads a text as a file of that name is read; a name without an extension leaves the
// form to the text. Rules about dates go by today. An error means that it was not read.
func Read(ctx context.Context, name, text string, today time.Time) (*Result, error) {
	if len(text) > MaxText {
		return nil, fmt.Errorf("the text has %d bytes, and the page reads %d: the command reads any length", len(text), MaxText)
	}
	result := &Result{Sentences: []Sentence{}, Findings: []validate.Finding{}, Entries: []Entries{}}
	reader := input.NewReader(&input.Options{
		Note: func(format string, args ...any) { result.Notes = append(result.Notes, fmt.Sprintf(format, args...)) },
	})
	form := input.FormOf(name, []byte(text))
	if form == fact.Auto {
		form = "text"
	}
	result.Form = string(form)
	// Nothing is spilled, for a browser has no disk.
	options := &validate.Options{Today: today, KeepChecked: true, Workers: 1, Spill: math.MaxInt32}
	checked, err := validate.Check(ctx, reader.Read(form, name, strings.NewReader(text)), options)
	if err != nil {
		return nil, err
	}
	defer checked.Close()
	result.Summary = report.Summary(checked)
	for _, tell := range []func(*validate.Result) error{result.tellFindings, result.tellSentences, result.tellEntries} {
		if err := tell(checked); err != nil {
			return nil, err
		}
	}
	return result, nil
}

func (r *Result) tellFindings(checked *validate.Result) error {
	for finding, err := range checked.Findings() {
		if err != nil {
			return err
		}
		r.Findings = append(r.Findings, finding)
	}
	return nil
}

func (r *Result) tellSentences(checked *validate.Result) error {
	found := map[string]bool{}
	for _, finding := range r.Findings {
		found[finding.Fact] = true
	}
	for read, err := range checked.Checked() {
		if err != nil {
			return err
		}
		if read.Content == "" || len(read.References) == 0 && !found[read.Fact] {
			continue
		}
		r.Sentences = append(r.Sentences, Sentence{
			Line: read.Line, Column: read.Column,
			Pieces:  report.Highlight(read.Content, read.References),
			Derived: report.Derived(read.References),
		})
	}
	return nil
}

func (r *Result) tellEntries(checked *validate.Result) error {
	if checked.Summary.Works == 0 {
		return nil
	}
	for _, format := range Formats() {
		var text strings.Builder
		if err := checked.Bibliography.Write(&text, &citation.WriteOptions{Format: format, UTF8: true}); err != nil {
			return err
		}
		r.Entries = append(r.Entries, Entries{format, text.String()})
	}
	return nil
}
