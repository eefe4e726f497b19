// Package unpack opens input that may be compressed, or be an archive of several
// files. It knows nothing of what the input holds.
package unpack

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// bufferSize is how much of an input is read at a time.
const bufferSize = 64 << 10

// Open returns a reader of what r holds: decompressed if its first bytes are those of
// a compression, once, else as it is. An error says that it starts as one and is none. What
// unpacks to very much more than r has ends with [ErrOutOfProportion].
// It takes no memory to speak of for what is not compressed, as most of a hundred thousand
// small files are not.
func Open(r io.Reader) (io.Reader, error) {
	all, head := begin(r, 6)
	if bytes.HasPrefix(head, []byte("BZh")) {
		all, head = begin(all, 10)
	}
	for _, c := range compressions {
		if !bytes.HasPrefix(head, []byte(c.magic)) || c.name == "bzip2" && !isBzip2(head) {
			continue
		}
		packed := &tallied{Reader: all}
		unpacked, err := c.open(bufio.NewReaderSize(packed, bufferSize))
		if err != nil {
			return nil, fmt.Errorf("it starts as %s and cannot be unpacked: %w", c.name, err)
		}
		return &proportionate{tallied{Reader: unpacked}, packed}, nil
	}
	return all, nil
}

// OpenFile is Open of a file, which is closed with what is returned, or if that fails.
func OpenFile(file io.ReadCloser) (io.ReadCloser, error) {
	text, err := Open(file)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return opened{text, file}, nil
}

type opened struct {
	io.Reader
	io.Closer
}

// begun is a reader of which the first bytes were read.
type begun struct {
	head []byte
	rest io.Reader
	err  error // that came with the first bytes
}

// begin reads the first bytes of r, or as many as there are, and returns them and a reader
// of all.
func begin(r io.Reader, length int) (all io.Reader, head []byte) {
	b := &begun{head: make([]byte, 0, length), rest: r}
	for empty := 0; len(b.head) < length && b.err == nil; {
		n, err := r.Read(b.head[len(b.head):length])
		b.head, b.err = b.head[:len(b.head)+n], err
		if n > 0 {
			empty = 0
		} else if empty++; empty == maxEmptyReads && err == nil {
			b.err = io.ErrNoProgress
		}
	}
	return b, b.head
}

// maxEmptyReads is how often a reader may return nothing before it counts as stuck.
const maxEmptyReads = 100

// Read implements [io.Reader].
func (b *begun) Read(p []byte) (n int, err error) {
	if len(b.head) > 0 {
		n = copy(p, b.head)
		b.head = b.head[n:]
		if n == len(p) {
			return n, nil
		}
	}
	if b.err != nil {
		return n, b.err
	}
	m, err := b.rest.Read(p[n:])
	return n + m, err
}

// isBzip2 reports whether "BZh" is followed by a level and the mark of a block or of the
// end, for words start with those letters too.
func isBzip2(head []byte) bool {
	return len(head) == 10 && '1' <= head[3] && head[3] <= '9' && (string(head[4:]) == "1AY&SY" || string(head[4:]) == "\x17rE8P\x90")
}

// Peek returns a reader of all that r holds, and its first bytes, at most n.
func Peek(r io.Reader, n int) (all io.Reader, head []byte) {
	buffered := bufio.NewReaderSize(r, max(n, bufferSize))
	head, _ = buffered.Peek(n)
	return buffered, head
}
