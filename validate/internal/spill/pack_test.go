package spill

import (
	"bufio"
	"bytes"
	"io"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// value has a member of every kind.
type value struct {
	Number int
	Text   string
	Flag   bool
	List   []string
}

func packValue(dst []byte, v *value) []byte {
	dst = AppendNumbers(dst, v.Number)
	dst = AppendFlag(AppendTexts(dst, v.Text), v.Flag)
	return AppendTexts(AppendNumbers(dst, len(v.List)), v.List...)
}

func unpackValue(p *Unpacker, v *value) {
	v.Number, v.Text, v.Flag = p.Number(), p.Text(), p.Flag()
	for n := p.Count(); n > 0 && !p.Broken; n-- {
		v.List = append(v.List, p.Text())
	}
}

// someValues are one with every member set, one with none, and some that are long, negative
// or no UTF-8.
func someValues() []value {
	return []value{
		{},
		{Number: 1 << 40, Text: "\xff\x00…", Flag: true, List: []string{"a", "", "b"}},
		{Number: -1, Text: string(bytes.Repeat([]byte("long "), 10_000))},
	}
}

func TestWhatIsWrittenComesBackAsItWas(t *testing.T) {
	t.Run("packed", func(t *testing.T) { comesBack(t, Packed(packValue, unpackValue), someValues()) })
	t.Run("gob", func(t *testing.T) { comesBack(t, Gob[value](), someValues()) })
}

func comesBack[T any](t *testing.T, c Codec[T], values []T) {
	t.Helper()
	var file bytes.Buffer
	w := bufio.NewWriter(&file)
	encode := c.encoder(w)
	for i := range values {
		if err := encode(&values[i]); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	whole := file.Len()
	decode := c.decoder(bufio.NewReader(bytes.NewReader(file.Bytes())))
	for i := range values {
		var got T
		if err := decode(&got); err != nil {
			t.Fatalf("value %d: %v", i, err)
		}
		if diff := cmp.Diff(values[i], got); diff != "" {
			t.Errorf("value %d (-want +got):\n%s", i, diff)
		}
	}
	var none T
	if err := decode(&none); err != io.EOF {
		t.Errorf("after the last value: %v, want EOF", err)
	}
	decode = c.decoder(bufio.NewReader(bytes.NewReader(file.Bytes()[:whole-1])))
	var err error
	for range values {
		err = decode(&none)
	}
	if err == nil || err == io.EOF {
		t.Errorf("a file without its last byte: %v, want an error", err)
	}
}
