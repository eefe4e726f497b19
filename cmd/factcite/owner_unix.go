//go:build unix

package main

import (
	"os"
	"syscall"
)

// keepOwner gives a file the owner and the group of the one that it will replace, as far as
// whoever runs this may.
func keepOwner(file *os.File, replaced os.FileInfo) {
	was, ok := replaced.Sys().(*syscall.Stat_t)
	if !ok {
		return
	}
	if file.Chown(int(was.Uid), int(was.Gid)) != nil {
		file.Chown(-1, int(was.Gid)) // a file of another's that the group may write
	}
}
