package texts

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/internal/text"
)

// read returns what a reader sees of a file's content, by the name's ending and the first
// bytes.
func (l *Library) read(name string, content []byte) (ground.Reading, error) {
	name = strings.TrimSuffix(strings.TrimSuffix(text.LowerASCII(name), ".gz"), ".zst")
	head := bytes.TrimLeft(content[:min(len(content), 512)], " \t\r\n\uFEFF")
	switch {
	case bytes.HasPrefix(head, []byte("%PDF-")):
		if l.PDF == nil {
			return ground.Reading{}, fmt.Errorf("it is a PDF, which this library was not given a reader for")
		}
		return l.PDF(content)
	case isMarkup(path.Ext(name), head):
		return readMarkup(string(content)), nil
	}
	return Plain(string(content)), nil
}

func isMarkup(extension string, head []byte) bool {
	if slices.Contains([]string{".html", ".htm", ".xhtml", ".xml", ".nxml"}, extension) {
		return true
	}
	lower := []byte(text.LowerASCII(string(head)))
	for _, start := range [...]string{"<!doctype html", "<html", "<?xml", "<!doctype article", "<article"} {
		if bytes.HasPrefix(lower, []byte(start)) {
			return true
		}
	}
	return false
}

// Plain returns plain text or Markdown as a reading: without the front matter between
// lines of "---", whose content_type says whether the text is the full one.
func Plain(content string) ground.Reading {
	front, start := cutFrontMatter(content)
	r := ground.Reading{Text: content}
	if start > 0 {
		r.Text = content[start:]
		r.Runs = []ground.Run{{Start: start, Length: len(r.Text)}}
	}
	switch kind := text.LowerASCII(front["content_type"]); {
	case strings.Contains(kind, "abstract"), strings.Contains(kind, "summary"), strings.Contains(kind, "snippet"), strings.Contains(kind, "unavailable"):
		r.Partial = true
	}
	return r
}

// cutFrontMatter reads the simple members of the front matter at the start of a Markdown
// file, and returns where the text after it begins.
func cutFrontMatter(content string) (members map[string]string, start int) {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(content, "\uFEFF"), "---\n")
	if !ok {
		if rest, ok = strings.CutPrefix(strings.TrimPrefix(content, "\uFEFF"), "---\r\n"); !ok {
			return nil, 0
		}
	}
	start = len(content) - len(rest)
	members = map[string]string{}
	for line := range strings.Lines(rest) {
		start += len(line)
		line = strings.TrimRight(line, "\r\n")
		if line == "---" || line == "..." {
			return members, start
		}
		if name, value, ok := strings.Cut(line, ":"); ok {
			members[strings.TrimSpace(name)] = strings.Trim(strings.TrimSpace(value), `"'`)
		}
	}
	return members, 0
}
