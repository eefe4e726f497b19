package ondisk

import (
	"os"
	"sync"
)

// Buckets keeps bytes in buckets, each of which is then read as a whole, in any order of
// what was added to it: in memory if there is one bucket, and else in a temporary file. If
// nothing can be written to that, they stay in memory. Several goroutines may add at once.
type Buckets struct {
	adding sync.Mutex
	list   []bucket
	file   *os.File
	end    int64
	full   bool // nothing more can be written to the file
}

type bucket struct {
	memory []byte
	pieces []piece
	size   int // of the pieces
}

// A piece is bytes of a bucket in the file.
type piece struct {
	offset int64
	length int
}

// NewBuckets returns so many empty buckets.
func NewBuckets(count int) *Buckets { return &Buckets{list: make([]bucket, count)} }

// Len returns the number of buckets.
func (b *Buckets) Len() int { return len(b.list) }

// Add adds bytes to a bucket.
func (b *Buckets) Add(to int, bytes []byte) {
	b.adding.Lock()
	defer b.adding.Unlock()
	k := &b.list[to]
	k.memory = append(k.memory, bytes...)
	if len(b.list) == 1 || len(k.memory) < pageSize || b.full {
		return
	}
	if b.file == nil {
		file, err := Unnamed()
		if b.full = err != nil; b.full {
			return
		}
		b.file = file
	}
	if _, err := b.file.WriteAt(k.memory, b.end); err != nil {
		b.full = true
		return
	}
	k.pieces = append(k.pieces, piece{b.end, len(k.memory)})
	k.size += len(k.memory)
	b.end += int64(len(k.memory))
	k.memory = k.memory[:0]
}

// Take returns what a bucket has, and empties it.
func (b *Buckets) Take(from int) ([]byte, error) {
	k := b.list[from]
	b.list[from] = bucket{}
	if len(k.pieces) == 0 {
		return k.memory, nil
	}
	all := make([]byte, k.size, k.size+len(k.memory))
	at := 0
	for _, p := range k.pieces {
		if _, err := b.file.ReadAt(all[at:at+p.length], p.offset); err != nil {
			return nil, unread(err)
		}
		at += p.length
	}
	return append(all, k.memory...), nil
}

// Close removes what is on disk.
func (b *Buckets) Close() error {
	if b.file == nil {
		return nil
	}
	return Discard(b.file)
}
