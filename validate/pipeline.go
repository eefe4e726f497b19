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

// job is what a worker does with an examiner of its own.
type job[T any] func(own *examiner) (T, error)

// task is a job on its way from the reader through a worker to whoever wants its result.
type task[T any] struct {
	do   job[T]
	err  error // that ended the stream
	done chan result[T]
}

type result[T any] struct {
	value T
	err   error
}

// examineAll examines the inputs in several goroutines and yields what was found
// in the order of the inputs.
func examineAll(ctx context.Context, inputs iter.Seq2[Input, error], e *examiner, workers int) iter.Seq2[*examined, error] {
	return each(inWorkers(ctx, jobsOn(inputs, func(own *examiner, inputs []Input) ([]examined, error) {
		return own.examineBatch(inputs), nil
	}), e, workers))
}

// each yields one after another what was found of the inputs of each batch.
func each(batches iter.Seq2[[]examined, error]) iter.Seq2[*examined, error] {
	return func(yield func(*examined, error) bool) {
		for found, err := range batches {
			if err != nil {
				yield(nil, err)
				return
			}
			for i := range found {
				if !yield(&found[i], nil) {
					return
				}
			}
		}
	}
}

// jobsOn makes a job of each batch of inputs.
func jobsOn[T any](inputs iter.Seq2[Input, error], do func(*examiner, []Input) (T, error)) iter.Seq2[job[T], error] {
	return func(yield func(job[T], error) bool) {
		for batch, err := range batches(inputs) {
			if !yield(func(own *examiner) (T, error) { return do(own, batch) }, err) {
				return
			}
		}
	}
}

// inWorkers does jobs in several goroutines and yields what they return in the order of
// the jobs. A task is put into the ordered queue and handed to the workers at once, so
// the order needs no sorting.
func inWorkers[T any](ctx context.Context, jobs iter.Seq2[job[T], error], e *examiner, workers int) iter.Seq2[T, error] {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(T, error) bool) {
		var none T
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		work := make(chan *task[T])
		ordered := make(chan *task[T], 2*workers)
		go readTasks(ctx, jobs, work, ordered)
		for range workers {
			go func() {
				own := e.forWorker()
				for t := range work {
					value, err := t.do(own)
					t.done <- result[T]{value, err}
				}
			}()
		}
		for t, ok := receive(ctx, ordered); ok; t, ok = receive(ctx, ordered) {
			if t.err != nil {
				yield(none, t.err)
				return
			}
			if done, ok := receive(ctx, t.done); ok && (!yield(done.value, done.err) || done.err != nil) {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(none, fmt.Errorf("checking was cancelled: %w", err))
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

// readTasks hands jobs on as they come. It closes both channels when it ends.
func readTasks[T any](ctx context.Context, jobs iter.Seq2[job[T], error], work, ordered chan<- *task[T]) {
	defer close(work)
	defer close(ordered)
	for do, err := range jobs {
		t := &task[T]{do: do, err: err, done: make(chan result[T], 1)}
		select {
		case ordered <- t:
		case <-ctx.Done():
			return
		}
		if err != nil {
			return
		}
		select {
		case work <- t:
		case <-ctx.Done():
			return
		}
	}
}

// batches cuts a stream of inputs into batches. An error follows the inputs before it.
func batches(inputs iter.Seq2[Input, error]) iter.Seq2[[]Input, error] {
	return func(yield func([]Input, error) bool) {
		next, size := newBatch(), 0
		for input, err := range inputs {
			if err != nil {
				if len(next) == 0 || yield(next, nil) {
					yield(nil, err)
				}
				return
			}
			for piece := range input.pieces() {
				next = append(next, piece)
				size += piece.size()
				if len(next) < batchInputs && size < batchBytes {
					continue
				}
				if !yield(next, nil) {
					return
				}
				next, size = newBatch(), 0
			}
		}
		if len(next) > 0 {
			yield(next, nil)
		}
	}
}

func newBatch() []Input { return make([]Input, 0, batchInputs) }
