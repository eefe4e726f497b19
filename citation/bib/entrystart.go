package bib

import (
	"bytes"

	"github.com/factcite/factcite/internal/text"
)

// nextEntryStart returns the offset of the first "@" in text[from:to] that
// starts a line and looks like an entry or a command, or to.
func nextEntryStart(text []byte, from, to int) int {
	for pos := from; pos < to; pos++ {
		at := bytes.IndexByte(text[pos:to], '@')
		if at < 0 {
			break
		}
		pos += at
		if startsEntry(text, pos) {
			return pos
		}
	}
	return to
}

// startsEntry reports whether the "@" at the offset is the first of its line and
// followed by a name and an opening delimiter.
func startsEntry(content []byte, at int) bool {
	before := at
	for before > 0 && (content[before-1] == ' ' || content[before-1] == '\t') {
		before--
	}
	if before > 0 && content[before-1] != '\n' {
		return false
	}
	after := at + 1
	if after == len(content) || !text.IsLetter(content[after]) {
		return false
	}
	for after < len(content) && isNameByte(content[after]) && content[after] != '@' {
		after++
	}
	for after < len(content) && (content[after] == ' ' || content[after] == '\t') {
		after++
	}
	return after < len(content) && (content[after] == '{' || content[after] == '(')
}
