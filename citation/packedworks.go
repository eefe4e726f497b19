package citation

import (
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// packedWorks keeps works as bytes: a work takes some two hundred of them, without
// a pointer that the garbage collector would follow, and more than a thousand when
// it is unpacked.
type packedWorks struct {
	arena   text.Arena
	works   []packedWork // by Index
	derived derivedSets
	packer  packer // memory for packing
}

// packedWork is where the parts of a work stand in the arena. What later facts add
// is noted, each note linked to the one before it, so that a work is not packed
// anew for every fact that names it.
type packedWork struct {
	record    text.Place // the reference, and the fact that named it first
	facts     text.Place // the newest note of another fact
	conflicts text.Place // the newest note of a conflict
	merged    text.Place // the newest note of what else merging has to know
}

// noteKind is what a note tells.
type noteKind uint64

const (
	factNote     noteKind = iota // its id
	conflictNote                 // the members of a Conflict
	yearNote                     // a year
	originNote                   // the members of an origin
	namingNote                   // the members of a naming, which replaces an older one
)

// add packs a work that was met once and returns its Index.
func (p *packedWorks) add(fact string, r *Reference) int {
	p.works = append(p.works, packedWork{record: p.arena.Add(p.record(fact, r))})
	return len(p.works) - 1
}

// record packs what every work has.
func (p *packedWorks) record(fact string, r *Reference) []byte {
	p.packer.bytes = p.packer.bytes[:0]
	p.packer.number(p.derived.number(r.Derived))
	p.packer.reference(r)
	p.packer.text(fact)
	return p.packer.bytes
}

// unpack returns a work as merging needs it: without key and conflicts, and with
// the first of its facts alone.
func (p *packedWorks) unpack(index int) *Work {
	w := new(Work)
	p.unpackInto(w, index)
	return w
}

// unpackInto unpacks a work into the memory of another one.
func (p *packedWorks) unpackInto(w *Work, index int) {
	at := &p.works[index]
	u := unpacker{p.arena.From(at.record)}
	*w = Work{
		Index:     index,
		Reference: Reference{Authors: w.Reference.Authors, Editors: w.Reference.Editors},
		Facts:     w.Facts[:0], years: w.years[:0], origins: w.origins[:0],
	}
	w.Reference.Derived = p.derived.set(u.number())
	u.reference(&w.Reference)
	w.Facts = append(w.Facts, u.text())
	for kind, note := range p.notes(at.merged) {
		switch kind {
		case yearNote:
			w.years = append(w.years, note.year())
		case originNote:
			w.origins = append(w.origins, origin{note.text(), note.text()})
		case namingNote:
			if w.naming == nil {
				w.naming = &naming{note.text(), note.text(), note.text()}
			}
		}
	}
	slices.Reverse(w.years)
	slices.Reverse(w.origins)
}

// unpackCited unpacks what in-text citations cite, the people and the years, into
// a work of which nothing else is asked.
func (p *packedWorks) unpackCited(w *Work, index int) {
	at := &p.works[index]
	u := unpacker{p.arena.From(at.record)}
	w.Reference.Derived = p.derived.set(u.number())
	u.cited(&w.Reference)
	w.years = w.years[:0]
	for kind, note := range p.notes(at.merged) {
		if kind == yearNote {
			w.years = append(w.years, note.year())
		}
	}
	slices.Reverse(w.years)
}

// complete unpacks a work with its facts and conflicts into the memory of another one.
func (p *packedWorks) complete(w *Work, index int) {
	p.unpackInto(w, index)
	for _, note := range p.notes(p.works[index].facts) {
		w.Facts = append(w.Facts, note.text())
	}
	slices.Reverse(w.Facts[1:])
	for _, note := range p.notes(p.works[index].conflicts) {
		w.Conflicts = append(w.Conflicts, note.conflict())
	}
	slices.Reverse(w.Conflicts)
}

// change packs what a merge has made of a work that was unpacked before: all but
// its facts.
func (p *packedWorks) change(before, after *Work) {
	at := &p.works[after.Index]
	if record := p.record(after.Facts[0], &after.Reference); !strings.HasPrefix(p.arena.From(at.record), string(record)) {
		at.record = p.arena.Add(record)
	}
	for _, c := range after.Conflicts {
		p.addConflict(at, c)
	}
	for _, year := range after.years[len(before.years):] {
		p.note(&at.merged, yearNote, strconv.Itoa(year))
	}
	for _, o := range after.origins[len(before.origins):] {
		p.note(&at.merged, originNote, o.field, o.fact)
	}
	if n := after.naming; before.naming == nil || *n != *before.naming {
		p.note(&at.merged, namingNote, n.family, n.year, n.title)
	}
}

// addFact adds a fact that names a work, unless it is the one added last.
func (p *packedWorks) addFact(index int, fact string) {
	at := &p.works[index]
	newest := ""
	if at.facts == 0 {
		newest = p.unpack(index).Facts[0]
	}
	for _, note := range p.notes(at.facts) {
		newest = note.text()
		break
	}
	if newest != fact {
		p.note(&at.facts, factNote, fact)
	}
}

// maxConflicts bounds what is kept of one work's conflicts.
const maxConflicts = 1000

// addConflict adds a conflict, unless one of these values is known.
func (p *packedWorks) addConflict(at *packedWork, c Conflict) {
	count := 0
	for _, note := range p.notes(at.conflicts) {
		known := note.conflict()
		if count++; count == maxConflicts || known.Field == c.Field && known.Kept == c.Kept && known.Other == c.Other {
			return
		}
	}
	p.note(&at.conflicts, conflictNote, c.Field, c.Kept, c.Other, c.KeptFact, c.OtherFact)
}

func (u *unpacker) year() int {
	year, _ := strconv.Atoi(u.text())
	return year
}

func (u *unpacker) conflict() Conflict {
	return Conflict{Field: u.text(), Kept: u.text(), Other: u.text(), KeptFact: u.text(), OtherFact: u.text()}
}

// note writes a note and links it to the newest, whose place it takes.
func (p *packedWorks) note(newest *text.Place, kind noteKind, texts ...string) {
	p.packer.bytes = p.packer.bytes[:0]
	p.packer.number(uint64(*newest))
	p.packer.number(uint64(kind))
	for _, text := range texts {
		p.packer.text(text)
	}
	*newest = p.arena.Add(p.packer.bytes)
}

// notes yields linked notes, the newest first.
func (p *packedWorks) notes(newest text.Place) iter.Seq2[noteKind, *unpacker] {
	return func(yield func(noteKind, *unpacker) bool) {
		for at := newest; at != 0; {
			u := unpacker{p.arena.From(at)}
			at = text.Place(u.number())
			if !yield(noteKind(u.number()), &u) {
				return
			}
		}
	}
}

// derivedSets numbers what is derived of works. Venues and years repeat, so works
// share the sets, and nobody writes to one.
type derivedSets struct {
	sets    []map[string]Derived
	numbers map[string]uint64 // by the packed set
	packer  packer            // memory for packing
}

// number returns the number of an equal set, which is put among the sets if there is
// none. Nothing derived is 0.
func (d *derivedSets) number(set map[string]Derived) uint64 {
	if len(set) == 0 {
		return 0
	}
	d.packer.bytes = d.packer.bytes[:0]
	for _, name := range slices.Sorted(maps.Keys(set)) {
		d.packer.text(name)
		d.packer.text(set[name].Value)
		d.packer.text(set[name].From)
	}
	if n, ok := d.numbers[string(d.packer.bytes)]; ok {
		return n
	}
	if d.numbers == nil {
		d.numbers = make(map[string]uint64)
	}
	packed := string(d.packer.bytes)
	d.sets = append(d.sets, unpackDerived(packed))
	d.numbers[packed] = uint64(len(d.sets))
	return d.numbers[packed]
}

// set returns the set of a number.
func (d *derivedSets) set(number uint64) map[string]Derived {
	if number == 0 {
		return nil
	}
	return d.sets[number-1]
}

func unpackDerived(packed string) map[string]Derived {
	set := make(map[string]Derived)
	for u := (unpacker{packed}); u.rest != ""; {
		name := u.text()
		set[name] = Derived{Value: u.text(), From: u.text()}
	}
	return set
}
