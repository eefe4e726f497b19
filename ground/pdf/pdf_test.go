package pdf

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/internal/pdftext"
)

// TestReading holds on which page each text of a file is.
func TestReading(t *testing.T) {
	for _, test := range []struct {
		pages []string
		want  ground.Reading
	}{
		{nil, ground.Reading{}},
		{[]string{"Felt is quiet.\n"}, ground.Reading{Text: "Felt is quiet.\n", Runs: []ground.Run{{Start: -1, Page: 1}}}},
		{[]string{"Felt\n", "\n", "is quiet.\n"}, ground.Reading{
			Text: "Felt\n\nis quiet.\n",
			Runs: []ground.Run{{Start: -1, Page: 1}, {At: 5, Start: -1, Page: 2}, {At: 6, Start: -1, Page: 3}},
		}},
	} {
		if diff := cmp.Diff(test.want, reading(test.pages)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.pages, diff)
		}
	}
}

// TestUnreadable holds that a file which cannot be read is no empty text.
func TestUnreadable(t *testing.T) {
	occupied := filepath.Join(t.TempDir(), "cache")
	if err := os.WriteFile(occupied, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r := Reader{pdftext.Reader{Cache: occupied}}
	if got, err := r.Read([]byte("%PDF-1.4")); err == nil {
		t.Errorf("read %+v with a cache that is a file", got)
	}
}
