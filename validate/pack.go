package validate

import (
	"encoding/binary"
	"errors"
	"io"
)

// codec is how values of one kind are written to disk.
type codec[T any] struct {
	encoder func(w io.Writer) func(v *T) error
	decoder func(r byteReader) func(v *T) error // the function returns io.EOF at the end
}

type byteReader interface {
	io.Reader
	io.ByteReader
}

// packCodec takes values whose members are written one after the other, each
// value with its length before it: a tenth of the work that gob has with them. A
// value that is read is one allocation, of which its strings are parts.
func packCodec[T any](pack func(dst []byte, v *T) []byte, unpack func(p *unpacker, v *T)) codec[T] {
	return codec[T]{
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
		decoder: func(r byteReader) func(*T) error {
			var buffer []byte
			var p unpacker
			return func(v *T) error {
				length, err := binary.ReadUvarint(r)
				if err != nil {
					return err
				}
				if buffer, err = readInto(buffer, r, length); err != nil {
					return err
				}
				*v = *new(T)
				p = unpacker{rest: string(buffer)}
				if unpack(&p, v); p.broken || p.rest != "" {
					return errors.New("the temporary file was changed")
				}
				return nil
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

// unpacker is what is left to read of one value. What is missing is read as zero.
type unpacker struct {
	rest   string
	broken bool
}

func (p *unpacker) number() int {
	n, shift := uint64(0), 0
	for i := range len(p.rest) {
		b := p.rest[i]
		n |= uint64(b&0x7f) << shift
		if shift += 7; b < 0x80 || shift > 63 {
			p.rest = p.rest[i+1:]
			return int(n)
		}
	}
	p.rest, p.broken = "", true
	return 0
}

func (p *unpacker) text() string {
	n := p.number()
	if n < 0 || n > len(p.rest) {
		p.rest, p.broken = "", true
		return ""
	}
	text := p.rest[:n]
	p.rest = p.rest[n:]
	return text
}

func (p *unpacker) flag() bool { return p.number() != 0 }

// count reads the length of a list, whose items take a byte at least.
func (p *unpacker) count() int {
	n := p.number()
	if n < 0 || n > len(p.rest) {
		p.rest, p.broken = "", true
		return 0
	}
	return n
}

func packNumbers(dst []byte, numbers ...int) []byte {
	for _, n := range numbers {
		dst = binary.AppendUvarint(dst, uint64(n))
	}
	return dst
}

func packTexts(dst []byte, texts ...string) []byte {
	for _, s := range texts {
		dst = append(binary.AppendUvarint(dst, uint64(len(s))), s...)
	}
	return dst
}

func packFlag(dst []byte, flag bool) []byte {
	if flag {
		return append(dst, 1)
	}
	return append(dst, 0)
}
