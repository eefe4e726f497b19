package tagger

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
// of all, so that the search follows no way in vain.
func (m *Model) paths(l *Line) (paths []path) {
	last, least := len(l.Tokens)-1, l.total-int32(furthest*m.scale)
	search := &l.search
	search.found, search.open = search.found[:0], search.open[:0]
	for _, b := range l.cells[last].list() {
		if score := l.cells[last].best[b]; score >= least {
			search.push(suffix{at: last, label: b, score: score, next: -1})
		}
	}
	for len(search.open) > 0 && len(paths) < mostPaths {
		i := search.pop()
		s := search.found[i]
		if s.at == 0 {
			paths = append(paths, path{search.labels(i, len(l.Tokens)), float32(s.score-l.total) / m.scale})
			continue
		}
		before, here := &l.cells[s.at-1], &l.cells[s.at]
		joins, from := &m.joins[here.joint][s.label], s.after+here.scores[s.label]
		for _, a := range before.list() {
			after := from + int32(joins[a])
			if score := before.best[a] + after; score >= least {
				search.push(suffix{at: s.at - 1, label: a, after: after, score: score, next: i})
			}
		}
	}
	return paths
}

// suffix is the labels of a line from a token on.
type suffix struct {
	at    int
	label Label
	after int32 // what the labels after the token score
	score int32 // what they score with the best ones up to it
	next  int   // which suffix begins after the token, -1 at the end of the line
}

// search is what was found of the best paths.
type search struct {
	found []suffix
	open  []int // those that may be continued: a heap, the best one first
}

// push adds a suffix that may be continued.
func (q *search) push(s suffix) {
	q.found = append(q.found, s)
	q.open = append(q.open, len(q.found)-1)
	for i := len(q.open) - 1; i > 0 && q.isBetter(i, (i-1)/2); i = (i - 1) / 2 {
		q.swap(i, (i-1)/2)
	}
}

// pop takes the best suffix that may be continued.
func (q *search) pop() int {
	top, last := q.open[0], len(q.open)-1
	q.swap(0, last)
	q.open = q.open[:last]
	for i := 0; 2*i+1 < last; {
		child := 2*i + 1
		if child+1 < last && q.isBetter(child+1, child) {
			child++
		}
		if !q.isBetter(child, i) {
			break
		}
		q.swap(i, child)
		i = child
	}
	return top
}

// isBetter reports whether one of those that may be continued comes before another: it scores
// more, or as much and is longer.
func (q *search) isBetter(i, j int) bool {
	a, b := q.open[i], q.open[j]
	if one, other := q.found[a].score, q.found[b].score; one != other {
		return one > other
	}
	return a > b
}

func (q *search) swap(i, j int) { q.open[i], q.open[j] = q.open[j], q.open[i] }

// labels are those of a suffix that has all n tokens.
func (q *search) labels(i, n int) []Label {
	labels := make([]Label, 0, n)
	for ; i >= 0; i = q.found[i].next {
		labels = append(labels, q.found[i].label)
	}
	return labels
}
