package spill

import (
	"encoding/binary"
	"errors"
	"io"
)

// Codec is how values of one kind are written to disk.
type Codec[T any] struct {
	encoder func(w io.Writer) func(v *T) error
	decoder func(r ByteReader) func(v *T) error // the function returns io.EOF at the end
}

// ByteReader is what packed values are read from.
type ByteReader interface {
	io.Reader
	io.ByteReader
}

// Packed takes values whose members are written one after the other, each
// value with its length before it: a tenth of the work that gob has with them. A
// value that is read is one allocation, of which its strings are parts.
func Packed[T any](pack func(dst []byte, v *T) []byte, unpack func(p *Unpacker, v *T)) Codec[T] {
	return Codec[T]{
		encoder: func(w io.Writer) func(*T) error {
			var buffer, length []byte
			return func(v *T) error {
				buffer = pack(buffer[:0], v)
				length = binary.AppendUvarint(length[:0], uint64(len(buffer)))
				if _, err := w.Write(length); err != nil {
					return err
				}
				_, err := w.Write(buffer)
				return err
			}
		},
		decoder: func(r ByteReader) func(*T) error {
			var buffer []byte
			var p Unpacker
			return func(v *T) error {
				length, err := binary.ReadUvarint(r)
				if err != nil {
					return err
				}
				if buffer, err = readInto(buffer, r, length); err != nil {
					return err
				}
				*v = *new(T)
				p = Unpacker{Rest: string(buffer)}
				if unpack(&p, v); p.Broken || p.Rest != "" {
					return errors.New("the temporary file was changed")
				}
				return nil
			}
		},
	}
}

// Fixed takes values that are packed in so many bytes each.
func Fixed[T any](length int, pack func(dst []byte, v *T) []byte, unpack func(packed []byte) T) Codec[T] {
	return Codec[T]{
		encoder: func(w io.Writer) func(*T) error {
			buffer := make([]byte, 0, length)
			return func(v *T) error {
				_, err := w.Write(pack(buffer, v))
				return err
			}
		},
		decoder: func(r ByteReader) func(*T) error {
			buffer := make([]byte, length)
			return func(v *T) error {
				_, err := io.ReadFull(r, buffer)
				*v = unpack(buffer)
				return err
			}
		},
	}
}

// readInto reads length bytes into buffer, which it may replace.
func readInto(buffer []byte, r io.Reader, length uint64) ([]byte, error) {
	const most = 1 << 30 // longer than anything that a record of --max-record may hold
	if length > most {
		return nil, errors.New("the temporary file was changed")
	}
	if uint64(cap(buffer)) < length {
		buffer = make([]byte, length)
	}
	buffer = buffer[:length]
	_, err := io.ReadFull(r, buffer)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return buffer, err
}

// Unpacker is what is left to read of one value, in the order in which it was written. What is
// missing is read as zero.
type Unpacker struct {
	Rest   string
	Broken bool // something was missing
}

// Number reads a number.
func (p *Unpacker) Number() int {
	n, shift := uint64(0), 0
	for i := range len(p.Rest) {
		b := p.Rest[i]
		n |= uint64(b&0x7f) << shift
		if shift += 7; b < 0x80 || shift > 63 {
			p.Rest = p.Rest[i+1:]
			return int(n)
		}
	}
	p.Rest, p.Broken = "", true
	return 0
}

// Text reads a text, which is a part of Rest.
func (p *Unpacker) Text() string {
	n := p.Number()
	if n < 0 || n > len(p.Rest) {
		p.Rest, p.Broken = "", true
		return ""
	}
	text := p.Rest[:n]
	p.Rest = p.Rest[n:]
	return text
}

// Flag reads a flag.
func (p *Unpacker) Flag() bool { return p.Number() != 0 }

// Count reads the length of a list, whose items take a byte at least.
func (p *Unpacker) Count() int {
	n := p.Number()
	if n < 0 || n > len(p.Rest) {
		p.Rest, p.Broken = "", true
		return 0
	}
	return n
}

// AppendNumbers writes numbers; small ones that are not negative take a byte.
func AppendNumbers(dst []byte, numbers ...int) []byte {
	for _, n := range numbers {
		dst = binary.AppendUvarint(dst, uint64(n))
	}
	return dst
}

// AppendTexts writes texts, each after its length.
func AppendTexts(dst []byte, texts ...string) []byte {
	for _, s := range texts {
		dst = append(binary.AppendUvarint(dst, uint64(len(s))), s...)
	}
	return dst
}

// AppendFlag writes a flag.
func AppendFlag(dst []byte, flag bool) []byte {
	if flag {
		return append(dst, 1)
	}
	return append(dst, 0)
}
