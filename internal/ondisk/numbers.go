package ondisk

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"slices"
	"sort"

	"github.com/factcite/factcite/internal/text"
)

// Numbers finds numbers by hashes of 64 bits. The newest are in memory and the others in
// runs on disk, ordered by hash, of which it keeps some two bytes a hash in memory: most
// hashes that are not there need no look at the disk. The zero value is empty and ready.
// Several goroutines may look for numbers at once, unless one is added meanwhile.
type Numbers struct {
	Memory int // how many are in memory; 0 is 262,144

	hashes  []uint64 // of the newest
	numbers []uint32
	newest  *text.HashIndex
	filter  filter // of what is on disk
	levels  [][]*run
	onDisk  int
}

// A run is numbers ordered by their hashes, in a file of its own.
type run struct {
	file  *os.File
	count int
	leads []uint64 // the first hash of each stretch
	out   *bufio.Writer
}

const (
	defaultNewest = 1 << 18
	entrySize     = 12
	stretch       = 64 // numbers that are read to find one
	maxOfLevel    = 8  // runs, which then become one of the next level
)

type entry struct {
	hash   uint64
	number uint32
}

// Find returns the number of a hash.
func (n *Numbers) Find(hash uint64) (number uint32, ok bool, err error) {
	if n.newest != nil {
		if i, ok := n.newest.Find(hash); ok {
			return n.numbers[i], true, nil
		}
	}
	if !n.filter.mayHave(hash) {
		return 0, false, nil
	}
	for _, level := range n.levels {
		for _, r := range level {
			if number, ok, err = r.find(hash); ok || err != nil {
				return number, ok, err
			}
		}
	}
	return 0, false, nil
}

// FindOrAdd returns the number of a hash, or gives it one.
func (n *Numbers) FindOrAdd(hash uint64, number uint32) (known uint32, ok bool, err error) {
	if known, ok, err = n.Find(hash); ok || err != nil {
		return known, ok, err
	}
	if n.newest == nil {
		n.newest = text.NewHashIndex(&n.hashes)
	}
	n.newest.FindOrAdd(hash, uint32(len(n.hashes)))
	n.hashes, n.numbers = append(n.hashes, hash), append(n.numbers, number)
	if len(n.hashes) < cmp.Or(n.Memory, defaultNewest) {
		return 0, false, nil
	}
	return 0, false, n.flush()
}

// flush puts the newest numbers on disk.
func (n *Numbers) flush() error {
	entries := make([]entry, len(n.hashes))
	for i, hash := range n.hashes {
		entries[i] = entry{hash, n.numbers[i]}
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(a.hash, b.hash) })
	r, err := newRun()
	if err != nil {
		return err
	}
	for _, e := range entries {
		r.add(e)
	}
	if err := r.finish(); err != nil {
		return err
	}
	n.onDisk += len(entries)
	if n.filter.room < len(entries) {
		if err := n.refill(entries); err != nil {
			return err
		}
	} else {
		for _, e := range entries {
			n.filter.add(e.hash)
		}
	}
	n.hashes, n.numbers = n.hashes[:0], n.numbers[:0]
	n.newest = text.NewHashIndex(&n.hashes)
	return n.put(0, r)
}

// refill makes a larger filter.
func (n *Numbers) refill(entries []entry) error {
	n.filter = newFilter(2 * n.onDisk)
	for _, e := range entries {
		n.filter.add(e.hash)
	}
	for _, level := range n.levels {
		for _, r := range level {
			for e, err := range r.all() {
				if err != nil {
					return err
				}
				n.filter.add(e.hash)
			}
		}
	}
	return nil
}

// put adds a run to a level, which becomes one run of the next if it is full.
func (n *Numbers) put(level int, r *run) error {
	if level == len(n.levels) {
		n.levels = append(n.levels, nil)
	}
	n.levels[level] = append(n.levels[level], r)
	if len(n.levels[level]) < maxOfLevel {
		return nil
	}
	merged, err := mergeRuns(n.levels[level])
	if err != nil {
		return err
	}
	for _, r := range n.levels[level] {
		if err := Discard(r.file); err != nil {
			return err
		}
	}
	n.levels[level] = nil
	return n.put(level+1, merged)
}

// Close removes what is on disk.
func (n *Numbers) Close() error {
	var first error
	for _, level := range n.levels {
		for _, r := range level {
			first = cmp.Or(first, Discard(r.file))
		}
	}
	*n = Numbers{Memory: n.Memory}
	return first
}

func newRun() (*run, error) {
	file, err := Unnamed()
	if err != nil {
		return nil, fmt.Errorf("cannot put on disk what does not fit into memory: %w", err)
	}
	return &run{file: file, out: bufio.NewWriterSize(file, pageSize)}, nil
}

// add adds the next number of a run. What fails is told by finish.
func (r *run) add(e entry) {
	if r.count%stretch == 0 {
		r.leads = append(r.leads, e.hash)
	}
	var packed [entrySize]byte
	binary.LittleEndian.PutUint64(packed[:], e.hash)
	binary.LittleEndian.PutUint32(packed[8:], e.number)
	r.out.Write(packed[:])
	r.count++
}

func (r *run) finish() error {
	if err := r.out.Flush(); err != nil {
		return fmt.Errorf("cannot put on disk what does not fit into memory: %w", err)
	}
	r.out = nil
	return nil
}

// find looks for a hash in the one stretch that may have it.
func (r *run) find(hash uint64) (number uint32, ok bool, err error) {
	at := sort.Search(len(r.leads), func(i int) bool { return r.leads[i] > hash }) - 1
	if at < 0 {
		return 0, false, nil
	}
	var memory [stretch * entrySize]byte
	packed := memory[:min(stretch, r.count-at*stretch)*entrySize]
	if _, err := r.file.ReadAt(packed, int64(at)*stretch*entrySize); err != nil {
		return 0, false, unread(err)
	}
	for ; len(packed) > 0; packed = packed[entrySize:] {
		if e := unpackEntry(packed); e.hash == hash {
			return e.number, true, nil
		}
	}
	return 0, false, nil
}

func unread(err error) error {
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("cannot read back what was put on disk: %w", err)
}

func unpackEntry(packed []byte) entry {
	return entry{binary.LittleEndian.Uint64(packed), binary.LittleEndian.Uint32(packed[8:])}
}
