package main

import (
	"encoding/json"
	"math/rand/v2"

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

// renderWeight is how much a render counts: there are many of them, and the styles of real
// lists are not as frequent as theirs.
const renderWeight = 0.6

// linesPerLead is how many renders there are to one that words are put before.
const linesPerLead = 25

// renderedExamples reads renders, JSON Lines that may be compressed. Before some of them
// it puts words as they are before references in texts.
func renderedExamples(path string, random *rand.Rand) (examples []example, err error) {
	leads, err := readLeads(random)
	if err != nil {
		return nil, err
	}
	err = eachLine(path, func(line []byte) error {
		var r rendered
		if err := json.Unmarshal(line, &r); err != nil {
			return err
		}
		if random.IntN(linesPerLead) == 0 {
			r.leadIn(leads())
		}
		l := tagger.NewLine(r.Text)
		defer l.Release()
		a := newAligner(l)
		for _, known := range r.Labels {
			a.labelSpan(known.Start, known.End, renderLabels[known.Field])
		}
		a.fill()
		e := newExample(r.Text, a.labels)
		e.weight = renderWeight
		examples = append(examples, e)
		return nil
	})
	return examples, err
}

// readLeads reads leads.txt and returns what makes leads up of it.
func readLeads(random *rand.Rand) (func() string, error) {
	shapes, err := shapesIn("leads.txt")
	if err != nil {
		return nil, err
	}
	words, err := readWords()
	if err != nil {
		return nil, err
	}
	in := inventor{random, words}
	return func() string { return in.sentence(in.pick(shapes...)) }, nil
}

// leadIn puts words before a reference.
func (r *rendered) leadIn(words string) {
	words += " "
	r.Text = words + r.Text
	for i := range r.Labels {
		r.Labels[i].Start += len(words)
		r.Labels[i].End += len(words)
	}
}

// labelSpan labels the tokens that are inside a range of bytes.
func (a *aligner) labelSpan(start, end int, l tagger.Label) {
	for i, t := range a.line.Tokens {
		if t.Start >= start && t.End <= end {
			a.label(run{i, i + 1}, l)
		}
	}
}
