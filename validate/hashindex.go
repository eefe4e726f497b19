package validate

// hashIndex finds numbers, which count up from 0, by their hashes. It holds only the
// numbers, four bytes each, and looks their hashes up, which are kept elsewhere
// anyway: with maps of Go a million records take 315 MiB instead of 186.
type hashIndex struct {
	hashes *[]uint64 // by number
	slots  []uint32  // 0, or a number and 1; their count is a power of two
	used   int
}

func newHashIndex(hashes *[]uint64) *hashIndex {
	return &hashIndex{hashes: hashes, slots: make([]uint32, 1024)}
}

// find returns the number that was added with that hash.
func (x *hashIndex) find(hash uint64) (number uint32, ok bool) {
	if held := x.slots[x.slot(hash)]; held != 0 {
		return held - 1, true
	}
	return 0, false
}

// findOrAdd returns the number that was added with that hash, or adds one.
func (x *hashIndex) findOrAdd(hash uint64, number uint32) (known uint32, ok bool) {
	if known, ok = x.find(hash); ok {
		return known, true
	}
	if 3*len(x.slots) <= 4*x.used {
		x.grow()
	}
	x.slots[x.slot(hash)] = number + 1
	x.used++
	return 0, false
}

// slot returns the slot of a hash, or the empty one that it is to be put into.
func (x *hashIndex) slot(hash uint64) int {
	mask := len(x.slots) - 1
	i := int(hash) & mask
	for x.slots[i] != 0 && (*x.hashes)[x.slots[i]-1] != hash {
		i = (i + 1) & mask
	}
	return i
}

func (x *hashIndex) grow() {
	before := x.slots
	x.slots = make([]uint32, 2*len(before))
	for _, held := range before {
		if held != 0 {
			x.slots[x.slot((*x.hashes)[held-1])] = held
		}
	}
}
