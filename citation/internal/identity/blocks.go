package identity

import (
	"cmp"
	"iter"
	"math/bits"
	"slices"
	"sync"

	"github.com/factcite/factcite/internal/text"
)

// posting says that a reference has a clue.
type posting struct {
	hash      uint64
	statement int32
	side      Side
}

// buckets are postings, all of one clue in one of them: each is sorted by itself, in memory
// that is near, and dropped when it was looked at.
type buckets [][]posting

// perBucket is about how many references there are for each bucket.
const perBucket = 256

func newBuckets(references int) buckets { return make(buckets, references/perBucket+1) }

func (b buckets) add(postings []posting) {
	for _, p := range postings {
		i, _ := bits.Mul64(p.hash, uint64(len(b)))
		b[i] = append(b[i], p)
	}
}

// blocks yields the references of each clue that several have, ordered by rank, and empties
// the buckets.
func (d *division) blocks(b buckets) iter.Seq[[]posting] {
	return func(yield func([]posting) bool) {
		for i, postings := range b {
			b[i] = nil
			d.sort(postings)
			for start, end := 0, 0; start < len(postings); start = end {
				for end = start + 1; end < len(postings) && postings[end].hash == postings[start].hash; end++ {
				}
				if block := postings[start:end:end]; haveMeeting(block) && !yield(block) {
					return
				}
			}
		}
	}
}

func (d *division) sort(postings []posting) {
	slices.SortFunc(postings, func(a, b posting) int {
		if a.hash != b.hash { // of most
			return cmp.Compare(a.hash, b.hash)
		}
		return cmp.Or(cmp.Compare(d.Rank(int(a.statement)), d.Rank(int(b.statement))), cmp.Compare(a.statement, b.statement))
	})
}

// haveMeeting reports whether two references of a block meet.
func haveMeeting(block []posting) bool {
	return len(block) > 1 && (block[0].side == Both || slices.ContainsFunc(block, func(p posting) bool { return p.side.Meets(block[0].side) }))
}

// postings returns those of all references, in any order, those of identifiers apart.
func (d *division) postings() (identifiers, others buckets) {
	identifiers, others = newBuckets(d.Len()), newBuckets(d.Len())
	const together = 64
	var parts []int
	for first := 0; first < d.Len(); first += together {
		parts = append(parts, first)
	}
	var gathering sync.Mutex
	text.InParallel(parts, func(parts []int) {
		var own, rest []posting
		var traits Traits
		var clues []Clue
		for _, first := range parts {
			for statement := first; statement < min(first+together, d.Len()); statement++ {
				d.Identify(statement, &traits)
				clues = traits.AppendIdentifiers(clues[:0])
				own = appendPostings(own, clues, statement)
				clues = traits.AppendClues(clues[:0])
				rest = appendPostings(rest, clues, statement)
			}
		}
		gathering.Lock()
		defer gathering.Unlock()
		identifiers.add(own)
		others.add(rest)
	})
	return identifiers, others
}

func appendPostings(postings []posting, clues []Clue, statement int) []posting {
	for _, c := range clues {
		postings = append(postings, posting{c.Hash, int32(statement), c.Side})
	}
	return postings
}
