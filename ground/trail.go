package ground

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// Words in a row by which a quotation is looked for in many texts, for short ones and for
// others.
const (
	shortTrail = 3
	longTrail  = 5
)

// Trails returns numbers that stand for some words in a row of a quotation. A text that has
// the quotation mostly yields each of them in [Text.Trails]; a text that yields one may
// have it. There is none for what is too short to be told from any text.
func Trails(quotation string) []uint64 {
	const most = 2
	w := readWords(quotation)
	length := longTrail
	if len(w.list) < 2*longTrail {
		length = shortTrail
	}
	var starts []int
	for _, p := range parts(&w, [2]int{0, len(quotation)}) {
		for i := p.from + 1; i+length <= p.to-1; i++ { // the first and the last word may be cut
			starts = append(starts, i)
		}
		if p.to-p.from >= length && p.to-p.from < length+2 {
			starts = append(starts, p.from)
		}
	}
	starts = slices.DeleteFunc(starts, func(i int) bool {
		for _, word := range w.list[i : i+length] {
			if word.marks&mayBeLeftOut != 0 {
				return true
			}
		}
		return false
	})
	slices.SortStableFunc(starts, func(a, b int) int { return cmp.Compare(w.rarity(b, length), w.rarity(a, length)) })
	var trails []uint64
	first := -length
	for _, i := range starts {
		if len(trails) == most || max(i-first, first-i) < length && len(trails) > 0 {
			continue
		}
		first = i
		trails = append(trails, w.trail(i, length))
	}
	return trails
}

// rarity says how rarely texts have some words in a row: long words are rare ones, and so are
// numbers. Words across a hyphen or a full stop are cut otherwise by some texts, by the end of a
// line or the number of a citation.
func (w *words) rarity(i, length int) int {
	const ofNumber, ofCut = 8, 16
	rarity := len(w.spelled(i, i+length))
	for j := i; j < i+length; j++ {
		if text.HasDigit(string(w.word(j))) {
			rarity += ofNumber
		}
		if j > i && strings.ContainsAny(w.between(j), "-‐‑.") {
			rarity -= ofCut
		}
	}
	return rarity
}

func (w *words) trail(i, length int) uint64 {
	var t uint64
	for j := i; j < i+length; j++ {
		t = joined(t, hashOf(w.word(j)))
	}
	return t + uint64(length)
}

func joined(trail uint64, hash uint32) uint64 {
	return (trail ^ uint64(hash)) * 0x9E3779B97F4A7C15
}

// Trails yields the trails of all words of the text, with what a quoter may leave out and
// without, and the byte of the reading where each begins.
func (t *Text) Trails() iter.Seq2[uint64, int] {
	return func(yield func(uint64, int) bool) {
		list := t.words.list
		every := func(i int) int { return i }
		for i := range list {
			if !t.trailsAt(i, len(list), every, yield) {
				return
			}
		}
		l := t.lean()
		if l == nil {
			return
		}
		staying := func(i int) int { return int(l.words[i]) }
		for i := range l.words {
			last := min(i+longTrail, len(l.words)) - 1
			if staying(last)-staying(i) > last-i && !t.trailsAt(i, len(l.words), staying, yield) {
				return
			}
		}
	}
}

// trailsAt yields the trails that begin at word i of some words of the text.
func (t *Text) trailsAt(i, count int, wordOf func(int) int, yield func(uint64, int) bool) bool {
	var trail uint64
	for n := range min(longTrail, count-i) {
		trail = joined(trail, t.index.hashes[t.words.list[wordOf(i+n)].id])
		if length := n + 1; (length == shortTrail || length == longTrail) && !yield(trail+uint64(length), int(t.words.list[wordOf(i)].start)) {
			return false
		}
	}
	return true
}

// Has reports whether the text has all parts of a quotation in their order with no difference
// but of presentation, and where. It looks first around near, a byte of the reading where a
// trail of the quotation begins; 0 is as good if none is known.
func (t *Text) Has(quotation string, near int) (Place, bool) {
	q := readWords(quotation)
	q.budget = wholeBudget
	t.recognise(&q)
	list := slices.DeleteFunc(parts(&q, [2]int{0, len(quotation)}), func(p part) bool { return p.isShort(&q) })
	around := 0
	if i := t.words.from(near); len(list) == 1 && i < len(t.words.list) {
		around = max(0, int(t.words.list[i].at)-len(q.letters))
	}
	first, after := -1, 0
	for _, p := range list {
		q.unbracket(p)
		f := t.locate(&q, p, max(after, around))
		if f.absent || len(f.differences) > 0 || f.disordered || f.start < after {
			return Place{}, false
		}
		if first < 0 {
			first = f.start
		}
		after = f.end
	}
	if first < 0 {
		return Place{}, false
	}
	return t.place(t.rawSpan(first, after)), true
}

// Quotations returns the stretches of a statement that are quotations, in bytes, half open,
// without their marks.
func Quotations(s Statement) [][2]int {
	var spans [][2]int
	for _, q := range quotations(&s) {
		spans = append(spans, q.span)
	}
	return spans
}
