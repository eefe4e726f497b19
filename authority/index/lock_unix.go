//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package index

import (
	"errors"
	"os"
	"syscall"
)

// holdLock opens the file and locks it, until it is closed or the process ends. A
// file system that has no locks keeps nobody out.
func holdLock(name string) (*os.File, error) {
	for {
		file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
		if err != nil {
			return nil, err
		}
		err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if errors.Is(err, syscall.EWOULDBLOCK) {
			file.Close()
			return nil, errBusy
		}
		if isAt(file, name) {
			return file, nil
		}
		file.Close() // whoever had it took it away before it was locked
	}
}

func isAt(file *os.File, name string) bool {
	held, err1 := file.Stat()
	there, err2 := os.Stat(name)
	return err1 == nil && err2 == nil && os.SameFile(held, there)
}

// removeClosedLock does nothing: the lock was removed while it was held.
func removeClosedLock(string) {}
