package ground

import (
	"cmp"
	"math"
	"slices"
)

// statedNumbers finds the numbers of a text by what they may be read as. A number that bears
// another out is near it in one of its readings, so that only those near the readings of a
// fact's number have to be compared with it.
type statedNumbers struct {
	numbers  []quantity // with their other forms, and what two of them are together
	readings []numberReading
}

// numberReading is a value that number i may have.
type numberReading struct {
	value float64
	i     int32
}

// newStatedNumbers keeps a list of the numbers of a text, which it may add to in place.
func newStatedNumbers(w *words, list []quantity) *statedNumbers {
	s := &statedNumbers{numbers: appendCombined(list, w, list)}
	for i := range s.numbers {
		s.numbers = s.numbers[i].appendForms(s.numbers)
	}
	s.readings = make([]numberReading, 0, len(s.numbers)+len(s.numbers)/4)
	for i := range s.numbers {
		s.numbers[i].eachReading(func(value float64) {
			s.readings = append(s.readings, numberReading{value, int32(i)})
		})
	}
	slices.SortFunc(s.readings, func(a, b numberReading) int {
		switch {
		case a.value < b.value:
			return -1
		case a.value > b.value:
			return 1
		}
		return cmp.Compare(a.i, b.i)
	})
	return s
}

// eachReading calls f with the values that a number may have.
func (n *quantity) eachReading(f func(float64)) {
	f(n.value)
	scaled := n.scaled()
	if scaled != n.value {
		f(scaled)
	}
	if measured := n.measured(); measured != scaled {
		f(measured)
	}
	for _, other := range n.others {
		f(other)
	}
}

// same returns a number of the text that bears out n, best one of the passage.
func (s *statedNumbers) same(q *words, n *quantity, in passage) *quantity {
	var found *quantity
	n.eachReading(func(value float64) {
		if found != nil && in.has(found) {
			return
		}
		low, high := n.around(value)
		first, _ := slices.BinarySearchFunc(s.readings, low, func(r numberReading, v float64) int { return cmp.Compare(r.value, v) })
		for _, r := range s.readings[first:] {
			if r.value > high || !q.spend(costOfAnchor) {
				return
			}
			of := &s.numbers[r.i]
			if found != nil && !in.has(of) || !n.isSameAs(of) {
				continue
			}
			found = of
			if in.has(of) {
				return
			}
		}
	})
	return found
}

func (p passage) has(n *quantity) bool { return n.from >= p.from && n.from < p.to }

// around returns the bounds of what a reading of a number may be a rounding of.
func (n *quantity) around(value float64) (low, high float64) {
	resolution := math.Pow10(-n.decimals)
	if n.value != 0 {
		resolution = max(resolution, math.Abs(resolution*value/n.value))
	}
	far := max(resolution, math.Abs(value)*roughShare/(1-roughShare)) * (1 + 1e-9)
	return value - far, value + far
}
