package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// firstLimit is the memory that a run takes before it collects garbage for every
// few megabytes that it allocates.
const firstLimit = 176 << 20

// useMemoryFirst lets garbage pile up to a limit rather than to a share of what is
// alive: a small heap is collected seldom, and a large one keeps within the limit
// for as long as it fits. What is alive of a larger input gets a higher limit,
// since Go would collect without end below the one that it exceeds. GOGC and
// GOMEMLIMIT, where they are set, are left to work as they are documented.
func useMemoryFirst() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	const growth = 400 // percent; a tiny heap need not fill the limit
	debug.SetGCPercent(growth)
	debug.SetMemoryLimit(firstLimit)
	limit := uint64(firstLimit)
	afterEachCollection(func() {
		if higher := limitFor(aliveBytes(), limit); higher != limit {
			limit = higher
			debug.SetMemoryLimit(int64(limit))
		}
	})
}

// limitFor returns a limit that leaves room for garbage beside what is alive.
func limitFor(alive, limit uint64) uint64 {
	for alive > limit/6*5 {
		limit *= 2
	}
	return limit
}

// aliveBytes is the size of what the last collection found in use.
func aliveBytes() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// afterEachCollection calls do whenever garbage was collected: what nothing refers
// to is cleaned up then.
func afterEachCollection(do func()) {
	type sentinel struct{ _ *int }
	runtime.AddCleanup(new(sentinel), func(struct{}) {
		do()
		afterEachCollection(do)
	}, struct{}{})
}
