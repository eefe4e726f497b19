package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/factcite/factcite/citation/bib"
)

// refuseForeign fails if a bibliography is there that factcite did not write, or that people
// have changed since. What they made is lost by one wrong option.
func refuseForeign(path string) error {
	text := lostText(path)
	if len(bytes.TrimSpace(text)) == 0 {
		return nil
	}
	f := bib.Read(path, text)
	isOtherFormat := !f.IsBib() && (bytes.Contains(text, []byte("x-facts")) || bytes.HasPrefix(text, writtenCFF))
	foreign := foreignIn(f, text)
	switch {
	case isOtherFormat || f.IsBib() && foreign == "":
		return nil
	case f.IsBib() && filepath.Ext(path) == ".bib":
		return fmt.Errorf("%s holds %s: add to it with bib --update %s, or overwrite it with --force", path, foreign, path)
	}
	return fmt.Errorf("%s is no bibliography that factcite wrote: name another file, or overwrite it with --force", path)
}

// writtenCFF begins each CITATION.cff that factcite writes, which has no place for the ids of facts.
var writtenCFF = []byte("cff-version: 1.2.0\nmessage: Please cite this work as follows.\n")

// refuseForeignBibliography fails if what a run without --force writes would replace a .bib
// that people made or changed.
func refuseForeignBibliography(path string) error {
	if filepath.Ext(path) != ".bib" {
		return nil
	}
	text := lostText(path)
	if foreign := foreignIn(bib.Read(path, text), text); foreign != "" {
		return fmt.Errorf("%s holds %s: name another file, or add to it with factcite bib --update %s", path, foreign, path)
	}
	return nil
}

// mostLost is how much is read of a file that would be replaced. People make none that is
// larger, and write at its head what it is.
const mostLost = 16 << 20

// lostText is the head of the file that an output would replace, empty where nothing can be lost: a
// device or a pipe has no old content, and may never end.
func lostText(path string) []byte {
	if path == "" || path == standardOutput {
		return nil
	}
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil // what keeps it from being read will keep it from being written
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, mostLost))
	if err != nil {
		return nil
	}
	if len(text) == mostLost { // without the entry that is cut
		text = text[:max(0, bytes.LastIndex(text, []byte("\n@")))]
	}
	return text
}

// foreignIn says what a bibliography holds that factcite does not write: comments, macros,
// entries that no fact is named in, and entries that are laid out in another way.
func foreignIn(f *bib.File, text []byte) string {
	for _, fields := range [][]bib.Field{f.Comments, f.Macros, f.Preambles} {
		if len(fields) > 0 {
			line, _ := f.Place(fields[0].Start)
			return fmt.Sprintf("what factcite did not write, on line %d", line)
		}
	}
	for i := range f.Entries {
		switch e := &f.Entries[i]; {
		case e.Field("x-facts") == nil:
			return fmt.Sprintf("%q, which has no x-facts, so that factcite did not write it or wrote it with --no-provenance", e.Key)
		case !e.Foreign && !isLaidOut(e, text[e.Start:e.End]):
			return fmt.Sprintf("%q, which somebody else laid out", e.Key)
		}
	}
	return ""
}

// isLaidOut reports whether the text of an entry is laid out as factcite does.
func isLaidOut(e *bib.Entry, text []byte) bool {
	draft := bib.Draft{Type: e.Type, Key: e.Key}
	for i := range e.Fields {
		draft.Fields = append(draft.Fields, bib.DraftField{Name: e.Fields[i].Name, Value: e.Fields[i].Raw, IsMacro: true}) // as it is written
	}
	laid, err := draft.AppendTo(nil)
	return err == nil && bytes.Equal(bytes.TrimSpace(laid), text)
}
