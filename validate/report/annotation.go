package report

import (
	"bufio"
	"encoding/json"
	"io"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/validate"
)

// annotated is a fact with what the text of its source says of it, in the terms of the Web
// Annotation Data Model (https://www.w3.org/TR/annotation-model/, section 4.2).
type annotated struct {
	Fact     string            `json:"fact,omitempty"`
	Path     string            `json:"path,omitempty"`
	Line     int               `json:"line,omitempty"`
	Column   int               `json:"column,omitempty"`
	Verdict  string            `json:"verdict"`
	Source   *int              `json:"source,omitempty"`    // of the record, from 0
	CutShort bool              `json:"cut_short,omitempty"` // a limit left a part of the fact uncompared
	Anchors  []annotatedAnchor `json:"anchors"`
	Passage  *annotationTarget `json:"passage,omitempty"`
}

type annotatedAnchor struct {
	Kind     string            `json:"kind"`
	Verdict  string            `json:"verdict"`
	Quote    *int              `json:"quote,omitempty"` // of the source's quotes; absent for the content
	Selector selector          `json:"selector"`        // in the content, or in the quote
	Stated   string            `json:"stated"`
	Found    string            `json:"found,omitempty"` // what the text has in its place
	Differs  []string          `json:"differences,omitempty"`
	Target   *annotationTarget `json:"target,omitempty"`
}

// annotationTarget is a place of a text.
type annotationTarget struct {
	Source   string     `json:"source"`
	Page     int        `json:"page,omitempty"`
	Selector []selector `json:"selector"`
}

// selector is a TextQuoteSelector, or a TextPositionSelector, whose positions count
// characters.
type selector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
}

func position(start, end int) selector {
	return selector{Type: "TextPositionSelector", Start: &start, End: &end}
}

// WriteGrounded writes what was found of each fact of a run that was made with
// [validate.Options.KeepGrounded], one JSON object a line.
func WriteGrounded(w io.Writer, result *validate.Result) error {
	buffered := bufio.NewWriterSize(w, 64<<10)
	for g, err := range result.Grounded() {
		if err != nil {
			return err
		}
		if err := encode(buffered, annotate(&g, true)); err != nil {
			return err
		}
		if err := buffered.WriteByte('\n'); err != nil {
			return err
		}
	}
	return buffered.Flush()
}

// Annotation returns what was found of a fact as one JSON object, without naming the fact.
func Annotation(g *validate.Grounded) ([]byte, error) { return json.Marshal(annotate(g, false)) }

func annotate(g *validate.Grounded, named bool) annotated {
	a := annotated{Verdict: string(g.Verdict), CutShort: g.CutShort, Anchors: []annotatedAnchor{}, Passage: target(g.Passage)}
	if named {
		a.Fact, a.Path, a.Line, a.Column = g.Fact, g.Path, g.Line, g.Column
	}
	if g.Source >= 0 {
		a.Source = &g.Source
	}
	for i := range g.Anchors {
		from := &g.Anchors[i]
		anchor := annotatedAnchor{
			Kind: string(from.Kind), Verdict: string(from.Verdict), Stated: from.Stated, Found: from.Instead,
			Differs: from.Differences, Target: target(from.Passage),
			Selector: position(from.Chars[0], from.Chars[1]),
		}
		if from.Verdict == ground.NotChecked {
			anchor.Target = nil
		}
		if from.Quote >= 0 {
			anchor.Quote = &from.Quote
		}
		a.Anchors = append(a.Anchors, anchor)
	}
	return a
}

func target(p *validate.Passage) *annotationTarget {
	if p == nil {
		return nil
	}
	source := p.Path
	if p.Pointer != "" {
		source += "#" + p.Pointer
	}
	return &annotationTarget{Source: source, Page: p.Page, Selector: []selector{
		{Type: "TextQuoteSelector", Exact: p.Text, Prefix: p.Prefix, Suffix: p.Suffix}, position(p.Chars[0], p.Chars[1]),
	}}
}
