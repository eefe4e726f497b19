package validate

import "math/bits"

// repeatable are the ids and the contents that may be stated more than once in a run, by
// their hashes. Of a fact that shares neither with another one, nothing need be remembered
// to compare later facts with. Each hash stands for a bit that it mostly has for itself:
// what is said to be repeatable may be stated once, and not the other way round.
type repeatable struct {
	ids, sourced twice
}

// ofID reports whether two facts may have that id; all may if nothing is known.
func (r *repeatable) ofID(hash uint64) bool { return r == nil || r.ids.has(hash) }

// ofSourced reports the same of what a fact says from its sources.
func (r *repeatable) ofSourced(hash uint64) bool { return r == nil || r.sourced.has(hash) }

// twice has the hashes that were added twice, and some others.
type twice struct {
	once, again []uint64 // bits, a power of two of them
}

// newTwice returns one for about so many hashes, of which one of fourteen will be there that
// was added once.
func newTwice(hashes int64) twice {
	words := 1 << bits.Len64(uint64(hashes)/8)
	return twice{make([]uint64, words), make([]uint64, words)}
}

func (t *twice) bit(hash uint64) (word int, mask uint64) {
	return int(hash>>6) & (len(t.again) - 1), 1 << (hash & 63)
}

func (t *twice) add(hash uint64) {
	word, mask := t.bit(hash)
	t.again[word] |= t.once[word] & mask
	t.once[word] |= mask
}

func (t *twice) has(hash uint64) bool {
	word, mask := t.bit(hash)
	return t.again[word]&mask != 0
}
