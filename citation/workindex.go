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

// maxCandidates bounds the search where very many works have a title, an author
// or a beginning in common.
const maxCandidates = 64

// prefixLength is how many bytes of a folded title a title that is cut short must
// have in common with another one to be found.
const prefixLength = 20

// maxNames bounds the authors that a work is found by.
const maxNames = 10

// filing says under which names a work is filed and under which it looks for
// others. Works that only differ in a way that keeps them apart (authors, or both
// having subtitles) do not meet.
type filing struct{ filed, sought []string }

func newFiling(id *identity) filing {
	var f filing
	both := func(name string) {
		f.filed = append(f.filed, name)
		f.sought = append(f.sought, name)
	}
	for _, identifier := range []string{prefixed("arxiv ", id.arxiv), prefixed("doi ", id.doi), prefixed("pmid ", id.pmid)} {
		if identifier != "" {
			both(identifier)
		}
	}
	if id.full == "" {
		f.untitled(id, both)
		return f
	}
	names := id.families[:min(len(id.families), maxNames)]
	for _, family := range names {
		both("title " + id.full + " by " + family)
	}
	if len(names) > 0 {
		f.filed = append(f.filed, "title "+id.full+" by someone")
		f.sought = append(f.sought, "title "+id.full+" by nobody")
	} else {
		both("title " + id.full + " by nobody")
		f.sought = append(f.sought, "title "+id.full+" by someone")
	}
	if id.main != id.full {
		f.filed = append(f.filed, "subtitle of "+id.main)
		f.sought = append(f.sought, "bare "+id.main)
	} else {
		f.filed = append(f.filed, "bare "+id.full)
		f.sought = append(f.sought, "subtitle of "+id.full)
	}
	if len(id.full) >= prefixLength {
		beginning := id.full[:prefixLength]
		if id.truncated {
			both("cut " + beginning)
			f.sought = append(f.sought, "whole "+beginning)
		} else {
			f.filed = append(f.filed, "whole "+beginning)
			f.sought = append(f.sought, "cut "+beginning)
		}
	}
	if len(names) > 0 {
		for _, year := range id.years {
			f.filed = append(f.filed, "titled by "+names[0]+strconv.Itoa(year))
			f.sought = append(f.sought, "untitled by "+names[0]+strconv.Itoa(year))
		}
	}
	return f
}

func (f *filing) untitled(id *identity, both func(string)) {
	if len(id.families) == 0 {
		return
	}
	first := id.families[0]
	for _, year := range id.years {
		both("untitled by " + first + strconv.Itoa(year))
		f.sought = append(f.sought, "titled by "+first+strconv.Itoa(year))
	}
	if len(id.years) == 0 {
		both("untitled by " + first)
	}
}

func (x *workIndex) add(work int, id *identity) {
	if x.first == nil {
		x.seed = maphash.MakeSeed()
		x.first = make(map[uint64]int32)
		x.lists = append(x.lists, posting{}) // so that 0 ends a list
	}
	for _, name := range newFiling(id).filed {
		key := maphash.String(x.seed, name)
		head := x.first[key]
		if head != 0 && x.lists[head].work == int32(work) {
			continue
		}
		x.lists = append(x.lists, posting{int32(work), head})
		x.first[key] = int32(len(x.lists) - 1)
	}
}

// candidates yields works that may be the one of id; some more than once.
func (x *workIndex) candidates(id *identity) iter.Seq[int] {
	return func(yield func(int) bool) {
		if x.first == nil {
			return
		}
		for _, name := range newFiling(id).sought {
			at := x.first[maphash.String(x.seed, name)]
			for n := 0; at != 0 && n < maxCandidates; n++ {
				if !yield(int(x.lists[at].work)) {
					return
				}
				at = x.lists[at].next
			}
		}
	}
}
