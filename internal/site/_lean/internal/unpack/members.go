package unpack

import (
	"errors"
	"io"
)

var errNotPasted = errors.New("an archive cannot be pasted")

func tarMembers(io.Reader, *budget, func(string, func() (io.Reader, error)) bool) error {
	return errNotPasted
}

func zipMembers(io.Reader, Limits, func(string, func() (io.Reader, error)) bool) error {
	return errNotPasted
}
