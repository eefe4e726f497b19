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
	table   int       // the number of the table that it is a row of; 0 for none
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
	var rows tableRows
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
		if p.table > 0 && listed == 0 {
			doc.blocks = append(doc.blocks, rows.read(p.table, passageOf(s, start, end))...)
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
		b.text = passageOf(s, start+n, end)
		doc.blocks = append(doc.blocks, b)
	}
	return s, doc
}

// passageOf is the text of bytes of a source.
func passageOf(s *source, start, end int) passage {
	b := newBuilder(s)
	b.copy(start, end)
	return b.passage()
}

// tableRows reads the rows of tables, of which the first has the names of the columns if
// they are those of works.
type tableRows struct {
	table   int
	columns columns
}

func (r *tableRows) read(table int, row passage) (blocks []block) {
	cells := cellsOf(row)
	if table != r.table {
		r.table, r.columns = table, columnsOf(cells)
		if r.columns.areOfWorks() {
			return nil
		}
	}
	if !r.columns.areOfWorks() {
		return []block{{part: fact.ListItem, text: row}}
	}
	for _, p := range r.columns.facts(cells) {
		blocks = append(blocks, block{part: fact.ListItem, text: p})
	}
	return blocks
}

// cellsOf cuts a row at the marks between its cells.
func cellsOf(row passage) (cells []passage) {
	start := 0
	for i, c := range []byte(row.text) {
		if c == '|' && (i == 0 || row.text[i-1] == ' ') && (i+1 == len(row.text) || row.text[i+1] == ' ') {
			cells = append(cells, row.part(start, i))
			start = i + 1
		}
	}
	return append(cells, row.part(start, len(row.text)))
}
