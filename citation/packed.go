package citation

import (
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"

	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/internal/text"
)

// packedStatements keeps references as they were stated, each once however many
// facts state it, and what was merged of several. A reference takes some two hundred
// bytes, without a pointer that the garbage collector would follow, and more than a
// thousand when it is unpacked.
type packedStatements struct {
	arena   text.Arena
	list    text.Numbered[packedStatement]
	hashes  text.Numbered[uint64] // by number
	known   *text.HashIndex       // of hashes; nil before the first
	derived derivedSets
	packer  packer // memory for packing
}

// MaxReferences is how many different references a [Bibliography] holds at most: they are
// numbered in 31 bits.
const MaxReferences = math.MaxInt32

// packedStatement is where the parts of a reference are in the arena.
type packedStatement struct {
	record text.Place
	facts  text.Place // the newest note of a fact, linked to the one before it
}

// add packs a reference of a fact and returns its number, which an equal one has
// already.
func (p *packedStatements) add(fact string, r *Reference) int {
	index := p.number(p.record(r))
	p.addFact(index, fact)
	return index
}

// number returns the number of an equal record, which is put among the others if there is
// none. said is the hash of what it says, in whatever order the records come.
func (p *packedStatements) number(record []byte, said uint64) int {
	if p.known == nil {
		p.known = text.NewHashIndex(&p.hashes)
	}
	for seed := uint64(0); ; seed++ { // other records may have the same hash
		hash := identity.Mix(seed, said)
		index, ok := p.known.FindOrAdd(hash, uint32(p.list.Len()))
		switch {
		case !ok && p.list.Len() == MaxReferences:
			panic(fmt.Sprintf("citation: a Bibliography holds at most %d different references", MaxReferences))
		case !ok:
			p.hashes.Add(hash)
			p.list.Add(packedStatement{record: p.arena.Add(record)})
			return p.list.Len() - 1
		case p.is(int(index), record):
			return int(index)
		}
	}
}

// is reports whether a reference was packed as a record.
func (p *packedStatements) is(index int, record []byte) bool {
	at := p.arena.From(p.list.At(uint32(index)).record)
	return len(at) >= len(record) && at[:len(record)] == string(record)
}

// record packs a reference, and returns the hash of what it says. The number of what is
// derived depends on what came before it, and is no part of that.
func (p *packedStatements) record(r *Reference) (record []byte, said uint64) {
	derived := p.derived.number(r.Derived)
	p.packer.bytes = p.packer.bytes[:0]
	p.packer.flag(r.Entry != nil)
	p.packer.number(derived)
	numbers := len(p.packer.bytes)
	p.packer.reference(r)
	seed := p.derived.hash(derived)
	if r.Entry != nil {
		seed++
	}
	return p.packer.bytes, identity.HashText(seed, p.packer.bytes[numbers:])
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
	u := unpacker{p.arena.From(p.list.At(uint32(index)).record)}
	u.flag()
	r.Derived = p.derived.set(u.number())
	return u
}

func (p *packedStatements) isEntry(index int) bool {
	u := unpacker{p.arena.From(p.list.At(uint32(index)).record)}
	return u.flag()
}

// addFact notes that a fact states a reference, unless it is the one noted last.
func (p *packedStatements) addFact(index int, fact string) {
	newest := &p.list.At(uint32(index)).facts
	for _, id := range p.facts(index) {
		if id == fact {
			return
		}
		break
	}
	p.packer.bytes = p.packer.bytes[:0]
	p.packer.number(uint64(*newest))
	p.packer.text(fact)
	*newest = p.arena.Add(p.packer.bytes)
}

// firstFact returns the id of the fact that stated a reference first.
func (p *packedStatements) firstFact(index int) (id string) {
	for _, id = range p.facts(index) {
	}
	return id
}

// facts yields the ids of the facts that state a reference, the newest first, each
// with its place, which is the greater the later the fact was met.
func (p *packedStatements) facts(index int) iter.Seq2[text.Place, string] {
	return func(yield func(text.Place, string) bool) {
		for at := p.list.At(uint32(index)).facts; at != 0; {
			u := unpacker{p.arena.From(at)}
			next := text.Place(u.number())
			if !yield(at, u.text()) {
				return
			}
			at = next
		}
	}
}

// derivedSets numbers what is derived of works. Venues and years repeat, so works
// share the sets, and nobody writes to one.
type derivedSets struct {
	sets    []map[string]Derived
	hashes  []uint64          // of each
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
	d.hashes = append(d.hashes, identity.HashText(0, packed))
	d.numbers[packed] = uint64(len(d.sets))
	return d.numbers[packed]
}

// hash returns the hash of the set of a number, which is the same in every run.
func (d *derivedSets) hash(number uint64) uint64 {
	if number == 0 {
		return 0
	}
	return d.hashes[number-1]
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
