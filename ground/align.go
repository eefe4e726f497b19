package ground

import (
	"bytes"
	"cmp"
	"math"
	"slices"
)

// step is one move of an alignment of a quotation with a text.
type step uint8

const (
	same step = iota
	other
	onlyQuoted
	onlyText
)

// What the steps of an alignment cost. What may be left out, or was put in by the
// quoter, costs little.
const (
	costOther      = 10
	costOnlyQuoted = 10
	costOnlyText   = 9
	costAside      = 1
	costUnmatched  = math.MaxInt32 / 2
)

// run is a stretch of an alignment in which the quotation and the text differ: the
// words [qFrom,qTo) of the quotation, and [tFrom,tTo) of the text.
type run struct{ qFrom, qTo, tFrom, tTo int }

// alignment is how words of a quotation stand in a text.
type alignment struct {
	tFrom, tTo int   // the words of the text
	pairs      []int // for each word of the quotation the word of the text that is the same, or -1
	runs       []run // where they differ, in order
	matched    int   // words of the quotation that are the same
}

// longestPiece is how many words are aligned at once: longer quotations are cut, so
// that work is linear in their length.
const longestPiece = 200

// window is a stretch of the text that may hold a piece: words [from,to).
type window struct {
	from, to int
	weight   float64
}

const (
	mostSeeds       = 1024 // places of the text at which words of a piece stand that are looked at
	seedOccurrences = 256  // of each word
	mostWindows     = 3
)

// windows returns the stretches of the text that have most of the words [from,to) of a
// statement in their order, the best first.
func (t *Text) windows(q *words, from, to int) []window {
	// The place of the first word, if the word stood where it would have to, and below it
	// which word it is: sorted, places of one passage are next to each other.
	const wordBits = 16
	hits := make([]uint64, 0, mostSeeds)
	weights := make([]float64, to-from)
	most := t.seedsOf(q, from, to)
	for i := from; i < to; i++ {
		id := q.list[i].id
		if id == 0 {
			continue
		}
		weights[i-from] = float64(min(len(q.word(i)), 8)) / math.Log2(float64(2+t.count(id)))
		for j := range t.occurrences(id, most[i-from]) {
			hits = append(hits, uint64(j-(i-from)+longestPiece)<<wordBits|uint64(i-from))
		}
	}
	hits = sortedFrom(hits, wordBits)
	length := to - from
	width := length/2 + 6
	placeOf := func(hit uint64) int { return int(hit>>wordBits) - longestPiece }
	weightOf := func(hit uint64) float64 { return weights[hit&(1<<wordBits-1)] }
	var found heaviest
	var current window
	sum, first := 0.0, 0
	for last := range hits {
		sum += weightOf(hits[last])
		for placeOf(hits[last])-placeOf(hits[first]) > width {
			sum -= weightOf(hits[first])
			first++
		}
		w := window{from: placeOf(hits[first]), to: placeOf(hits[last]) + length, weight: sum}
		if current.to > w.from && current.from < w.to {
			if w.weight > current.weight {
				current = w
			}
			continue
		}
		found.add(current)
		current = w
	}
	found.add(current)
	return found.widened(len(t.words.list))
}

// seedsOf returns of how many places of each of the words [from,to) windows are made: those
// of rare words come first.
func (t *Text) seedsOf(q *words, from, to int) []int {
	seeds := make([]int, 0, to-from)
	for i := from; i < to; i++ {
		if q.list[i].id != 0 {
			seeds = append(seeds, i)
		}
	}
	slices.SortStableFunc(seeds, func(a, b int) int { return cmp.Compare(t.count(q.list[a].id), t.count(q.list[b].id)) })
	most, left := make([]int, to-from), mostSeeds
	for _, i := range seeds {
		most[i-from] = min(seedOccurrences, left, t.count(q.list[i].id))
		left -= most[i-from]
	}
	return most
}

// heaviest has the windows of the greatest weight, the first of equal ones first.
type heaviest [mostWindows]window

func (h *heaviest) add(w window) {
	for i := range h {
		if w.weight > h[i].weight {
			copy(h[i+1:], h[i:])
			h[i] = w
			return
		}
	}
}

// widened returns the windows with some words on both sides of each.
func (h *heaviest) widened(words int) []window {
	const margin = 4
	var list []window
	for _, w := range h {
		if w.weight > 0 {
			list = append(list, window{max(0, w.from-margin), min(words, w.to+margin), w.weight})
		}
	}
	return list
}

// sortedFrom sorts numbers by their bits from that one on; of equal ones the order stays.
func sortedFrom(list []uint64, bit int) []uint64 {
	var all uint64
	for _, n := range list {
		all |= n
	}
	sorted := make([]uint64, len(list))
	for ; all>>bit != 0; bit += 8 {
		var next [256]int
		for _, n := range list {
			next[n>>bit&0xFF]++
		}
		before := 0
		for digit, count := range next {
			next[digit] = before
			before += count
		}
		for _, n := range list {
			digit := n >> bit & 0xFF
			sorted[next[digit]] = n
			next[digit]++
		}
		list, sorted = sorted, list
	}
	return list
}

