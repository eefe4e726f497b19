package validate

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"sort"
)

// A file of ties begins with their number and the number of works; then come the ties in order,
// and where each work is named first, in the order of the bibliography.
const tieHead = 16

// writeTies writes a file of ties.
func writeTies(to io.Writer, count int, all iter.Seq2[tie, error], works int, each iter.Seq2[workAt, error]) error {
	w := bufio.NewWriterSize(to, 1<<16)
	memory := make([]byte, 0, tieHead)
	memory = binary.LittleEndian.AppendUint64(memory, uint64(count))
	w.Write(binary.LittleEndian.AppendUint64(memory, uint64(works)))
	for one, err := range all {
		if err != nil {
			return err
		}
		w.Write(appendTie(memory[:0], one))
		count--
	}
	for one, err := range each {
		if err != nil {
			return err
		}
		w.Write(appendWorkAt(memory[:0], one))
		works--
	}
	if count != 0 || works != 0 {
		return errors.New("there are other ties than were counted")
	}
	return w.Flush()
}

// tieFile is a file of ties that is read.
type tieFile struct {
	from        io.ReaderAt
	ties, works int
}

func openTies(from io.ReaderAt) (*tieFile, error) {
	head := make([]byte, tieHead)
	switch _, err := from.ReadAt(head, 0); {
	case err == io.EOF:
		return nil, errShared // nothing was kept
	case err != nil:
		return nil, fmt.Errorf("cannot read what records have in common: %w", err)
	}
	return &tieFile{from, int(binary.LittleEndian.Uint64(head)), int(binary.LittleEndian.Uint64(head[8:]))}, nil
}

// rows yields the rows of a table of the file.
func (f *tieFile) rows(at, count, length int) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		from := bufio.NewReaderSize(io.NewSectionReader(f.from, int64(at), int64(count*length)), 1<<16)
		row := make([]byte, length)
		for range count {
			_, err := io.ReadFull(from, row)
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// all yields the ties in order.
func (f *tieFile) all() iter.Seq2[tie, error] {
	return func(yield func(tie, error) bool) {
		for row, err := range f.rows(tieHead, f.ties, tieLength) {
			if !yield(readTie(row), err) {
				return
			}
		}
	}
}

// allWorks yields where each work is named first.
func (f *tieFile) allWorks() iter.Seq2[workAt, error] {
	return func(yield func(workAt, error) bool) {
		for row, err := range f.rows(tieHead+f.ties*tieLength, f.works, workAtLength) {
			if !yield(readWorkAt(row), err) {
				return
			}
		}
	}
}

// tie reads one; what cannot be read is the last of all.
func (f *tieFile) tie(number int) tie {
	var row [tieLength]byte
	if _, err := f.from.ReadAt(row[:], int64(tieHead+number*tieLength)); err != nil {
		return tie{hash: 1<<64 - 1}
	}
	return readTie(row[:])
}

// of yields the ties of a hash, whatever their sides, in order.
func (f *tieFile) of(hash uint64) iter.Seq[tie] {
	return func(yield func(tie) bool) {
		first := sort.Search(f.ties, func(i int) bool { return f.tie(i).hash >= hash })
		for i := first; i < f.ties; i++ {
			if t := f.tie(i); t.hash&^sideBits != hash || !yield(t) {
				return
			}
		}
	}
}

// workAt returns where the work of a number is named first; what cannot be read is nowhere.
func (f *tieFile) workAt(number int) workAt {
	var row [workAtLength]byte
	if _, err := f.from.ReadAt(row[:], int64(tieHead+f.ties*tieLength+number*workAtLength)); err != nil {
		return workAt{}
	}
	return readWorkAt(row[:])
}

// work returns how many works are named before a place, and whether one is there.
func (f *tieFile) work(at workAt) (before int, found bool) {
	return sort.Find(f.works, func(i int) int { return at.compare(f.workAt(i)) })
}

// revisedTies are those of an earlier run, with others in the place of some.
type revisedTies struct {
	file    *tieFile
	changes changes
	gone    map[tie]bool
	come    []tie // in order
	edits   []workEdit
	total   int // of ties
}

// count counts the ties that there are now.
func (r *revisedTies) count() error {
	r.total = r.file.ties + len(r.come)
	for gone := range r.gone {
		before := r.total
		for t := range r.file.of(gone.hash &^ sideBits) {
			if t == gone {
				r.total--
			}
		}
		if r.total == before {
			return errShared // the earlier run had others
		}
	}
	return nil
}

func (r *revisedTies) write(to io.Writer) error {
	works := r.file.works
	for _, e := range r.edits {
		if e.was != nil {
			works--
		} else {
			works++
		}
	}
	return writeTies(to, r.total, r.all(), works, r.allWorks())
}

// all yields the ties that there are now, in order.
func (r *revisedTies) all() iter.Seq2[tie, error] {
	return func(yield func(tie, error) bool) {
		come := r.come
		for t, err := range r.file.all() {
			if r.gone[t] {
				continue
			}
			t.at = r.changes.now(t.at)
			for ; len(come) > 0 && come[0].compare(t) < 0; come = come[1:] {
				if !yield(come[0], nil) {
					return
				}
			}
			if !yield(t, err) {
				return
			}
		}
		for _, t := range come {
			if !yield(t, nil) {
				return
			}
		}
	}
}

// allWorks yields where each work is named first now.
func (r *revisedTies) allWorks() iter.Seq2[workAt, error] {
	return func(yield func(workAt, error) bool) {
		edits, number := r.edits, 0
		comes := func() bool {
			for ; len(edits) > 0 && edits[0].at == number && edits[0].was == nil; edits = edits[1:] {
				if !yield(edits[0].named, nil) {
					return false
				}
			}
			return true
		}
		for at, err := range r.file.allWorks() {
			if !comes() {
				return
			}
			isGone := len(edits) > 0 && edits[0].at == number
			if isGone {
				edits = edits[1:]
			}
			number++
			at.recordAt = r.changes.now(at.recordAt)
			if !isGone && !yield(at, err) {
				return
			}
		}
		comes()
	}
}
