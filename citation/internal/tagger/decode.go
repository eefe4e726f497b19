package tagger

import "math"

// Read finds the most probable labels of a line of a reference list.
func (m *Model) Read(l *Line) {
	m.label(l)
	if len(l.Tokens) == 0 {
		return
	}
	for range mostFavours {
		if namesWork(l, l.Labels) {
			break
		}
		m.favour(l)
	}
	l.margin = m.overProse(l)
}

// label finds the most probable labels.
func (m *Model) label(l *Line) {
	l.cells, l.Labels = resize(l.cells, len(l.Tokens)), resize(l.Labels, len(l.Tokens))
	if len(l.Tokens) == 0 {
		return
	}
	m.emit(l)
	m.choose(l)
	m.viterbi(l)
}

// leastMargin is how much more probable than prose, in powers of e, the labels of a
// reference must be: sentences with names and numbers come close to references, but
// hardly any reference comes close to a sentence.
const leastMargin = 6

// leastShare is how large the margin must be for each token: long sentences gather one.
const leastShare = 0.45

// undatedMargin is how large it must be, for each token, if there is no date.
const undatedMargin = 1.3

// sureMargin is from what margin on, for each token, a title may say what sentences do:
// "Carts sold according to the rules".
const sureMargin = 1

// overProse is how much more probable than prose the best labels are.
func (m *Model) overProse(l *Line) float32 {
	prose := l.cells[0].scores[Prose]
	for i := 1; i < len(l.cells); i++ {
		here := &l.cells[i]
		prose += here.scores[Prose] + m.joins[here.joint][Prose][Prose]
	}
	return float32(l.total-prose) / m.scale
}

// mostFavours is how often titles and containers are made more probable where a line
// has neither.
const mostFavours = 6

// namesWork reports whether there is a title or a container among the labels, which a
// line that is no sentence must have, unless the work is identified: "Lund A., Roe B.
// arXiv:1310.2103".
func namesWork(l *Line, labels []Label) bool {
	authors := false
	for i, label := range labels {
		switch label {
		case Title, Container, Prose:
			return true
		case Authors:
			authors = true
		case Identifier:
			if t := l.at(i); authors && (t.word == wordArXiv || t.word == wordDOI) {
				return true
			}
		}
	}
	return false
}

var wordArXiv, wordDOI = hash("arxiv"), hash("doi")

// favour makes titles and containers more probable, by a factor of e a token.
func (m *Model) favour(l *Line) {
	for i := range l.cells {
		c := &l.cells[i]
		c.scores[Title] += int32(m.scale)
		c.scores[Container] += int32(m.scale)
		c.top = max(c.top, c.scores[Title], c.scores[Container])
	}
	m.choose(l)
	m.viterbi(l)
}

// emit sums the weights of the features of each token, and finds the kind of the place before it.
func (m *Model) emit(l *Line) {
	var shared row
	for i := range l.Tokens {
		if i == 0 || l.about[i].chunk != l.about[i-1].chunk {
			values := l.shared(i)
			shared = m.plus(row{}, sharedHashes, values[:])
		}
		values := l.own(i)
		all := m.plus(shared, ownHashes, values[:])
		if l.isSentence() {
			values := l.ofSentence(i)
			all = m.plus(all, sentenceHashes, values[:])
		}
		c := &l.cells[i]
		c.top = all.lanes(&c.scores)
		c.joint = uint8(l.Joint(i))
	}
}

// negligible is how far below the best label of a token, by its features alone and in
// powers of e, labels are left out of account.
const negligible = 5

// choose finds the labels of each token that are not negligible.
func (m *Model) choose(l *Line) {
	span := int32(negligible * m.scale)
	for i := range l.cells {
		c := &l.cells[i]
		c.choose(c.top - span)
		for _, b := range c.list() {
			c.power[b] = m.powers[c.top-c.scores[b]]
		}
	}
}

// choose takes the labels that score enough. There is no branch, for which ones do is hard to
// predict.
func (c *cell) choose(least int32) {
	n := 0
	for k := range c.scores {
		c.labels[n] = Label(k)
		if c.scores[k] >= least {
			n++
		}
	}
	c.n = uint8(n)
}

// viterbi finds the best labels (Viterbi 1967), and on the way how probable each label of a
// token is by what is before it, which is the first half of the forward-backward algorithm
// (Rabiner 1989, section III.A).
func (m *Model) viterbi(l *Line) {
	l.cells[0].begin()
	for i := 1; i < len(l.cells); i++ {
		here := &l.cells[i]
		here.goOn(&l.cells[i-1], &m.joins[here.joint], &m.factors[here.joint])
	}
	m.trace(l)
}

// trace goes back over the best labels, from the last token's.
func (m *Model) trace(l *Line) {
	last := len(l.cells) - 1
	l.total, l.Labels[last] = l.cells[last].bestOf(&noJoins)
	for i := last; i > 0; i-- {
		joins := &m.joins[l.cells[i].joint]
		_, l.Labels[i-1] = l.cells[i-1].bestOf(&joins[l.Labels[i]])
	}
}

var noJoins [Labels]int32

// bestOf finds the label of a token that the best labels up to it end with, if the transitions
// to what is next are as given, and what they score with these.
func (c *cell) bestOf(joins *[Labels]int32) (score int32, best Label) {
	score = math.MinInt32
	for _, a := range c.list() {
		if s := c.best[a] + joins[a]; s > score {
			score, best = s, a
		}
	}
	return score, best
}

// begin starts with the first token.
func (c *cell) begin() {
	c.best, c.forward = c.scores, c.power
	c.norm = 1 / sumOf(&c.forward, c.list())
}

// goOn finds what the best labels up to each label of a token score, and how probable the label
// is, from those of the token before.
func (c *cell) goOn(before *cell, joins *joins, factors *factors) {
	total := float32(0)
	for _, b := range c.list() {
		best, sum := before.upTo(&joins[b], &factors[b])
		c.best[b] = best + c.scores[b]
		c.forward[b] = c.power[b] * sum * before.norm
		total += c.forward[b]
	}
	c.norm = 1 / total
}

// upTo finds what the best labels up to one of the next token score without it, by the
// transitions to that, and how probable all labels make it.
func (c *cell) upTo(joins *[Labels]int32, factors *[Labels]float32) (best int32, sum float32) {
	best = math.MinInt32
	for _, a := range c.list() {
		if s := c.best[a] + joins[a]; s > best {
			best = s
		}
		sum += c.forward[a] * factors[a]
	}
	return best, sum
}
