package unpack

import (
	"errors"
	"io"
)

// A compression is a way of compressing, of which there is none in what is pasted.
type compression struct {
	name, magic string
	open        func(io.Reader) (io.Reader, error)
}

var compressions []compression

// IsBroken reports whether an error says that the input is cut.
func IsBroken(err error) bool { return errors.Is(err, io.ErrUnexpectedEOF) }
