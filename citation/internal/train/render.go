package main

import (
	"encoding/json"

	"github.com/factcite/factcite/citation/internal/tagger"
)

// rendered is a reference that was written by a style, with the places of its fields.
type rendered struct {
	Text   string
	Labels []struct {
		Field      string
		Start, End int
	}
}

// renderLabels are the labels of the fields of renders. What is not here is other.
var renderLabels = map[string]tagger.Label{
	"authors": tagger.Authors, "editors": tagger.Editors, "title": tagger.Title, "container": tagger.Container, "series": tagger.Series,
	"publisher": tagger.Publisher, "institution": tagger.Publisher, "address": tagger.Place, "edition": tagger.Edition,
	"volume": tagger.Volume, "number": tagger.Issue, "pages": tagger.Pages, "extent": tagger.Pages, "year": tagger.Year, "date": tagger.Year,
	"doi": tagger.Identifier, "url": tagger.Identifier, "isbn": tagger.Identifier, "note": tagger.Genre, "citation-number": tagger.Number,
}

// renderedExamples reads renders, JSON Lines that may be compressed.
func renderedExamples(path string) (examples []example, err error) {
	err = eachLine(path, func(line []byte) error {
		var r rendered
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		l := tagger.NewLine(r.Text)
		defer l.Release()
		a := newAligner(l)
		for _, known := range r.Labels {
			a.labelSpan(known.Start, known.End, renderLabels[known.Field])
		}
		a.fill()
		examples = append(examples, newExample(r.Text, a.labels))
		return nil
	})
	return examples, err
}

// labelSpan labels the tokens that are inside a range of bytes.
func (a *aligner) labelSpan(start, end int, l tagger.Label) {
	for i, t := range a.line.Tokens {
		if t.Start >= start && t.End <= end {
			a.label(run{i, i + 1}, l)
		}
	}
}
