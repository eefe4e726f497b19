package bib

import (
	"bytes"
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// closingBrace returns the offset after the brace that closes the one before
// start, or -1 and the offset of the next entry. It jumps from one closing brace
// to the next and counts the opening ones between.
//
// A value may show lines that look like the start of an entry, as a quoted example
// does, if it is closed and the entry goes on after it. Else the brace counts as not
// closed: this keeps a forgotten brace from swallowing the entries after it.
func (s *scanner) closingBrace(start int) (end, resume int) {
	resume = len(s.text)
	for depth, pos := 1, start; ; {
		// Only up to the next "@", so that what follows the entry after
		// this one is not searched for a brace each time.
		at := s.nextAt(pos)
		length := bytes.IndexByte(s.text[pos:at], '}')
		if length < 0 {
			if at == len(s.text) {
				return -1, s.turnBack(resume, at)
			}
			if resume == len(s.text) && startsEntry(s.text, at) {
				if resume = at; s.looksNoFurther() {
					return -1, s.turnBack(resume, at)
				}
			}
			depth += bytes.Count(s.text[pos:at], []byte{'{'})
			pos = at + 1
			continue
		}
		depth += bytes.Count(s.text[pos:pos+length], []byte{'{'}) - 1
		pos += length + 1
		if depth == 0 {
			if resume < pos && !s.goesOn(pos) {
				return -1, s.turnBack(resume, pos)
			}
			return pos, 0
		}
	}
}

// closingQuote returns the offset after the quote that closes the one before
// start, or where to go on and what is wrong. A quote within braces does not
// count; lines that look like entries are treated as in closingBrace.
func (s *scanner) closingQuote(start int) (end, resume int, problem string) {
	resume = len(s.text)
	depth := 0
	for pos := start; pos < len(s.text); pos++ {
		switch s.text[pos] {
		case '"':
			if depth > 0 {
				continue
			}
			if resume < pos && !s.goesOn(pos+1) {
				return 0, s.turnBack(resume, pos), unclosedQuote
			}
			return pos + 1, 0, ""
		case '{':
			depth++
		case '}':
			if depth == 0 {
				return 0, pos, `this quoted value has a "}" without its "{": remove it or add the missing "{"`
			}
			depth--
		case '@':
			if resume == len(s.text) && startsEntry(s.text, pos) {
				if resume = pos; s.looksNoFurther() {
					return 0, s.turnBack(resume, pos), unclosedQuote
				}
			}
		}
	}
	return 0, s.turnBack(resume, len(s.text)), unclosedQuote
}

const unclosedQuote = `the quote that starts this value is not closed before the next entry starts: add the missing quote, or the missing "}" before it`

// maxLooked bounds how much text is looked at in search of the ends of values that turn
// out not to be closed, as a multiple of the text: it keeps reading linear.
const maxLooked = 4

// turnBack notes that text up to an offset was looked at in vain from resume on, which it
// returns.
func (s *scanner) turnBack(resume, to int) int {
	s.looked += to - resume
	s.at = 0
	return resume
}

// looksNoFurther reports whether too much was looked at in vain to look for the end of a
// value after a line that looks like an entry.
func (s *scanner) looksNoFurther() bool { return s.looked > maxLooked*len(s.text) }

// goesOn reports whether what follows a value, after white space, is what may.
func (s *scanner) goesOn(pos int) bool {
	rest := text.TrimLeftBlanks(string(s.text[pos:min(len(s.text), pos+maxGap)]))
	return rest == "" || strings.IndexByte(",#})", rest[0]) >= 0
}

// maxGap is how much white space is looked at after a value.
const maxGap = 64

// nextAt returns the offset of the next "@", or the length of the text. It
// remembers it, which holds as long as positions only grow.
func (s *scanner) nextAt(pos int) int {
	if s.at < pos || s.at == 0 {
		s.at = len(s.text)
		if length := bytes.IndexByte(s.text[pos:], '@'); length >= 0 {
			s.at = pos + length
		}
	}
	return s.at
}
