package main

import (
	"context"
	"errors"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"
)

// patience is how long a run that is told to stop may go on with what it is at.
const patience = 2 * time.Second

// execute runs the verb that the arguments name. One that does not look whether ctx has
// ended, since it is at a sentence or a document that takes long, is left where it is, and
// the files that it has begun are removed.
func execute(ctx context.Context, root *cobra.Command) error {
	var begun unfinished
	done := make(chan error, 1)
	go func() { done <- root.ExecuteContext(context.WithValue(ctx, unfinishedKey{}, &begun)) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-done:
		return err
	case <-time.After(patience):
		begun.remove()
		return errors.New("interrupted; nothing was written")
	}
}

// result is what a call returned.
type result[T any] struct {
	value T
	err   error
}

// await returns what call returns, or early with the reason for which ctx ended: a call
// that waits for another program cannot be called off.
func await[T any](ctx context.Context, call func() (T, error)) (T, error) {
	done := make(chan result[T], 1)
	go func() {
		value, err := call()
		done <- result[T]{value, err}
	}()
	select {
	case r := <-done:
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, context.Cause(ctx)
	}
}

// openFile opens a file; a named pipe waits until somebody writes to it.
func openFile(ctx context.Context, path string) (*os.File, error) {
	return await(ctx, func() (*os.File, error) { return os.Open(path) })
}

// interruptible reads from a stream until a context ends.
type interruptible struct {
	ctx  context.Context
	from io.Reader
}

// Read implements [io.Reader]. It reads into a buffer of its own, since it may return
// before that is filled.
func (r *interruptible) Read(p []byte) (int, error) {
	text, err := await(r.ctx, func() ([]byte, error) {
		text := make([]byte, len(p))
		n, err := r.from.Read(text)
		return text[:n], err
	})
	return copy(p, text), err
}
