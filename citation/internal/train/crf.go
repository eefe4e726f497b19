package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/factcite/factcite/citation/internal/tagger"
)

const labels = tagger.Labels

// example is a line whose labels are known, some of them only as one of several.
type example struct {
	hashes   [][]uint32 // of the features of each token
	features []feature  // of all tokens, those of which something is learned
	ends     []int      // where those of each token end
	joints   []uint8
	labels   []tagger.Label
	allowed  []labelSet // nil if all labels are known for certain
	weight   float32
	rests    bool // it is left out of the next round
}

// feature is the number of what is learned of a feature, and which of a token's it is.
type feature uint32

const numberBits = 24

func (f feature) number() int   { return int(f & (1<<numberBits - 1)) }
func (f feature) template() int { return int(f >> numberBits) }

// labelSet is a set of labels, a bit each.
type labelSet uint32

func setOf(labels ...tagger.Label) (s labelSet) {
	for _, l := range labels {
		s |= 1 << l
	}
	return s
}

func (s labelSet) has(l tagger.Label) bool { return s>>l&1 == 1 }

// newExample finds the features of a line.
func newExample(text string, known []tagger.Label) example {
	l := tagger.NewLine(text)
	defer l.Release()
	return newExampleOf(l, known)
}

func newExampleOf(l *tagger.Line, known []tagger.Label) example {
	e := example{labels: known, weight: 1}
	e.hashes = make([][]uint32, len(l.Tokens))
	e.joints = make([]uint8, len(l.Tokens))
	for i := range l.Tokens {
		var features [tagger.Features]uint32
		e.hashes[i] = slices.Clone(features[:l.Features(i, &features)])
		e.joints[i] = uint8(l.Joint(i))
	}
	return e
}

// of are the features of token i.
func (e *example) of(i int) []feature {
	start := 0
	if i > 0 {
		start = e.ends[i-1]
	}
	return e.features[start:e.ends[i]]
}

// crf is a linear-chain conditional random field while it is trained, by stochastic
// gradients with a rate for each weight (AdaGrad, Duchi et al. 2011).
type crf struct {
	learned        []learned
	buckets        []int // of each of them
	joins, joinsSq [tagger.Joints][labels][labels]float32
	rate, decay    float32
	random         *rand.Rand
	dropped        [tagger.Features]bool

	settled     []bool                                 // of each token, whether its labels are as they should be
	free, known lattice                                // of all labels, and of those that are allowed
	powers      [tagger.Joints][labels][labels]float32 // of e, to the joins
}

// learned is what was learned of one feature: the weights of the labels, and the sums of
// the squares of their gradients.
type learned struct{ weights, squares [labels]float32 }

// lattice is the room for one line.
type lattice struct {
	emit, alpha, beta [][labels]float32
	scale             []float32
	active            []choice
}

// choice is the labels of a token that are not out of the question.
type choice struct {
	n      int
	labels [labels]uint8
}

func (c *choice) add(label int) {
	c.labels[c.n] = uint8(label)
	c.n++
}

func (c *choice) list() []uint8 { return c.labels[:c.n] }

func (l *lattice) resize(n int) {
	if cap(l.emit) < n {
		l.emit, l.alpha, l.beta, l.scale, l.active = make([][labels]float32, n), make([][labels]float32, n), make([][labels]float32, n), make([]float32, n), make([]choice, n)
	}
	l.emit, l.alpha, l.beta, l.scale, l.active = l.emit[:n], l.alpha[:n], l.beta[:n], l.scale[:n], l.active[:n]
}

func newCRF(buckets []int, rate, decay float32, seed uint64) *crf {
	c := &crf{learned: make([]learned, len(buckets)), buckets: buckets, rate: rate, decay: decay, random: rand.New(rand.NewPCG(seed, 7))}
	for j := range c.joins { // a line is prose or none of it is
		for l := range labels - 1 {
			c.joins[j][l][tagger.Prose], c.joins[j][tagger.Prose][l] = never, never
		}
		for a := range labels {
			for b := range labels {
				c.powers[j][a][b] = exp(c.joins[j][a][b])
			}
		}
	}
	return c
}

// settledBy is how little the probabilities of a token's labels are off where nothing is
// to be learned.
const settledBy = 0.004

// never is the score of what does not occur.
const never = -12

// fewest is in how many places a feature must be for something to be learned of it.
const fewest = 8

