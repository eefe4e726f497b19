package tagger

import (
	"slices"

	"github.com/factcite/factcite/citation/ref"
)

// Certainty is how probable it is, of each token of a text, that what a model takes it for
// is right. The zero value knows of no token.
type Certainty []certain

// certain is a token with what it is taken for, and how probable that is.
type certain struct {
	span  ref.Span
	field ref.Field // "" for what no field says
	sure  float32
}

// NewCertainty returns the certainty of some spans.
func NewCertainty(spans map[ref.Span]float64) (c Certainty) {
	for sp, sure := range spans {
		c = append(c, certain{span: sp, sure: float32(sure)})
	}
	return c
}

func (l *Line) certainty() Certainty {
	c := make(Certainty, len(l.Tokens))
	for i, t := range l.Tokens {
		c[i] = certain{ref.Span{t.Start, t.End}, fields[l.Labels[i]], l.Sure[i]}
	}
	return c
}

// In returns that of the least certain token of a span, 1 if there is none.
func (c Certainty) In(sp ref.Span) float64 {
	least := float32(1)
	for _, t := range c {
		if t.span[0] < sp[1] && sp[0] < t.span[1] {
			least = min(least, t.sure)
		}
	}
	return float64(least)
}

// TakesFor reports whether a model takes a token of a span for what a field says, whether
// or not it is sure enough of the words around to state it.
func (c Certainty) TakesFor(sp ref.Span, field ref.Field) bool {
	return slices.ContainsFunc(c, func(t certain) bool {
		return t.field == field && t.span[0] < sp[1] && sp[0] < t.span[1]
	})
}

// Shift moves the tokens by n bytes.
func (c Certainty) Shift(n int) {
	for i := range c {
		c[i].span[0] += n
		c[i].span[1] += n
	}
}
