package document

import (
	"strconv"
	"strings"

	"github.com/factcite/factcite/fact"
)

// A paragraph is one of a word processor's file. Its text has emphasis and links as
// Markdown has them, for the file's own markup is no text.
type paragraph struct {
	text    string
	heading int       // its level; 0 for none
	part    fact.Part // of what is no heading
	label   string    // of a note
}

// outlineOf makes a document of paragraphs, and the text that they have together, each
// on its own line.
func outlineOf(name, title string, paragraphs []paragraph) (*source, outline) {
	var text strings.Builder
	starts := make([]int, len(paragraphs))
	for i, p := range paragraphs {
		starts[i] = text.Len()
		text.WriteString(p.text + "\n")
	}
	s := newSource(name, []byte(text.String()))
	doc := outline{source: fact.Source{Title: title}}
	listed, number := 0, 0
	for i, p := range paragraphs {
		start, end := starts[i], starts[i]+len(p.text)
		if p.heading > 0 || isListHeading(strings.Trim(p.text, "*: ")) {
			level := max(p.heading, 1)
			if listed == 0 || level <= listed {
				listed, number = 0, 0
				if isListHeading(strings.Trim(p.text, "*: ")) {
					listed = level
				}
			}
			continue
		}
		if p.text == "" {
			continue
		}
		b := block{part: p.part, label: p.label}
		label, n := cutLabel(p.text)
		switch {
		case listed > 0 && p.label == "":
			b.part = fact.Listed
			number++
			b.label = strconv.Itoa(number)
			if n > 0 {
				b.label = label
			} else if p.part != fact.ListItem {
				b.label = ""
			}
		case p.label != "" && looksListed(p.text):
			b.part = fact.Listed
		default:
			n = 0
		}
		text := newBuilder(s)
		text.copy(start+n, end)
		b.text = text.passage()
		doc.blocks = append(doc.blocks, b)
	}
	return s, doc
}
