package text

import (
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

func upTo(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

// TestInOrderOf holds that what is done first waits for what comes before it, and that no
// more goroutines are at work than are allowed.
func TestInOrderOf(t *testing.T) {
	for _, goroutines := range []int{1, 2, 7, 100} {
		var working, most atomic.Int32
		do := func(n int) int {
			now := working.Add(1)
			for before := most.Load(); now > before && !most.CompareAndSwap(before, now); before = most.Load() {
			}
			time.Sleep(time.Duration(n%3) * time.Millisecond)
			working.Add(-1)
			return n
		}
		want := upTo(40)
		if got := slices.Collect(InOrderOf(slices.Values(want), goroutines, do)); !slices.Equal(got, want) {
			t.Errorf("%d goroutines: %v", goroutines, got)
		}
		if got := int(most.Load()); got > goroutines {
			t.Errorf("%d goroutines were at work, want %d at most", got, goroutines)
		}
	}
}

func TestInOrder(t *testing.T) {
	for _, count := range []int{0, 1, chunkLength, chunkLength + 1, 20*chunkLength - 1} {
		var got []int
		for chunk := range InOrder(slices.Values(upTo(count)), slices.Clone[[]int]) {
			if len(chunk) == 0 || len(chunk) > chunkLength {
				t.Errorf("a chunk of %d values", len(chunk))
			}
			got = append(got, chunk...)
		}
		if !slices.Equal(got, upTo(count)) {
			t.Errorf("of %d values there are %d, in order: %v", count, len(got), slices.IsSorted(got))
		}
	}
}
