package tagger

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
)

// index knows which buckets have weights, and in which row those of each are. A group of
// it is a bit for each of 32 buckets, and in the upper half how many there are before them:
// what is looked up for a feature is in one place of memory.
type index [Buckets / 32]uint64

// group is that of a feature.
func (x *index) group(hash uint32) uint64 { return x[hash>>(32-bucketBits)/32] }

// rowIn is which row has the weights of a feature, whose group is known, if kept is 1; if it
// is 0, none has, as is mostly so with features that were never seen.
func rowIn(group uint64, hash uint32) (row, kept uint32) {
	up := uint32(group) << (31 - hash>>(32-bucketBits)%32)
	return uint32(group>>32) + uint32(bits.OnesCount32(up<<1)), up >> 31
}

func (x *index) has(bucket int) bool { return x[bucket/32]>>(bucket%32)&1 == 1 }

func (x *index) add(bucket int) { x[bucket/32] |= 1 << (bucket % 32) }

// count works out which row each bucket has, after the last one is added, and returns how
// many there are.
func (x *index) count() (rows int) {
	for i, group := range x {
		kept := uint32(group)
		x[i] = uint64(rows)<<32 | uint64(kept)
		rows += bits.OnesCount32(kept)
	}
	return rows
}

// pack writes how many buckets have weights and how many others are before each of them.
func (x *index) pack(plain []byte) []byte {
	plain = binary.AppendUvarint(plain, uint64(x.count()))
	gap := uint64(0)
	for bucket := range Buckets {
		if !x.has(bucket) {
			gap++
			continue
		}
		plain, gap = binary.AppendUvarint(plain, gap), 0
	}
	return plain
}

// unpackIndex reads what pack wrote, and returns how many rows there are and what follows.
func unpackIndex(plain []byte) (x *index, rows int, rest []byte, err error) {
	count, size := binary.Uvarint(plain)
	if size <= 0 || count > Buckets {
		return nil, 0, nil, errors.New("the number of buckets cannot be read")
	}
	x, plain = new(index), plain[size:]
	bucket := -1
	for i := range count {
		gap, size := binary.Uvarint(plain)
		if size <= 0 || gap >= uint64(Buckets-1-bucket) {
			return nil, 0, nil, fmt.Errorf("bucket %d of %d cannot be read", i, count)
		}
		plain = plain[size:]
		bucket += int(gap) + 1
		x.add(bucket)
	}
	return x, x.count(), plain, nil
}
