//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package index

import (
	"errors"
	"io/fs"
	"os"
)

// holdLock makes the file anew. Windows does not remove a file that somebody has
// open, and so keeps others out until it is closed or the process ends.
func holdLock(name string) (*os.File, error) {
	os.Remove(name)
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return nil, errBusy
	}
	return file, err
}

// removeClosedLock removes a lock that could not be removed while it was open.
func removeClosedLock(name string) { os.Remove(name) }
