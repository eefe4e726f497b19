package spill

import (
	"container/heap"
	"io"
	"iter"
	"slices"
)

// run is one ordered sequence, on disk or in memory.
type run[T any] struct {
	number int
	head   T
	decode func(*T) error // returns io.EOF at the end
}

func (r *run[T]) next() error { return r.decode(&r.head) }

// sort puts a run in order, of which then all is in memory.
func (r *run[T]) sort(order func(a, b *T) int) {
	var values []*T
	err := error(nil)
	for decode := r.decode; err == nil; {
		v := new(T)
		if err = decode(v); err == nil {
			values = append(values, v)
		}
	}
	slices.SortStableFunc(values, order)
	r.decode = func(v *T) error {
		if len(values) == 0 {
			return err
		}
		*v, values = *values[0], values[1:]
		return nil
	}
}

// merge is a heap of runs by their heads.
type merge[T any] struct {
	order func(a, b *T) int
	runs  []*run[T]
	added int
	err   error
}

// all yields the values of all runs in order.
func (m *merge[T]) all() iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for len(m.runs) > 0 && m.err == nil {
			if !yield(&m.runs[0].head, nil) {
				return
			}
			m.advance()
		}
		if m.err != nil {
			yield(nil, m.err)
		}
	}
}

func (m *merge[T]) Len() int { return len(m.runs) }

func (m *merge[T]) Less(i, j int) bool {
	if m.order != nil {
		if c := m.order(&m.runs[i].head, &m.runs[j].head); c != 0 {
			return c < 0
		}
	}
	return m.runs[i].number < m.runs[j].number
}

func (m *merge[T]) Swap(i, j int) { m.runs[i], m.runs[j] = m.runs[j], m.runs[i] }

func (m *merge[T]) Push(r any) { m.runs = append(m.runs, r.(*run[T])) }

func (m *merge[T]) Pop() any {
	last := m.runs[len(m.runs)-1]
	m.runs = m.runs[:len(m.runs)-1]
	return last
}

// add adds a run whose values came after those of the runs before it.
func (m *merge[T]) add(r *run[T]) {
	r.number = m.added
	m.added++
	switch err := r.next(); err {
	case nil:
		heap.Push(m, r)
	case io.EOF:
	default:
		m.err = err
	}
}

// advance takes the next value of the run whose head was yielded.
func (m *merge[T]) advance() {
	switch err := m.runs[0].next(); err {
	case nil:
		heap.Fix(m, 0)
	case io.EOF:
		heap.Pop(m)
	default:
		m.err = err
	}
}
