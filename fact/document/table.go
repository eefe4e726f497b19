package document

import (
	"strings"
)

// columns say what of a table's rows is a fact: the whole row if its columns are what a
// reference is made of, else each cell that is more than a few words.
type columns struct{ reference bool }

// ofReferences are names of columns that a table of works has.
var ofReferences = pattern(`(?i)^(?:title|titel|author|autor|year|jahr|date of publication|journal|venue|publisher|doi)`)

// columnsOf reads the head of a table.
func columnsOf(cells []passage) columns {
	named := 0
	for _, cell := range cells {
		if ofReferences().MatchString(strings.Trim(cell.text, "*_ ")) {
			named++
		}
	}
	return columns{reference: named >= 2}
}

// fewWords is how many words a cell has at most that says nothing by itself.
const fewWords = 5

// facts returns the facts of a row: its cells together, or each of those that say
// something by itself.
func (c columns) facts(cells []passage) []passage {
	var whole passage
	var long []passage
	for _, cell := range cells {
		switch {
		case cell.text == "":
			continue
		case whole.text == "":
			whole = cell
		default:
			whole = whole.join(" | ", cell)
		}
		if strings.Count(cell.text, " ") >= fewWords {
			long = append(long, cell)
		}
	}
	if c.reference || len(long) == 0 {
		return []passage{whole}
	}
	return long
}

// quotedTitle is a heading that is a title in quotation marks, with a number before it.
var quotedTitle = pattern(`^(?:\(?\d{1,2}[.)] *)?((?:“[^”]+”|"[^"]+"|«[^»]+»|„[^“]+“|\[[^\]]+\]\(https?://[^)]+\)))$`)

// titleIn returns the title that a heading is, if it is one: what it is about is said in
// the text below.
func titleIn(heading passage) passage {
	if m := quotedTitle().FindStringSubmatchIndex(heading.text); m != nil {
		return heading.part(m[2], m[3])
	}
	return passage{}
}
