package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/factcite/factcite/validate"
)

// partName is what the part of a run is called in its folder.
const partName = "part.factcite"

// outputsOfMerge are flags of check whose work is that of factcite merge where a run is
// cut into parts.
var outputsOfMerge = []string{"format", "output", "report", "bib", "keys-from", "fail-on", "strict", "baseline", "write-baseline", "history", "used-by", "color", "index", "online", "offline", "contact", "cache"}

// writePart writes what is known of the files by themselves.
func (f *checkFlags) writePart(cmd *cobra.Command, reader *inputReader, args []string, files []file, options *validate.Options) error {
	for _, name := range outputsOfMerge {
		if cmd.Flags().Changed(name) {
			return fmt.Errorf("--%s is for factcite merge: a run with --partial reports nothing", name)
		}
	}
	options.Workers = f.workers
	if err := f.setTexts(options); err != nil {
		return err
	}
	if err := os.MkdirAll(f.partial, 0o755); err != nil {
		return fmt.Errorf("cannot write the part: %w", err)
	}
	defer f.showProgress(cmd, reader, files)()
	empty := true
	inputs := func(yield func(validate.Input, error) bool) {
		for input, err := range reader.read(cmd.Context(), files) {
			empty = false
			if !yield(input, err) {
				return
			}
		}
	}
	err := writeFile(cmd, filepath.Join(f.partial, partName), func(w *bufio.Writer) error {
		return validate.NewChecker(options).WritePart(cmd.Context(), w, inputs)
	})
	if err == nil && (!reader.Recognised() || empty && !reader.MayBeEmpty()) {
		reader.note("%v; the part has none", reader.noRecord(args))
	}
	return interrupted(err)
}

func newMerge() *cobra.Command {
	var f reportFlags
	var quiet bool
	cmd := &cobra.Command{
		Use:   "merge DIR…",
		Short: "Merge the parts of a run that was cut",
		Long: `merge reads what runs of check --partial DIR wrote, in the order of the folders, and
writes what one run of check over all their inputs, in that order, would write. Schema,
configuration and date are those of the parts. Run it in the folder that the parts were
made in if the configuration names paths.`,
		Args: someParts,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.settle(cmd); err != nil {
				return err
			}
			if _, err := f.outputs(); err != nil {
				return err
			}
			merge := func(options *validate.Options) (*validate.Result, error) {
				paths := make([]string, len(args))
				for i, folder := range args {
					paths[i] = filepath.Join(folder, partName)
				}
				if size := sizeOfParts(paths); size > rereadParts {
					options.PartBytes = size
				}
				return validate.Merge(cmd.Context(), validate.ReadParts(paths, openPart), options)
			}
			mayBeEmpty := func(validate.Summary) error { return nil } // check --partial says so of what should not
			return f.report(cmd, quiet, nil, new(validate.Options), merge, mayBeEmpty)
		},
	}
	f.register(cmd)
	cmd.Flags().BoolVarP(&quiet, "quiet", "q", false, "no summary line")
	return cmd
}

// rereadParts is how many bytes of parts, of about a million records, are read twice to merge
// them in less memory.
const rereadParts = 128 << 20

// sizeOfParts is how many bytes parts have together; 0 if one can be read only once, or not
// at all.
func sizeOfParts(paths []string) (size int64) {
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil || !info.Mode().IsRegular() {
			return 0
		}
		size += info.Size()
	}
	return size
}

// openPart opens a part in its folder.
func openPart(path string) (io.ReadCloser, error) {
	opened, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		folder := filepath.Dir(path)
		err = fmt.Errorf("%s holds no part of a run, which factcite check --partial %s writes", folder, folder)
	}
	return opened, err
}
