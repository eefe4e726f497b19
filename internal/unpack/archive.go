package unpack

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"strings"
)

// An Archive is a kind of file that holds others.
type Archive string

// The archives that are opened.
const (
	NoArchive Archive = ""
	Tar       Archive = "tar"
	Zip       Archive = "zip"
)

// ArchiveHead is how many bytes ArchiveOf needs.
const ArchiveHead = 512

// ArchiveOf tells what archive the first bytes of an input are of.
func ArchiveOf(head []byte) Archive {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return Zip
	case len(head) >= 265 && string(head[257:262]) == "ustar":
		return Tar
	}
	return NoArchive
}

// Limits bounds what an archive unpacks to. Zero members are the defaults: 1 GiB and
// 100,000 files.
type Limits struct {
	Bytes int64
	Files int
}

// ErrTooLarge says that an archive unpacks to more than its limits.
var ErrTooLarge = errors.New("it unpacks to more than is read of an archive; unpack it, and name the folder")

// A Member is a file of an archive. It is valid until the next one is asked for.
type Member struct {
	Name string // with slashes, relative, without ".."
	io.Reader
}

// Members yields the regular files of an archive in its order. An archive in it is a
// file. An error ends the archive; of a zip that unpacks to very much more than it has no
// file is yielded.
func Members(kind Archive, r io.Reader, limits Limits) iter.Seq2[Member, error] {
	if limits.Bytes == 0 {
		limits.Bytes = 1 << 30
	}
	if limits.Files == 0 {
		limits.Files = 100_000
	}
	return func(yield func(Member, error) bool) {
		left := &budget{bytes: limits.Bytes}
		files := 0
		each := func(name string, open func() (io.Reader, error)) (more bool) {
			if files++; files > limits.Files || left.bytes < 0 {
				yield(Member{}, ErrTooLarge)
				return false
			}
			content, err := open()
			if err != nil {
				yield(Member{}, fmt.Errorf("%s: %w", name, err))
				return false
			}
			return yield(Member{Name: strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"), Reader: &counted{content, left}}, nil)
		}
		var err error
		if kind == Zip {
			err = zipMembers(r, limits, each)
		} else {
			err = tarMembers(r, left, each)
		}
		if err != nil {
			yield(Member{}, err)
		}
	}
}

type budget struct{ bytes int64 }

// counted is a member whose bytes are taken off a budget.
type counted struct {
	io.Reader
	left *budget
}

func (c *counted) Read(p []byte) (int, error) {
	if c.left.bytes < 0 {
		return 0, ErrTooLarge
	}
	n, err := c.Reader.Read(p)
	c.left.bytes -= int64(n)
	return n, err
}
