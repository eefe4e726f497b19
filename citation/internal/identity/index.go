package identity

import (
	"hash/maphash"
	"iter"
	"math/bits"
	"slices"
)

// Index finds works by what they may have in common. It keeps hashes: every
// candidate is compared afterwards.
type Index struct {
	seed    maphash.Seed
	buckets []int32        // the newest posting of each, -1 if none; their number is a power of two
	pages   []*postingPage // of postings as they were made, so that many are never copied
	count   int            // of postings
}

const postingsAPage = 4096

type postingPage [postingsAPage]posting

// posting says that a work is filed under a name.
type posting struct {
	name uint32 // its hash
	work int32
	next int32 // an older posting of the bucket, -1 if there is none
}

// maxCandidates bounds the search where very many works have a title, an author
// or a beginning in common.
const maxCandidates = 64

// prefixLength is how many bytes of a folded title a title that is cut short must
// have in common with another one to be found.
const prefixLength = 20

// maxNames bounds the authors that a work is found by.
const maxNames = 10

// Filing says under which names a work is filed and under which it looks for
// others. Works that only differ in a way that keeps them apart (authors, or both
// having subtitles) do not meet.
type Filing struct{ filed, sought []uint32 }

func (f *Filing) both(name uint32) {
	f.filed = append(f.filed, name)
	f.sought = append(f.sought, name)
}

// under files a work under one name and has it look under another.
func (f *Filing) under(filed, sought uint32) {
	f.filed = append(f.filed, filed)
	f.sought = append(f.sought, sought)
}

// nameKind tells names of equal text apart.
type nameKind uint64

const (
	byArXiv nameKind = iota
	byDOI
	byPMID
	titleAndFamily
	titleBySomeone
	titleByNobody
	bareTitle
	mainTitle // of a title with a subtitle
	cutBeginning
	wholeBeginning
	titledBy
	untitledBy
)

// name hashes what a work is filed under: a text and what qualifies it.
func (x *Index) name(kind nameKind, text string, qualifier uint64) uint32 {
	return uint32(Mix(Mix(maphash.String(x.seed, text), qualifier), uint64(kind)))
}

// Mix makes one hash of two. The constants are odd numbers without a pattern.
func Mix(a, b uint64) uint64 {
	high, low := bits.Mul64(a^0x9E3779B97F4A7C15, b^0xD1B54A32D192ED03)
	return high ^ low
}

// Filing returns the names of a work.
func (x *Index) Filing(id *Traits) Filing {
	if x.buckets == nil {
		x.seed = maphash.MakeSeed()
		x.grow()
	}
	const usualNames = 12
	room := make([]uint32, 2*usualNames)
	f := Filing{room[:0:usualNames], room[usualNames:usualNames]}
	for kind, identifier := range [...]string{byArXiv: id.arxiv, byDOI: id.doi, byPMID: id.pmid} {
		if identifier != "" {
			f.both(x.name(nameKind(kind), identifier, 0))
		}
	}
	if id.full == "" {
		x.untitled(&f, id)
		return f
	}
	names := id.families[:min(len(id.families), maxNames)]
	title := maphash.String(x.seed, id.full)
	for _, family := range names {
		f.both(x.name(titleAndFamily, family, title))
	}
	bySomeone, byNobody := uint32(Mix(title, uint64(titleBySomeone))), uint32(Mix(title, uint64(titleByNobody)))
	if len(names) > 0 {
		f.under(bySomeone, byNobody)
	} else {
		f.both(byNobody)
		f.sought = append(f.sought, bySomeone)
	}
	if id.main != id.full {
		f.under(x.name(mainTitle, id.main, 0), x.name(bareTitle, id.main, 0))
	} else {
		f.under(x.name(bareTitle, id.full, 0), x.name(mainTitle, id.full, 0))
	}
	if len(id.full) >= prefixLength {
		cut, whole := x.name(cutBeginning, id.full[:prefixLength], 0), x.name(wholeBeginning, id.full[:prefixLength], 0)
		if id.truncated {
			f.both(cut)
			f.sought = append(f.sought, whole)
		} else {
			f.under(whole, cut)
		}
	}
	if len(names) > 0 {
		for _, year := range id.Years {
			f.under(x.name(titledBy, names[0], uint64(year)), x.name(untitledBy, names[0], uint64(year)))
		}
	}
	return f
}

// untitled files a work without a title under its first author and its years.
func (x *Index) untitled(f *Filing, id *Traits) {
	if len(id.families) == 0 {
		return
	}
	for _, year := range id.Years {
		f.both(x.name(untitledBy, id.families[0], uint64(year)))
		f.sought = append(f.sought, x.name(titledBy, id.families[0], uint64(year)))
	}
	if len(id.Years) == 0 {
		f.both(x.name(untitledBy, id.families[0], 0))
	}
}

// Add files a new work.
func (x *Index) Add(work int, f Filing) {
	for _, name := range f.filed {
		x.file(work, name)
	}
}

// AddAgain files a work under further names, unless it was the last to be filed
// under one.
func (x *Index) AddAgain(work int, f Filing) {
	for _, name := range f.filed {
		if at := x.newest(name); at < 0 || x.at(at).work != int32(work) {
			x.file(work, name)
		}
	}
}

func (x *Index) file(work int, name uint32) {
	if x.count == len(x.buckets) {
		x.grow()
	}
	if x.count == postingsAPage*len(x.pages) {
		x.pages = append(x.pages, new(postingPage))
	}
	*x.at(int32(x.count)) = posting{name: name, work: int32(work)}
	x.link(int32(x.count))
	x.count++
}

// at returns a posting by its number.
func (x *Index) at(n int32) *posting { return &x.pages[n/postingsAPage][n%postingsAPage] }

// Candidates yields works that may be the one of a filing, the newest of each name
// first; some more than once.
func (x *Index) Candidates(f Filing) iter.Seq[int] {
	return func(yield func(int) bool) {
		for _, name := range f.sought {
			n := 0
			for work := range x.filedUnder(name) {
				if n++; n > maxCandidates {
					break
				}
				if !yield(work) {
					return
				}
			}
		}
	}
}

// filedUnder yields the works of a name, the newest first.
func (x *Index) filedUnder(name uint32) iter.Seq[int] {
	return func(yield func(int) bool) {
		for at := x.newest(name); at >= 0; at = x.matching(x.at(at).next, name) {
			if !yield(int(x.at(at).work)) {
				return
			}
		}
	}
}

// newest returns the newest posting of a name, -1 if there is none.
func (x *Index) newest(name uint32) int32 {
	return x.matching(x.buckets[x.bucket(name)], name)
}

// matching returns the first posting of a name from one of its bucket on.
func (x *Index) matching(at int32, name uint32) int32 {
	for at >= 0 && x.at(at).name != name {
		at = x.at(at).next
	}
	return at
}

func (x *Index) bucket(name uint32) int { return int(name) & (len(x.buckets) - 1) }

func (x *Index) link(n int32) {
	p := x.at(n)
	bucket := x.bucket(p.name)
	p.next, x.buckets[bucket] = x.buckets[bucket], n
}

// grow doubles the buckets.
func (x *Index) grow() {
	const firstBuckets = 1024
	x.buckets = slices.Repeat([]int32{-1}, max(firstBuckets, 2*len(x.buckets)))
	for n := range x.count {
		x.link(int32(n))
	}
}
