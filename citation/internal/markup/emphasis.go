package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/citation/ref"
)

// readEmphasis reads a run of asterisks or underscores, as CommonMark pairs them but
// for emphasis inside a word, which is none here.
func (s *scanner) readEmphasis(i int) (next int) {
	sign := s.source[i]
	next = i
	for next < len(s.source) && s.source[next] == sign {
		next++
	}
	if next-i > 3 {
		return next
	}
	before, _ := utf8.DecodeLastRuneInString(s.source[:i])
	after, _ := utf8.DecodeRuneInString(s.source[next:])
	inWord := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	run := s.source[i:next]
	if !unicode.IsSpace(before) && !inWord(after) && s.closeRun(run, i) {
		return next
	}
	if next < len(s.source) && !unicode.IsSpace(after) && !inWord(before) {
		s.opened[run] = i
	}
	return next
}

// longestRun is how many signs emphasis that is strong as well has around it.
const longestRun = 3

// closeRun closes what the run at i ends, and reports whether it ends anything: what a run
// of as many signs opened, or of two that are in one another both or the inner one, as in
// "**Lee's *Felt***" and "***Felt* by Lee**".
func (s *scanner) closeRun(run string, i int) bool {
	if open, ok := s.opened[run]; ok && open+len(run) < i {
		delete(s.opened, run)
		s.closeEmphasis(run, open, i)
		return true
	}
	if len(run) == longestRun {
		return s.closeBoth(run, i)
	}
	both := strings.Repeat(run[:1], longestRun)
	open, ok := s.opened[both]
	if !ok || open+longestRun >= i {
		return false
	}
	outer := both[len(run):]
	delete(s.opened, both)
	s.opened[outer] = open
	s.closeEmphasis(run, open+len(outer), i)
	return true
}

func (s *scanner) closeBoth(run string, i int) bool {
	inner, outer := run[:1], run[:2]
	if s.opened[inner] < s.opened[outer] {
		inner, outer = outer, inner
	}
	from, ok := s.opened[inner]
	around, both := s.opened[outer]
	if !ok || !both || from+len(inner) >= i {
		return false
	}
	delete(s.opened, inner)
	delete(s.opened, outer)
	s.closeEmphasis(inner, from, i)
	s.closeEmphasis(outer, around, i+len(inner))
	return true
}

// closeEmphasis marks what is between the run at open and the one at end.
func (s *scanner) closeEmphasis(run string, open, end int) {
	kind := Emphasis
	if len(run) == 2 {
		kind = Strong
	}
	s.leaveOut(open, open+len(run))
	s.leaveOut(end, end+len(run))
	s.mark(kind, open+len(run), end, ref.Span{})
}

// longestCode is how many bytes code between backticks may have.
const longestCode = 1000

// readBackticks reads code, a link of reStructuredText, or quotation marks of LaTeX.
func (s *scanner) readBackticks(i int) (next int) {
	open := i
	for open < len(s.source) && s.source[open] == '`' {
		open++
	}
	run := s.source[i:open]
	rest := s.source[open:min(len(s.source), open+longestCode)]
	if quote := strings.Index(rest, "''"); run == "``" && quote > 0 && !strings.Contains(rest[:quote], "``") {
		s.write(i, open, "“")
		s.write(open+quote, open+quote+2, "”")
		return open
	}
	size := strings.Index(rest, run)
	if size <= 0 || strings.HasPrefix(rest[size+len(run):], "`") {
		return open
	}
	end := open + size
	next = end + len(run)
	if run == "`" && strings.HasPrefix(s.source[next:], "_") {
		return s.readLinkedPhrase(i, end)
	}
	s.leaveOut(i, open)
	s.leaveOut(end, next)
	s.mark(Code, open, end, ref.Span{})
	return next
}

// readLinkedPhrase reads a link of reStructuredText whose words are between the
// backticks at open and end: "`these <https://example.org>`_".
func (s *scanner) readLinkedPhrase(open, end int) (next int) {
	next = end + 1
	for next < len(s.source) && s.source[next] == '_' {
		next++
	}
	phrase := s.source[open+1 : end]
	words := len(strings.TrimRight(phrase, " "))
	address := ref.Span{}
	if angle := strings.LastIndexByte(phrase, '<'); angle >= 0 && strings.HasSuffix(phrase, ">") {
		words = len(strings.TrimRight(phrase[:angle], " "))
		address = ref.Span{open + 1 + angle + 1, end - 1}
	}
	s.leaveOut(open, open+1)
	s.leaveOut(open+1+words, next)
	s.mark(Link, open+1, open+1+words, address)
	return next
}
