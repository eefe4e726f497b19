//go:build !unix

package linear

import "time"

// processorTime returns the time of the clock, since there is no portable other.
func processorTime() time.Duration { return time.Since(start) }

var start = time.Now()
