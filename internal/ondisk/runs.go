package ondisk

import (
	"bufio"
	"container/heap"
	"io"
	"iter"
)

// all yields what is in a run, in its order.
func (r *run) all() iter.Seq2[entry, error] {
	return func(yield func(entry, error) bool) {
		in := bufio.NewReaderSize(io.NewSectionReader(r.file, 0, int64(r.count)*entrySize), pageSize)
		var packed [entrySize]byte
		for range r.count {
			if _, err := io.ReadFull(in, packed[:]); err != nil {
				yield(entry{}, unread(err))
				return
			}
			if !yield(unpackEntry(packed[:]), nil) {
				return
			}
		}
	}
}

// mergeRuns makes one run of several.
func mergeRuns(runs []*run) (*run, error) {
	merged, err := newRun()
	if err != nil {
		return nil, err
	}
	var heads heads
	for _, r := range runs {
		next, stop := iter.Pull2(r.all())
		defer stop()
		if e, err, ok := next(); err != nil {
			return nil, err
		} else if ok {
			heap.Push(&heads, head{e, next})
		}
	}
	for len(heads) > 0 {
		merged.add(heads[0].entry)
		e, err, ok := heads[0].next()
		switch {
		case err != nil:
			return nil, err
		case ok:
			heads[0].entry = e
			heap.Fix(&heads, 0)
		default:
			heap.Pop(&heads)
		}
	}
	return merged, merged.finish()
}

// heads are the next entries of runs, in a heap.
type heads []head

type head struct {
	entry
	next func() (entry, error, bool)
}

func (h heads) Len() int           { return len(h) }
func (h heads) Less(i, j int) bool { return h[i].hash < h[j].hash }
func (h heads) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *heads) Push(x any)        { *h = append(*h, x.(head)) }
func (h *heads) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}
