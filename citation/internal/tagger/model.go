package tagger

import "math"

// rowWidth is how many bytes a row of weights has: one a label, and some to fill.
const rowWidth = 24

// Model is what was learned: a score for each label by each feature, and for each pair
// of labels by the kind of place between them.
type Model struct {
	rows  []uint8 // Buckets rows of weights, 128 for none
	joins [Joints][Labels][Labels]int16
	scale float32 // of both: this many are a factor of e

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

// NewModel rounds weights, by bucket and label, and transitions.
func NewModel(weights []float32, joins *[Joints][Labels][Labels]float32, scale float32) *Model {
	m := &Model{rows: make([]uint8, Buckets*rowWidth), scale: scale}
	for b := range Buckets {
		for k := range rowWidth {
			w := float32(0)
			if k < Labels {
				w = weights[b*Labels+k]
			}
			m.rows[b*rowWidth+k] = uint8(zero + pruned(max(-127, min(127, round(w*scale)))))
		}
		pruneRow(m.rows[b*rowWidth:][:rowWidth])
	}
	for j := range joins {
		for a := range Labels {
			for b := range Labels {
				m.joins[j][a][b] = int16(round(joins[j][a][b] * scale))
			}
		}
	}
	return m.prepare()
}

// pruned leaves out the smallest weights: there are many of them, they hardly count.
func pruned(w int) int {
	if -leastWeight < w && w < leastWeight {
		return 0
	}
	return w
}

// leastWeight is the smallest weight that is kept, in steps.
const leastWeight = 2

// leastRow is the smallest sum of a row's weights that is kept, in steps, where none of
// them is much.
const leastRow = 9

// pruneRow leaves out a row that says next to nothing: most such features came once.
func pruneRow(row []uint8) {
	largest, sum := 0, 0
	for _, w := range row {
		d := max(int(w)-zero, zero-int(w))
		largest, sum = max(largest, d), sum+d
	}
	if largest > leastWeight+1 || largest > leastWeight && sum >= leastRow {
		return
	}
	for k := range row {
		row[k] = zero
	}
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
