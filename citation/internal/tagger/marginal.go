package tagger

// marginals finds how probable each of the best labels is: by what is before, as [Model.viterbi]
// found, and by what is after, which is the second half of the forward-backward algorithm.
func (m *Model) marginals(l *Line) {
	l.Sure = resize(l.Sure, len(l.cells))
	for i := len(l.cells) - 1; i >= 0; i-- {
		here := &l.cells[i]
		if i == len(l.cells)-1 {
			here.end()
		} else {
			after := &l.cells[i+1]
			here.goBack(after, &m.factors[after.joint])
		}
	}
	l.sure()
}

// end starts with the last token.
func (c *cell) end() {
	for _, a := range c.list() {
		c.backward[a] = 1
	}
}

// goBack finds how probable the labels of a token are by what is after it, the next token first.
func (c *cell) goBack(after *cell, factors *factors) {
	for _, a := range c.list() {
		c.backward[a] = 0
	}
	norm := 1 / sumOf(&after.backward, after.list())
	for _, b := range after.list() {
		c.back(&factors[b], after.power[b]*after.backward[b]*norm)
	}
}

// back adds what one label of the next token makes of its probability.
func (c *cell) back(factors *[Labels]float32, probability float32) {
	for _, a := range c.list() {
		c.backward[a] += factors[a] * probability
	}
}

func sumOf(shares *[Labels]float32, labels []Label) (sum float32) {
	for _, b := range labels {
		sum += shares[b]
	}
	return sum
}

// sure says how probable each of the labels that the line has is.
func (l *Line) sure() {
	for i, label := range l.Labels {
		l.Sure[i] = l.cells[i].sure(label)
	}
}

// sure is how probable a label is, by what is before it and after.
func (c *cell) sure(label Label) float32 {
	if c.n == 1 {
		return 1
	}
	total := float32(0)
	for _, a := range c.list() {
		total += c.backward[a] * c.forward[a]
	}
	return c.backward[label] * c.forward[label] / total
}
