package dump

import (
	"fmt"
	"strings"
	"testing"
)

// A .bib that is read in several pieces has every entry once, with the macros of
// pieces before, and places count from its beginning.
func TestReadDumpOfBibInPieces(t *testing.T) {
	var text strings.Builder
	text.WriteString("@string{wheels = \"Journal of\n Wheels\"}\n@string{long = wheels # \", Supplement\"}\n")
	entries := 0
	for text.Len() < 2*bibPiece+bibPiece/2 {
		entries++
		fmt.Fprintf(&text, "@article{rad%d,\n  title = {Felt rims, number %d},\n  author = {Rad, J.},\n  journal = long,\n  year = 2023}\n", entries, entries)
	}
	broken := strings.Count(text.String(), "\n") + 1
	text.WriteString("@article{broken, title = {Cut, year = 2020}\n@article{last, title = {The last}, journal = wheels}\n")
	works := 0
	for w, err := range Read(File{Name: "x.bib", Reader: strings.NewReader(text.String())}) {
		if err != nil {
			if want := fmt.Sprintf("x.bib: record %d (line %d): ", entries+1, broken); !strings.HasPrefix(err.Error(), want) {
				t.Errorf("error %q, want it at %q", err, want)
			}
			continue
		}
		works++
		key, container := fmt.Sprintf("rad%d", works), "Journal of Wheels, Supplement"
		if works > entries {
			key, container = "last", "Journal of Wheels"
		}
		if w.Origin.Key != key || w.Record.Container != container {
			t.Fatalf("work %d is %q in %q, want %q in %q", works, w.Origin.Key, w.Record.Container, key, container)
		}
	}
	if works != entries+1 {
		t.Errorf("%d works, want %d", works, entries+1)
	}
}