// number gives the features of examples numbers, and returns the bucket of each. What is
// seldom has none.
func number(examples []example) (buckets []int) {
	const countBits = 27
	seen := make([]uint8, 1<<countBits)
	for i := range examples {
		for _, hashes := range examples[i].hashes {
			for _, h := range hashes {
				if n := &seen[h>>(32-countBits)]; *n < fewest {
					*n++
				}
			}
		}
	}
	numbers := make([]int32, tagger.Buckets)
	for i := range examples {
		e := &examples[i]
		e.features, e.ends = nil, make([]int, len(e.hashes))
		for at := range e.hashes {
			for template, h := range e.hashes[at] {
				if seen[h>>(32-countBits)] < fewest {
					continue
				}
				n := &numbers[tagger.Bucket(h)]
				if *n == 0 {
					buckets = append(buckets, tagger.Bucket(h))
					*n = int32(len(buckets))
				}
				e.features = append(e.features, feature(*n-1)|feature(template)<<numberBits)
			}
			e.ends[at] = len(e.features)
		}
	}
	return buckets
}

// keep forgets all features but the most that say the most, so that the weights of the others
// can make up for those that are left out when they are packed.
func (c *crf) keep(examples []example, most int) {
	if len(c.learned) <= most {
		return
	}
	says := make([]float32, len(c.learned))
	for i := range c.learned {
		for _, w := range c.learned[i].weights {
			says[i] += w * w
		}
	}
	sorted := slices.Clone(says)
	slices.Sort(sorted)
	least := sorted[len(sorted)-most]
	for i := range examples {
		e := &examples[i]
		features, from := e.features[:0], 0
		for at, end := range e.ends {
			for _, f := range e.features[from:end] {
				if says[f.number()] >= least {
					features = append(features, f)
				}
			}
			from, e.ends[at] = end, len(features)
		}
		e.features = features
	}
	for i := range c.learned {
		if says[i] < least {
			c.learned[i].weights = [labels]float32{}
		}
	}
}

// restful is the loss of an example below which there is little to learn from it: it is
// left out of the next round.
const restful = 0.3

// train goes over all examples, in a new order each time.
func (c *crf) train(examples []example, epochs int, report func(epoch int, loss float64)) {
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for epoch := range epochs {
		c.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss, n := 0.0, 0
		for _, i := range order {
			e := &examples[i]
			if e.rests {
				e.rests = false
				continue
			}
			l := c.learn(e)
			e.rests = l < restful
			loss += l
			n++
		}
		report(epoch, loss/float64(n))
	}
}

// learn moves the weights towards the labels of one example, and returns how
// improbable these were.
func (c *crf) learn(e *example) (loss float64) {
	n := len(e.labels)
	if n == 0 {
		return 0
	}
	for k := range c.dropped {
		c.dropped[k] = k > 0 && c.random.Float32() < c.decay
	}
	c.sum(e)
	loss = c.forwardBackward(&c.free, e)
	if e.allowed != nil {
		c.restrict(e)
		loss -= c.forwardBackward(&c.known, e)
	} else {
		loss -= c.score(e)
	}
	c.settled = append(c.settled[:0], make([]bool, n)...)
	for i := range n {
		var delta [labels]float32
		var off choice // the labels whose probabilities are off
		most := float32(0)
		for _, k := range c.free.active[i].list() {
			d := c.probability(e, i, int(k)) - c.free.alpha[i][k]*c.free.beta[i][k]
			most = max(most, abs(d))
			if delta[k] = d * e.weight; abs(delta[k]) > 1e-4 {
				off.add(int(k))
			}
		}
		if c.settled[i] = most < settledBy; c.settled[i] {
			continue
		}
		for _, f := range e.of(i) {
			if c.dropped[f.template()] {
				continue
			}
			r := &c.learned[f.number()]
			for _, k := range off.list() {
				g := delta[k]
				r.squares[k] += g * g
				r.weights[k] += c.rate * g / (sqrt(r.squares[k]) + 0.1)
			}
		}
	}
	c.learnJoins(e)
	return loss
}

// probability is how probable a label of token i is among those that are allowed.
func (c *crf) probability(e *example, i, label int) float32 {
	switch {
	case e.allowed != nil:
		return c.known.alpha[i][label] * c.known.beta[i][label]
	case tagger.Label(label) == e.labels[i]:
		return 1
	}
	return 0
}

// sum adds up what the features of each token say for each label.
func (c *crf) sum(e *example) {
	c.free.resize(len(e.labels))
	for i := range e.labels {
		var sum [labels]float32
		for _, f := range e.of(i) {
			if c.dropped[f.template()] {
				continue
			}
			w := &c.learned[f.number()].weights
			for k := range labels {
				sum[k] += w[k]
			}
		}
		if c.decay > 0 {
			for k := range labels {
				sum[k] /= 1 - c.decay
			}
		}
		c.free.emit[i] = sum
	}
	c.exponentiate(e)
}

