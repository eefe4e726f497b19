package report

import (
	"bufio"
	"strconv"
	"strings"

	"github.com/factcite/factcite/validate"
)

// longestMessage is how much of a message fits a line that is still read, in
// bytes.
const longestMessage = 600

// writeText writes a line for each finding, "path:line:col: severity: message
// [rule]", and nothing if there is none. Below one about the text of a source are what the fact
// states and the passage.
func writeText(w *bufio.Writer, r *run, opts *Options) error {
	paint := func(_, text string) string { return text }
	if opts.Color {
		paint = func(code, text string) string { return "\x1b[" + code + "m" + text + "\x1b[0m" }
	}
	for f, err := range r.findings {
		if err != nil {
			return err
		}
		w.WriteString(place(f.Path, f.Line, f.Column))
		w.WriteString(": ")
		w.WriteString(paint(severityColor(f.Severity), string(f.Severity)))
		w.WriteString(": ")
		w.WriteString(terminal(shorten(f.Message, longestMessage)))
		w.WriteByte(' ')
		w.WriteString(paint("2", "["+f.Rule+"]"))
		if err := w.WriteByte('\n'); err != nil {
			return err
		}
		if beside := besideOf(&f); beside != nil {
			writeBeside(w, beside, opts.Color)
		}
	}
	return nil
}

func severityColor(s validate.Severity) string {
	switch s {
	case validate.Error:
		return "1;31"
	case validate.Warning:
		return "33"
	default:
		return "36"
	}
}

// place writes as much of "path:line:column" as is known.
func place(path string, line, column int) string {
	var b strings.Builder
	// A line that starts with "::" is a command to GitHub's runner.
	if strings.HasPrefix(strings.TrimSpace(path), "::") {
		b.WriteString("./")
	}
	b.WriteString(terminal(path))
	for _, n := range []int{line, column} {
		if n == 0 {
			break
		}
		b.WriteByte(':')
		b.WriteString(strconv.Itoa(n))
	}
	return b.String()
}
