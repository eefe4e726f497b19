package validate

import (
	"io"
	"iter"
	"slices"
)

// spill keeps all in memory: a browser has no disk.
type spill[T any] struct {
	order  func(a, b *T) int
	memory []T
}

func newSpill[T any](_ int, order func(a, b *T) int, _ codec[T]) *spill[T] {
	return &spill[T]{order: order}
}

func (s *spill[T]) add(v T) error {
	s.memory = append(s.memory, v)
	return nil
}

func (s *spill[T]) all() iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		if s.order != nil {
			slices.SortStableFunc(s.memory, func(a, b T) int { return s.order(&a, &b) })
		}
		for _, v := range s.memory {
			if !yield(v, nil) {
				return
			}
		}
	}
}

func (*spill[T]) close() error { return nil }

func (*spill[T]) dump(io.Writer) error { return nil }

func (*spill[T]) load(byteReader, func([]byte) ([]byte, error)) error { return nil }
