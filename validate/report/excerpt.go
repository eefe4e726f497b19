package report

import (
	"bufio"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"github.com/factcite/factcite/validate"
)

// The columns of a terminal that an excerpt fills, and those before what is marked in a
// line that is longer.
const (
	excerptWidth = 100
	excerptLead  = 20
)

// mostExcerpts is how many excerpts a report has. Who has more findings than that
// counts them, and each excerpt makes the input be read again up to its line.
const mostExcerpts = 1000

// longestLine is how many bytes of a line are looked at.
const longestLine = 1 << 20

// excerpts reads the lines of the inputs again, forward as long as it is asked in order.
type excerpts struct {
	open   func(path string) (io.ReadCloser, error)
	path   string
	input  io.ReadCloser // nil if the path cannot be read again
	reader *bufio.Reader
	number int // of the line read last
	line   string
	shown  int
}

// close ends reading.
func (e *excerpts) close() {
	if e.input != nil {
		e.input.Close()
	}
	e.input = nil
}

// lineAt returns a line of an input without its end; "" if it cannot be had.
func (e *excerpts) lineAt(path string, number int) string {
	if path != e.path || number < e.number {
		e.close()
		e.path, e.number, e.line = path, 0, ""
		input, err := e.open(path)
		if err != nil {
			return ""
		}
		e.input, e.reader = input, bufio.NewReaderSize(input, 64<<10)
	}
	for e.input != nil && e.number < number {
		if e.line, e.number = e.next(), e.number+1; e.line == "" && e.ended() {
			e.close()
		}
	}
	return strings.TrimRight(e.line, "\r\n")
}

func (e *excerpts) ended() bool {
	_, err := e.reader.Peek(1)
	return err != nil
}

// next reads a line, of a long one what is looked at.
func (e *excerpts) next() string {
	var line []byte
	for {
		part, err := e.reader.ReadSlice('\n')
		if len(line) < longestLine {
			line = append(line, part...)
		}
		if err != bufio.ErrBufferFull {
			return string(line)
		}
	}
}

// write writes the line of a finding with what is meant marked below it, if it can be
// had.
func (e *excerpts) write(w *bufio.Writer, f *validate.Finding, paint func(string) string) {
	if e.open == nil || f.Line == 0 || f.Column == 0 || e.shown >= mostExcerpts {
		return
	}
	line := e.lineAt(f.Path, f.Line)
	if !utf8.ValidString(line) || utf8.RuneCountInString(line) < f.Column {
		return
	}
	e.shown++
	points, end := []rune(line), f.Column+1
	switch {
	case f.EndLine > f.Line:
		end = len(points) + 1
	case f.EndColumn > f.Column:
		end = f.EndColumn
	case strings.HasPrefix(string(points[f.Column-1:]), f.Stated):
		end = f.Column + max(1, utf8.RuneCountInString(f.Stated))
	}
	text, lead, marked := window(points, f.Column-1, end-1)
	number := strconv.Itoa(f.Line)
	margin := strings.Repeat(" ", len(number))
	w.WriteString(margin + " |\n" + number + " | " + text + "\n")
	w.WriteString(margin + " | " + strings.Repeat(" ", lead) + paint(strings.Repeat("^", marked)) + "\n")
}

// window cuts a line about the code points from start to end, and returns it as a
// terminal shows it, with the columns before what is marked and those that are.
func window(line []rune, start, end int) (text string, lead, marked int) {
	var b strings.Builder
	from := 0
	if len(line) > excerptWidth {
		from = max(0, min(start-excerptLead, len(line)-excerptWidth))
	}
	columns, before := 0, ' '
	if from > 0 {
		b.WriteString("…")
		lead, columns = 1, 1
	}
	for i, r := range line[from:] {
		shown, wide := cell(r)
		if r == '#' && before == '#' { // see terminal
			shown, wide = `\x23`, 4
		}
		before = r
		if columns+wide > excerptWidth {
			b.WriteString("…")
			break
		}
		b.WriteString(shown)
		columns += wide
		switch at := from + i; {
		case at < start:
			lead += wide
		case at < end:
			marked += wide
		}
	}
	return b.String(), lead, max(marked, 1)
}

// printing are the printing characters of ASCII, each of which takes a column.
var printing = func() string {
	var b strings.Builder
	for c := byte(' '); c <= '~'; c++ {
		b.WriteByte(c)
	}
	return b.String()
}()

// cell returns a character as a terminal shows it, and the columns that it takes there.
func cell(r rune) (string, int) {
	if ' ' <= r && r <= '~' {
		return printing[r-' ' : r-' '+1], 1
	}
	if r == '\t' {
		return " ", 1
	}
	if unicode.Is(unicode.Mn, r) {
		return string(r), 0
	}
	shown := visible(string(r))
	if kind := width.LookupRune(r).Kind(); kind == width.EastAsianWide || kind == width.EastAsianFullwidth {
		return shown, 2
	}
	return shown, utf8.RuneCountInString(shown)
}
