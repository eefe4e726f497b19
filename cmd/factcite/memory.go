package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// ordinaryLimit is the memory that a run keeps within for as long as what is alive
// leaves room for garbage in it.
const ordinaryLimit = 176 << 20

// useMemoryFirst lets garbage pile up to a limit rather than to a share of what is
// alive: a small heap is collected seldom, and a larger one more often before it
// takes more. What is alive of a very large input gets a higher limit, as large as
// Go's own rule would let it grow, since Go would collect without end below the one
// that it exceeds. GOGC and GOMEMLIMIT, where they are set, are left to work as they
// are documented.
func useMemoryFirst() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	const growth = 400 // percent; a tiny heap need not fill the limit
	debug.SetGCPercent(growth)
	debug.SetMemoryLimit(ordinaryLimit)
	afterEachCollection(func() { debug.SetMemoryLimit(limitFor(aliveBytes())) })
}

// limitFor returns a limit that leaves room for garbage beside what is alive.
func limitFor(alive int64) int64 {
	if alive > ordinaryLimit/6*5 {
		return 2 * alive
	}
	return ordinaryLimit
}

// aliveBytes is the size of what the last collection found in use.
func aliveBytes() int64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64())
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
