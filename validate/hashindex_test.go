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
		if n%10 == 7 {
			return 0 // not to be found
		}
		return maphash.Comparable(seed, n) | 1
	}
	var hashes pages[uint64]
	x := newHashIndex(&hashes)
	const total = 10_000
	for n := range uint32(total) {
		hashes.add(hashOf(n))
		if hashOf(n) == 0 {
			continue
		}
		if _, ok := x.findOrAdd(hashOf(n), n); ok {
			t.Fatalf("%d is found before it was added", n)
		}
		if got, ok := x.findOrAdd(hashOf(n), n+1); !ok || got != n {
			t.Fatalf("findOrAdd returns %d, %t for %d", got, ok, n)
		}
	}
	for n := range uint32(total) {
		if hashOf(n) == 0 {
			continue
		}
		if got, ok := x.find(hashOf(n)); !ok || got != n {
			t.Fatalf("find returns %d, %t for %d", got, ok, n)
		}
	}
}
