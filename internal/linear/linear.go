// Package linear is for tests that hold how work grows with its input. It
// compares work with itself at a quarter of the size, so that neither the speed
// of the machine nor what else runs on it decides.
package linear

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// Work that is linear takes four times as long on four times the input, and work
// that is quadratic sixteen times. The bound lies in the middle.
const (
	factor = 4
	bound  = 8
	rounds = 20
	least  = time.Millisecond // of work that is measured
)

// Check fails the test if work grows much faster than its size: if on size it
// takes more than eight times the processor time that it takes on a quarter of
// it, in every one of many rounds. Prepare returns the work on an input of a
// size, which is done many times; making the input does not count.
func Check(t testing.TB, size int, prepare func(size int) (work func())) {
	t.Helper()
	small, large := prepare(size/factor), prepare(size)
	// The garbage of one is not to be paid for by the other.
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	times := 1
	for processorTimeOf(small, times) < least {
		times *= 2
	}
	var ratios []float64
	for range rounds {
		ratio := float64(processorTimeOf(large, times)) / float64(max(processorTimeOf(small, times), 1))
		if ratio < bound {
			return
		}
		ratios = append(ratios, ratio)
		runtime.GC()
	}
	t.Errorf("four times the input takes these times as long: %.1f", ratios)
}

func processorTimeOf(work func(), times int) time.Duration {
	before := processorTime()
	for range times {
		work()
	}
	return processorTime() - before
}
