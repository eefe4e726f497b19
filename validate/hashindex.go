package validate

// hashIndex finds numbers by their hashes. It holds the numbers alone, four bytes
// each, and asks for their hashes, which are kept elsewhere anyway; a map of Go
// would take five times as much.
type hashIndex struct {
	hashOf func(number uint32) uint64
	slots  []uint32 // a number and one more; 0 is an empty slot
	used   int
}

func newHashIndex(hashOf func(uint32) uint64) *hashIndex {
	return &hashIndex{hashOf: hashOf, slots: make([]uint32, 1024)}
}

// find returns the number that was added with that hash.
func (x *hashIndex) find(hash uint64) (number uint32, ok bool) {
	for i := x.home(hash); x.slots[i] != 0; i = x.next(i) {
		if n := x.slots[i] - 1; x.hashOf(n) == hash {
			return n, true
		}
	}
	return 0, false
}

// add adds a number whose hash find does not know.
func (x *hashIndex) add(number uint32) {
	if 3*len(x.slots) <= 4*x.used {
		x.grow()
	}
	x.used++
	x.put(number)
}

func (x *hashIndex) put(number uint32) {
	i := x.home(x.hashOf(number))
	for x.slots[i] != 0 {
		i = x.next(i)
	}
	x.slots[i] = number + 1
}

func (x *hashIndex) grow() {
	old := x.slots
	x.slots = make([]uint32, 2*len(old))
	for _, slot := range old {
		if slot != 0 {
			x.put(slot - 1)
		}
	}
}

// home is the slot at which the search for a hash begins. The number of slots is
// a power of two.
func (x *hashIndex) home(hash uint64) int { return int(hash>>1) & (len(x.slots) - 1) }

func (x *hashIndex) next(i int) int { return (i + 1) & (len(x.slots) - 1) }
