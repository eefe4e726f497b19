package beam

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// Expand returns the files of Beam's file systems that patterns name, those of each pattern
// in order.
func Expand(ctx context.Context, patterns []string) (files []string, err error) {
	for _, pattern := range patterns {
		found, err := on(ctx, pattern, func(s filesystem.Interface) ([]string, error) { return s.List(ctx, pattern) })
		if err == nil && len(found) == 0 {
			err = fmt.Errorf("no file is named %s", pattern)
		}
		if err != nil {
			return nil, err
		}
		slices.Sort(found)
		files = append(files, found...)
	}
	return files, nil
}

// on asks the file system that a path is of.
func on[T any](ctx context.Context, path string, ask func(filesystem.Interface) (T, error)) (answer T, err error) {
	system, err := filesystem.New(ctx, path)
	if err != nil {
		return answer, err
	}
	answer, err = ask(system)
	return answer, errors.Join(err, system.Close())
}

// openFile is a file with its file system, which is not closed before it.
type openFile struct {
	io.ReadCloser
	system filesystem.Interface
}

func (f openFile) Close() error { return errors.Join(f.ReadCloser.Close(), f.system.Close()) }

// open opens a file.
func open(ctx context.Context, path string) (io.ReadCloser, error) {
	system, err := filesystem.New(ctx, path)
	if err != nil {
		return nil, err
	}
	file, err := system.OpenRead(ctx, path)
	if err != nil {
		return nil, errors.Join(err, system.Close())
	}
	return openFile{file, system}, nil
}

// read reads a file, if it has a path.
func read(ctx context.Context, path string) (text []byte, err error) {
	if path == "" {
		return nil, nil
	}
	return on(ctx, path, func(s filesystem.Interface) ([]byte, error) { return filesystem.Read(ctx, s, path) })
}

// write writes a file anew, if it has a path.
func write(ctx context.Context, path string, content func(io.Writer) error) error {
	if path == "" {
		return nil
	}
	system, err := filesystem.New(ctx, path)
	if err != nil {
		return err
	}
	file, err := system.OpenWrite(ctx, path)
	if err != nil {
		return errors.Join(err, system.Close())
	}
	buffered := bufio.NewWriterSize(file, 1<<16)
	return errors.Join(content(buffered), buffered.Flush(), file.Close(), system.Close())
}
