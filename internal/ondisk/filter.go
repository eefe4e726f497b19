package ondisk

// A filter says of most hashes that were not added that they were not, and of none that
// was. A hash has all its bits in one line of the processor's cache.
// (F. Putze, P. Sanders, J. Singler, Cache-, Hash- and Space-Efficient Bloom Filters, 2007.)
type filter struct {
	blocks [][blockWords]uint64
	room   int // for so many more hashes
}

const (
	blockWords   = 8
	bitsPerHash  = 16
	bitsAtATime  = 6
	bitsInABlock = 64 * blockWords
)

// newFilter returns a filter for so many hashes. Of those that were not added it mistakes
// one in some hundreds.
func newFilter(hashes int) filter {
	blocks := 1
	for blocks*bitsInABlock < hashes*bitsPerHash {
		blocks *= 2
	}
	return filter{blocks: make([][blockWords]uint64, blocks), room: blocks * bitsInABlock / bitsPerHash}
}

// block returns the block of a hash and the bits that choose those in it.
func (f *filter) block(hash uint64) (block *[blockWords]uint64, bits uint64) {
	mixed := hash * 0x9E3779B97F4A7C15 // else hashes of equal high bits would share a block
	return &f.blocks[(mixed>>32)&uint64(len(f.blocks)-1)], hash ^ mixed
}

func (f *filter) add(hash uint64) {
	block, bits := f.block(hash)
	for range bitsAtATime {
		block[bits>>6%blockWords] |= 1 << (bits % 64)
		bits >>= 9
	}
	f.room--
}

func (f *filter) mayHave(hash uint64) bool {
	if len(f.blocks) == 0 {
		return false
	}
	block, bits := f.block(hash)
	for range bitsAtATime {
		if block[bits>>6%blockWords]&(1<<(bits%64)) == 0 {
			return false
		}
		bits >>= 9
	}
	return true
}
