package editor

import (
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// document is a text that is open, as it is typed.
type document struct {
	uri, path string // the path has an extension, by which its form is found
	version   int
	text      string
	lines     []int // byte offsets at which lines begin
}

func newDocument(d *textDocument) *document {
	path := pathOf(d.URI)
	if extension, ok := extensions[d.LanguageID]; ok && filepath.Ext(path) == "" {
		path += extension
	}
	doc := &document{uri: d.URI, path: path, version: d.Version}
	doc.set(d.Text)
	return doc
}

// extensions are those of the languages that editors name.
var extensions = map[string]string{"bibtex": ".bib", "latex": ".tex", "tex": ".tex", "markdown": ".md", "jsonl": ".jsonl", "plaintext": ".txt"}

func (d *document) set(text string) {
	d.text, d.lines = text, d.lines[:0:0]
	d.lines = append(d.lines, 0)
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\n', text[i] == '\r' && !strings.HasPrefix(text[i+1:], "\n"):
			d.lines = append(d.lines, i+1)
		}
	}
}

// apply makes a change. A place after the end of a line or of the text is that end.
func (d *document) apply(c change) error {
	if c.Range == nil {
		d.set(c.Text)
		return nil
	}
	start, end := d.offset(c.Range.Start), d.offset(c.Range.End)
	if start > end {
		return fmt.Errorf("a change of %s ends before it begins", d.uri)
	}
	d.set(d.text[:start] + c.Text + d.text[end:])
	return nil
}

// offset returns the byte offset of a position.
func (d *document) offset(p position) int {
	if p.Line < 0 {
		return 0
	}
	if p.Line >= len(d.lines) {
		return len(d.text)
	}
	at, end := d.lines[p.Line], d.lineEnd(p.Line)
	for units := 0; at < end && units < p.Character; {
		r, size := utf8.DecodeRuneInString(d.text[at:])
		units += max(utf16.RuneLen(r), 1)
		at += size
	}
	return at
}

// lineEnd returns where a line ends, before its line end.
func (d *document) lineEnd(line int) int {
	if line+1 == len(d.lines) {
		return len(d.text)
	}
	return d.lines[line] + len(strings.TrimRight(d.text[d.lines[line]:d.lines[line+1]], "\r\n"))
}

// position returns the position of a byte offset.
func (d *document) position(offset int) position {
	offset = min(max(offset, 0), len(d.text))
	line, found := slices.BinarySearch(d.lines, offset)
	if !found {
		line--
	}
	units := 0
	for _, r := range d.text[d.lines[line]:offset] {
		units += max(utf16.RuneLen(r), 1)
	}
	return position{line, units}
}

func (d *document) extent(start, end int) extent { return extent{d.position(start), d.position(end)} }

// place returns the byte offset of a line and a column, both from 1 and in code points,
// as findings have them.
func (d *document) place(line, column int) int {
	if line < 1 {
		return 0
	}
	if line > len(d.lines) {
		return len(d.text)
	}
	at, end := d.lines[line-1], d.lineEnd(line-1)
	for n := 1; n < column && at < end; n++ {
		_, size := utf8.DecodeRuneInString(d.text[at:])
		at += size
	}
	return at
}

// edit returns the smallest edit that makes a text of the document.
func (d *document) edit(text string) textEdit {
	before := 0
	for before < min(len(d.text), len(text)) && d.text[before] == text[before] {
		before++
	}
	for before > 0 && before < len(d.text) && !utf8.RuneStart(d.text[before]) || before > 0 && before < len(text) && !utf8.RuneStart(text[before]) {
		before--
	}
	after := 0
	for after < min(len(d.text), len(text))-before && d.text[len(d.text)-1-after] == text[len(text)-1-after] {
		after++
	}
	for after > 0 && !utf8.RuneStart(d.text[len(d.text)-after]) {
		after--
	}
	return textEdit{d.extent(before, len(d.text)-after), text[before : len(text)-after]}
}

// pathOf returns the path of a file's URI, and any other URI as it is.
func pathOf(uri string) string {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" {
		return uri
	}
	path := u.Path
	if len(path) > 2 && path[0] == '/' && path[2] == ':' { // a drive of Windows
		path = path[1:]
	}
	return filepath.FromSlash(path)
}

func uriOf(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}
