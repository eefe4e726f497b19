package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// watchPause is how long files are left alone between two looks at them.
const watchPause = 300 * time.Millisecond

// runAgain runs, and runs again whenever a file changes, until the command is interrupted.
func (f *checkFlags) runAgain(cmd *cobra.Command, args []string) error {
	if slices.Contains(args, "-") {
		return errors.New("--watch runs again when a file changes, and standard input is read once; name files")
	}
	outputs, err := f.outputs()
	if err != nil {
		return err
	}
	if len(args) == 0 {
		return f.run(cmd, args)
	}
	for _, path := range args { // a file may go and come again, but not one with a wrong name
		if _, err := os.Stat(path); err != nil {
			return err
		}
	}
	for {
		seen := stateOf(args, outputs)
		err := f.run(cmd, args)
		if cmd.Context().Err() != nil {
			return nil
		}
		if err != nil && !errors.Is(err, errFindings) {
			noteTo(cmd.ErrOrStderr(), "%v", err)
		}
		if !f.quiet {
			noteTo(cmd.ErrOrStderr(), "waiting for a file to change")
		}
		if !changed(cmd.Context(), seen, args, outputs) {
			return nil
		}
	}
}

// changed waits until the state of the files is another; it reports false if ctx ends.
func changed(ctx context.Context, seen string, args, outputs []string) bool {
	for {
		select {
		case <-ctx.Done():
			return false
		case <-time.After(watchPause):
		}
		if stateOf(args, outputs) != seen {
			return true
		}
	}
}

// stateOf says of the files that paths name, and of the configuration above the first, how
// long they are and when they were written. What a run writes itself is left out.
func stateOf(paths, outputs []string) string {
	var b strings.Builder
	written := regularFiles(outputs)
	add := func(path string, info fs.FileInfo) {
		if !isOneOf(info, written) {
			fmt.Fprintln(&b, path, info.Size(), info.ModTime().UnixNano())
		}
	}
	for _, root := range slices.Concat(paths, configsOf(paths)) {
		filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return nil // it is gone, which is a state too
			}
			switch hidden := path != root && strings.HasPrefix(entry.Name(), "."); {
			case hidden && entry.IsDir():
				return fs.SkipDir
			case hidden, entry.IsDir():
				return nil
			}
			if info, err := os.Stat(path); err == nil {
				add(path, info)
			}
			return nil
		})
	}
	return b.String()
}

func configsOf(paths []string) []string {
	if len(paths) > 0 {
		if config := findConfig(paths[0]); config != "" {
			return []string{config}
		}
	}
	return nil
}
