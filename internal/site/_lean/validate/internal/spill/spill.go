package spill

import (
	"io"
	"iter"
	"slices"
)

// Values keeps all in memory: a browser has no disk.
type Values[T any] struct {
	order  func(a, b *T) int
	memory []T
}

func New[T any](_ int, order func(a, b *T) int, _ Codec[T]) *Values[T] {
	return &Values[T]{order: order}
}

func (s *Values[T]) Add(v T) error {
	s.memory = append(s.memory, v)
	return nil
}

func (s *Values[T]) All() iter.Seq2[T, error] {
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

func (*Values[T]) Close() error { return nil }

func (*Values[T]) Dump(io.Writer) error { return nil }

func (*Values[T]) Load(ByteReader, func([]byte) ([]byte, error)) error { return nil }
