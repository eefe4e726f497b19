package dump

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/google/go-cmp/cmp"
)

// damages are what becomes of dumps on their way.
var damages = []struct {
	name   string
	damage func(text []byte) []byte
}{
	{"as it is", func(text []byte) []byte { return text }},
	{"cut after a quarter", func(text []byte) []byte { return text[:len(text)/4] }},
	{"cut in the middle", func(text []byte) []byte { return text[:len(text)/2] }},
	{"without its last byte but one", func(text []byte) []byte { return text[:max(len(text)-2, 0)] }},
	{"without its first half", func(text []byte) []byte { return text[len(text)/2:] }},
	{"blank lines around it", func(text []byte) []byte { return append(append([]byte("\n\n"), text...), "\n\n  \n"...) }},
	{"a byte order mark before it", func(text []byte) []byte { return append([]byte("\ufeff"), text...) }},
	{"lines ended as on Windows", func(text []byte) []byte { return bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n")) }},
	{"a line of something else within", func(text []byte) []byte {
		at := bytes.IndexByte(text[len(text)/2:], '\n') + len(text)/2 + 1
		return append(append(append([]byte{}, text[:at]...), "<{ something else \" }>\n"...), text[at:]...)
	}},
	{"twice", func(text []byte) []byte { return append(append([]byte{}, text...), text...) }},
	{"in Latin-1", func(text []byte) []byte { return bytes.ReplaceAll(text, []byte("e"), []byte{0xe9}) }},
}

// TestReadDamagedDumps holds how many works are read of dumps that are damaged, what is said of
// what is passed over, and how reading ends.
func TestReadDamagedDumps(t *testing.T) {
	var got strings.Builder
	for _, name := range testDumps {
		text, err := os.ReadFile(filepath.Join("testdata", "dumps", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range damages {
			works, said := 0, ""
			for _, err := range Read(File{Name: name, Reader: bytes.NewReader(d.damage(text))}) {
				var bad *authority.RecordError
				switch {
				case errors.As(err, &bad):
					said += fmt.Sprintf("\n\tpassed over: %.160v", err)
				case err != nil:
					said += fmt.Sprintf("\n\tended: %.160v", err)
				default:
					works++
				}
			}
			fmt.Fprintf(&got, "%s, %s: %d works%s\n", name, d.name, works, said)
		}
	}
	const golden = "testdata/damaged.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
