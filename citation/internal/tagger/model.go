package tagger

import (
	"math"
	"slices"
)

// Model is what was learned: a score for each label by each feature, and for each pair
// of labels by the kind of place between them.
type Model struct {
	*index
	rows  []row // the first one says nothing: it is that of all features without weights
	joins [Joints]joins
	scale float32 // of both: this many are a factor of e
	whole *Whole  // what was learned of whole readings, nil if nothing was

	factors *[Joints]factors // what the transitions multiply by
	powers  []float32        // of e, for the differences of scores
}

// joins are the transitions at one kind of place, by the label after it and the one before it.
type joins [Labels][Labels]int32

// factors are what joins multiply by.
type factors [Labels][Labels]float32

// prepare works out what is read often.
func (m *Model) prepare() *Model {
	m.powers = make([]float32, int(negligible*m.scale)+2)
	for i := range m.powers {
		m.powers[i] = float32(math.Exp(-float64(i) / float64(m.scale)))
	}
	m.factors = new([Joints]factors)
	for j := range m.joins {
		for b := range Labels {
			for a := range Labels {
				m.factors[j][b][a] = float32(math.Exp(float64(m.joins[j][b][a]) / float64(m.scale)))
			}
		}
	}
	return m
}

// NewModel rounds weights, a row for each of some buckets, and transitions.
func NewModel(buckets []int, weights func(i int) []float32, joins *[Joints][Labels][Labels]float32, scale float32) *Model {
	m := &Model{index: new(index), rows: make([]row, 1), scale: scale}
	order := make([]int, len(buckets))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return buckets[i] - buckets[j] })
	for _, i := range order {
		var r row
		for k, w := range weights(i) {
			r.set(Label(k), max(-mostWeight, min(mostWeight, round(w*scale))))
		}
		if r == (row{}) {
			continue
		}
		m.add(buckets[i])
		m.rows = append(m.rows, r)
	}
	m.count()
	for j := range joins {
		for a := range Labels {
			for b := range Labels {
				m.joins[j][b][a] = int32(round(joins[j][a][b] * scale))
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
