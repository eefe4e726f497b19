// Package spill keeps values of one kind in order, however many they are: beyond a limit
// they are on disk. It packs the values that many are kept of, and knows nothing of what
// they mean.
package spill

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"

	"github.com/klauspost/compress/s2"
)

// defaultSpill is how many values are kept in memory before they go to disk.
const defaultSpill = 4_000

// maxRuns is how many runs of one length are on disk at most. As many are merged into one
// that is longer, so that reading back any number of values takes memory for a thousand runs
// at a time. Of two million values none is written twice.
const maxRuns = 512

// Values are values of one kind in order. Beyond a limit they go to temporary files in runs,
// each ordered, which are merged when they are read. Values are encoded when they come: one
// that was kept as it is would keep alive the whole text that its strings were cut from.
type Values[T any] struct {
	limit  int
	order  func(a, b *T) int
	codec  Codec[T]
	memory bytes.Buffer   // values that are not on disk
	encode func(*T) error // into memory; nil if that is empty
	count  int            // of the values in memory
	packer *s2.Writer     // nil before the first is written
	levels []*level       // the later the longer are the runs, and the earlier came their values
}

// level is a file of runs of about one length, each packed, in the order in which their values
// came.
type level struct {
	file *os.File
	ends []int64 // of the runs
}

// New returns no values yet, to be kept in that order, or as they come if it is nil. More than
// limit of them, 0 is 4,000, go to disk.
func New[T any](limit int, order func(a, b *T) int, codec Codec[T]) *Values[T] {
	if limit <= 0 {
		limit = defaultSpill
	}
	return &Values[T]{limit: limit, order: order, codec: codec}
}

// Add adds a value after those that came before it.
func (s *Values[T]) Add(v T) error {
	if s.encode == nil {
		s.encode = s.codec.encoder(&s.memory)
	}
	err := s.encode(&v)
	if s.count++; err == nil && s.count >= s.limit {
		err = s.flush()
	}
	if err != nil {
		return fmt.Errorf("cannot spill findings to disk: %w", err)
	}
	return nil
}

// flush writes what is in memory as a run.
func (s *Values[T]) flush() error {
	var err error
	if s.order == nil {
		err = s.write(0, func(w io.Writer) error {
			_, err := s.memory.WriteTo(w)
			return err
		})
	} else {
		m := &merge[T]{}
		m.add(s.inMemory())
		err = s.write(0, s.encoded(m.all()))
	}
	s.memory.Reset()
	s.encode, s.count = nil, 0
	return err
}

// inMemory returns what is in memory as a run.
func (s *Values[T]) inMemory() *run[T] {
	r := &run[T]{decode: s.codec.decoder(bytes.NewReader(s.memory.Bytes()))}
	if s.order != nil && s.count > 0 {
		r.sort(s.order)
	}
	return r
}

