package ground

import (
	"bytes"
	"iter"
	"strings"
)

// checkPolarity compares the statement with the clauses of the passage: one that says the
// same in all but its negations says the opposite.
func (c *checker) checkPolarity() {
	const fewest = 3 // content words that both have
	stated := c.q.contents(0, c.q.len())
	if len(stated.list) < fewest {
		return
	}
	var opposed *contents
	for from, to := range c.clauses() {
		said := c.t.words.contents(from, to)
		if !stated.agrees(&said) {
			continue
		}
		if stated.denied == said.denied {
			return
		}
		opposed = &said
	}
	if opposed != nil {
		c.oppose(&stated, opposed)
	}
}

// oppose adds that a clause of the text says the opposite of the statement.
func (c *checker) oppose(stated, said *contents) {
	at := c.t.place(c.t.words.span(said.from, said.to))
	a := Anchor{Kind: Polarity, Verdict: Opposed, Span: c.q.span(0, c.q.len()), At: &at}
	d := Deviation{Kind: Polarity, Stated: [2]int{a.Span[1], a.Span[1]}, Found: c.t.place([2]int{at.End, at.End})}
	if stated.negation >= 0 {
		d.Stated = c.q.span(stated.negation, stated.negation+1)
	}
	if said.negation >= 0 {
		d.Found = c.t.place(c.t.words.span(said.negation, said.negation+1))
	}
	a.Differences = []Deviation{d}
	c.add(a)
}

// clauses yields the stretches [from,to) of the passage between full stops, semicolons,
// colons and parentheses, and those of them between commas.
func (c *checker) clauses() iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		w := &c.t.words
		clause, piece := c.passage.from, c.passage.from
		for i := c.passage.from + 1; i <= c.passage.to; i++ {
			ends := i == c.passage.to || w.list[i].marks&opens != 0 || strings.ContainsAny(w.between(i), ";:()")
			if !ends && !strings.Contains(w.between(i), ",") {
				continue
			}
			if piece > clause && !yield(piece, i) {
				return
			}
			piece = i
			if ends {
				if !yield(clause, i) {
					return
				}
				clause = i
			}
		}
	}
}

// contents is what a clause says: its content words, and whether it denies it.
type contents struct {
	from, to int // its words
	list     [][]byte
	denied   bool
	negation int // the first negation, or -1
}

// scopes are words whose form depends on a negation.
var scopes = setOf("any every each all ever even yet still anymore")

func (w *words) contents(from, to int) contents {
	c := contents{from: from, to: to, negation: -1}
	for i := from; i < to; i++ {
		letters := w.word(i)
		switch {
		case isNegation(letters):
			c.denied = !c.denied
			if c.negation < 0 {
				c.negation = i
			}
		case !isCommon(letters) && !scopes[string(letters)]:
			c.list = append(c.list, stemOf(letters))
		}
	}
	return c
}

// agrees reports whether all content words of either clause are in the other.
func (c *contents) agrees(other *contents) bool {
	return isSubset(c.list, other.list) && isSubset(other.list, c.list)
}

func isSubset(of, in [][]byte) bool {
	for _, word := range of {
		found := false
		for _, other := range in {
			found = found || bytes.Equal(word, other)
		}
		if !found {
			return false
		}
	}
	return true
}
