package tagger

import "iter"

// path is a way to label a line, and how much less probable it is than the best one, in powers
// of e, not positive.
type path struct {
	labels []Label
	less   float32
}

// mostPaths is how many ways to label a line are looked for, and furthest how much less
// probable than the best one they may be, in powers of e.
const (
	mostPaths = 12
	furthest  = 6
)

// paths finds the best ways to label a line, the best one first, by a search from its end (A*,
// Hart et al. 1968): what the best labels before a token score is known from finding the best
// of all, so that the search follows no way in vain. The next path takes the room of the labels.
func (m *Model) paths(l *Line) iter.Seq[path] {
	return func(yield func(path) bool) {
		q := &l.search
		q.found, q.open, q.least = q.found[:0], q.open[:0], l.total-int32(furthest*m.scale)
		q.goOn(&l.cells[len(l.cells)-1], suffix{at: int32(len(l.cells)), next: -1}, &noJoins)
		for n := 0; n < mostPaths && len(q.open) > 0; {
			i, score := q.pop()
			s := q.found[i]
			if s.at == 0 {
				n++
				if !yield(path{q.path(i), float32(score-l.total) / m.scale}) {
					return
				}
				continue
			}
			here := &l.cells[s.at]
			s.next, s.after = i, s.after+here.scores[s.label]
			q.goOn(&l.cells[s.at-1], s, &m.joins[here.joint][s.label])
		}
	}
}

// suffix is the labels of a line from a token on.
type suffix struct {
	at    int32
	next  int32 // which suffix begins after the token, -1 at the end of the line
	after int32 // what the labels after the token score
	label Label
}

// search is what was found of the best paths.
type search struct {
	least  int32 // what a path must score
	found  []suffix
	open   []int64 // those that may be continued: a heap, the best one first
	labels []Label // of a path
}

// goOn adds the suffixes that begin at the token before another, by the transitions to that.
func (q *search) goOn(before *cell, s suffix, joins *[Labels]int32) {
	for _, a := range before.list() {
		after := s.after + joins[a]
		if score := before.best[a] + after; score >= q.least {
			q.push(suffix{at: s.at - 1, next: s.next, after: after, label: a}, score)
		}
	}
}

// push adds a suffix that may be continued, with what the best path scores that ends with it.
// One is better than another if that is more, or as much and it was found later, so that it is
// longer: the greater number.
func (q *search) push(s suffix, score int32) {
	q.open = append(q.open, int64(score)<<32|int64(len(q.found)))
	q.found = append(q.found, s)
	for i := len(q.open) - 1; i > 0 && q.open[i] > q.open[(i-1)/2]; i = (i - 1) / 2 {
		q.swap(i, (i-1)/2)
	}
}

// pop takes the best suffix that may be continued, and what its best path scores.
func (q *search) pop() (number, score int32) {
	top, last := q.open[0], len(q.open)-1
	q.swap(0, last)
	q.open = q.open[:last]
	for i := 0; 2*i+1 < last; {
		child := 2*i + 1
		if child+1 < last && q.open[child+1] > q.open[child] {
			child++
		}
		if q.open[child] < q.open[i] {
			break
		}
		q.swap(i, child)
		i = child
	}
	return int32(top), int32(top >> 32)
}

func (q *search) swap(i, j int) { q.open[i], q.open[j] = q.open[j], q.open[i] }

// path is the labels of a suffix that begins at the first token.
func (q *search) path(number int32) []Label {
	q.labels = q.labels[:0]
	for ; number >= 0; number = q.found[number].next {
		q.labels = append(q.labels, q.found[number].label)
	}
	return q.labels
}
