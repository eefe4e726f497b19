package bib

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// What stands at the offsets of entries, put together, gives the same entries.
func FuzzReadBib(f *testing.F) {
	for _, pattern := range []string{"testdata/bib/*.bib", "testdata/bib/broken/*.bib"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			f.Fatalf("no seeds: %v", err)
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				f.Fatal(err)
			}
			if len(text) < 10_000 {
				f.Add(text)
			}
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) > 10_000 { // checkPlaces counts every place from the start
			return
		}
		checkOpenings(t, text)
		file := Read("fuzz.bib", text)
		text = []byte(file.text) // in UTF-8, to which places lead
		checkPlaces(t, file, text)
		if len(file.Errors) > 0 {
			return
		}
		var pieces strings.Builder
		for i := range file.Macros {
			pieces.WriteString("@string{" + file.Macros[i].Name + " = " + file.Macros[i].Raw + "}\n")
		}
		macros := Read("", []byte(pieces.String()))
		pieces.Reset()
		for i := range file.Entries {
			pieces.WriteString(string(text[file.Entries[i].Start:file.Entries[i].End]) + "\n")
		}
		again := Read("", []byte(pieces.String()))
		if len(macros.Macros) != len(file.Macros) {
			t.Fatalf("%d macros became %d", len(file.Macros), len(macros.Macros))
		}
		places := cmpopts.IgnoreFields(Entry{}, "Start", "End", "Line", "Column")
		values := cmpopts.IgnoreFields(Field{}, "Value", "Start")
		if diff := cmp.Diff(file.Entries, again.Entries, places, values, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("entries put together read otherwise (-first +again):\n%s", diff)
		}
	})
}
