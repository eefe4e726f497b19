package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// ordinaryMemory is enough for about a million records. Go by its own rule, which
// lets the heap grow to twice what is alive of it, would take 250 MiB for these.
const ordinaryMemory = 176 << 20

// limitMemory keeps the process within a limit, beyond which garbage is collected
// more often, until what is alive leaves too little room for garbage in it: Go would
// then collect without end. GOGC and GOMEMLIMIT, where they are set, work as they
// are documented.
func limitMemory(limit int64) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetMemoryLimit(limit)
	afterCollection(func() (again bool) {
		if aliveBytes() <= limit/6*5 {
			return true
		}
		debug.SetMemoryLimit(math.MaxInt64)
		return false
	})
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
