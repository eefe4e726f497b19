package text

// HashIndex finds numbers, which count up from 0, by their hashes. It holds only the
// numbers, four bytes each, and looks their hashes up, which are kept elsewhere
// anyway: with maps of Go a million records take 315 MiB instead of 186.
type HashIndex struct {
	hashes *[]uint64 // by number
	slots  []uint32  // 0, or a number and 1; their count is a power of two
	used   int
}

// NewHashIndex returns an index of numbers whose hashes are in a list, which grows as
// they are added.
func NewHashIndex(hashes *[]uint64) *HashIndex {
	return &HashIndex{hashes: hashes, slots: make([]uint32, 16)}
}

// Find returns the number that was added with that hash.
func (x *HashIndex) Find(hash uint64) (number uint32, ok bool) {
	if held := x.slots[x.slot(hash)]; held != 0 {
		return held - 1, true
	}
	return 0, false
}

// FindOrAdd returns the number that was added with that hash, or adds one.
func (x *HashIndex) FindOrAdd(hash uint64, number uint32) (known uint32, ok bool) {
	slot := x.slot(hash)
	if held := x.slots[slot]; held != 0 {
		return held - 1, true
	}
	if 3*len(x.slots) <= 4*x.used {
		x.grow()
		slot = x.slot(hash)
	}
	x.slots[slot] = number + 1
	x.used++
	return 0, false
}

// slot returns the slot of a hash, or the empty one that it is to be put into.
func (x *HashIndex) slot(hash uint64) int {
	mask := len(x.slots) - 1
	i := int(hash) & mask
	for x.slots[i] != 0 && (*x.hashes)[x.slots[i]-1] != hash {
		i = (i + 1) & mask
	}
	return i
}

func (x *HashIndex) grow() {
	before := x.slots
	x.slots = make([]uint32, 2*len(before))
	for _, held := range before {
		if held != 0 {
			x.slots[x.slot((*x.hashes)[held-1])] = held
		}
	}
}
