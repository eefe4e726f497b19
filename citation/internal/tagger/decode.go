package tagger

import (
	"encoding/binary"
	"math"
	"slices"
)

// lattice is the room for finding the best labels of a line.
type lattice struct {
	scores []int32 // of each token and label: by the features alone
	best   []int32
	from   []Label
	Labels []Label   // the best ones
	Sure   []float32 // how probable each of them is, after marginals

	forward, backward, power []float32
	active                   []choice
	joints                   []uint8
	found                    found
	search                   search
	total                    int32   // the score of the best labels
	margin                   float32 // how much better they are than those of prose, in powers of e
}

// resize returns a slice of n, with the room of s if it suffices.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

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
	n := len(l.Tokens)
	l.scores = resize(l.scores, n*Labels)
	l.best = resize(l.best, n*Labels)
	l.from = resize(l.from, n*Labels)
	l.Labels = resize(l.Labels, n)
	l.power = resize(l.power, n*Labels)
	l.active = resize(l.active, n)
	l.joints = resize(l.joints, n)
	if n == 0 {
		return
	}
	for i := range l.joints {
		l.joints[i] = uint8(l.Joint(i))
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
	prose := l.scores[Prose]
	for i := 1; i < len(l.Tokens); i++ {
		prose += l.scores[i*Labels+int(Prose)] + int32(m.joins[l.joints[i]][Prose][Prose])
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
	for i := range l.Tokens {
		l.scores[i*Labels+int(Title)] += int32(m.scale)
		l.scores[i*Labels+int(Container)] += int32(m.scale)
	}
	m.choose(l)
	m.viterbi(l)
}

// emit sums the weights of the features of each token.
func (m *Model) emit(l *Line) {
	var own [Features - sharedFeatures]uint32
	var shared sums
	for i := range l.Tokens {
		if i == 0 || l.about[i].chunk != l.about[i-1].chunk {
			features := l.shared(i)
			shared = sums{}
			m.weigh(&shared, features[:], &l.found)
		}
		all := shared
		m.weigh(&all, own[:l.own(i, &own)], &l.found)
		all.scores((*[Labels]int32)(l.scores[i*Labels:]))
	}
}

// sums are those of rows of weights, of several at once: a byte of a row is a lane of 16 bits,
// which 255 rows do not overflow.
type sums struct {
	whole, odd [(Labels + 7) / 8]uint64 // of all bytes, those that carry over included, and of every second one
	rows       uint32                   // how many were added
}

// found is the room for looking up the rows of some features.
type found struct {
	groups [Features]uint64
	rows   [128]uint32 // of the features that have weights
	near   uint8       // says nothing: what is read into it is fetched
}

// weigh adds the weights of some features.
func (m *Model) weigh(s *sums, features []uint32, f *found) {
	index, groups := m.index, f.groups[:len(features)]
	for k, hash := range features { // all at once: most are far from the processor
		groups[k] = index.group(hash)
	}
	known := uint32(0)
	for k, hash := range features { // without a branch: which have weights is hard to predict
		row, kept := rowIn(groups[k], hash)
		f.rows[known%128] = row
		known += kept
	}
	for _, i := range f.rows[:known] { // all at once again
		f.near |= m.rows[i][0]
	}
	s.add(m.rows, f.rows[:known])
}

// add adds some of the rows.
func (s *sums) add(rows []row, some []uint32) {
	a, b, c, oddOfA, oddOfB, oddOfC := s.whole[0], s.whole[1], s.whole[2], s.odd[0], s.odd[1], s.odd[2]
	for _, i := range some {
		row := &rows[i]
		x := binary.LittleEndian.Uint64(row[:8])
		a, oddOfA = a+x, oddOfA+x>>8&everySecond
		x = binary.LittleEndian.Uint64(row[8:16])
		b, oddOfB = b+x, oddOfB+x>>8&everySecond
		x = binary.LittleEndian.Uint64(row[16:])
		c, oddOfC = c+x, oddOfC+x>>8&everySecond
	}
	s.whole, s.odd = [...]uint64{a, b, c}, [...]uint64{oddOfA, oddOfB, oddOfC}
	s.rows += uint32(len(some))
}

// everySecond has the bytes of a word that are lanes.
const everySecond = 0x00FF00FF00FF00FF

// scores sets the sum of each label.
func (s *sums) scores(into *[Labels]int32) {
	none := int32(zero * s.rows)
	for n, odd := range s.odd {
		even := s.whole[n] - odd<<8 // what the odd ones carried into the others is taken back
		for k := n * 8; k < min(n*8+8, Labels); k += 2 {
			into[k], into[k+1] = int32(even&0xFFFF)-none, int32(odd&0xFFFF)-none
			even >>= 16
			odd >>= 16
		}
	}
}

// negligible is how far below the best label of a token, by its features alone and in
// powers of e, labels are left out of account.
const negligible = 5

// choice is the labels of a token that are not negligible.
type choice struct {
	n      uint8
	labels [Labels]Label
}

func (c *choice) list() []Label { return c.labels[:c.n] }

// choose finds the labels of each token that are not negligible.
func (m *Model) choose(l *Line) {
	for i := range l.Tokens {
		scores, power := (*[Labels]int32)(l.scores[i*Labels:]), (*[Labels]float32)(l.power[i*Labels:])
		top := slices.Max(scores[:])
		least := top - int32(negligible*m.scale)
		active, n := &l.active[i].labels, 0
		for k, s := range scores {
			if s >= least {
				active[n] = Label(k)
				power[k] = m.exp(s - top)
				n++
			}
		}
		l.active[i].n = uint8(n)
	}
}

// viterbi finds the best labels (Viterbi 1967).
func (m *Model) viterbi(l *Line) {
	n := len(l.Tokens)
	copy(l.best, l.scores[:Labels])
	for i := 1; i < n; i++ {
		m.goOn(l, i)
	}
	last, top := Label(0), int32(math.MinInt32)
	for _, b := range l.active[n-1].list() {
		if s := l.best[(n-1)*Labels+int(b)]; s > top {
			last, top = b, s
		}
	}
	l.total = top
	for i := n - 1; i >= 0; i-- {
		l.Labels[i] = last
		last = l.from[i*Labels+int(last)]
	}
}

// goOn finds the best labels up to each label of token i, from those up to the token before.
func (m *Model) goOn(l *Line, i int) {
	joins, labels := &m.joins[l.joints[i]], l.active[i].list()
	before, scores := (*[Labels]int32)(l.best[(i-1)*Labels:]), (*[Labels]int32)(l.scores[i*Labels:])
	here, from := (*[Labels]int32)(l.best[i*Labels:]), (*[Labels]Label)(l.from[i*Labels:])
	for _, b := range labels {
		here[b] = math.MinInt32
	}
	for _, a := range l.active[i-1].list() {
		soFar, join := before[a], &joins[a]
		for _, b := range labels {
			if s := soFar + int32(join[b]); s > here[b] {
				here[b], from[b] = s, a
			}
		}
	}
	for _, b := range labels {
		here[b] += scores[b]
	}
}
