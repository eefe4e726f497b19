package ground

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"sync"
)

// wholeBudget is how many bytes of a text are read from front to back for one statement. A
// statement that wants more is hostile: what is left of it is not checked.
const wholeBudget = 400 << 20

// spend takes bytes from the budget, and reports whether there were enough.
func (w *words) spend(bytes int) bool {
	w.budget -= bytes
	return w.budget >= 0
}

// searched is letters that are searched from front to back.
type searched struct {
	letters []byte
	grams   func() grams // of the letters; made when they are searched first
}

func newSearched(letters []byte) searched {
	return searched{letters, sync.OnceValue(func() grams { return newGrams(letters) })}
}

// search returns where some letters stand: first at or after a byte, else first of all; -1
// where they do not, or the budget is spent.
func (w *words) search(in *searched, what []byte, after int) int {
	if !in.grams().mayHave(what) || !w.spend(len(in.letters)) {
		return -1
	}
	if after > 0 && after < len(in.letters) {
		if i := bytes.Index(in.letters[after:], what); i >= 0 {
			return after + i
		}
	}
	return bytes.Index(in.letters, what)
}

// grams is a Bloom filter with one hash of the runs of gramLength letters of a text: letters
// with a run that is not among them do not stand in it, and need not be searched for. Nil
// says nothing of any.
type grams []uint64

const (
	gramLength  = 8
	bitsOfGram  = 8       // at least, so that one run in eight at most is taken for one of the text
	longestGram = 4 << 20 // letters of a text that is searched as it is, for its filter would not fit into a cache
)

func newGrams(letters []byte) grams {
	if len(letters) > longestGram {
		return nil
	}
	g := make(grams, 1<<bits.Len(uint(len(letters)*bitsOfGram/64)))
	shift := g.shift()
	for i := 0; i+gramLength <= len(letters); i++ {
		at := gramAt(letters, i, shift)
		g[at/64] |= 1 << (at % 64)
	}
	return g
}

// shift leaves as many bits of a hash as number the bits of the filter.
func (g grams) shift() int { return 64 - bits.TrailingZeros(uint(len(g)*64)) }

// gramAt hashes the run of letters that begins at a byte.
func gramAt(letters []byte, i, shift int) uint64 {
	return binary.LittleEndian.Uint64(letters[i:]) * 0x9E3779B97F4A7C15 >> shift
}

// mayHave reports whether all runs of some letters may be in the text.
func (g grams) mayHave(letters []byte) bool {
	if g == nil {
		return true
	}
	shift := g.shift()
	for i := 0; i+gramLength <= len(letters); i++ {
		if at := gramAt(letters, i, shift); g[at/64]>>(at%64)&1 == 0 {
			return false
		}
	}
	return true
}
