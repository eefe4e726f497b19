package validate

import "iter"

// chunks cuts a sequence into pieces of that length, the last of which may be
// shorter.
func chunks[T any](values iter.Seq[T], length int) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		var chunk []T
		for v := range values {
			chunk = append(chunk, v)
			if len(chunk) == length {
				if !yield(chunk) {
					return
				}
				chunk = nil
			}
		}
		if len(chunk) > 0 {
			yield(chunk)
		}
	}
}
