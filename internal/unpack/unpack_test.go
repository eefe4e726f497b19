package unpack_test

import (
	"bytes"
	"compress/gzip"

	"errors"
	kgzip "github.com/klauspost/compress/gzip"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/internal/unpack"
)

func packed(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, text)
	w.Close()
	return b.String()
}

func TestOpen(t *testing.T) {
	long := strings.Repeat("Felt rims are quiet. ", 10_000)
	for _, c := range []struct{ name, input, want string }{
		{"empty", "", ""},
		{"one byte", "\x1f", "\x1f"},
		{"plain", long, long},
		{"gzip", packed(long), long},
		{"two members", packed("Felt ") + packed("rims"), "Felt rims"},
		{"gzip within gzip is opened once", packed(packed("Felt")), packed("Felt")},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := unpack.Open(iotest.HalfReader(strings.NewReader(c.input)))
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, string(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestOpenOfWords holds that what only starts with the letters of a compression is as it is.
func TestOpenOfWords(t *testing.T) {
	for _, text := range []string{"BZh", "BZhistory", "BZh01AY&SY ", "BZh91AY&SX ", "BZh", "\x1f\x8c", "BZh:1AY&SY "} {
		r, err := unpack.Open(strings.NewReader(text))
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got, err := io.ReadAll(r); string(got) != text || err != nil {
			t.Errorf("%q is read as %q, %v", text, got, err)
		}
	}
	for level := '1'; level <= '9'; level++ { // nothing at all, packed
		r, err := unpack.Open(strings.NewReader("BZh" + string(level) + "\x17rE8P\x90\x00\x00\x00\x00"))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); len(got) > 0 || err != nil {
			t.Errorf("level %c: %q, %v", level, got, err)
		}
	}
}

// TestOpenOfSlowReaders holds that a reader may return nothing now and then, and not for
// ever.
func TestOpenOfSlowReaders(t *testing.T) {
	for _, c := range []struct {
		empty int
		want  error
	}{{98, nil}, {99, nil}, {1000, io.ErrNoProgress}} {
		r, err := unpack.Open(&slow{empty: c.empty, text: "Felt rims"})
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(io.LimitReader(r, 6))
		if !errors.Is(err, c.want) || err == nil && string(got) != "Felt r" {
			t.Errorf("after %d empty reads: %q, %v, want %v", c.empty, got, err, c.want)
		}
	}
}

// slow is a reader that returns one byte after so many empty reads.
type slow struct {
	empty, left int
	text        string
}

func (s *slow) Read(p []byte) (int, error) {
	if s.left++; s.left <= s.empty {
		return 0, nil
	}
	if s.text == "" {
		return 0, io.EOF
	}
	s.left = 0
	p[0], s.text = s.text[0], s.text[1:]
	return 1, nil
}

// TestOpenReadsInSmallSteps holds that the first bytes are handed on whatever is asked for.
func TestOpenReadsInSmallSteps(t *testing.T) {
	for _, size := range []int{1, 5, 6, 7} {
		r, err := unpack.Open(strings.NewReader("Felt rims"))
		if err != nil {
			t.Fatal(err)
		}
		var got []byte
		for {
			p := make([]byte, size)
			n, err := r.Read(p)
			got = append(got, p[:n]...)
			if err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
		}
		if string(got) != "Felt rims" {
			t.Errorf("by %d bytes: %q", size, got)
		}
	}
}

func TestOpenErrors(t *testing.T) {
	if _, err := unpack.Open(strings.NewReader("\x1f\x8b and no more")); !errors.Is(err, kgzip.ErrHeader) {
		t.Errorf("Open of a broken header returns %v, want %v", err, kgzip.ErrHeader)
	}
	broken := errors.New("the disk is gone")
	r, err := unpack.Open(io.MultiReader(strings.NewReader("Felt"), iotest.ErrReader(broken)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadAll(r); !errors.Is(err, broken) {
		t.Errorf("reading ends with %v, want %v", err, broken)
	}
}
