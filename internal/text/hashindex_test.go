package text

import "testing"

func TestHashIndexFindsWhatWasAdded(t *testing.T) {
	for _, c := range []struct {
		name   string
		hashOf func(n uint32) uint64
	}{
		{"spread", func(n uint32) uint64 { return uint64(n+1) * 0x9e3779b97f4a7c15 }},
		{"all in one slot", func(n uint32) uint64 { return uint64(n+1) << 40 }},
		{"from the last slot on", func(n uint32) uint64 { return ^uint64(n%1024) + uint64(n)<<40 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			const total = 3000 // it grows twice
			var hashes Numbered[uint64]
			x := NewHashIndex(&hashes)
			for n := range uint32(total) {
				hashes.Add(c.hashOf(n))
				if _, ok := x.Find(c.hashOf(n)); ok {
					t.Fatalf("%d is found before it was added", n)
				}
				if _, ok := x.FindOrAdd(c.hashOf(n), n); ok {
					t.Fatalf("%d was there before it was added", n)
				}
				if got, ok := x.FindOrAdd(c.hashOf(n), n+1); !ok || got != n {
					t.Fatalf("FindOrAdd returns %d, %t for %d", got, ok, n)
				}
			}
			for n := range uint32(total) {
				if got, ok := x.Find(c.hashOf(n)); !ok || got != n {
					t.Fatalf("find returns %d, %t for %d", got, ok, n)
				}
			}
		})
	}
}
