package identity

import (
	"cmp"
	"iter"
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

// blocks yields the references of each clue that several have, ordered by rank. It puts
// the postings in order.
func (d *division) blocks(postings []posting) iter.Seq[[]posting] {
	slices.SortFunc(postings, func(a, b posting) int {
		if a.hash != b.hash { // of most
			return cmp.Compare(a.hash, b.hash)
		}
		return cmp.Or(cmp.Compare(d.Rank(int(a.statement)), d.Rank(int(b.statement))), cmp.Compare(a.statement, b.statement))
	})
	return func(yield func([]posting) bool) {
		for start, end := 0, 0; start < len(postings); start = end {
			for end = start + 1; end < len(postings) && postings[end].hash == postings[start].hash; end++ {
			}
			if block := postings[start:end:end]; haveMeeting(block) && !yield(block) {
				return
			}
		}
	}
}

// haveMeeting reports whether two references of a block meet.
func haveMeeting(block []posting) bool {
	return len(block) > 1 && (block[0].side == Both || slices.ContainsFunc(block, func(p posting) bool { return p.side.Meets(block[0].side) }))
}

// postings returns those of all references, in any order, those of identifiers apart.
func (d *division) postings() (identifiers, others []posting) {
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
		identifiers, others = append(identifiers, own...), append(others, rest...)
	})
	return identifiers, others
}

func appendPostings(postings []posting, clues []Clue, statement int) []posting {
	for _, c := range clues {
		postings = append(postings, posting{c.Hash, int32(statement), c.Side})
	}
	return postings
}
