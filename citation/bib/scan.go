package bib

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// The language of a .bib file, as BibTeX 0.99d reads it:
//
//	file     = { junk "@" blanks ( command | entry ) }
//	command  = "comment"                                   what follows is junk again
//	         | "string" open name "=" value close
//	         | "preamble" open value close
//	entry    = name open key { "," field } [ "," ] close
//	field    = name "=" value
//	value    = part { "#" part }
//	part     = "{" balanced "}" | `"` balanced `"` | digits | macro
//	open     = "{" | "("                                   close is its counterpart
//	key      = characters up to white space, a comma or, after "{", a closing brace
//
// White space, line ends included, may stand between any two of these. A name
// does not start with a digit and holds no blank, control character or any of
// "#%'(),={}, and must be followed by white space or by what the grammar wants
// next. There are no comments: a "%" within an entry is an error, though what
// follows its line is read on, and an "@" in junk starts an entry. A field may have
// a name that starts with "@", as people comment fields out.

// pieceKind tells what an "@" started.
type pieceKind int

const (
	entryPiece pieceKind = iota
	stringPiece
	preamblePiece
	commentPiece
	brokenPiece // ended before an entry had its key, or a command its value
)

// scannedPiece is an entry or a command as byte offsets.
type scannedPiece struct {
	kind               pieceKind
	start, end         int // from the "@" to after the closing delimiter, or to where reading goes on
	typeStart, typeEnd int
	keyStart, keyEnd   int
	open, close        int            // the delimiters; close is -1 if the piece is not closed
	fields             []scannedField // of a string one, of a preamble one without a name; valid until the next piece
	fault              *scanFault     // what ended the piece early, nil if nothing did
	comment            *scanFault     // the first "%" that a line between fields starts with, nil if there is none
}

// scannedField is a field as byte offsets. [start,end) is the value as written.
type scannedField struct {
	nameStart, nameEnd int
	name               string // in lower case, if the scanner knows it
	start, end         int
	parts              int // joined by "#"
}

// scanFault is a place where the text leaves the grammar.
type scanFault struct {
	offset   int
	message  string
	unclosed bool // it is that a value or a piece is not closed
}

// scanner reads a .bib file from front to back in time linear in its size.
type scanner struct {
	text   []byte
	pos    int
	at     int // of the "@" that nextAt found last, 0 if none
	looked int // bytes that were looked at in vain, see maxLooked
	fields []scannedField

	openings *openings
}

// next scans to the end of the next entry or command; false means that only
// junk was left.
func (s *scanner) next() (scannedPiece, bool) {
	at := bytes.IndexByte(s.text[s.pos:], '@')
	if at < 0 {
		s.pos = len(s.text)
		return scannedPiece{}, false
	}
	p := scannedPiece{kind: brokenPiece, start: s.pos + at, close: -1}
	s.fields = s.fields[:0]
	s.pos = p.start + 1
	p.fault = s.piece(&p)
	if p.fault != nil && p.open > 0 {
		s.pos = nextEntryStart(s.text, s.pos, len(s.text))
	}
	p.end = s.pos
	p.fields = s.fields
	return p, true
}

// piece scans what follows an "@".
func (s *scanner) piece(p *scannedPiece) *scanFault {
	s.blanks()
	p.typeStart = s.pos
	if fault := s.name("an entry type", "{("); fault != nil {
		return fault
	}
	p.typeEnd = s.pos
	kind := pieceKindOf(s.text[p.typeStart:p.typeEnd])
	if kind == commentPiece {
		p.kind = commentPiece
		return nil
	}
	s.blanks()
	closing := byte('}')
	switch s.peek() {
	case '{':
	case '(':
		closing = ')'
	default:
		return s.expected(`"{" or "(" after the entry type`)
	}
	p.open = s.pos
	s.pos++
	s.blanks()
	switch kind {
	case stringPiece:
		f, fault := s.fieldName("a macro name")
		if fault != nil {
			return fault
		}
		if fault := s.value(f); fault != nil {
			return fault
		}
	case preamblePiece:
		if fault := s.value(scannedField{nameStart: s.pos, nameEnd: s.pos}); fault != nil {
			return fault
		}
	default:
		p.kind = entryPiece
		p.keyStart = s.pos
		s.key(closing)
		p.keyEnd = s.pos
		return s.entryFields(p, closing)
	}
	p.kind = kind
	if s.peek() != int(closing) {
		return s.expected(fmt.Sprintf("%q", string(closing)))
	}
	p.close = s.pos
	s.pos++
	return nil
}

