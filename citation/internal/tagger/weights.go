package tagger

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"sync"
)

// The file of weights is text up to the first blank line, which says what was learned
// from and how well, and then, deflated: the scale as a float32, the transitions as
// int16, and the weights of label after label, a byte each. Integers are little-endian.

//go:embed weights.bin
var packed []byte

// trained is the model that factcite reads with: it is unpacked when it is first asked for.
var trained = sync.OnceValue(func() *Model {
	m, err := Unpack(packed)
	if err != nil {
		panic("the embedded weights cannot be read: " + err.Error())
	}
	return m
})

// Trained returns the model that factcite reads with.
func Trained() *Model { return trained() }

// Pack writes a model as a file of weights, after what is said of it.
func (m *Model) Pack(header string) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(header)
	out.WriteString("\n\n")
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	plain := binary.LittleEndian.AppendUint32(nil, math.Float32bits(m.scale))
	for j := range m.joins {
		for a := range Labels {
			for b := range Labels {
				plain = binary.LittleEndian.AppendUint16(plain, uint16(m.joins[j][a][b]))
			}
		}
	}
	for k := range Labels {
		for b := range Buckets {
			plain = append(plain, m.rows[b*rowWidth+k])
		}
	}
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Unpack reads a file of weights.
func Unpack(file []byte) (*Model, error) {
	_, deflated, ok := bytes.Cut(file, []byte("\n\n"))
	if !ok {
		return nil, fmt.Errorf("no blank line after the header")
	}
	size := 4 + Joints*Labels*Labels*2 + Labels*Buckets
	plain := make([]byte, size)
	if _, err := io.ReadFull(flate.NewReader(bytes.NewReader(deflated)), plain); err != nil {
		return nil, fmt.Errorf("want %d bytes: %w", size, err)
	}
	m := &Model{scale: math.Float32frombits(binary.LittleEndian.Uint32(plain)), rows: make([]uint8, Buckets*rowWidth)}
	plain = plain[4:]
	for j := range m.joins {
		for a := range Labels {
			for b := range Labels {
				m.joins[j][a][b] = int16(binary.LittleEndian.Uint16(plain))
				plain = plain[2:]
			}
		}
	}
	for k := range Labels {
		for b := range Buckets {
			m.rows[b*rowWidth+k] = plain[b]
		}
		plain = plain[Buckets:]
	}
	return m.prepare(), nil
}
