// Package gunzip opens input that may be compressed by gzip. It knows nothing of
// what the input holds.
package gunzip

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
)

// bufferSize is how much of an input is read at a time.
const bufferSize = 64 << 10

// Open returns a reader of what r holds: decompressed if its first two bytes are
// those of gzip (RFC 1952, section 2.3.1), else as it is.
func Open(r io.Reader) (io.Reader, error) {
	buffered := bufio.NewReaderSize(r, bufferSize)
	if magic, _ := buffered.Peek(2); string(magic) != "\x1f\x8b" {
		return buffered, nil
	}
	unpacked, err := gzip.NewReader(buffered)
	if err != nil {
		return nil, fmt.Errorf("it starts as gzip and cannot be unpacked: %w", err)
	}
	return unpacked, nil
}
