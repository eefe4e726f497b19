package main

import (
	"runtime"
	"runtime/debug"
	"testing"
)

// memoryLimit collects garbage until the limit is as wanted, or often enough to know that
// it stays otherwise.
func memoryLimit(wanted func(limit int64) bool) int64 {
	for range 100 {
		runtime.GC()
		if wanted(debug.SetMemoryLimit(-1)) {
			break
		}
	}
	return debug.SetMemoryLimit(-1)
}

func TestLimitMemory(t *testing.T) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	const roomy, narrow = 1 << 40, 1 << 20
	defer limitMemory(roomy)()
	if got := memoryLimit(func(limit int64) bool { return limit != roomy }); got != roomy {
		t.Errorf("with room for garbage the limit is %d, want %d", got, int64(roomy))
	}
}

// TestLimitMemoryLeavesRoom holds that the limit grows with what is alive, and no faster
// than by a third of it.
func TestLimitMemoryLeavesRoom(t *testing.T) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	const narrow, much = 1 << 20, 64 << 20
	defer limitMemory(narrow)()
	alive := make([]byte, much)
	got := memoryLimit(func(limit int64) bool { return limit > much/4*5 })
	if got < much/4*5 || got > 2*much {
		t.Errorf("with %d bytes alive the limit is %d", much, got)
	}
	runtime.KeepAlive(alive)
}

func TestLimitMemoryLeavesTheEnvironmentAlone(t *testing.T) {
	before := debug.SetMemoryLimit(-1)
	for _, name := range []string{"GOGC", "GOMEMLIMIT"} {
		t.Run(name, func(t *testing.T) {
			t.Setenv(name, "100")
			defer limitMemory(1 << 40)()
			if got := debug.SetMemoryLimit(-1); got != before {
				t.Errorf("the limit is %d, want %d", got, before)
			}
		})
	}
}