// entryFields scans from after the key to after the closing delimiter.
func (s *scanner) entryFields(p *scannedPiece, closing byte) *scanFault {
	s.blanks()
	s.comments(p)
	for s.peek() != int(closing) {
		f, found := s.likelyField()
		if !found {
			if s.peek() != ',' {
				return s.expected(fmt.Sprintf(`"," or %q`, string(closing)))
			}
			comma := s.pos
			s.pos++
			s.blanks()
			commented := s.comments(p)
			if s.peek() == int(closing) {
				break
			}
			var fault *scanFault
			if f, fault = s.fieldName("a field name"); fault != nil {
				return fault
			}
			if !commented {
				s.openings.learn(s.text[comma:s.pos], f.nameStart-comma, f.nameEnd-comma)
			}
		}
		if fault := s.value(f); fault != nil {
			return fault
		}
		s.comments(p)
	}
	p.close = s.pos
	s.pos++
	return nil
}

// comments passes over lines that start with "%", which BibTeX stops at, and reports
// whether there were any.
func (s *scanner) comments(p *scannedPiece) bool {
	if s.peek() != '%' {
		return false
	}
	if p.comment == nil {
		p.comment = s.expected("a field name")
	}
	for s.peek() == '%' {
		if length := bytes.IndexByte(s.text[s.pos:], '\n'); length >= 0 {
			s.pos += length
		} else {
			s.pos = len(s.text)
		}
		s.blanks()
	}
	return true
}

// likelyField passes over the opening of a field if it is the one that is expected here.
func (s *scanner) likelyField() (f scannedField, found bool) {
	o := s.openings.likely(s.text[s.pos:])
	if o == nil {
		return f, false
	}
	f = scannedField{nameStart: s.pos + o.nameStart, nameEnd: s.pos + o.nameEnd, name: o.name}
	s.pos += len(o.text)
	s.blanks() // more may stand here than the last time
	return f, true
}

// fieldName scans "name =" and the white space around the sign.
func (s *scanner) fieldName(what string) (scannedField, *scanFault) {
	f := scannedField{nameStart: s.pos}
	if s.startsField() {
		s.pos++
	}
	if fault := s.name(what, "="); fault != nil {
		// An entry that is not closed meets the "@" of the next one here:
		// reading has to go on at that sign, not after it.
		s.pos = f.nameStart
		return f, fault
	}
	f.nameEnd = s.pos
	s.blanks()
	if s.peek() != '=' {
		return f, s.expected(fmt.Sprintf(`"=" after %q`, s.text[f.nameStart:f.nameEnd]))
	}
	s.pos++
	s.blanks()
	return f, nil
}

// startsField reports whether an "@" is the first character of a field's name: an
// equals sign follows that name, and what opens an entry would follow its type.
func (s *scanner) startsField() bool {
	if s.peek() != '@' {
		return false
	}
	after := s.pos + 1
	for after < len(s.text) && isNameByte(s.text[after]) && s.text[after] != '@' {
		after++
	}
	for after < len(s.text) && text.IsBlank(s.text[after]) {
		after++
	}
	return after < len(s.text) && s.text[after] == '='
}

