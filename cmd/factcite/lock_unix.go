//go:build unix

package main

import (
	"os"
	"syscall"
)

// lock locks a file until it is closed or the process ends, and reports whether nobody else
// has it locked.
func lock(file *os.File) bool {
	return syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil
}
