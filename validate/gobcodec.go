package validate

import (
	"bufio"
	"encoding/gob"
)

// gobCodec takes values of every kind.
func gobCodec[T any]() codec[T] {
	return codec[T]{
		encoder: func(w *bufio.Writer) func(*T) error {
			enc := gob.NewEncoder(w)
			return func(v *T) error { return enc.Encode(v) }
		},
		decoder: func(r *bufio.Reader) func(*T) error {
			dec := gob.NewDecoder(r)
			return func(v *T) error {
				*v = *new(T)
				return dec.Decode(v)
			}
		},
	}
}