// exponentiate makes factors of the sums, the best one of each token 1. Labels that are far
// from it are out of the question, but for the best of those that are right.
func (c *crf) exponentiate(e *example) {
	for i := range c.free.emit {
		emit, active := &c.free.emit[i], &c.free.active[i]
		top, right := emit[0], float32(math.Inf(-1))
		for k, x := range emit {
			top = max(top, x)
			if e.mayBe(i, k) {
				right = max(right, x)
			}
		}
		active.n = 0
		for k, x := range emit {
			if x < top-outOfQuestion && (x < right || !e.mayBe(i, k)) {
				emit[k] = 0
				continue
			}
			emit[k] = exp(x-top) + tiny
			active.add(k)
		}
	}
}

// outOfQuestion is how far below the best label of a token, by its features alone and in
// powers of e, labels are left out of account.
const outOfQuestion = 9

// mayBe reports whether a label of token i is right.
func (e *example) mayBe(i, label int) bool {
	if e.allowed != nil {
		return e.allowed[i].has(tagger.Label(label))
	}
	return e.labels[i] == tagger.Label(label)
}

// restrict leaves to the known lattice the labels that are allowed.
func (c *crf) restrict(e *example) {
	c.known.resize(len(e.labels))
	for i := range e.allowed {
		c.known.emit[i] = c.free.emit[i]
		active := &c.known.active[i]
		active.n = 0
		for _, k := range c.free.active[i].list() {
			if e.mayBe(i, int(k)) {
				active.add(int(k))
			}
		}
	}
}

// tiny is added to the factor of a label that is allowed, so that one of them always is.
const tiny = 1e-20

// score is the logarithm of the factors of the known labels.
func (c *crf) score(e *example) (score float64) {
	for i, l := range e.labels {
		score += math.Log(float64(c.free.emit[i][l]))
		if i > 0 {
			score += float64(c.joins[e.joints[i]][e.labels[i-1]][l])
		}
	}
	return score
}

// forwardBackward leaves alpha·beta as the probability of each label of a lattice. It
// returns the logarithm of the sum over all labels.
func (c *crf) forwardBackward(l *lattice, e *example) (total float64) {
	n := len(e.labels)
	for i := range n {
		var next [labels]float32
		sum := float32(0)
		here := l.active[i].list()
		for _, b := range here {
			x := float32(1)
			if i > 0 {
				x = 0
				p, before := &c.powers[e.joints[i]], &l.alpha[i-1]
				for _, a := range l.active[i-1].list() {
					x += before[a] * p[a][b]
				}
			}
			next[b] = x * l.emit[i][b]
			sum += next[b]
		}
		for _, b := range here {
			next[b] /= sum
		}
		l.alpha[i], l.scale[i] = next, sum
		total += math.Log(float64(sum))
	}
	for i := n - 1; i >= 0; i-- {
		var last [labels]float32
		for _, a := range l.active[i].list() {
			if i == n-1 {
				last[a] = 1
				continue
			}
			p, sum := &c.powers[e.joints[i+1]][a], float32(0)
			for _, b := range l.active[i+1].list() {
				sum += p[b] * l.beta[i+1][b] * l.emit[i+1][b]
			}
			last[a] = sum / l.scale[i+1]
		}
		l.beta[i] = last
	}
	return total
}

// learnJoins moves the transitions.
func (c *crf) learnJoins(e *example) {
	for i := 1; i < len(e.labels); i++ {
		if c.settled[i-1] && c.settled[i] {
			continue
		}
		j := e.joints[i]
		p := &c.powers[j]
		for _, a := range c.free.active[i-1].list() {
			if c.free.alpha[i-1][a] < 1e-4 && c.probability(e, i-1, int(a)) < 1e-4 {
				continue
			}
			for _, b := range c.free.active[i].list() {
				g := c.pair(e, i, int(a), int(b)) - c.free.pair(p, i, int(a), int(b))
				if g *= e.weight; g > 1e-4 || g < -1e-4 {
					c.joinsSq[j][a][b] += g * g
					c.joins[j][a][b] += c.rate * g / (sqrt(c.joinsSq[j][a][b]) + 0.1)
					p[a][b] = exp(c.joins[j][a][b])
				}
			}
		}
	}
}

// pair is how probable label b after label a is at token i.
func (l *lattice) pair(p *[labels][labels]float32, i, a, b int) float32 {
	return l.alpha[i-1][a] * p[a][b] * l.emit[i][b] * l.beta[i][b] / l.scale[i]
}

// pair is how probable label b after label a is at token i among those that are allowed.
func (c *crf) pair(e *example, i, a, b int) float32 {
	switch {
	case e.allowed != nil:
		return c.known.pair(&c.powers[e.joints[i]], i, a, b)
	case tagger.Label(a) == e.labels[i-1] && tagger.Label(b) == e.labels[i]:
		return 1
	}
	return 0
}

func abs(x float32) float32  { return max(x, -x) }
func exp(x float32) float32  { return float32(math.Exp(float64(max(x, -60)))) }
func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }
