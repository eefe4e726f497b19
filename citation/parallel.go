package citation

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// inParallel calls do for every number below n, on all processors.
func inParallel(n int, do func(i int)) {
	const together = 64
	var next atomic.Int64
	var working sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		working.Go(func() {
			for end := int(next.Add(together)); end-together < n; end = int(next.Add(together)) {
				for i := end - together; i < min(end, n); i++ {
					do(i)
				}
			}
		})
	}
	working.Wait()
}
