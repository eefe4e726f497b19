package bib

import (
	"strings"
	"unicode/utf8"
)

// placeCursor counts lines and columns while it moves forward through a text.
type placeCursor struct {
	offset       int
	line, column int
}

// startOfText returns the place where a text begins, after its byte order mark.
func startOfText(text string) placeCursor {
	start := placeCursor{line: 1, column: 1}
	if strings.HasPrefix(text, byteOrderMark) {
		start.offset = len(byteOrderMark)
	}
	return start
}

// at moves to an offset of the text that is not before the last one.
func (c *placeCursor) at(text string, offset int) (line, column int) {
	passed := text[c.offset:offset]
	if newlines := strings.Count(passed, "\n"); newlines > 0 {
		c.line += newlines
		c.column = 1
		passed = passed[strings.LastIndexByte(passed, '\n')+1:]
	}
	c.column += utf8.RuneCountInString(passed)
	c.offset = offset
	return c.line, c.column
}
