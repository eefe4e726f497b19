package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"
)

// memoryLimit collects garbage until the limit is the wanted one, or often enough
// to know that it stays.
func memoryLimit(want int64) int64 {
	for range 100 {
		runtime.GC()
		if debug.SetMemoryLimit(-1) == want {
			break
		}
	}
	return debug.SetMemoryLimit(-1)
}

func TestLimitMemory(t *testing.T) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	const roomy, narrow = 1 << 40, 1 << 20
	limitMemory(roomy)
	if got := memoryLimit(math.MaxInt64); got != roomy {
		t.Errorf("with room for garbage the limit is %d, want %d", got, int64(roomy))
	}
	limitMemory(narrow)
	alive := make([]byte, 2*narrow)
	if got := memoryLimit(math.MaxInt64); got != math.MaxInt64 {
		t.Errorf("without room for garbage the limit is %d, want none", got)
	}
	runtime.KeepAlive(alive)
}

func TestLimitMemoryLeavesTheEnvironmentAlone(t *testing.T) {
	before := debug.SetMemoryLimit(-1)
	for _, name := range []string{"GOGC", "GOMEMLIMIT"} {
		t.Run(name, func(t *testing.T) {
			t.Setenv(name, "100")
			limitMemory(1 << 40)
			if got := debug.SetMemoryLimit(-1); got != before {
				t.Errorf("the limit is %d, want %d", got, before)
			}
		})
	}
}
