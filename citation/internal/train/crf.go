package main

import (
	"math"
	"math/rand/v2"

	"github.com/factcite/factcite/citation/internal/tagger"
)

const labels = tagger.Labels

// example is a line whose labels are known. A token with the label unknown may have
// any.
type example struct {
	features [][tagger.Features]uint32
	joints   []uint8
	labels   []tagger.Label
	weight   float32
}

// newExample finds the features of a line.
func newExample(text string, known []tagger.Label) example {
	l := tagger.NewLine(text)
	defer l.Release()
	e := example{labels: known, weight: 1}
	e.features = make([][tagger.Features]uint32, len(l.Tokens))
	e.joints = make([]uint8, len(l.Tokens))
	for i := range l.Tokens {
		l.Features(i, &e.features[i])
		e.joints[i] = uint8(l.Joint(i))
	}
	return e
}

// crf is a linear-chain conditional random field while it is trained, by stochastic
// gradients with a rate for each weight (AdaGrad, Duchi et al. 2011).
type crf struct {
	weights, squares []float32
	joins, joinsSq   [tagger.Joints][labels][labels]float32
	rate, decay      float32
	random           *rand.Rand
	dropped          [tagger.Features]bool

	// Room for one line.
	emit, alpha, beta []([labels]float32)
	scale             []float32
	powers            [tagger.Joints][labels][labels]float32 // of e, to the joins
}

func newCRF(rate, decay float32, seed uint64) *crf {
	c := &crf{
		weights: make([]float32, tagger.Buckets*labels), squares: make([]float32, tagger.Buckets*labels),
		rate: rate, decay: decay, random: rand.New(rand.NewPCG(seed, 7)),
	}
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

// hardly is how improbable a label is that is left out of sums.
const hardly = 1e-5

// never is the score of what does not occur.
const never = -12

// train goes over all examples, in a new order each time.
func (c *crf) train(examples []example, epochs int, report func(epoch int, loss float64)) {
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for epoch := range epochs {
		c.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for _, i := range order {
			loss += c.learn(&examples[i])
		}
		report(epoch, loss/float64(len(examples)))
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
	loss = c.forwardBackward(e)
	for i := range n {
		var delta [labels]float32
		most := float32(0)
		for k := range labels {
			delta[k] = -c.alpha[i][k] * c.beta[i][k]
			if tagger.Label(k) == e.labels[i] {
				delta[k]++
			}
			most = max(most, abs(delta[k]))
		}
		if most < 0.002 {
			continue
		}
		for f, b := range e.features[i] {
			if c.dropped[f] {
				continue
			}
			w, sq := c.weights[int(b)*labels:][:labels], c.squares[int(b)*labels:][:labels]
			for k := range labels {
				if g := delta[k] * e.weight; g > 1e-4 || g < -1e-4 {
					sq[k] += g * g
					w[k] += c.rate * g / (sqrt(sq[k]) + 0.1)
				}
			}
		}
	}
	c.learnJoins(e)
	return loss
}

func (c *crf) sum(e *example) {
	n := len(e.labels)
	if cap(c.emit) < n {
		c.emit, c.alpha, c.beta, c.scale = make([][labels]float32, n), make([][labels]float32, n), make([][labels]float32, n), make([]float32, n)
	}
	c.emit, c.alpha, c.beta, c.scale = c.emit[:n], c.alpha[:n], c.beta[:n], c.scale[:n]
	for i := range n {
		var sum [labels]float32
		for f, b := range e.features[i] {
			if c.dropped[f] {
				continue
			}
			w := c.weights[int(b)*labels:][:labels]
			for k := range labels {
				sum[k] += w[k]
			}
		}
		if c.decay > 0 {
			for k := range labels {
				sum[k] /= 1 - c.decay
			}
		}
		c.emit[i] = sum
	}
}

// forwardBackward leaves alpha·beta as the probability of each label. It returns the
// negative logarithm of the probability of the known labels.
func (c *crf) forwardBackward(e *example) (loss float64) {
	n := len(e.labels)
	for i := range n {
		top := c.emit[i][0]
		for _, x := range c.emit[i] {
			top = max(top, x)
		}
		loss -= float64(c.emit[i][e.labels[i]] - top)
		if i > 0 {
			loss -= float64(c.joins[e.joints[i]][e.labels[i-1]][e.labels[i]])
		}
		for k := range labels {
			c.emit[i][k] = exp(c.emit[i][k] - top)
		}
	}
	for i := range n {
		var sum float32
		if i == 0 {
			c.alpha[0] = c.emit[0]
		} else {
			var next [labels]float32
			p := &c.powers[e.joints[i]]
			for a := range labels {
				x := c.alpha[i-1][a]
				if x < hardly {
					continue
				}
				for b := range labels {
					next[b] += x * p[a][b]
				}
			}
			for k := range labels {
				next[k] *= c.emit[i][k]
			}
			c.alpha[i] = next
		}
		for _, x := range c.alpha[i] {
			sum += x
		}
		c.scale[i] = sum
		loss += math.Log(float64(sum))
		for k := range labels {
			c.alpha[i][k] /= sum
		}
	}
	for k := range labels {
		c.beta[n-1][k] = 1
	}
	for i := n - 2; i >= 0; i-- {
		p := &c.powers[e.joints[i+1]]
		var out [labels]float32
		for k := range labels {
			out[k] = c.beta[i+1][k] * c.emit[i+1][k] / c.scale[i+1]
		}
		for a := range labels {
			if c.alpha[i][a] < hardly {
				c.beta[i][a] = 0
				continue
			}
			var sum float32
			for b := range labels {
				sum += p[a][b] * out[b]
			}
			c.beta[i][a] = sum
		}
	}
	return loss
}

func (c *crf) learnJoins(e *example) {
	for i := 1; i < len(e.labels); i++ {
		j := e.joints[i]
		p := &c.powers[j]
		for a := range labels {
			x := c.alpha[i-1][a]
			if x < 1e-4 && tagger.Label(a) != e.labels[i-1] {
				continue
			}
			for b := range labels {
				g := -x * p[a][b] * c.emit[i][b] * c.beta[i][b] / c.scale[i]
				if tagger.Label(a) == e.labels[i-1] && tagger.Label(b) == e.labels[i] {
					g++
				}
				if g *= e.weight; g > 1e-4 || g < -1e-4 {
					c.joinsSq[j][a][b] += g * g
					c.joins[j][a][b] += c.rate * g / (sqrt(c.joinsSq[j][a][b]) + 0.1)
					p[a][b] = exp(c.joins[j][a][b])
				}
			}
		}
	}
}

func abs(x float32) float32  { return max(x, -x) }
func exp(x float32) float32  { return float32(math.Exp(float64(max(x, -60)))) }
func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }
