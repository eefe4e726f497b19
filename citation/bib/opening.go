package bib

import (
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// A bibOpening is what is before the value of a field: the comma, the name and
// the equals sign, with the white space around them. Most entries of a file have
// the same ones in the same order, so a scanner first compares the text with the
// opening that came next the last time, and reads it only if it is another.
//
// An opening was read once, by the grammar. Where the same bytes stand again, also
// after a value or a key, reading them would say the same.
type bibOpening struct {
	text               string // from the comma up to the value
	nameStart, nameEnd int    // in text
	name               string // in lower case
	next               *bibOpening
}

// openings are what a scanner knows of its text's openings. A nil one learns none.
type openings struct {
	known map[string]*bibOpening
	last  *bibOpening
}

// What a text can make its scanner remember is bounded.
const (
	maxBibOpenings      = 512
	maxBibOpeningLength = 80
)

func newOpenings() *openings {
	return &openings{known: make(map[string]*bibOpening), last: new(bibOpening)}
}

// likely returns the opening that text probably starts with, or nil if it does not.
func (l *openings) likely(text []byte) *bibOpening {
	if l == nil || l.last.next == nil {
		return nil
	}
	o := l.last.next
	if len(o.text) > len(text) || string(text[:len(o.text)]) != o.text {
		return nil
	}
	l.last = o
	return o
}

// learn remembers that text opens the field whose name it has at [start,end). A name
// that is not UTF-8 is left to the reader, which decodes it.
func (l *openings) learn(content []byte, start, end int) {
	if l == nil {
		return
	}
	o := l.known[string(content)]
	if o == nil {
		if len(l.known) == maxBibOpenings || len(content) > maxBibOpeningLength || !utf8.Valid(content[start:end]) {
			return
		}
		o = &bibOpening{text: string(content), nameStart: start, nameEnd: end, name: text.LowerASCII(string(content[start:end]))}
		l.known[o.text] = o
	}
	l.last.next = o
	l.last = o
}
