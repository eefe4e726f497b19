package report

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/validate"
)

// longestMessage is how much of a message fits a line that is still read, in
// bytes.
const longestMessage = 600

// writeText writes a line for each finding, "path:line:col: severity: message
// [rule]", and nothing if there is none.
func writeText(w *bufio.Writer, r *run, opts *Options) error {
	paint := func(_, text string) string { return text }
	if opts.Color {
		paint = func(code, text string) string { return "\x1b[" + code + "m" + text + "\x1b[0m" }
	}
	for f, err := range r.findings {
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(w, "%s: %s: %s %s\n", place(f.Path, f.Line, f.Column),
			paint(severityColor(f.Severity), string(f.Severity)),
			terminal(shorten(f.Message, longestMessage)),
			paint("2", "["+f.Rule+"]"))
		if err != nil {
			return err
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

// terminal makes text safe to print: besides what visible escapes, "##", which
// opens the commands of several CI systems wherever it stands in a line, is
// shown as #\x23.
func terminal(s string) string { return strings.ReplaceAll(visible(s), "##", `#\x23`) }

// visible shows control characters, directional overrides and whatever else has
// no shape of its own as \x1b or \u202e.
func visible(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	for i, size := 0, 0; i < len(s); i += size {
		var r rune
		r, size = utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case unicode.IsGraphic(r):
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	return b.String()
}

func isPlain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// shorten cuts the middle out of a text of more than limit bytes: a message
// names the rule's complaint at one of its ends.
func shorten(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	head, tail := limit*3/4, len(s)-limit/4
	for head > 0 && !utf8.RuneStart(s[head]) {
		head--
	}
	for tail < len(s) && !utf8.RuneStart(s[tail]) {
		tail++
	}
	return s[:head] + " … " + s[tail:]
}

// Summary says in one line what a run read and found, for people who watch it.
func Summary(res *validate.Result) string {
	return summary(res.Summary, res.Coverage())
}

func summary(s validate.Summary, c validate.Coverage) string {
	var b strings.Builder
	b.WriteString(whatWasRead(s))
	if c.Works > 0 {
		var known []string
		for _, k := range kinds(c) {
			known = append(known, fmt.Sprintf("%s %d%%", k.name, percent(k.works, c.Works)))
		}
		fmt.Fprintf(&b, " (%s)", strings.Join(known, ", "))
	}
	fmt.Fprintf(&b, ": %s, %s, %s", count(s.Findings.Error, "error"),
		count(s.Findings.Warning, "warning"), count(s.Findings.Info, "info"))
	return b.String()
}

// whatWasRead counts records, references and works. The entries of a .bib are
// references without a record.
func whatWasRead(s validate.Summary) string {
	read := fmt.Sprintf("%s to %s", count(s.References, "reference"), count(s.Works, "work"))
	switch {
	case s.Records == 0 && s.References > 0:
		return read
	case s.Invalid+s.Unreadable > 0:
		return fmt.Sprintf("%s (%s invalid, %s unreadable), %s", count(s.Records, "record"), thousands(s.Invalid), thousands(s.Unreadable), read)
	default:
		return fmt.Sprintf("%s, %s", count(s.Records, "record"), read)
	}
}

// kind is one of the kinds of value that coverage counts.
type kind struct {
	name  string
	works int // that have it
}

func kinds(c validate.Coverage) []kind {
	return []kind{
		{"title", c.Title},
		{"author", c.Author},
		{"year", c.Year},
		{"venue", c.Venue},
		{"identifier", c.Identifier},
	}
}

// percent rounds down, so that only a complete whole is 100.
func percent(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return part * 100 / whole
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return thousands(n) + " " + noun + "s"
}

func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
