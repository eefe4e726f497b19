package main

import (
	"context"
	"io"
	"os"
)

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
