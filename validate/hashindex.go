package validate

import "math/bits"

// hashIndex finds numbers by their hashes. It holds the numbers alone, four bytes
// each, and asks for their hashes, which are kept elsewhere anyway; a map of Go
// would take four times as much. A byte of each hash stands apart: it fits a
// processor's cache, and shows of nearly every number that it is not meant.
type hashIndex struct {
	hashOf  func(number uint32) uint64
	marks   []uint8 // by slot: a byte of the number's hash, or 0 for an empty slot
	numbers []uint32
	used    int
}

func newHashIndex(hashOf func(uint32) uint64) *hashIndex {
	x := &hashIndex{hashOf: hashOf}
	x.resize(1024)
	return x
}

func (x *hashIndex) resize(slots int) {
	x.marks, x.numbers = make([]uint8, slots), make([]uint32, slots)
}

// find returns the number that was added with that hash.
func (x *hashIndex) find(hash uint64) (number uint32, ok bool) {
	mark := markOf(hash)
	for i := x.home(hash); x.marks[i] != 0; i = x.next(i) {
		if x.marks[i] == mark && x.hashOf(x.numbers[i]) == hash {
			return x.numbers[i], true
		}
	}
	return 0, false
}

// add adds a number whose hash find does not know.
func (x *hashIndex) add(number uint32) {
	if 4*len(x.marks) <= 5*x.used {
		x.grow()
	}
	x.used++
	x.put(number)
}

func (x *hashIndex) put(number uint32) {
	hash := x.hashOf(number)
	i := x.home(hash)
	for x.marks[i] != 0 {
		i = x.next(i)
	}
	x.marks[i], x.numbers[i] = markOf(hash), number
}

func (x *hashIndex) grow() {
	marks, numbers := x.marks, x.numbers
	x.resize(len(marks) * 3 / 2)
	for i, mark := range marks {
		if mark != 0 {
			x.put(numbers[i])
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
