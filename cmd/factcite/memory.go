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
const ordinaryMemory = 176 << 20

// limitMemory keeps the process within a limit, beyond which garbage is collected more
// often, and raises the limit where what is alive leaves too little room for garbage in
// it: Go would then collect without end. GOGC and GOMEMLIMIT, where they are set, work as
// they are documented. It does so until stop is called.
func limitMemory(limit int64) (stop func()) {
	var stopped atomic.Bool
	stop = func() { stopped.Store(true) }
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return stop
	}
	debug.SetMemoryLimit(limit)
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
