package report

import (
	"bufio"
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/validate"
)

// longestMessage is how much of a message fits a line that is still read, in
// bytes.
const longestMessage = 600

// painter colours a text by a code of ANSI, or leaves it.
type painter func(code, text string) string

func newPainter(color bool) painter {
	if !color {
		return func(_, text string) string { return text }
	}
	return func(code, text string) string { return "\x1b[" + code + "m" + text + "\x1b[0m" }
}

// writeConcise writes a line for each finding, "path:line:col: severity: message
// [rule]", and nothing if there is none.
func writeConcise(w *bufio.Writer, r *run, opts *Options) error {
	paint := newPainter(opts.Color)
	for f, err := range r.findings {
		if err != nil {
			return err
		}
		writeLine(w, &f, paint)
	}
	return nil
}

func writeLine(w *bufio.Writer, f *validate.Finding, paint painter) {
	w.Write(appendPlace(w.AvailableBuffer(), f.Path, f.Line, f.Column))
	w.WriteString(": ")
	w.WriteString(paint(severityColor(f.Severity), string(f.Severity)))
	w.WriteString(": ")
	w.WriteString(terminal(shorten(f.Message, longestMessage)))
	w.WriteByte(' ')
	w.WriteString(paint("2", "["+f.Rule+"]"))
	w.WriteByte('\n')
}

// writeText writes the line of [writeConcise] for each finding, and below those of one
// place the line of the input that they are about and what to do, and below one about
// the text of a source what the fact states and the passage.
func writeText(w *bufio.Writer, r *run, opts *Options) error {
	paint := newPainter(opts.Color)
	lines := &excerpts{open: opts.Open}
	defer lines.close()
	var place []validate.Finding // findings about one
	flush := func() {
		if len(place) == 0 {
			return
		}
		lines.write(w, &place[0], func(marks string) string { return paint(severityColor(place[0].Severity), marks) })
		writeHelp(w, place, paint)
		place = place[:0]
	}
	for f, err := range r.findings {
		if err != nil {
			return err
		}
		if len(place) > 0 && !sameSpan(&place[0], &f) {
			flush()
		}
		writeLine(w, &f, paint)
		if beside := besideOf(&f); beside != nil {
			writeBeside(w, beside, opts.Color)
			continue
		}
		if place = append(place, f); len(place) == manyAtOnePlace {
			flush()
		}
	}
	flush()
	return nil
}

// manyAtOnePlace bounds the findings about one place that are held at once.
const manyAtOnePlace = 100

func sameSpan(a, b *validate.Finding) bool {
	return a.Path == b.Path && a.Line == b.Line && a.Column == b.Column && a.EndLine == b.EndLine && a.EndColumn == b.EndColumn
}

// advice is what to do about findings, and the rules that say so.
type advice struct {
	help  string
	rules []string
}

// adviceOn returns what to do about findings, each advice once.
func adviceOn(findings []validate.Finding) (all []advice) {
	for i := range findings {
		f := &findings[i]
		if f.Help == "" {
			continue
		}
		at := slices.IndexFunc(all, func(a advice) bool { return a.help == f.Help })
		if at < 0 {
			all = append(all, advice{f.Help, []string{f.Rule}})
		} else if !slices.Contains(all[at].rules, f.Rule) {
			all[at].rules = append(all[at].rules, f.Rule)
		}
	}
	return all
}

// writeHelp writes what to do about findings and, where there are several of them, with the
// rules that say so.
func writeHelp(w *bufio.Writer, findings []validate.Finding, paint painter) {
	for _, a := range adviceOn(findings) {
		w.WriteString("  = ")
		w.WriteString(paint("1", "help:"))
		w.WriteByte(' ')
		w.WriteString(terminal(shorten(a.help, longestMessage)))
		if len(findings) > 1 {
			w.WriteByte(' ')
			w.WriteString(paint("2", "["+strings.Join(a.rules, ", ")+"]"))
		}
		w.WriteByte('\n')
	}
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

// place returns as much of "path:line:column" as is known.
func place(path string, line, column int) string {
	return string(appendPlace(nil, path, line, column))
}

func appendPlace(dst []byte, path string, line, column int) []byte {
	// A line that starts with "::" is a command to GitHub's runner.
	if strings.HasPrefix(strings.TrimSpace(path), "::") {
		dst = append(dst, "./"...)
	}
	dst = append(dst, terminal(path)...)
	for _, n := range [...]int{line, column} {
		if n == 0 {
			break
		}
		dst = strconv.AppendInt(append(dst, ':'), int64(n), 10)
	}
	return dst
}
