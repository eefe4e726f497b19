package main

import (
	"math/rand/v2"
	"strings"

	"github.com/factcite/factcite/citation/internal/tagger"
)

// aligned is a labelled string whose tokens have labels, cut into spans.
type aligned struct {
	source string
	spans  []span
}

// span is a value, or a token that is in none, with the white space before it.
type span struct {
	text    string
	label   tagger.Label
	allowed labelSet
	value   bool
}

// spans cuts a line into values and the tokens between them.
func (a *aligner) spans(allowed []labelSet) (spans []span) {
	at := 0
	for i, t := range a.line.Tokens {
		text := a.line.Text[at:t.End]
		at = t.End
		if n := len(spans) - 1; i > 0 && a.set[i] && a.set[i-1] && spans[n].label == a.labels[i] {
			spans[n].text += text
			continue
		}
		spans = append(spans, span{text, a.labels[i], allowed[i], a.set[i]})
	}
	return spans
}

// donated are the labels whose values strings take from others.
var donated = setOf(tagger.Authors, tagger.Title, tagger.Container, tagger.Publisher)

// donatedShare is the share of values in a mixed string that are taken from others, and
// foreignShare that of them that may be of another source.
const (
	donatedShare = 0.6
	foreignShare = 0.3
)

// mixedWeight is how much a mixed string counts.
const mixedWeight = 0.5

// donor says from which strings a value is taken: those of a source, or of all if it is "".
type donor struct {
	source string
	label  tagger.Label
}

// mix returns the examples of strings, and of so many more for each of them that have
// values of others: so words are learned apart from the punctuation that they were in.
func mix(rows []aligned, times int, random *rand.Rand) (examples []example) {
	for _, row := range rows {
		examples = append(examples, row.example())
	}
	values := donations(rows)
	for range times {
		for _, row := range rows {
			e := row.mixed(values, random).example()
			e.weight = mixedWeight
			examples = append(examples, e)
		}
	}
	return examples
}

// donations are the values that strings may take.
func donations(rows []aligned) map[donor][]string {
	values := map[donor][]string{}
	for _, row := range rows {
		for _, s := range row.spans {
			if !s.value || !donated.has(s.label) {
				continue
			}
			for _, from := range []donor{{row.source, s.label}, {"", s.label}} {
				values[from] = append(values[from], s.text)
			}
		}
	}
	return values
}

// mixed takes some values from others.
func (a aligned) mixed(values map[donor][]string, random *rand.Rand) aligned {
	spans := make([]span, len(a.spans))
	for i, s := range a.spans {
		if s.value && donated.has(s.label) && random.Float64() < donatedShare {
			from := donor{a.source, s.label}
			if random.Float64() < foreignShare {
				from.source = ""
			}
			others := values[from]
			s.text = spaceBefore(s.text) + strings.TrimSpace(others[random.IntN(len(others))])
		}
		spans[i] = s
	}
	return aligned{a.source, spans}
}

// spaceBefore is the white space that a text begins with.
func spaceBefore(text string) string { return text[:len(text)-len(strings.TrimLeft(text, " \t\n"))] }

// example puts a text together, whose tokens have the labels of the spans that they begin
// in.
func (a aligned) example() example {
	l := tagger.NewLine(a.text())
	defer l.Release()
	e := newExample(l.Text, make([]tagger.Label, len(l.Tokens)))
	e.allowed = make([]labelSet, len(l.Tokens))
	at, end := -1, 0
	for i, t := range l.Tokens {
		for t.Start >= end {
			at++
			end += len(a.spans[at].text)
		}
		e.labels[i], e.allowed[i] = a.spans[at].label, a.spans[at].allowed
	}
	return e
}

func (a aligned) text() string {
	var b strings.Builder
	for _, s := range a.spans {
		b.WriteString(s.text)
	}
	return b.String()
}
