package text

import (
	"runtime"
	"slices"
	"sync"
)

// InParallel calls do with one part of a list after another, on all processors.
func InParallel[E any](list []E, do func(part []E)) {
	const together = 64
	parts := make(chan []E)
	var working sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		working.Go(func() {
			for part := range parts {
				do(part)
			}
		})
	}
	for part := range slices.Chunk(list, together) {
		parts <- part
	}
	close(parts)
	working.Wait()
}

// SideBySide calls do for each number below n, all at once: for what waits for the answers
// of others, who may be asked together.
func SideBySide(n int, do func(i int)) {
	var group sync.WaitGroup
	for i := range n {
		group.Go(func() { do(i) })
	}
	group.Wait()
}
