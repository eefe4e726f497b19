package main

import (
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"
	"unicode"

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

// noteTo writes a line about the run, in which nothing that a file or a file's name
// says reaches the terminal as a control character.
func noteTo(w io.Writer, format string, args ...any) {
	fmt.Fprintf(w, "factcite: %s\n", printable(fmt.Sprintf(format, args...)))
}

// printable writes control characters and others that do not show as escapes of
// Go. Lines stay lines.
func printable(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r == '\n' || unicode.IsPrint(r) {
			b.WriteRune(r)
		} else {
			b.WriteString(strings.Trim(strconv.QuoteRune(r), "'"))
		}
	}
	return b.String()
}

// useColor reads --color. In auto NO_COLOR (https://no-color.org) turns colours off,
// and FORCE_COLOR or CLICOLOR_FORCE (https://bixense.com/clicolors), unless it is "0",
// turns them on where no terminal is. A terminal with CLICOLOR=0 or TERM=dumb has none.
func useColor(flag, out string, stdout io.Writer) bool {
	if flag != "auto" {
		return flag == "always"
	}
	return out == "" && wantsColor(isTerminal(stdout))
}

// wantsColor reports whether the environment asks for colours, on a terminal or elsewhere.
func wantsColor(terminal bool) bool {
	switch {
	case os.Getenv("NO_COLOR") != "":
		return false
	case isSet("FORCE_COLOR"), isSet("CLICOLOR_FORCE"):
		return true
	}
	return terminal && os.Getenv("CLICOLOR") != "0" && os.Getenv("TERM") != "dumb"
}

func isSet(variable string) bool {
	value := os.Getenv(variable)
	return value != "" && value != "0"
}

// showProgress draws a bar for long work on a terminal until stop is called.
func (f *inputFlags) showProgress(cmd *cobra.Command, r *inputReader, files []file) (stop func()) {
	size := sizeOf(files)
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

func sizeOf(files []file) int64 {
	var size int64
	for _, f := range files {
		if info, err := os.Stat(f.path); err == nil {
			size += info.Size()
		}
	}
	return size
}
