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

// row is which row has the weights of a feature: the one that says nothing, 0, if none has,
// as is mostly so with features that were never seen. There is no branch, for which of them
// have weights is hard to predict.
func (x *index) row(hash uint32) uint32 {
	bucket := hash >> (32 - bucketBits)
	group := x[bucket/32]
	upTo := uint32(group) << (^bucket % 32) // the bit of the bucket is the highest one
	kept := uint32(int32(upTo) >> 31)       // all bits if it is set
	return (uint32(group>>32) + uint32(bits.OnesCount32(upTo))) & kept
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
