package validate

import (
	"hash/maphash"
	"testing"
)

func TestHashIndexFindsWhatWasAdded(t *testing.T) {
	seed := maphash.MakeSeed()
	const collisions = 50 // numbers that fall into the last slot and the first ones, with one mark
	hashOf := func(n uint32) uint64 {
		if n < collisions {
			return ^uint64(n << 8)
		}
		return maphash.Comparable(seed, n) | 1
	}
	x := newHashIndex(hashOf)
	const total = 10_000
	for n := range uint32(total) {
		if _, ok := x.find(hashOf(n)); ok {
			t.Fatalf("%d is found before it was added", n)
		}
		x.add(n)
	}
	for n := range uint32(total) {
		if got, ok := x.find(hashOf(n)); !ok || got != n {
			t.Fatalf("find returns %d, %t for %d", got, ok, n)
		}
	}
}
