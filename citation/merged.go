package citation

import (
	"cmp"
	"iter"
	"slices"
	"strconv"

	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/internal/text"
)

// mergedWorks says which references are one work, and keeps those works packed that
// were merged of several.
type mergedWorks struct {
	*identity.Partition
	next  []int32              // by Index, the next reference of its work, -1 after the last
	works map[int32]text.Place // by Index, of merged works
	arena text.Arena
}

// merge decides which references are one work, unless that is decided.
func (b *Bibliography) merge() {
	if b.merged != nil {
		return
	}
	m := &mergedWorks{Partition: identity.Divide(statements{&b.stated}), works: map[int32]text.Place{}}
	m.link()
	for first, next := range m.next {
		if int(m.Work[first]) == first && next >= 0 {
			m.works[int32(first)] = m.arena.Add(b.packMerged(m, first))
		}
	}
	b.merged = m
}

// link links the references of each work in the order met.
func (m *mergedWorks) link() {
	m.next = slices.Repeat([]int32{-1}, len(m.Work))
	last := map[int32]int32{}
	for i, work := range m.Work {
		if int32(i) == work {
			continue
		}
		before, ok := last[work]
		if !ok {
			before = work
		}
		m.next[before], last[work] = int32(i), int32(i)
	}
}

// place returns where a work is packed that was merged of several references. Most were
// not, and are not looked for in the map.
func (m *mergedWorks) place(work int) (at text.Place, ok bool) {
	if m.next[work] < 0 {
		return 0, false
	}
	at, ok = m.works[int32(work)]
	return at, ok
}

// references yields the references of a work in the order met.
func (m *mergedWorks) references(work int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := int32(work); i >= 0; i = m.next[i] {
			if !yield(int(i)) {
				return
			}
		}
	}
}

// packMerged merges the references of a work and packs what comes of it.
func (b *Bibliography) packMerged(m *mergedWorks, first int) []byte {
	w, conflicts := new(Publication), newConflictSet()
	for i := range m.references(first) {
		other := &Publication{Facts: []string{b.stated.firstFact(i)}}
		b.stated.unpack(&other.Reference, i)
		if i == first {
			w = other
			continue
		}
		w.absorb(other)
		w.Conflicts = conflicts.add(w.Conflicts)
	}
	w.Conflicts = conflicts.list
	p := &b.stated.packer
	p.bytes = p.bytes[:0]
	p.merged(w, &b.stated.derived)
	return p.bytes
}

// unpack unpacks a work into the memory of another one, without its facts.
func (b *Bibliography) unpack(w *Publication, index int) {
	*w = Publication{
		Index:     index,
		Reference: Reference{Authors: w.Reference.Authors, Editors: w.Reference.Editors},
		Facts:     w.Facts[:0], years: w.years[:0], origins: w.origins[:0],
	}
	if at, ok := b.merged.place(index); ok {
		u := unpacker{b.merged.arena.From(at)}
		u.merged(w, &b.stated.derived)
		return
	}
	b.stated.unpack(&w.Reference, index)
}

// unpackCited unpacks what in-text citations cite, the people and the years, into
// a work of which nothing else is asked.
func (b *Bibliography) unpackCited(w *Publication, index int) {
	if _, ok := b.merged.place(index); ok {
		b.unpack(w, index)
		return
	}
	w.years = w.years[:0]
	b.stated.unpackCited(&w.Reference, index)
}

// complete unpacks a work with its facts into the memory of another one.
func (b *Bibliography) complete(w *Publication, index int) {
	b.unpack(w, index)
	w.Facts = b.facts(w.Facts, index)
}

// facts appends the ids of a work's facts in the order met.
func (b *Bibliography) facts(facts []string, index int) []string {
	type noted struct {
		at text.Place
		id string
	}
	var memory [4]noted
	notes := memory[:0]
	for i := range b.merged.references(index) {
		for at, id := range b.stated.facts(i) {
			notes = append(notes, noted{at, id})
		}
	}
	slices.SortFunc(notes, func(a, b noted) int { return cmp.Compare(a.at, b.at) })
	for _, n := range notes {
		if len(facts) == 0 || facts[len(facts)-1] != n.id {
			facts = append(facts, n.id)
		}
	}
	return facts
}

// Versions yields pairs of works, by Index, that are other publications of one
// title by an author of both: a paper and its later version in a journal.
func (b *Bibliography) Versions() iter.Seq2[int, int] {
	b.merge()
	return both(b.merged.Versions)
}

// Repeated yields pairs of entries, by Index, that name one work.
func (b *Bibliography) Repeated() iter.Seq2[int, int] {
	b.merge()
	return both(b.merged.Partition.Repeated)
}

func both(pairs [][2]int32) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for _, pair := range pairs {
			if !yield(int(pair[0]), int(pair[1])) {
				return
			}
		}
	}
}

// statements shows packed references to the one who finds works among them.
type statements struct{ *packedStatements }

func (s statements) Len() int                   { return s.list.Len() }
func (s statements) Rank(statement int) uint64  { return *s.hashes.At(uint32(statement)) }
func (s statements) IsEntry(statement int) bool { return s.isEntry(statement) }
func (s statements) Identify(statement int, traits *identity.Traits) {
	r := traits.Memory()
	s.unpack(r, statement)
	traits.Identify(r)
}

// maxConflicts bounds what is kept of one work's conflicts.
const maxConflicts = 1000

// conflictSet keeps conflicts, each pair of values of a field once.
type conflictSet struct {
	known map[Conflict]bool
	list  []Conflict
}

func newConflictSet() *conflictSet { return &conflictSet{known: map[Conflict]bool{}} }

// add adds conflicts and returns their memory for others.
func (s *conflictSet) add(conflicts []Conflict) []Conflict {
	for _, c := range conflicts {
		values := Conflict{Field: c.Field, Kept: c.Kept, Other: c.Other}
		if len(s.list) < maxConflicts && !s.known[values] {
			s.known[values] = true
			s.list = append(s.list, c)
		}
	}
	return conflicts[:0]
}

// merged packs all of a merged work but its facts.
func (p *packer) merged(w *Publication, derived *derivedSets) {
	p.number(derived.number(w.Reference.Derived))
	p.reference(&w.Reference)
	p.number(uint64(len(w.years)))
	for _, year := range w.years {
		p.text(strconv.Itoa(year))
	}
	n := w.names()
	for _, part := range []string{n.family, n.year, n.title} {
		p.text(part)
	}
	p.number(uint64(len(w.origins)))
	for _, o := range w.origins {
		p.text(o.field)
		p.text(o.fact)
	}
	p.number(uint64(len(w.Conflicts)))
	for _, c := range w.Conflicts {
		for _, value := range []string{c.Field, c.Kept, c.Other, c.KeptFact, c.OtherFact} {
			p.text(value)
		}
	}
}

func (u *unpacker) merged(w *Publication, derived *derivedSets) {
	w.Reference.Derived = derived.set(u.number())
	u.reference(&w.Reference)
	for range u.number() {
		year, _ := strconv.Atoi(u.text())
		w.years = append(w.years, year)
	}
	w.naming = &naming{u.text(), u.text(), u.text()}
	for range u.number() {
		w.origins = append(w.origins, origin{u.text(), u.text()})
	}
	for range u.number() {
		w.Conflicts = append(w.Conflicts, Conflict{u.text(), u.text(), u.text(), u.text(), u.text()})
	}
}
