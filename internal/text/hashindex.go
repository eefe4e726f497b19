package text

import "math/bits"

// HashIndex finds numbers, which count up from 0, by their hashes. It holds only the
// numbers, four bytes each, and looks their hashes up, which are kept elsewhere
// anyway: with maps of Go a million records take 315 MiB instead of 186. Bits that no number
// takes are those of hashes, so that others are seldom looked up: they may be anywhere, and
// with millions of them the processor would mostly wait for memory.
type HashIndex struct {
	hashes *Numbered[uint64]
	slots  []uint32 // 0, or the tag of a hash above a number and 1; their count is a power of two
	bits   int      // that a number and 1 takes
	used   int
}

// NewHashIndex returns an index of numbers that have these hashes, of which more may be added.
func NewHashIndex(hashes *Numbered[uint64]) *HashIndex {
	return &HashIndex{hashes: hashes, slots: make([]uint32, 16)}
}

// Find returns the number that was added with that hash.
func (x *HashIndex) Find(hash uint64) (number uint32, ok bool) {
	if held := x.slots[x.slot(hash)]; held != 0 {
		return x.number(held), true
	}
	return 0, false
}

// FindOrAdd returns the number that was added with that hash, or adds one.
func (x *HashIndex) FindOrAdd(hash uint64, number uint32) (known uint32, ok bool) {
	slot := x.slot(hash)
	if held := x.slots[slot]; held != 0 {
		return x.number(held), true
	}
	if 3*len(x.slots) <= 4*x.used {
		x.grow()
		slot = x.slot(hash)
	}
	x.widen(number + 1)
	x.slots[slot] = x.tag(hash) | (number + 1)
	x.used++
	return 0, false
}

// number returns the number of a slot that holds one.
func (x *HashIndex) number(held uint32) uint32 { return held&(1<<x.bits-1) - 1 }

// tag returns the bits of a hash that a slot has above a number.
func (x *HashIndex) tag(hash uint64) uint32 { return uint32(hash>>32) >> x.bits << x.bits }

// slot returns the slot of a hash, or the empty one that it is to be put into.
func (x *HashIndex) slot(hash uint64) int {
	mask, tag := len(x.slots)-1, x.tag(hash)
	i := int(hash) & mask
	for held := x.slots[i]; held != 0; held = x.slots[i] {
		if (held^tag)>>x.bits == 0 && *x.hashes.At(x.number(held)) == hash {
			break
		}
		i = (i + 1) & mask
	}
	return i
}

// widen has numbers take as many bits as one does, and tags what is left.
func (x *HashIndex) widen(number uint32) {
	before := x.bits
	if x.bits = max(before, bits.Len32(number)); x.bits == before {
		return
	}
	taken := uint32(1)<<x.bits - 1<<before
	for i := range x.slots {
		x.slots[i] &^= taken
	}
}

// grow doubles the slots. It looks up several hashes at once, of which the processor can
// wait for one while it waits for others.
func (x *HashIndex) grow() {
	const together = 64
	before := x.slots
	x.slots = make([]uint32, 2*len(before))
	mask := len(x.slots) - 1
	var homes [together]int
	for ; len(before) > 0; before = before[min(together, len(before)):] {
		some := before[:min(together, len(before))]
		for i, held := range some {
			if held != 0 {
				homes[i] = int(*x.hashes.At(x.number(held))) & mask
			}
		}
		for i, held := range some {
			if held != 0 {
				x.slots[x.empty(homes[i])] = held
			}
		}
	}
}

// empty returns the first empty slot from one on.
func (x *HashIndex) empty(slot int) int {
	for x.slots[slot] != 0 {
		slot = (slot + 1) & (len(x.slots) - 1)
	}
	return slot
}
