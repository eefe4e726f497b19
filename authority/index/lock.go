package index

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// errBusy is the error of a lock that another process has.
var errBusy = errors.New("another process has the lock")

// lockBuild sees to it that one Build at a time is at work on an index. The lock
// is a file beside the index; what a killed process leaves of it holds nobody up.
func lockBuild(path string) (release func(), err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, err
	}
	name := path + ".lock"
	lock, err := holdLock(name)
	if errors.Is(err, errBusy) {
		return nil, fmt.Errorf("another build is at work on %s; wait for its end, or build in another folder", path)
	}
	if err != nil {
		return nil, err
	}
	return func() {
		os.Remove(name) // where an open file can be removed, nobody else gets it in between
		lock.Close()
		removeClosedLock(name)
	}, nil
}
