package citation

import (
	"hash/maphash"
	"iter"
	"strconv"
)

// workIndex finds works by what they may have in common. It keeps hashes: every
// candidate is compared afterwards.
type workIndex struct {
	seed  maphash.Seed
	first map[uint64]int32 // into postings
	lists []posting
}

type posting struct{ work, next int32 }

// maxCandidates bounds the search where very many works have a title in common.
const maxCandidates = 1000

// prefixLength is how many bytes of a folded title a title that is cut short must
// have in common with another one to be found.
const prefixLength = 20

// keys yields the hashes that a work is found by: identifiers, its whole title,
// the part before a subtitle, its beginning, and first author with year.
func (x *workIndex) keys(id *identity) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		named := func(kind byte, name string) bool {
			return name == "" || yield(maphash.String(x.seed, string(kind)+name))
		}
		ok := named('a', id.arxiv) && named('d', id.doi) && named('p', id.pmid) && named('t', id.full)
		if ok && id.main != id.full {
			ok = named('t', id.main)
		}
		if ok && len(id.full) >= prefixLength {
			ok = named('b', id.full[:prefixLength])
		}
		for _, year := range id.years {
			if ok && len(id.families) > 0 {
				ok = named('y', id.families[0]+strconv.Itoa(year))
			}
		}
	}
}

func (x *workIndex) add(work int, id *identity) {
	if x.first == nil {
		x.seed = maphash.MakeSeed()
		x.first = make(map[uint64]int32)
		x.lists = append(x.lists, posting{}) // so that 0 ends a list
	}
	for key := range x.keys(id) {
		head := x.first[key]
		if head != 0 && x.lists[head].work == int32(work) {
			continue
		}
		x.lists = append(x.lists, posting{int32(work), head})
		x.first[key] = int32(len(x.lists) - 1)
	}
}

// candidates yields works that have a key in common with id; some more than once.
func (x *workIndex) candidates(id *identity) iter.Seq[int] {
	return func(yield func(int) bool) {
		if x.first == nil {
			return
		}
		for key := range x.keys(id) {
			for at, n := x.first[key], 0; at != 0 && n < maxCandidates; at, n = x.lists[at].next, n+1 {
				if !yield(int(x.lists[at].work)) {
					return
				}
			}
		}
	}
}
