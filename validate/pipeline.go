package validate

import (
	"context"
	"fmt"
	"iter"
	"runtime"
)

// A batch ends at this many inputs, or at this many bytes of records.
const (
	batchInputs = 128
	batchBytes  = 256 << 10
)

// batch is a run of inputs on its way from the reader through a worker to the
// collector.
type batch struct {
	inputs   []Input
	err      error // that ended the stream
	examined chan []examined
}

// examineAll examines the inputs in several goroutines and yields what was found
// in the order of the inputs. A batch is put into the ordered queue and handed to
// the workers at once, so the order needs no sorting.
func examineAll(ctx context.Context, inputs iter.Seq2[Input, error], e *examiner, workers int) iter.Seq2[*examined, error] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(*examined, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		work := make(chan *batch)
		ordered := make(chan *batch, 2*workers)
		go readBatches(ctx, inputs, work, ordered)
		for range workers {
			go func() {
				own := e.forWorker()
				for b := range work {
					b.examined <- own.examineBatch(b.inputs)
				}
			}()
		}
		for b, ok := receive(ctx, ordered); ok; b, ok = receive(ctx, ordered) {
			if b.err != nil {
				yield(nil, b.err)
				return
			}
			done, _ := receive(ctx, b.examined)
			for i := range done {
				if !yield(&done[i], nil) {
					return
				}
			}
		}
		if err := ctx.Err(); err != nil {
			yield(nil, fmt.Errorf("checking was cancelled: %w", err))
		}
	}
}

// receive takes a value from a channel; ok is false if that is closed or ctx has ended,
// for what is waited for may be a pipe that nobody writes to, or a record that takes long.
func receive[T any](ctx context.Context, from <-chan T) (v T, ok bool) {
	select {
	case v, ok = <-from:
		return v, ok
	case <-ctx.Done():
		return v, false
	}
}

// readBatches cuts the stream into batches. It closes both channels when it ends.
func readBatches(ctx context.Context, inputs iter.Seq2[Input, error], work, ordered chan<- *batch) {
	defer close(work)
	defer close(ordered)
	send := func(b *batch) bool {
		select {
		case ordered <- b:
		case <-ctx.Done():
			return false
		}
		if b.err != nil {
			return true
		}
		select {
		case work <- b:
		case <-ctx.Done():
			b.examined <- nil
			return false
		}
		return true
	}
	next, size := newBatch(), 0
	for input, err := range inputs {
		if err != nil {
			if send(next) {
				send(&batch{err: err})
			}
			return
		}
		next.inputs = append(next.inputs, input)
		size += input.size()
		if len(next.inputs) == batchInputs || size >= batchBytes {
			if !send(next) {
				return
			}
			next, size = newBatch(), 0
		}
	}
	send(next)
}

func newBatch() *batch {
	return &batch{inputs: make([]Input, 0, batchInputs), examined: make(chan []examined, 1)}
}
