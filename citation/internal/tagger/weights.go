package tagger

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sync"
)

// The file of weights is text up to the first blank line, which says what was learned
// from and how well, and then, compressed by Zstandard: the scale as a float32, the
// transitions as int16, how many buckets have weights, how many others are before each of
// them as varints, and the weights that are not zero, row after row, first how
// many zeros are before each, a byte each, and then the weights, a byte each. A zero after
// most of 255 is stated as if it were not. Integers are little-endian.

//go:embed weights.bin
var packed []byte

//go:embed sentences.bin
var packedOfSentences []byte

//go:embed whole.bin
var packedOfWhole []byte

// The models that factcite reads with are unpacked when they are first asked for.
var (
	trained     = sync.OnceValue(func() *Model { return must(Unpack(packed)).With(must(UnpackWhole(packedOfWhole))) })
	ofSentences = sync.OnceValue(func() *Model { return must(Unpack(packedOfSentences)) })
)

// must returns what was read of an embedded file.
func must[T any](read T, err error) T {
	if err != nil {
		panic("the embedded weights cannot be read: " + err.Error())
	}
	return read
}

// Trained returns the model that factcite reads lines of reference lists with.
func Trained() *Model { return trained() }

// OfSentences returns the model that factcite reads sentences with, by [Model.ReadSentence].
func OfSentences() *Model { return ofSentences() }

// zero is the byte of a weight that says nothing.
const zero = 128

// sizeOfJoins is how many bytes the scale and the transitions are packed in.
const sizeOfJoins = 4 + Joints*Labels*Labels*2

// Pack writes a model as a file of weights, after what is said of it.
func (m *Model) Pack(header string) ([]byte, error) {
	plain := binary.LittleEndian.AppendUint32(nil, math.Float32bits(m.scale))
	for j := range m.joins {
		for a := range Labels {
			for b := range Labels {
				plain = binary.LittleEndian.AppendUint16(plain, uint16(m.joins[j][b][a]))
			}
		}
	}
	plain = m.pack(plain)
	gaps, weights := m.sparse()
	return compress([]byte(header+"\n\n"), append(append(plain, gaps...), weights...))
}

// sparse lists the weights that are not zero, and how many zeros are before each.
func (m *Model) sparse() (gaps, weights []byte) {
	gap := 0
	var row [Labels]int32
	for i := range m.rows[1:] {
		m.rows[1+i].lanes(&row)
		for _, w := range row {
			if w == 0 && gap < math.MaxUint8 {
				gap++
				continue
			}
			gaps, weights = append(gaps, byte(gap)), append(weights, byte(zero+w))
			gap = 0
		}
	}
	return gaps, weights
}

// Unpack reads a file of weights.
func Unpack(file []byte) (*Model, error) {
	plain, err := afterHeader(file)
	if err != nil {
		return nil, err
	}
	if len(plain) < sizeOfJoins {
		return nil, fmt.Errorf("%d bytes are less than %d", len(plain), sizeOfJoins)
	}
	x, n, rest, err := unpackIndex(plain[sizeOfJoins:])
	if err != nil {
		return nil, err
	}
	m := &Model{index: x, scale: math.Float32frombits(binary.LittleEndian.Uint32(plain))}
	joins := plain[4:sizeOfJoins]
	for j := range m.joins {
		for a := range Labels {
			for b := range Labels {
				m.joins[j][b][a] = int32(int16(binary.LittleEndian.Uint16(joins)))
				joins = joins[2:]
			}
		}
	}
	if len(rest)%2 != 0 {
		return nil, fmt.Errorf("%d bytes are not as many gaps as weights", len(rest))
	}
	if m.rows, err = rows(n, rest[:len(rest)/2], rest[len(rest)/2:]); err != nil {
		return nil, err
	}
	return m.prepare(), nil
}

// afterHeader returns what a file has after its header, not compressed.
func afterHeader(file []byte) ([]byte, error) {
	_, compressed, ok := bytes.Cut(file, []byte("\n\n"))
	if !ok {
		return nil, errors.New("no blank line after the header")
	}
	return decompress(compressed)
}

// rows makes n rows of the weights that are not zero, after the one that says nothing.
func rows(n int, gaps, weights []byte) ([]row, error) {
	rows := make([]row, 1+n)
	at, label := 1, -1
	for i, gap := range gaps {
		for label += int(gap) + 1; label >= Labels; label -= Labels {
			at++
		}
		if at >= len(rows) {
			return nil, fmt.Errorf("weight %d is after the last of %d rows", i, n)
		}
		w := int(weights[i]) - zero
		if w < -mostWeight || w > mostWeight {
			return nil, fmt.Errorf("weight %d, %d, is out of the range of %d", i, w, mostWeight)
		}
		rows[at].set(Label(label), w)
	}
	return rows, nil
}
