package citation

import (
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"

	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/internal/ondisk"
	"github.com/factcite/factcite/internal/text"
)

// packedStatements keeps references as they were stated, each once however many
// facts state it, and what was merged of several. A reference takes some two hundred
// bytes, without a pointer that the garbage collector would follow, and more than a
// thousand when it is unpacked.
type packedStatements struct {
	texts   ondisk.Texts
	list    []packedStatement
	hashes  []uint64        // by number
	known   *text.HashIndex // of hashes; nil before the first
	derived derivedSets
	packer  packer // memory for packing
	first   packer // likewise
	entries bool   // some are in a .bib
}

// MaxReferences is how many different references a [Bibliography] holds at most: they are
// numbered in 31 bits.
const MaxReferences = math.MaxInt32

// packedStatement is where the parts of a reference are: the fact that stated it first
// and its record, and a note of each other fact.
type packedStatement struct {
	first ondisk.Place
	later ondisk.Place // the newest note, linked to the one before it; 0 of none
}

// add packs a reference of a fact and returns its number, which an equal one has
// already.
func (p *packedStatements) add(fact string, r *Reference) int {
	record := p.record(r)
	p.entries = p.entries || r.Entry != nil
	if p.known == nil {
		p.known = text.NewHashIndex(&p.hashes)
	}
	for seed := uint64(0); ; seed++ { // other records may have the same hash
		hash := identity.HashText(seed, record)
		index, ok := p.known.FindOrAdd(hash, uint32(len(p.list)))
		switch {
		case !ok && len(p.list) == MaxReferences:
			panic(fmt.Sprintf("citation: a Bibliography holds at most %d different references", MaxReferences))
		case !ok:
			p.hashes = append(p.hashes, hash)
			p.first.bytes = p.first.bytes[:0]
			p.first.text(fact)
			p.first.bytes = append(p.first.bytes, record...)
			p.list = append(p.list, packedStatement{first: p.texts.Add(p.first.bytes)})
			return len(p.list) - 1
		case p.is(int(index), record):
			p.addFact(int(index), fact)
			return int(index)
		}
	}
}

// is reports whether a reference was packed as a record.
func (p *packedStatements) is(index int, record []byte) bool {
	u := p.recordOf(index)
	return u.rest == string(record)
}

// recordOf returns what is left to read of a reference after the fact that stated it first.
func (p *packedStatements) recordOf(index int) unpacker {
	u := unpacker{p.texts.At(p.list[index].first)}
	u.text()
	return u
}

func (p *packedStatements) record(r *Reference) []byte {
	p.packer.bytes = p.packer.bytes[:0]
	p.packer.flag(r.Entry != nil)
	p.packer.number(p.derived.number(r.Derived))
	p.packer.reference(r)
	return p.packer.bytes
}

// unpack unpacks a reference into the memory of another one.
func (p *packedStatements) unpack(r *Reference, index int) {
	*r = Reference{Authors: r.Authors, Editors: r.Editors}
	u := p.unpacker(r, index)
	u.reference(r)
}

// unpackCited unpacks what in-text citations cite, the people and the years, into
// a reference of which nothing else is asked.
func (p *packedStatements) unpackCited(r *Reference, index int) {
	u := p.unpacker(r, index)
	u.cited(r)
}

func (p *packedStatements) unpacker(r *Reference, index int) unpacker {
	u := p.recordOf(index)
	u.flag()
	r.Derived = p.derived.set(u.number())
	return u
}

func (p *packedStatements) isEntry(index int) bool {
	if !p.entries {
		return false
	}
	u := p.recordOf(index)
	return u.flag()
}

// addFact notes that a fact states a reference, unless it is the one noted last.
func (p *packedStatements) addFact(index int, fact string) {
	newest := &p.list[index].later
	for _, id := range p.facts(index) {
		if id == fact {
			return
		}
		break
	}
	p.packer.bytes = p.packer.bytes[:0]
	p.packer.number(uint64(*newest))
	p.packer.text(fact)
	*newest = p.texts.Add(p.packer.bytes)
}

// firstFact returns the id of the fact that stated a reference first.
func (p *packedStatements) firstFact(index int) string {
	u := unpacker{p.texts.At(p.list[index].first)}
	return u.text()
}

// facts yields the ids of the facts that state a reference, the newest first, each
// with its place, which is the greater the later the fact was met.
func (p *packedStatements) facts(index int) iter.Seq2[ondisk.Place, string] {
	return func(yield func(ondisk.Place, string) bool) {
		for at := p.list[index].later; at != 0; {
			u := unpacker{p.texts.At(at)}
			next := ondisk.Place(u.number())
			if !yield(at, u.text()) {
				return
			}
			at = next
		}
		yield(p.list[index].first, p.firstFact(index))
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
