package validate

import "math/bits"

// hashIndex finds numbers, which count up from 0, by their hashes. It holds the
// numbers alone, four bytes each, and looks their hashes up, which are kept elsewhere
// anyway; a map of Go would take four times as much. A byte of each hash stands
// apart: it fits a processor's cache, and shows of nearly every number that it is not
// meant.
type hashIndex struct {
	hashes  *pages[uint64] // by number; 0 is that of a number that is not to be found
	marks   []uint8        // by slot: a byte of the number's hash, or 0 for an empty slot
	numbers []uint32
	used    int
}

func newHashIndex(hashes *pages[uint64]) *hashIndex {
	x := &hashIndex{hashes: hashes}
	x.resize(1024)
	return x
}

func (x *hashIndex) resize(slots int) {
	x.marks, x.numbers, x.used = make([]uint8, slots), make([]uint32, slots), 0
}

// find returns the number that was added with that hash.
func (x *hashIndex) find(hash uint64) (number uint32, ok bool) {
	slot, ok := x.slot(hash)
	return x.numbers[slot], ok
}

// findOrAdd returns the number that was added with that hash, or adds one, which is
// greater than all before it.
func (x *hashIndex) findOrAdd(hash uint64, number uint32) (known uint32, ok bool) {
	slot, ok := x.slot(hash)
	if ok {
		return x.numbers[slot], true
	}
	if 4*len(x.marks) <= 5*x.used {
		x.grow(number)
		slot, _ = x.slot(hash)
	}
	x.used++
	x.marks[slot], x.numbers[slot] = markOf(hash), number
	return 0, false
}

// slot returns the slot of a hash, or that in which it is to be put.
func (x *hashIndex) slot(hash uint64) (slot int, ok bool) {
	mark := markOf(hash)
	i := x.home(hash)
	for ; x.marks[i] != 0; i = x.next(i) {
		if x.marks[i] == mark && *x.hashes.at(x.numbers[i]) == hash {
			return i, true
		}
	}
	return i, false
}

// grow adds the numbers before one anew to more slots, in their order: their hashes
// are read one behind the other, as they are kept, and not all over the memory.
func (x *hashIndex) grow(before uint32) {
	x.resize(len(x.marks) * 3 / 2)
	for number := range before {
		if hash := *x.hashes.at(number); hash != 0 {
			x.findOrAdd(hash, number)
		}
	}
}

// markOf is the low byte of a hash, made to differ from 0; home goes by the high
// bits.
func markOf(hash uint64) uint8 { return max(1, uint8(hash)) }

// home is the slot at which the search for a hash begins.
func (x *hashIndex) home(hash uint64) int {
	slot, _ := bits.Mul64(hash, uint64(len(x.marks)))
	return int(slot)
}

func (x *hashIndex) next(i int) int {
	if i++; i == len(x.marks) {
		return 0
	}
	return i
}
