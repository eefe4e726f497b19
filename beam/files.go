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
		var found []string
		err := on(ctx, pattern, func(system filesystem.Interface) (err error) {
			found, err = system.List(ctx, pattern)
			return err
		})
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

// on does something on the file system that a path is of.
func on(ctx context.Context, path string, do func(filesystem.Interface) error) error {
	system, err := filesystem.New(ctx, path)
	if err != nil {
		return err
	}
	return errors.Join(do(system), system.Close())
}

// open opens a file.
func open(ctx context.Context, path string) (file io.ReadCloser, err error) {
	err = on(ctx, path, func(system filesystem.Interface) (err error) {
		file, err = system.OpenRead(ctx, path)
		return err
	})
	return file, err
}

// read reads a file, if it has a path.
func read(ctx context.Context, path string) (text []byte, err error) {
	if path == "" {
		return nil, nil
	}
	err = on(ctx, path, func(system filesystem.Interface) (err error) {
		text, err = filesystem.Read(ctx, system, path)
		return err
	})
	return text, err
}

// write writes a file anew, if it has a path.
func write(ctx context.Context, path string, content func(io.Writer) error) error {
	if path == "" {
		return nil
	}
	return on(ctx, path, func(system filesystem.Interface) error {
		file, err := system.OpenWrite(ctx, path)
		if err != nil {
			return err
		}
		buffered := bufio.NewWriterSize(file, 1<<16)
		return errors.Join(content(buffered), buffered.Flush(), file.Close())
	})
}
