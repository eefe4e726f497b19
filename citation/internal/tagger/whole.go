package tagger

import (
	"fmt"
	"math"
)

// WholeFeatures is how many numbers the features of whole readings are hashed to.
const WholeFeatures = 1 << wholeBits

const wholeBits = 15

// Whole is what was learned of whole readings: how much each of their features says for them.
type Whole struct{ weights [WholeFeatures]int8 }

// NewWhole rounds weights, which are in powers of e.
func NewWhole(weights []float32) *Whole {
	w := new(Whole)
	for i, x := range weights {
		w.weights[i] = int8(max(-127, min(127, round(x*wholeScale))))
	}
	return w
}

// wholeScale is how many steps of a weight are a factor of e, and lessShare how much counts
// how probable the labels are in a chain.
const (
	wholeScale = 40
	lessShare  = 0.75
)

// Score is how much is said for a reading, in powers of e, by weights of its features.
func (r *Reading) Score(weight func(feature uint16) float32) float32 {
	score := lessShare * r.less
	for _, f := range r.Features {
		score += weight(f)
	}
	return score
}

// Shares returns how probable each of the readings of a line is among them.
func (w *Whole) Shares(readings []Reading) []float32 {
	shares := make([]float32, len(readings))
	for i := range readings {
		shares[i] = readings[i].Score(func(f uint16) float32 { return float32(w.weights[f]) / wholeScale })
	}
	return Normalize(shares)
}

// Normalize makes probabilities of scores, which are in powers of e.
func Normalize(scores []float32) []float32 {
	top, sum := float32(math.Inf(-1)), float32(0)
	for _, s := range scores {
		top = max(top, s)
	}
	for i, s := range scores {
		scores[i] = float32(math.Exp(float64(s - top)))
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
	return scores
}

// Pack writes what was learned as a file, after what is said of it.
func (w *Whole) Pack(header string) ([]byte, error) {
	plain := make([]byte, WholeFeatures)
	for i, x := range w.weights {
		plain[i] = byte(x)
	}
	return compress([]byte(header+"\n\n"), plain)
}

// UnpackWhole reads a file of what was learned of whole readings.
func UnpackWhole(file []byte) (*Whole, error) {
	plain, err := afterHeader(file)
	if err != nil {
		return nil, err
	}
	if len(plain) != WholeFeatures {
		return nil, fmt.Errorf("%d weights are not %d", len(plain), WholeFeatures)
	}
	w := new(Whole)
	for i, x := range plain {
		w.weights[i] = int8(x)
	}
	return w, nil
}

// With returns a model that also knows what was learned of whole readings.
func (m *Model) With(w *Whole) *Model {
	with := *m
	with.whole = w
	return &with
}
