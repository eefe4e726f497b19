package citation

import (
	"runtime"
	"slices"
	"sync"
)

// inParallel calls do for parts of a list on all processors.
func inParallel[T any](list []T, do func(part []T)) {
	processors := runtime.GOMAXPROCS(0)
	var working sync.WaitGroup
	for part := range slices.Chunk(list, max(1, (len(list)+processors-1)/processors)) {
		working.Go(func() { do(part) })
	}
	working.Wait()
}