// encoded returns what writes values.
func (s *Values[T]) encoded(values iter.Seq2[*T, error]) func(io.Writer) error {
	return func(w io.Writer) error {
		encode := s.codec.encoder(w)
		for v, err := range values {
			if err == nil {
				err = encode(v)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}
}

// write adds a run to a level.
func (s *Values[T]) write(n int, content func(io.Writer) error) error {
	if s.packer == nil {
		s.packer = newPacker()
	}
	return s.writePacked(n, func(w io.Writer) error {
		s.packer.Reset(w)
		if err := content(s.packer); err != nil {
			return err
		}
		return s.packer.Close()
	})
}

// packedBlock is how many bytes are packed together, of which each run that is read has one in
// memory. Packing takes less time than writing what it saves.
const packedBlock = 16 << 10

func newPacker() *s2.Writer {
	return s2.NewWriter(nil, s2.WriterConcurrency(1), s2.WriterBlockSize(packedBlock))
}

func newUnpacker(packed io.Reader) *s2.Reader {
	return s2.NewReader(packed, s2.ReaderMaxBlockSize(packedBlock))
}

// writePacked adds a run that is packed to a level. One that is full becomes one run of the next
// level, unless the runs are read one after another anyway.
func (s *Values[T]) writePacked(n int, content func(io.Writer) error) error {
	if n == len(s.levels) {
		file, err := TempFile()
		if err != nil {
			return err
		}
		s.levels = append(s.levels, &level{file: file})
	}
	l := s.levels[n]
	w := bufio.NewWriterSize(l.file, 1<<16)
	if err := content(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	end, err := l.file.Seek(0, io.SeekCurrent)
	if err != nil {
		return err
	}
	l.ends = append(l.ends, end)
	if len(l.ends) < maxRuns || s.order == nil {
		return nil
	}
	m := &merge[T]{order: s.order}
	for r := range s.runs(l) {
		m.add(r)
	}
	if err := s.write(n+1, s.encoded(m.all())); err != nil {
		return err
	}
	return l.empty()
}

// empty drops the runs of a level.
func (l *level) empty() error {
	l.ends = l.ends[:0]
	if err := l.file.Truncate(0); err != nil {
		return err
	}
	_, err := l.file.Seek(0, io.SeekStart)
	return err
}

// runs yields the runs of a level.
func (s *Values[T]) runs(l *level) iter.Seq[*run[T]] {
	return func(yield func(*run[T]) bool) {
		var start int64
		for _, end := range l.ends {
			section := io.NewSectionReader(l.file, start, end-start)
			if !yield(&run[T]{decode: s.codec.decoder(newUnpacker(section))}) {
				return
			}
			start = end
		}
	}
}

// All yields the values in order, and may be called again.
func (s *Values[T]) All() iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for v, err := range s.values() {
			if err != nil {
				var none T
				yield(none, fmt.Errorf("cannot read back what was spilled to disk: %w", err))
				return
			}
			if !yield(*v, nil) {
				return
			}
		}
	}
}

// values yields the values in order, each for as long as the next is not asked for.
func (s *Values[T]) values() iter.Seq2[*T, error] {
	if s.order == nil {
		return s.asTheyCame()
	}
	m := &merge[T]{order: s.order}
	for r := range s.everyRun() {
		m.add(r)
	}
	return m.all()
}

// everyRun yields the runs in the order in which their values came.
func (s *Values[T]) everyRun() iter.Seq[*run[T]] {
	return func(yield func(*run[T]) bool) {
		for _, l := range slices.Backward(s.levels) {
			for r := range s.runs(l) {
				if !yield(r) {
					return
				}
			}
		}
		yield(s.inMemory())
	}
}

// asTheyCame yields the values of one run after another.
func (s *Values[T]) asTheyCame() iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		for r := range s.everyRun() {
			m := &merge[T]{}
			m.add(r)
			for v, err := range m.all() {
				if !yield(v, err) || err != nil {
					return
				}
			}
		}
	}
}

// Dump writes the values as they are kept, in runs, each packed and after its length.
func (s *Values[T]) Dump(w io.Writer) error {
	if s.count > 0 {
		if err := s.flush(); err != nil {
			return err
		}
	}
	for _, l := range slices.Backward(s.levels) {
		start := int64(0)
		for _, end := range l.ends {
			if _, err := w.Write(binary.AppendUvarint(nil, uint64(end-start))); err != nil {
				return err
			}
			if _, err := io.Copy(w, io.NewSectionReader(l.file, start, end-start)); err != nil {
				return err
			}
			start = end
		}
	}
	_, err := w.Write([]byte{0})
	return err
}

// Load adds what Dump wrote of values in the same order, which [Packed] packed, each as edit
// makes it; nil is left out. A run of which all is as it was is copied as it is.
func (s *Values[T]) Load(from ByteReader, edit func(packed []byte) ([]byte, error)) error {
	var memory []byte
	var edited bytes.Buffer
	for {
		length, err := binary.ReadUvarint(from)
		if err != nil || length == 0 {
			return err
		}
		if memory, err = readInto(memory, from, length); err != nil {
			return err
		}
		edited.Reset()
		isAsItWas, err := copyPacked(&edited, newUnpacker(bytes.NewReader(memory)), edit)
		switch {
		case err != nil:
			return err
		case isAsItWas:
			err = s.writePacked(0, func(w io.Writer) error {
				_, err := w.Write(memory)
				return err
			})
		case edited.Len() > 0:
			err = s.write(0, func(w io.Writer) error {
				_, err := edited.WriteTo(w)
				return err
			})
		}
		if err != nil {
			return err
		}
	}
}

// copyPacked copies the packed values of a run, each as edit makes it, and reports whether all
// are as they were.
func copyPacked(to *bytes.Buffer, from ByteReader, edit func(packed []byte) ([]byte, error)) (areAsTheyWere bool, err error) {
	var head, memory []byte
	for areAsTheyWere = true; ; {
		length, err := binary.ReadUvarint(from)
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return areAsTheyWere, err
		}
		if memory, err = readInto(memory, from, length); err != nil {
			return false, err
		}
		packed, err := edit(memory)
		if err != nil {
			return false, err
		}
		areAsTheyWere = areAsTheyWere && bytes.Equal(packed, memory)
		if packed != nil {
			head = binary.AppendUvarint(head[:0], uint64(len(packed)))
			to.Write(head)
			to.Write(packed)
		}
	}
}

// Close removes what is on disk.
func (s *Values[T]) Close() error {
	if s == nil {
		return nil
	}
	var err error
	for _, l := range s.levels {
		err = errors.Join(err, Discard(l.file))
	}
	s.levels = nil
	return err
}
