package validate

import (
	"encoding/gob"
	"io"
)

// gobCodec takes values of every kind.
func gobCodec[T any]() codec[T] {
	return codec[T]{
		encoder: func(w io.Writer) func(*T) error {
			enc := gob.NewEncoder(w)
			return func(v *T) error { return enc.Encode(v) }
		},
		decoder: func(r byteReader) func(*T) error {
			dec := gob.NewDecoder(r)
			return func(v *T) error {
				*v = *new(T)
				return dec.Decode(v)
			}
		},
	}
}
