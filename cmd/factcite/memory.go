package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// ordinaryMemory is enough for about a million records. Go by its own rule, which
// lets the heap grow to twice what is alive of it, would take 250 MiB for these.
const ordinaryMemory = 168 << 20

// seldom is how much garbage there may be beside what is alive, in percent, as long as
// both are within the limit: with the 100 percent of Go's own rule a check of 200,000
// records takes 8 % more of the processor, and with 200 percent it marks twice as much.
const seldom = 400

// limitMemory lets a process have garbage as long as it is within a limit, beyond which it
// is collected more often, and raises the limit where what is alive leaves too little room
// for garbage in it: Go would then collect without end. GOGC and GOMEMLIMIT, where they
// are set, work as they are documented. It does so until stop is called.
func limitMemory(limit int64) (stop func()) {
	var stopped atomic.Bool
	stop = func() { stopped.Store(true) }
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return stop
	}
	debug.SetMemoryLimit(limit)
	debug.SetGCPercent(seldom)
	afterCollection(func() (again bool) {
		if stopped.Load() {
			return false
		}
		// A third of what is alive is room enough to collect seldom, and half of what Go
		// takes by its own rule.
		debug.SetMemoryLimit(max(limit, aliveBytes()/3*4))
		return true
	})
	return stop
}

// aliveBytes is the size of what the last collection found in use.
func aliveBytes() int64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return int64(sample[0].Value.Uint64())
}

// afterCollection calls do after the next collection of garbage, and after those
// that follow for as long as it asks for them. What nothing refers to is cleaned up
// then.
func afterCollection(do func() (again bool)) {
	type unused struct{ _ *int }
	runtime.AddCleanup(new(unused), func(struct{}) {
		if do() {
			afterCollection(do)
		}
	}, struct{}{})
}
