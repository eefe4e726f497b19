package validate

import (
	"bufio"
	"container/heap"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"slices"
)

// defaultSpill is how many values are kept in memory before they go to disk.
const defaultSpill = 4_000

// spill keeps values of one kind in order: those of order, or as they came if it
// is nil. Beyond a limit they go to a temporary file in runs, each ordered, which
// are merged when they are read.
type spill[T any] struct {
	limit  int
	order  func(a, b *T) int
	codec  codec[T]
	memory []T
	file   *os.File
	runs   []int64 // where each run on disk ends
}

func newSpill[T any](limit int, order func(a, b *T) int, codec codec[T]) *spill[T] {
	if limit <= 0 {
		limit = defaultSpill
	}
	return &spill[T]{limit: limit, order: order, codec: codec}
}

func (s *spill[T]) add(v T) error {
	s.memory = append(s.memory, v)
	if len(s.memory) < s.limit {
		return nil
	}
	return s.flush()
}

// flush writes what is in memory as a run.
func (s *spill[T]) flush() error {
	if s.file == nil {
		file, err := unnamed()
		if err != nil {
			return fmt.Errorf("cannot spill findings to disk: %w", err)
		}
		s.file = file
	}
	w := bufio.NewWriterSize(s.file, 1<<16)
	encode := s.codec.encoder(w)
	for _, v := range s.ordered() {
		if err := encode(v); err != nil {
			return fmt.Errorf("cannot spill findings to disk: %w", err)
		}
	}
	if err := w.Flush(); err != nil {
		return fmt.Errorf("cannot spill findings to disk: %w", err)
	}
	end, err := s.file.Seek(0, io.SeekCurrent)
	if err != nil {
		return fmt.Errorf("cannot spill findings to disk: %w", err)
	}
	s.runs = append(s.runs, end)
	clear(s.memory)
	s.memory = s.memory[:0]
	return nil
}

// ordered returns what is in memory in order.
func (s *spill[T]) ordered() []*T {
	list := make([]*T, len(s.memory))
	for i := range s.memory {
		list[i] = &s.memory[i]
	}
	if s.order != nil {
		slices.SortStableFunc(list, s.order)
	}
	return list
}

// all yields the values in order, and may be called again.
func (s *spill[T]) all() iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		m := &merge[T]{order: s.order}
		var start int64
		for i, end := range s.runs {
			section := io.NewSectionReader(s.file, start, end-start)
			m.add(&run[T]{number: i, disk: s.codec.decoder(bufio.NewReaderSize(section, 1<<14))})
			start = end
		}
		m.add(&run[T]{number: len(s.runs), memory: s.ordered()})
		for len(m.runs) > 0 {
			first := m.runs[0]
			if !yield(first.head, nil) {
				return
			}
			m.advance()
			if m.err != nil {
				var none T
				yield(none, fmt.Errorf("cannot read back what was spilled to disk: %w", m.err))
				return
			}
		}
		if m.err != nil {
			var none T
			yield(none, fmt.Errorf("cannot read back what was spilled to disk: %w", m.err))
		}
	}
}

// close removes what is on disk.
func (s *spill[T]) close() error {
	if s == nil || s.file == nil {
		return nil
	}
	file := s.file
	s.file = nil
	return discard(file)
}

// unnamed opens a temporary file that is gone with the process, however that ends.
// Where an open file cannot be removed, as on Windows, discard does.
func unnamed() (*os.File, error) {
	file, err := os.CreateTemp("", "factcite-*")
	if err == nil {
		os.Remove(file.Name())
	}
	return file, err
}

// discard closes what unnamed opened.
func discard(file *os.File) error {
	err := file.Close()
	if removed := os.Remove(file.Name()); !errors.Is(removed, fs.ErrNotExist) {
		err = errors.Join(err, removed)
	}
	return err
}

// run is one ordered sequence, on disk or in memory.
type run[T any] struct {
	number int
	head   T
	disk   func(*T) error
	memory []*T
}

func (r *run[T]) next() error {
	if r.disk != nil {
		return r.disk(&r.head)
	}
	if len(r.memory) == 0 {
		return io.EOF
	}
	r.head, r.memory = *r.memory[0], r.memory[1:]
	return nil
}

// merge is a heap of runs by their heads.
type merge[T any] struct {
	order func(a, b *T) int
	runs  []*run[T]
	err   error
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

func (m *merge[T]) add(r *run[T]) {
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
