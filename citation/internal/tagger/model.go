package tagger

import (
	"math"
	"slices"
)

// row is the weights of a feature: a byte a label, and some to fill, so that none is in two
// lines of the processor's cache.
type row [32]uint8

var noWeights = row(slices.Repeat([]uint8{zero}, len(row{})))

// Model is what was learned: a score for each label by each feature, and for each pair
// of labels by the kind of place between them.
type Model struct {
	*index
	rows  []row
	joins [Joints][Labels][Labels]int16
	scale float32 // of both: this many are a factor of e
	whole *Whole  // what was learned of whole readings, nil if nothing was

	factors *[Joints][Labels][Labels]float32 // what the transitions multiply by
	powers  []float32                        // of e, for the differences of scores
}

// prepare works out what is read often.
func (m *Model) prepare() *Model {
	m.powers = make([]float32, int(negligible*m.scale)+2)
	for i := range m.powers {
		m.powers[i] = float32(math.Exp(-float64(i) / float64(m.scale)))
	}
	m.factors = new([Joints][Labels][Labels]float32)
	for j := range m.joins {
		for a := range Labels {
			for b := range Labels {
				m.factors[j][a][b] = float32(math.Exp(float64(m.joins[j][a][b]) / float64(m.scale)))
			}
		}
	}
	return m
}

// NewModel rounds weights, a row for each of some buckets, and transitions.
func NewModel(buckets []int, weights func(i int) []float32, joins *[Joints][Labels][Labels]float32, scale float32) *Model {
	m := &Model{index: new(index), scale: scale}
	order := make([]int, len(buckets))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return buckets[i] - buckets[j] })
	for _, i := range order {
		row := noWeights
		for k, w := range weights(i) {
			row[k] = uint8(zero + max(-127, min(127, round(w*scale))))
		}
		if row == noWeights {
			continue
		}
		m.add(buckets[i])
		m.rows = append(m.rows, row)
	}
	m.count()
	for j := range joins {
		for a := range Labels {
			for b := range Labels {
				m.joins[j][a][b] = int16(round(joins[j][a][b] * scale))
			}
		}
	}
	return m.prepare()
}

func round(x float32) int {
	if x < 0 {
		return int(x - 0.5)
	}
	return int(x + 0.5)
}

// exp is e to the power of a difference of scores that is not positive.
func (m *Model) exp(difference int32) float32 {
	return m.powers[min(int(-difference), len(m.powers)-1)]
}
