//go:build unix

package main

import (
	"fmt"
	"time"

	"golang.org/x/sys/unix"
)

// inodeOf returns what changes with each change of a regular file, whoever makes it and
// whatever time they give it, and when that was; ok is false of anything else.
func inodeOf(path string) (state string, changed time.Time, ok bool) {
	var s unix.Stat_t
	if err := unix.Stat(path, &s); err != nil || s.Mode&unix.S_IFMT != unix.S_IFREG {
		return "", changed, false
	}
	return fmt.Sprint(s.Ino, s.Size, s.Mtim.Nano(), s.Ctim.Nano()), time.Unix(s.Ctim.Unix()), true
}
