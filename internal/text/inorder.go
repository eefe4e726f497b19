package text

import (
	"iter"
	"runtime"
)

// chunks cuts a sequence into pieces of that length, the last of which may be
// shorter.
func chunks[T any](values iter.Seq[T], length int) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		var chunk []T // there may be few values, as in a run over one record
		for v := range values {
			chunk = append(chunk, v)
			if len(chunk) == length {
				if !yield(chunk) {
					return
				}
				chunk = make([]T, 0, length)
			}
		}
		if len(chunk) > 0 {
			yield(chunk)
		}
	}
}

// A goroutine works on this many values at a time, and each processor has this many
// chunks ahead, so that it is not idle while what was yielded goes to disk.
const (
	chunkLength = 64
	chunksAhead = 8
)

// InOrder calls do for chunks of a sequence on all processors and yields what it
// returns in the order of the sequence.
func InOrder[T, R any](values iter.Seq[T], do func([]T) R) iter.Seq[R] {
	return InOrderOf(chunks(values, chunkLength), chunksAhead*runtime.GOMAXPROCS(0), do)
}

// InOrderOf calls do for each value in no more than that many goroutines, and yields what it
// returns in the order of the values.
func InOrderOf[T, R any](values iter.Seq[T], goroutines int, do func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		var ahead []chan R
		for v := range values {
			done := make(chan R, 1)
			go func() { done <- do(v) }()
			if ahead = append(ahead, done); len(ahead) < goroutines {
				continue
			}
			if !yield(<-ahead[0]) {
				return
			}
			ahead = ahead[1:]
		}
		for _, done := range ahead {
			if !yield(<-done) {
				return
			}
		}
	}
}