// value scans the parts of a value and the white space after them, and adds
// the field.
func (s *scanner) value(f scannedField) *scanFault {
	f.start = s.pos
	for {
		if fault := s.part(); fault != nil {
			return fault
		}
		f.parts++
		f.end = s.pos
		s.blanks()
		if s.peek() != '#' {
			s.fields = append(s.fields, f)
			return nil
		}
		s.pos++
		s.blanks()
	}
}

// part scans one part of a value.
func (s *scanner) part() *scanFault {
	start := s.pos
	switch c := s.peek(); {
	case c == '{':
		end, resume := s.closingBrace(start + 1)
		if end < 0 {
			s.pos = resume
			return &scanFault{start, `the "{" of this value is not closed before the next entry starts: add the missing "}"`, true}
		}
		s.pos = end
	case c == '"':
		end, resume, problem := s.closingQuote(start + 1)
		if problem != "" {
			s.pos = resume
			return &scanFault{start, problem, true}
		}
		s.pos = end
	case '0' <= c && c <= '9':
		for '0' <= s.peek() && s.peek() <= '9' {
			s.pos++
		}
	default:
		return s.name("a value", ",})#")
	}
	return nil
}

// endOfText is what peek returns at the end of the text.
const endOfText = -1

func (s *scanner) peek() int {
	if s.pos < len(s.text) {
		return int(s.text[s.pos])
	}
	return endOfText
}

func (s *scanner) blanks() {
	for s.pos < len(s.text) && text.IsBlank(s.text[s.pos]) {
		s.pos++
	}
}

// name scans a name, which white space or one of the characters in follow has
// to end.
func (s *scanner) name(what, follow string) *scanFault {
	start := s.pos
	// BibTeX lets a name start with "@"; what does is the next entry, or known to
	// be a field.
	if c := s.peek(); (c < '0' || c > '9') && c != '@' {
		for s.pos < len(s.text) && isNameByte(s.text[s.pos]) {
			s.pos++
		}
	}
	if s.pos == start {
		return s.expected(what)
	}
	if s.pos == len(s.text) || text.IsBlank(s.text[s.pos]) || strings.IndexByte(follow, s.text[s.pos]) >= 0 {
		return nil
	}
	return &scanFault{s.pos, fmt.Sprintf("%s stands right after %q, which was read as %s", s.here(), s.text[start:s.pos], what), false}
}

// key scans a citation key, which may be empty.
func (s *scanner) key(closing byte) {
	for s.pos < len(s.text) {
		c := s.text[s.pos]
		if c == ',' || text.IsBlank(c) || c == '}' && closing == '}' {
			return
		}
		s.pos++
	}
}

func (s *scanner) expected(what string) *scanFault {
	hint := ""
	unclosed := s.pos == len(s.text)
	switch s.peek() {
	case '@':
		unclosed = true
		hint = "; what stands before it may lack its closing delimiter"
	case '%':
		hint = "; BibTeX has no comments within an entry"
	}
	return &scanFault{s.pos, fmt.Sprintf("expected %s but found %s%s", what, s.here(), hint), unclosed}
}

// here names the character at the current position.
func (s *scanner) here() string {
	if s.pos == len(s.text) {
		return "the end of the file"
	}
	r, size := utf8.DecodeRune(s.text[s.pos:])
	if r == utf8.RuneError && size == 1 {
		return fmt.Sprintf("the byte 0x%02x", s.text[s.pos])
	}
	return fmt.Sprintf("%q", string(r))
}

func pieceKindOf(name []byte) pieceKind {
	switch {
	case len(name) == 6 && bytes.EqualFold(name, []byte("string")):
		return stringPiece
	case len(name) == 8 && bytes.EqualFold(name, []byte("preamble")):
		return preamblePiece
	case len(name) == 7 && bytes.EqualFold(name, []byte("comment")):
		return commentPiece
	}
	return entryPiece
}

// isNameByte reports whether c may stand in a name.
func isNameByte(c byte) bool {
	switch c {
	case '"', '#', '%', '\'', '(', ')', ',', '=', '{', '}':
		return false
	}
	return c > ' '
}
