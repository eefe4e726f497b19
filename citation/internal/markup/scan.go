package markup

import (
	"html"
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// scanner finds markup from left to right, once: each opening mark is kept until
// its closing one comes, so that no part of a text is read over and over.
type scanner struct {
	source string
	edits  []edit
	marks  []sourceMark

	brackets []int          // where "[" is that no "]" closes yet
	braces   []brace        // the same for "{"
	anchors  []anchor       // the same for <a href="…">
	opened   map[string]int // the last opening mark of each kind of emphasis, and where it is
}

// edit leaves a range of the source out, or writes something instead.
type edit struct {
	start, end int
	instead    string
}

// sourceMark is a mark whose ranges are those of the source.
type sourceMark struct {
	kind       Kind
	start, end int
	address    ref.Span
}

func (s *scanner) leaveOut(start, end int) { s.edits = append(s.edits, edit{start, end, ""}) }

func (s *scanner) write(start, end int, instead string) {
	s.edits = append(s.edits, edit{start, end, instead})
}

func (s *scanner) mark(kind Kind, start, end int, address ref.Span) {
	s.marks = append(s.marks, sourceMark{kind, start, end, address})
}

// readers read the markup that may begin with a byte and return where the text goes
// on: where they began if it is none.
var readers = [256]func(s *scanner, i int) (next int){
	'[':  (*scanner).readOpeningBracket,
	']':  (*scanner).readClosingBracket,
	'*':  (*scanner).readEmphasis,
	'_':  (*scanner).readEmphasis,
	'`':  (*scanner).readBackticks,
	'<':  (*scanner).readTag,
	'&':  (*scanner).readCharacter,
	'\\': (*scanner).readCommand,
	'{':  (*scanner).readOpeningBrace,
	'}':  (*scanner).readClosingBrace,
	'\n': (*scanner).readLine,
}

func (s *scanner) scan() {
	s.opened = map[string]int{}
	for i := s.readItem(0); i < len(s.source); {
		read := readers[s.source[i]]
		if read == nil {
			i = s.skipPlain(i)
			continue
		}
		i = max(read(s, i), i+1)
	}
}

// skipPlain skips what is no markup; the underscores inside a web address are none.
func (s *scanner) skipPlain(i int) (next int) {
	if s.source[i] != 'h' || !strings.HasPrefix(s.source[i:], "http://") && !strings.HasPrefix(s.source[i:], "https://") {
		return i + 1
	}
	size := strings.IndexAny(s.source[i:], " \t\n<>\"'`]})*&\\")
	if size < 0 {
		return len(s.source)
	}
	return i + size
}

// readLine ends the emphasis of a paragraph, and reads what begins the next line.
func (s *scanner) readLine(i int) (next int) {
	if strings.HasPrefix(s.source[i:], "\n\n") {
		clear(s.opened)
		s.brackets = s.brackets[:0]
	}
	return s.readItem(i + 1)
}

// readItem leaves out what begins an item of a list, a quotation or a heading.
func (s *scanner) readItem(i int) (next int) {
	at := i
	for at < len(s.source) && (s.source[at] == ' ' || s.source[at] == '\t') {
		at++
	}
	for _, sign := range []string{"- ", "* ", "+ ", "> ", "• ", "#"} {
		if !strings.HasPrefix(s.source[at:], sign) {
			continue
		}
		end := at
		for end < len(s.source) && strings.HasPrefix(s.source[end:], sign[:1]) {
			end += len(strings.TrimRight(sign, " "))
		}
		if end < len(s.source) && s.source[end] == ' ' {
			s.leaveOut(i, end+1)
			return s.readItem(end + 1)
		}
	}
	return i
}

// readCharacter reads a character reference: "&amp;", "&#8217;".
func (s *scanner) readCharacter(i int) (next int) {
	end := i + 1
	for end < len(s.source) && end < i+32 && (s.source[end] == '#' || text.IsLetter(s.source[end]) || text.IsDigit(s.source[end])) {
		end++
	}
	if end == len(s.source) || s.source[end] != ';' {
		return i
	}
	reference := s.source[i : end+1]
	character := html.UnescapeString(reference)
	if character == reference {
		return i
	}
	if character == "\u00a0" {
		character = " "
	}
	s.write(i, end+1, character)
	return end + 1
}
