package ground

import (
	"bytes"
	"strings"
	"sync"
)

// Reading is the text of a source as a reader sees it.
type Reading struct {
	Text string
	// Runs lead from Text to the original, in order of At. None means that Text is
	// the original. Bytes between the end of what a run stands for and the next run
	// were put in between, such as the ends of paragraphs.
	Runs []Run
	// Partial says that the text is an abstract or an opening: it can bear a fact out,
	// and says nothing against one.
	Partial bool
}

// Run is a piece of a reading that stands in the original in one piece.
type Run struct {
	At     int // where it begins in the reading, in bytes
	Start  int // where it begins in the original, in bytes; -1 where the original is no text
	Length int // of the piece in the original; in the reading it has as many bytes, or other ones that stand for the whole piece
	Page   int // from 1; 0 without pages
}

// Text is the text of a source, prepared once for any number of statements. Several
// goroutines may use it.
type Text struct {
	reading Reading
	words   words
	index   wordIndex
	letters searched
	stated  func() *anchors // the numbers and dates of the text
	lean    func() *lean
}

// NewText prepares a text: work and memory are linear in its length. What is beyond
// the first gibibyte is left out.
func NewText(r Reading) *Text {
	t := &Text{reading: r, words: readWords(r.Text)}
	t.index = indexWords(&t.words)
	t.words.roles = t.index.roles(&t.words)
	t.letters = newSearched(t.words.letters)
	t.stated = sync.OnceValue(func() *anchors { return readAnchors(&t.words) })
	t.lean = sync.OnceValue(func() *lean { return newLean(&t.words) })
	return t
}

// Reading returns what the text was prepared from.
func (t *Text) Reading() Reading { return t.reading }

// Place is where something stands in a text.
type Place struct {
	Start, End int // bytes of Reading.Text, half open
	// From and To are the bytes of the original, half open; both are -1 where the
	// original is no text.
	From, To int
	Page     int // from 1; 0 without pages
}

// place returns the place of bytes of the reading.
func (t *Text) place(span [2]int) Place {
	p := Place{Start: span[0], End: span[1], From: span[0], To: span[1]}
	runs := t.reading.Runs
	if len(runs) == 0 {
		return p
	}
	first, last := runOf(runs, span[0]), runOf(runs, max(span[0], span[1]-1))
	p.Page = runs[first].Page
	if runs[first].Start < 0 || runs[last].Start < 0 {
		p.From, p.To = -1, -1
		return p
	}
	p.From = runs[first].Start + min(span[0]-runs[first].At, runs[first].Length)
	p.To = runs[last].Start + min(span[1]-runs[last].At, runs[last].Length)
	if t.reading.lengthOf(last) != runs[last].Length {
		p.To = runs[last].Start + runs[last].Length
	}
	if length := t.reading.lengthOf(first); length != runs[first].Length && span[0]-runs[first].At < length {
		p.From = runs[first].Start
	}
	return p
}

// runOf returns the number of the run that holds a byte of the reading, or is the
// last before it.
func runOf(runs []Run, at int) int {
	low, high := 0, len(runs)
	for low < high {
		if middle := (low + high) / 2; runs[middle].At <= at {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return max(low-1, 0)
}

// lengthOf returns how many bytes of the reading run i has, without the white space that
// was put in after it.
func (r *Reading) lengthOf(i int) int {
	run, end := r.Runs[i], len(r.Text)
	if i+1 < len(r.Runs) {
		end = r.Runs[i+1].At
	}
	if run.At+run.Length < end && strings.TrimSpace(r.Text[run.At+run.Length:end]) == "" {
		return run.Length
	}
	return end - run.At
}

// wordIndex finds the words of a text.
type wordIndex struct {
	slots  []int32 // of a hash table: ids
	heads  []int32 // the last word of each id; that of id 0 is -1
	counts []int32
	hashes []uint32
	before []int32 // for each word of the text the one before it with the same id, or -1
}

func indexWords(w *words) wordIndex {
	x := wordIndex{
		slots:  make([]int32, 1<<10),
		heads:  []int32{-1},
		counts: []int32{0},
		hashes: []uint32{0},
		before: make([]int32, len(w.list)),
	}
	for i := range w.list {
		letters := w.word(i)
		hash := hashOf(letters)
		slot := x.slot(w, hash, letters)
		id := x.slots[slot]
		if id == 0 {
			id = int32(len(x.heads))
			x.slots[slot] = id
			x.heads, x.counts = append(x.heads, -1), append(x.counts, 0)
			x.hashes = append(x.hashes, hash)
		}
		w.list[i].id = id
		x.before[i] = x.heads[id]
		x.heads[id] = int32(i)
		x.counts[id]++
		if len(x.heads)*2 > len(x.slots) {
			x.grow()
		}
	}
	return x
}

// roles returns the roles of the words by their ids.
func (x *wordIndex) roles(w *words) []roles {
	list := make([]roles, len(x.heads))
	for id := 1; id < len(x.heads); id++ {
		list[id] = rolesOf(w.word(int(x.heads[id])))
	}
	return list
}

// hashOf is FNV-1a, which is the same in every run.
func hashOf(letters []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range letters {
		h = (h ^ uint32(c)) * 16777619
	}
	return h ^ h>>15
}

// slot returns where the id of a word is, or the empty slot where it would be.
func (x *wordIndex) slot(w *words, hash uint32, letters []byte) uint32 {
	mask := uint32(len(x.slots) - 1)
	for s := hash & mask; ; s = (s + 1) & mask {
		id := x.slots[s]
		if id == 0 || x.hashes[id] == hash && bytes.Equal(w.word(int(x.heads[id])), letters) {
			return s
		}
	}
}

func (x *wordIndex) grow() {
	x.slots = make([]int32, 2*len(x.slots))
	mask := uint32(len(x.slots) - 1)
	for id := int32(1); int(id) < len(x.heads); id++ {
		s := x.hashes[id] & mask
		for x.slots[s] != 0 {
			s = (s + 1) & mask
		}
		x.slots[s] = id
	}
}

// lookUp returns the id of a word of the text, 0 if it has none such.
func (t *Text) lookUp(letters []byte) int32 {
	return t.index.slots[t.index.slot(&t.words, hashOf(letters), letters)]
}

// count returns how often the word of that id stands in the text.
func (t *Text) count(id int32) int { return int(t.index.counts[id]) }

// has reports whether a word stands in the text.
func (t *Text) has(letters []byte) bool { return t.lookUp(letters) != 0 }

// recognise gives the words of a statement the ids that they have in the text.
func (t *Text) recognise(w *words) {
	w.roles = t.words.roles
	for i := range w.list {
		w.list[i].id = t.lookUp(w.word(i))
	}
}

// occurrences yields where the word of that id stands in the text, from the last on,
// and no more than most times.
func (t *Text) occurrences(id int32, most int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := t.index.heads[id]; i >= 0 && most > 0; i = t.index.before[i] {
			most--
			if !yield(int(i)) {
				return
			}
		}
	}
}
