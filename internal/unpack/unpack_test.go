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
