package markup

import (
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// brace is a "{" that is open.
type brace struct {
	start, words int  // of the command before it, or of itself; where its words begin
	command      bool // a command that marks its words
	kind         Kind
	address      ref.Span
}

// commands are those of LaTeX that mark words.
var commands = map[string]Kind{
	"emph": Emphasis, "textit": Emphasis, "textsl": Emphasis, "bibinfo": Emphasis,
	"textbf": Strong, "texttt": Code,
}

// readCommand reads a command of LaTeX, or an escaped mark.
func (s *scanner) readCommand(i int) (next int) {
	end := text.LettersEnd(s.source, i+1)
	name := s.source[i+1 : end]
	switch {
	case name == "" && end < len(s.source) && strings.IndexByte("&%$#_{}[]*`~", s.source[end]) >= 0:
		s.leaveOut(i, end)
		return end + 1
	case !strings.HasPrefix(s.source[end:], "{"):
		return end
	case name == "href", name == "url":
		return s.readAddress(i, end, name == "url")
	}
	if kind, ok := commands[name]; ok {
		s.braces = append(s.braces, brace{start: i, words: end + 1, command: true, kind: kind})
		return end + 1
	}
	return end
}

// readAddress reads "\href{address}{" or "\url{address}" at i, whose first brace is
// at open.
func (s *scanner) readAddress(i, open int, bare bool) (next int) {
	size := strings.IndexAny(s.source[open:min(len(s.source), open+longestAddress)], "} \n")
	if size < 0 || s.source[open+size] != '}' {
		return open
	}
	end := open + size
	if bare {
		s.leaveOut(i, open+1)
		s.leaveOut(end, end+1)
		return end + 1
	}
	if !strings.HasPrefix(s.source[end:], "}{") {
		return open
	}
	b := brace{start: i, words: end + 2, command: true, kind: Link}
	if isAddress(s.source[open+1 : end]) {
		b.address = ref.Span{open + 1, end}
	}
	s.braces = append(s.braces, b)
	return end + 2
}

func (s *scanner) readOpeningBrace(i int) (next int) {
	s.braces = append(s.braces, brace{start: i})
	return i + 1
}

func (s *scanner) readClosingBrace(i int) (next int) {
	last := len(s.braces) - 1
	if last < 0 {
		return i + 1
	}
	b := s.braces[last]
	s.braces = s.braces[:last]
	if b.command {
		s.leaveOut(b.start, b.words)
		s.leaveOut(i, i+1)
		s.mark(b.kind, b.words, i, b.address)
	}
	return i + 1
}
