package spill

import (
	"encoding/gob"
	"io"
)

// Gob takes values of every kind.
func Gob[T any]() Codec[T] {
	return Codec[T]{
		encoder: func(w io.Writer) func(*T) error {
			enc := gob.NewEncoder(w)
			return func(v *T) error { return enc.Encode(v) }
		},
		decoder: func(r ByteReader) func(*T) error {
			dec := gob.NewDecoder(r)
			return func(v *T) error {
				*v = *new(T)
				return dec.Decode(v)
			}
		},
	}
}
