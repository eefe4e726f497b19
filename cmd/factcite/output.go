package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// output is a file being written next to the one that it will replace, so that
// a run which ends early leaves the old one whole.
type output struct {
	*os.File
	path    string // what it replaces; empty where the file is written directly
	settled bool   // it is on the disk
	closed  bool
}

// unfinished are the files that a run writes beside their places, and puts there at its end.
type unfinished struct {
	mu    sync.Mutex
	names []string
}

// unfinishedKey is the key of the unfinished files of a run in its context.
type unfinishedKey struct{}

// addUnfinished notes a file that is to be removed if the run is left before its end.
func addUnfinished(ctx context.Context, name string) {
	if u, ok := ctx.Value(unfinishedKey{}).(*unfinished); ok {
		u.mu.Lock()
		defer u.mu.Unlock()
		u.names = append(u.names, name)
	}
}

// remove removes the files that are not in their places.
func (u *unfinished) remove() {
	u.mu.Lock()
	defer u.mu.Unlock()
	for _, name := range u.names {
		os.Remove(name)
	}
}

// create opens an output at once, so that a path that cannot be written fails
// before the work and not after it. The standard output is "" or "-".
func create(ctx context.Context, path string, stdout io.Writer) (io.Writer, *output, error) {
	if path == "" || path == "-" {
		return stdout, &output{closed: true}, nil
	}
	info, err := os.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return nil, nil, fmt.Errorf("cannot write %s: it is a folder", path)
		}
		device, err := os.OpenFile(path, os.O_WRONLY, 0) // a pipe or a terminal has no old content to keep
		return device, &output{File: device}, err
	}
	if info != nil {
		if err := refuseReadOnly(path, info); err != nil {
			return nil, nil, err
		}
	}
	path = linked(path)
	removeLeftovers(path)
	temporary, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*.tmp")
	if err != nil {
		return nil, nil, fmt.Errorf("cannot write %s: %w", path, errors.Unwrap(err)) // without the temporary's name
	}
	addUnfinished(ctx, temporary.Name())
	lock(temporary)
	mode := os.FileMode(0o644)
	if info != nil {
		mode = info.Mode().Perm()
		keepOwner(temporary, info)
	}
	o := &output{File: temporary, path: path}
	if err := temporary.Chmod(mode); err != nil {
		o.discard()
		return nil, nil, fmt.Errorf("cannot write %s: %w", path, err)
	}
	return temporary, o, nil
}

// refuseReadOnly fails for a file that nobody may write, or not whoever runs this: a folder in
// which files can be replaced says nothing of that.
func refuseReadOnly(path string, info os.FileInfo) error {
	const anybodysWrite = 0o222
	if info.Mode().Perm()&anybodysWrite == 0 {
		return fmt.Errorf("cannot write %s: it is read-only; chmod u+w lets it be written", path)
	}
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", path, errors.Unwrap(err))
	}
	return file.Close()
}

// fresh is how long a file is left alone that was written last. A run that goes on has
// its file locked, but not before it first writes, nor while it puts it in its place.
const fresh = time.Hour

// refuseUnwritable fails if create would, and leaves nothing behind. A pipe or a device is
// not opened, since that may wait.
func refuseUnwritable(path string) error {
	if info, err := os.Stat(path); path == standardError || err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return nil
	}
	_, o, err := create(context.Background(), path, nil)
	if err == nil {
		o.discard()
	}
	return err
}

// removeLeftovers removes what runs that were killed left beside an output.
func removeLeftovers(path string) {
	folder := filepath.Dir(path)
	entries, _ := os.ReadDir(folder)
	for _, entry := range entries {
		middle, isOurs := strings.CutPrefix(entry.Name(), "."+filepath.Base(path)+".")
		middle, isTemporary := strings.CutSuffix(middle, ".tmp")
		if !isOurs || !isTemporary || strings.Trim(middle, "0123456789") != "" {
			continue
		}
		info, err := entry.Info()
		if err != nil || time.Since(info.ModTime()) < fresh {
			continue
		}
		left := filepath.Join(folder, entry.Name())
		if file, err := os.OpenFile(left, os.O_RDWR, 0); err == nil {
			if lock(file) {
				os.Remove(left)
			}
			file.Close()
		}
	}
}

// linked is the file that a symbolic link leads to, whether or not it is there.
func linked(path string) string {
	for range 8 {
		target, err := os.Readlink(path)
		if err != nil {
			break
		}
		if !filepath.IsAbs(target) {
			target = filepath.Join(filepath.Dir(path), target)
		}
		path = target
	}
	return path
}

// settle waits until all that was written is on the disk, so that commit need not.
func (o *output) settle() error {
	if o.closed || o.settled || o.path == "" {
		return nil
	}
	if err := o.Sync(); err != nil {
		return fmt.Errorf("cannot write %s: %w", o.path, err)
	}
	o.settled = true
	return nil
}

// commit puts the file in its place.
func (o *output) commit() error {
	if o.closed {
		return nil
	}
	if err := o.settle(); err != nil {
		o.discard()
		return err
	}
	o.closed = true
	err := o.Close()
	if o.path == "" {
		return err
	}
	if err == nil {
		err = os.Rename(o.Name(), o.path)
	}
	if err != nil {
		os.Remove(o.Name())
		return fmt.Errorf("cannot write %s: %w", o.path, err)
	}
	return nil
}

// discard drops what was written, unless it was committed.
func (o *output) discard() {
	if o.closed {
		return
	}
	o.closed = true
	o.Close()
	if o.path != "" {
		os.Remove(o.Name())
	}
}
