package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/citation/bib"
)

// fixFiles mends the .bib files among those of a run, and says what it did.
func (f *checkFlags) fixFiles(cmd *cobra.Command, files []file) error {
	for _, file := range files {
		if err := fixable(file.path); err != nil {
			return err
		}
	}
	bibs := slices.DeleteFunc(slices.Clone(files), func(f file) bool { return !strings.EqualFold(filepath.Ext(f.path), ".bib") })
	if len(bibs) == 0 && len(files) > 0 {
		return fmt.Errorf("--fix mends .bib files, and %s is none; name one", files[0].path)
	}
	for _, file := range bibs {
		text, err := os.ReadFile(file.path)
		if err != nil {
			return err
		}
		edit := bib.NewEdit(file.path, text)
		fixes := edit.Fix()
		if len(fixes) == 0 {
			continue
		}
		fixed, err := edit.Bytes()
		if err != nil {
			return fmt.Errorf("%s cannot be mended: %w", file.path, err)
		}
		err = writeFile(cmd, file.path, func(w *bufio.Writer) error {
			_, err := w.Write(fixed)
			return err
		})
		if err != nil {
			return err
		}
		for _, fix := range fixes {
			if !f.quiet {
				noteTo(cmd.ErrOrStderr(), "%s:%d:%d: %s", file.path, fix.Line, fix.Column, fix.Message)
			}
		}
	}
	return nil
}

// fixable returns an error for what may hold a .bib that cannot be mended where it is.
func fixable(path string) error {
	if path == "-" {
		return errors.New("--fix mends files in place, and standard input is none; name the .bib file")
	}
	packing := filepath.Ext(path)
	unpacked := strings.TrimSuffix(path, packing)
	if strings.EqualFold(filepath.Ext(unpacked), ".bib") && slices.Contains(packings[:], strings.ToLower(packing)) {
		return fmt.Errorf("--fix does not mend %q, which is packed; unpack it and name %q", path, unpacked)
	}
	return nil
}

// packings are the endings of files that are read through a decompressor.
var packings = [...]string{".gz", ".zst", ".xz", ".bz2", ".zip"}
