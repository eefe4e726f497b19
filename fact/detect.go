package fact

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/jsontext"
)

// Detect names the form that the first bytes of an input show (gzip already
// opened), or Auto if they show none. Some tens of kilobytes are enough.
//
// An input that starts with "[" and a value is JSON, one with "{" an export or a bundle if
// its first object has their members, JSON Lines if that object ends on its
// line or another starts on the next, else JSON. One that starts with markup is
// a page's HTML, one with a line "Facts (N)" a page, one with an entry such as
// "@book{" a .bib, one with a line that starts with {" JSON Lines whose first
// lines are broken.
func Detect(head []byte) Form {
	text := head[jsontext.BlankLength(head):]
	switch {
	case len(text) == 0:
		return Auto
	case text[0] == '[' && opensArray(text):
		return JSON
	case text[0] == '{' && !bytes.HasPrefix(text, []byte(`{\`)): // as LaTeX has it
		return detectObject(text)
	case bytes.IndexByte(text, 0) >= 0:
		return Auto
	case text[0] == '<' || IsPage(text):
		return PageHTML
	case text[0] != '@' && hasLine(text, isFactsLine):
		return PageText
	case hasLine(text, isEntryLine):
		return Bib
	case hasLine(text, isObjectLine):
		return Lines
	}
	return Auto
}

// opensArray reports whether a text that starts with a bracket is an array, for in a
// text "[1] Roe", "[^note]: Roe" and "[Felt](https://…)" start so too.
func opensArray(text []byte) bool {
	label := bytes.TrimLeft(text[1:], "0123456789")
	switch {
	case len(label) == 0:
		return true
	case len(label) < len(text)-1 && label[0] == ']':
		after := bytes.TrimLeft(label[1:], " \t\r\n")
		return len(after) == 0 || after[0] == ','
	}
	for _, word := range []string{"true", "false", "null"} {
		if bytes.HasPrefix(label, []byte(word)) {
			return true
		}
	}
	first, _ := utf8.DecodeRune(label)
	return !unicode.IsLetter(first) && first != '^' && first != '@' && first != '!' && first != '*' && first != '_'
}

// detectObject tells the forms that start with an object.
func detectObject(text []byte) Form {
	c := jsontext.NewCursor(text, maxMaxDepth)
	c.IgnoreDuplicates = true
	members := map[string]bool{}
	for name := range c.Members() {
		members[string(name)] = true
		if string(name) == "metadata" {
			_, _, ok := jsontext.Find(c.Skip(), "/export_type")
			members["export_type"] = ok
		}
	}
	record := members["content"]
	switch {
	case members["schema_version"] && !record:
		return Bundle
	case !record && (members["facts"] || members["nodes"] || members["edges"] || members["node_fact_links"] || members["conversation"] || members["export_type"]):
		return Export
	}
	line, rest := text, []byte(nil)
	if end := bytes.IndexAny(text, "\r\n"); end >= 0 {
		line, rest = text[:end], text[end:]
	}
	rest = bytes.TrimLeft(rest, " \t\r\n")
	whole := c.Err() == nil && c.Offset() <= len(line)
	if whole || len(rest) > 0 && rest[0] == '{' || len(line) == len(text) {
		return Lines
	}
	return JSON
}

// IsPage reports whether markup is that of a page of a knowledge base, rather than of
// any page.
func IsPage(markup []byte) bool {
	return bytes.Contains(markup, []byte("data-facts-section")) || bytes.Contains(markup, []byte("data-fact-text"))
}

// hasLine reports whether a line of text passes a test.
func hasLine(text []byte, test func([]byte) bool) bool {
	for len(text) > 0 {
		line := text
		if end := bytes.IndexAny(text, "\r\n"); end >= 0 {
			line, text = text[:end], text[end+1:]
		} else {
			text = nil
		}
		if test(bytes.TrimSpace(line)) {
			return true
		}
	}
	return false
}

// isFactsLine reports whether a line is "Facts (N)".
func isFactsLine(line []byte) bool {
	_, ok := factsCount(string(line))
	return ok
}

// isObjectLine reports whether a line starts as an object does.
func isObjectLine(line []byte) bool { return bytes.HasPrefix(line, []byte(`{"`)) }

// isEntryLine reports whether a line starts as "@book{" does.
func isEntryLine(line []byte) bool {
	if len(line) < 2 || line[0] != '@' {
		return false
	}
	name := bytes.TrimLeft(line[1:], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
	if len(name) == len(line)-1 {
		return false
	}
	name = bytes.TrimSpace(name)
	return len(name) > 0 && (name[0] == '{' || name[0] == '(')
}

// manyMembers is how many members of an object that is cut show that none is a record's.
const manyMembers = 4

// IsForeign reports whether JSON starts with an object that has no member of a record,
// as "package.json" does, or holds no object at all.
func IsForeign(head []byte) bool {
	text := head[jsontext.BlankLength(head):]
	if len(text) > 0 && text[0] == '[' {
		text = text[1+jsontext.BlankLength(text[1:]):]
	}
	c := jsontext.NewCursor(text, maxMaxDepth)
	c.IgnoreDuplicates = true
	members := 0
	for name := range c.Members() {
		switch string(name) {
		case "content", "fact_type", "sources":
			return false
		}
		members++
		c.Skip()
	}
	err := c.Err()
	return err == nil || err.Cut && members >= manyMembers
}
