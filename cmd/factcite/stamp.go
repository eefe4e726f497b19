package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"time"
)

// stamp says what the part of a file was made of. Both are hashes over all that the part
// depends on, the file as its content or as the state that the file system has of it: where
// that is the same, the file need not be read to see that it is.
type stamp struct {
	content string
	state   string
}

// unknown stands for the hash of what cannot be told: the content of what can be read only
// once, or the state of a file that may change without it.
var unknown = strings.Repeat("-", len(hashOf()))

// line is the line that says it; readStamp reads it. All have one length.
func (s stamp) line() string { return s.content + " " + s.state + "\n" }

func readStamp(line string) (s stamp, err error) {
	if len(line) != len(stamp{unknown, unknown}.line()) {
		return s, errors.New("no stamp")
	}
	n, err := fmt.Sscan(line, &s.content, &s.state)
	if err == nil && n != 2 {
		err = errors.New("no stamp")
	}
	return s, err
}

// content is the hash over the content of a file.
func (c *cache) content(f file) string {
	info, err := os.Stat(f.path)
	if err != nil || !info.Mode().IsRegular() {
		return unknown
	}
	sum, err := hashFile(f.path)
	if err != nil {
		return unknown
	}
	return hashOf(c.made, f.path, string(f.form), sum)
}

// settling is how long a state has to be old before it is relied on. Clocks of file systems
// are coarse, up to two seconds, and what is written twice in one of their steps has one
// state.
var settling = 2 * time.Second

// state is the hash over the state of a file.
func (c *cache) state(f file) string {
	state, changed, ok := inodeOf(f.path)
	if !ok || time.Since(changed) < settling {
		return unknown
	}
	return hashOf(c.made, f.path, string(f.form), state)
}

// changed reports whether a file is another one than that of a stamp, as far as can be told.
func (c *cache) changed(f file, s stamp) bool {
	if s.state != unknown {
		return s.state != c.state(f)
	}
	return s.content == unknown || s.content != c.content(f)
}
