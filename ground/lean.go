package ground

import (
	"bytes"
	"slices"
	"sort"

	"github.com/factcite/factcite/internal/text"
)

// lean is a text without what a quoter may leave out.
type lean struct {
	searched
	words []int32 // of the text, those that stay
	at    []int32 // where the letters of each begin
}

// newLean returns the text without asides; nil if it has none.
func newLean(w *words) *lean {
	if !slices.ContainsFunc(w.list, func(of word) bool { return of.marks&mayBeLeftOut != 0 }) {
		return nil
	}
	var l lean
	for i := range w.list {
		if w.list[i].marks&mayBeLeftOut == 0 {
			l.words, l.at = append(l.words, int32(i)), append(l.at, int32(len(l.letters)))
			l.letters = append(l.letters, w.word(i)...)
		}
	}
	l.searched = newSearched(l.letters)
	return &l
}

// exactLean finds a part that stands word for word in the text but for what may be left out
// of either, at best after a byte of the letters. One that has numbers in brackets is not
// looked for, for the text may have others there.
func (t *Text) exactLean(q *words, p part, after int) (found, bool) {
	l := t.lean()
	letters := q.withoutAsides(p.from, p.to)
	if l == nil || len(letters) == 0 {
		return found{}, false
	}
	for i := p.from; i < p.to; i++ {
		if q.list[i].marks&mayBeLeftOut != 0 && text.HasDigit(q.rawWord(i)) {
			return found{}, false
		}
	}
	start := q.search(&l.searched, letters, l.atOrAfter(t, after))
	if start < 0 {
		return found{}, false
	}
	return t.foundLean(q, p, l, start, start+len(letters))
}

// atOrAfter returns where the first lean word begins that is at or after a byte of the letters
// of the text.
func (l *lean) atOrAfter(t *Text, at int) int {
	i := sort.Search(len(l.words), func(i int) bool { return int(t.words.list[l.words[i]].at) >= at })
	if i == len(l.words) {
		return len(l.letters)
	}
	return int(l.at[i])
}

// foundLean describes a part whose letters are those [start,end) of the lean text. It returns
// false where its words or the signs of its numbers are others.
func (t *Text) foundLean(q *words, p part, l *lean, start, end int) (found, bool) {
	first, last := l.holding(start), l.holding(end-1)
	k := first
	for i := p.from; i < p.to; i++ {
		if q.list[i].marks&mayBeLeftOut != 0 {
			continue
		}
		if k > last {
			return found{}, false
		}
		j := int(l.words[k])
		k++
		if !bytes.Equal(q.word(i), t.words.word(j)) {
			return found{}, false
		}
		if _, ok := t.differentSign(q, i, j, i == p.from); ok {
			return found{}, false
		}
	}
	f := found{part: p, first: int(l.words[first]), last: int(l.words[last]) + 1}
	f.start, f.end = int(t.words.list[f.first].at), t.words.end(f.last-1)
	return f, true
}

// holding returns the number of the lean word that holds a byte of the letters.
func (l *lean) holding(at int) int {
	low, high := 0, len(l.at)
	for low < high {
		if middle := (low + high) / 2; int(l.at[middle]) <= at {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low - 1
}
