package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// longWork is the size of input from which a progress bar is worth its lines.
const longWork = 8 << 20

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// useColor reads --color; NO_COLOR (https://no-color.org) turns auto off.
func useColor(flag, out string, stdout io.Writer) (bool, error) {
	switch flag {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
		return os.Getenv("NO_COLOR") == "" && out == "" && isTerminal(stdout), nil
	}
	return false, fmt.Errorf("--color %q; use auto, always or never", flag)
}

// showProgress draws a bar for long work on a terminal until stop is called.
func (f *inputFlags) showProgress(cmd *cobra.Command, r *reader, paths []string) (stop func()) {
	size := sizeOf(paths)
	if f.quiet || size < longWork || !isTerminal(cmd.ErrOrStderr()) {
		return func() {}
	}
	bar := progressbar.NewOptions64(size,
		progressbar.OptionSetWriter(cmd.ErrOrStderr()),
		progressbar.OptionShowBytes(true),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)
	r.progress = bar
	return func() { bar.Finish() }
}

func sizeOf(paths []string) int64 {
	var size int64
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil {
			size += info.Size()
		}
	}
	return size
}