// align finds the words [from,to) of a statement, no more than longestPiece, in the
// words of a window: with the fewest differences, at any place of it.
func (t *Text) align(q *words, from, to int, in window) alignment {
	n, m := to-from, in.to-in.from
	costs := make([]int32, 2*(m+1))
	steps := make([]step, n*(m+1))
	above, row := costs[:m+1], costs[m+1:]
	for i := range n {
		word := &q.list[from+i]
		left := int32(costOnlyQuoted)
		if word.marks&mayBeLeftOut != 0 {
			left = costAside
		}
		line := steps[i*(m+1) : (i+1)*(m+1)]
		row[0], line[0] = above[0]+left, onlyQuoted
		for j := 1; j <= m; j++ {
			of := &t.words.list[in.from+j-1]
			best, by := above[j-1], same
			if word.id != of.id {
				best, by = above[j-1]+costOther, other
			}
			if c := above[j] + left; c < best {
				best, by = c, onlyQuoted
			}
			skipped := int32(costOnlyText)
			if of.marks&mayBeLeftOut != 0 {
				skipped = costAside
			}
			if c := row[j-1] + skipped; c < best {
				best, by = c, onlyText
			}
			row[j], line[j] = best, by
		}
		above, row = row, above
	}
	end := 0
	for j := range above {
		if above[j] <= above[end] {
			end = j
		}
	}
	return t.trace(q, from, in, steps, n, m, end)
}

// trace follows the steps of an alignment back from its end.
func (t *Text) trace(q *words, from int, in window, steps []step, n, m, end int) alignment {
	a := alignment{tTo: in.from + end, pairs: make([]int, n)}
	i, j := n, end
	for i > 0 {
		switch steps[(i-1)*(m+1)+j] {
		case same:
			i, j = i-1, j-1
			a.pairs[i] = in.from + j
			a.matched++
			continue
		case other:
			i, j = i-1, j-1
			a.differ(run{from + i, from + i + 1, in.from + j, in.from + j + 1})
			a.pairs[i] = -1
		case onlyQuoted:
			i--
			a.differ(run{from + i, from + i + 1, in.from + j, in.from + j})
			a.pairs[i] = -1
		case onlyText:
			j--
			a.differ(run{from + i, from + i, in.from + j, in.from + j + 1})
		}
	}
	a.tFrom = in.from + j
	slices.Reverse(a.runs)
	return a
}

// differ adds a difference in front of the others, as one run with that after it if
// nothing is between.
func (a *alignment) differ(r run) {
	if n := len(a.runs); n > 0 && a.runs[n-1].qFrom == r.qTo && a.runs[n-1].tFrom == r.tTo {
		a.runs[n-1].qFrom, a.runs[n-1].tFrom = r.qFrom, r.tFrom
		return
	}
	a.runs = append(a.runs, r)
}

// exact returns where the letters of the words [from,to) stand in the text, as bytes of
// its letters: the first place at or after one of them, else the first of all; -1 if
// there is none.
func (t *Text) exact(q *words, from, to, after int) int {
	return t.exactLetters(q.spelled(from, to), q, from, to, after)
}

// mostOccurrences is how many occurrences of a word are tried before the text is
// searched from front to back.
const mostOccurrences = 64

// exactLetters is exact for letters of which those of the words [from,to) are part.
func (t *Text) exactLetters(letters []byte, q *words, from, to, after int) int {
	if len(letters) == 0 || len(letters) > len(t.words.letters) {
		return -1
	}
	rarest, offset := -1, 0
	for i := from + 1; i < to-1; i++ { // the first and the last word may be cut
		if id := q.list[i].id; id != 0 && (rarest < 0 || t.count(id) < t.count(q.list[rarest].id)) {
			rarest = i
		}
	}
	if rarest >= 0 {
		offset = int(q.list[rarest].at - q.list[from].at)
	}
	if rarest < 0 || t.count(q.list[rarest].id) > mostOccurrences {
		return q.search(&t.letters, letters, after)
	}
	first, next := -1, -1
	for j := range t.occurrences(q.list[rarest].id, mostOccurrences) {
		start := int(t.words.list[j].at) - offset
		if start < 0 || start+len(letters) > len(t.words.letters) || !bytes.Equal(t.words.letters[start:start+len(letters)], letters) {
			continue
		}
		first = start
		if start >= after {
			next = start
		}
	}
	if next >= 0 {
		return next
	}
	if first < 0 && (q.list[rarest].id != 0) {
		// The word may be cut otherwise in the text, as at the end of a line.
		return q.search(&t.letters, letters, after)
	}
	return first
}
