package identity

import (
	"cmp"
	"encoding/binary"
	"iter"
	"slices"

	"github.com/factcite/factcite/internal/ondisk"
	"github.com/factcite/factcite/internal/text"
)

// posting says that a reference has a clue.
type posting struct {
	hash      uint64
	statement int32
	side      Side
}

// byHash yields the postings of some hashes after those of others, all of a hash together,
// in the order of hashes and ranks. It takes memory for a part of them.
func (d *division) byHash(appendClues func(*Traits, []Clue) []Clue) iter.Seq[[]posting] {
	return func(yield func([]posting) bool) {
		all := d.postings(appendClues)
		defer all.Close()
		for part := range all.Len() {
			packed, err := all.Take(part)
			if err != nil {
				d.err = err
				return
			}
			postings := make([]posting, 0, len(packed)/postingSize)
			for ; len(packed) > 0; packed = packed[postingSize:] {
				postings = append(postings, unpackPosting(packed))
			}
			slices.SortFunc(postings, func(a, b posting) int {
				return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(d.Rank(int(a.statement)), d.Rank(int(b.statement))), cmp.Compare(a.statement, b.statement))
			})
			if !yield(postings) {
				return
			}
		}
	}
}

// blocks yields the references of each clue that several have, ordered by rank.
func blocks(postings []posting) iter.Seq[[]posting] {
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
	return len(block) > 1 && (block[0].side == Both || slices.ContainsFunc(block, func(p posting) bool { return p.side.meets(block[0].side) }))
}

// postingsAtOnce is about how many postings are in memory at a time.
const postingsAtOnce = 1 << 20

// buckets returns into how many parts postings are divided.
func (d *division) buckets() int {
	const cluesOfOne = 6 // of most references
	return 1 + cluesOfOne*d.Len()/d.atOnce
}

// postings returns those of all references, in any order; those of one hash are in one
// bucket.
func (d *division) postings(appendClues func(*Traits, []Clue) []Clue) *ondisk.Buckets {
	const together = 1024
	var parts []int
	for first := 0; first < d.Len(); first += together {
		parts = append(parts, first)
	}
	all := ondisk.NewBuckets(d.buckets())
	text.InParallel(parts, func(parts []int) {
		found := make([][]byte, all.Len())
		var traits Traits
		var clues []Clue
		for _, first := range parts {
			for statement := first; statement < min(first+together, d.Len()); statement++ {
				d.Identify(statement, &traits)
				clues = appendClues(&traits, clues[:0])
				for _, c := range clues {
					to := c.Hash >> 32 % uint64(len(found))
					found[to] = posting{c.Hash, int32(statement), c.Side}.pack(found[to])
				}
			}
			for to, postings := range found {
				all.Add(to, postings)
				found[to] = postings[:0]
			}
		}
	})
	return all
}

const postingSize = 13

func (p posting) pack(dst []byte) []byte {
	dst = binary.LittleEndian.AppendUint64(dst, p.hash)
	dst = binary.LittleEndian.AppendUint32(dst, uint32(p.statement))
	return append(dst, byte(p.side))
}

func unpackPosting(packed []byte) posting {
	return posting{binary.LittleEndian.Uint64(packed), int32(binary.LittleEndian.Uint32(packed[8:])), Side(packed[12])}
}
