package document

import (
	"bytes"
	"sort"
	"strconv"
	"unicode/utf8"

	"github.com/factcite/factcite/fact"
)

// columnStep is how many bytes apart the columns of a long line are remembered.
const columnStep = 4 << 10

// A source is the text of a document, as UTF-8, that knows its lines.
type source struct {
	path  string
	text  []byte
	base  int   // byte offset of the text in the input
	lines []int // where each line starts
	runes []int // how many code points there are before each multiple of columnStep; nil if no line is as long
	pages []int // where each page starts; none where there are no pages

	within  *source       // of which the text is a part, in another encoding; nil where it is all
	written []writtenLine // the lines of the part there, or parts of them
}

// A writtenLine says where a line is that encodes the text from an offset on.
type writtenLine struct{ at, from int }

func newSource(path string, text []byte) *source {
	s := &source{path: path, text: text, lines: lineStarts(text)}
	longest := 0
	for i, start := range s.lines[1:] {
		longest = max(longest, start-s.lines[i])
	}
	if longest = max(longest, len(text)-s.lines[len(s.lines)-1]); longest >= columnStep {
		s.rememberColumns()
	}
	return s
}

// lineStarts lists where the lines of a text start, each ended by CR, LF or CRLF.
func lineStarts(text []byte) []int {
	starts := append(make([]int, 0, bytes.Count(text, []byte("\n"))+1), 0)
	ends := "\n"
	if bytes.IndexByte(text, '\r') >= 0 {
		ends = "\r\n"
	}
	for i := 0; i < len(text); {
		end := bytes.IndexAny(text[i:], ends) // for one byte as fast as IndexByte
		if end < 0 {
			break
		}
		i += end + 1
		if text[i-1] == '\r' && i < len(text) && text[i] == '\n' {
			i++
		}
		starts = append(starts, i)
	}
	return starts
}

// rememberColumns counts the code points before each multiple of columnStep.
func (s *source) rememberColumns() {
	count := 0
	for i := 0; i <= len(s.text); i += columnStep {
		s.runes = append(s.runes, count)
		count += countRunes(s.text[i:min(i+columnStep, len(s.text))])
	}
}

// countRunes counts the bytes that start a code point.
func countRunes(text []byte) int {
	n := 0
	for _, b := range text {
		if b < utf8.RuneSelf || b >= 0xC0 {
			n++
		}
	}
	return n
}

// column returns the column of an offset in the line that starts at start, from 1.
func (s *source) column(start, offset int) int {
	if offset-start < columnStep {
		return countRunes(s.text[start:offset]) + 1
	}
	return s.runesBefore(offset) - s.runesBefore(start) + 1
}

// runesBefore returns how many code points there are before an offset.
func (s *source) runesBefore(offset int) int {
	step := offset / columnStep
	return s.runes[step] + countRunes(s.text[step*columnStep:offset])
}

// place returns the place of a byte of the text.
func (s *source) place(offset int) fact.Place {
	if s.within != nil {
		return s.within.place(s.writtenAt(offset))
	}
	line := sort.SearchInts(s.lines, offset+1)
	at := fact.Place{
		Path: s.path, Line: line, Offset: int64(s.base + offset),
		Column: s.column(s.lines[line-1], offset),
	}
	if page := sort.SearchInts(s.pages, offset+1); page > 0 {
		at.Page = page
		at.Path += "#page=" + strconv.Itoa(page)
		at.Line -= sort.SearchInts(s.lines, s.pages[page-1]+1) - 1
	}
	return at
}

// writtenAt returns where a byte of a part is in the whole: as far in its line, of which the
// next line is the limit.
func (s *source) writtenAt(offset int) int {
	next := sort.Search(len(s.written), func(i int) bool { return s.written[i].at > offset })
	if next == 0 {
		return 0
	}
	line := s.written[next-1]
	at := line.from + offset - line.at
	if next < len(s.written) {
		at = min(at, s.written[next].from-1)
	}
	return min(at, len(s.within.text))
}

// line returns a line of the text without its end, and where it starts.
func (s *source) line(i int) (text []byte, start int) {
	start, end := s.lines[i], len(s.text)
	if i+1 < len(s.lines) {
		end = s.lines[i+1]
	}
	return bytes.TrimRight(s.text[start:end], "\r\n"), start
}
