package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/factcite/factcite/citation/bib"
)

// refuseForeign fails if a file is there that factcite did not write: one with an entry
// that no fact is named in. A bibliography that people made is lost by one wrong option.
func refuseForeign(path string) error {
	if path == "" || path == standardOutput {
		return nil
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil // a device or a pipe has nothing to lose, and may never end
	}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(bytes.TrimSpace(text)) == 0 {
		return nil
	}
	if err != nil {
		return nil // what keeps it from being read will keep it from being written
	}
	entries := bib.Read(path, text).Entries
	foreign := slices.IndexFunc(entries, func(e bib.Entry) bool { return e.Field("x-facts") == nil })
	switch {
	case foreign >= 0 && filepath.Ext(path) == ".bib":
		return fmt.Errorf("%s holds %q, which factcite did not write: add to it with bib --update %s, or overwrite it with --force", path, entries[foreign].Key, path)
	case foreign >= 0 || len(entries) == 0 && !bytes.Contains(text, []byte("x-facts")):
		return fmt.Errorf("%s is no bibliography that factcite wrote: name another file, or overwrite it with --force", path)
	}
	return nil
}
