package fact

import (
	"strconv"

	"github.com/factcite/factcite/internal/jsontext"
)

// ColumnsOf returns the names of the columns if the first bytes of JSON start with an
// object that is a table by columns, as programs for tables write it: each column an array,
// or an object of values by the numbers of the rows. It is nil of anything else.
func ColumnsOf(head []byte) []string {
	text := head[jsontext.BlankLength(head):]
	var names []string
	columns, row := 0, ""
	c := jsontext.NewCursor(text, maxMaxDepth)
	for name := range c.Members() {
		isColumn, of := columnAt(text[c.Offset():])
		switch {
		case isColumn && (columns == 0 || of == row):
			columns++
			row = of
			names = append(names, string(name))
		case c.Peek() == '[' || c.Peek() == 'n':
			names = append(names, string(name)) // of lists, or of nothing
		default:
			return nil
		}
		c.Skip()
	}
	if columns < 2 {
		return nil
	}
	return names[:min(len(names), maxShown)]
}

// columnAt reports whether a text starts with an array whose first value is neither an
// object nor an array, or with an object of which that is true; and what the first member is
// called.
func columnAt(text []byte) (ok bool, row string) {
	c := jsontext.NewCursor(text, maxMaxDepth)
	first := byte(0)
	switch c.Peek() {
	case '[':
		for range c.Elements() {
			first = c.Peek()
			break
		}
	case '{':
		for name := range c.Members() {
			if row = string(name); isNumber(row) { // else it is a record by its key
				first = c.Peek()
			}
			break
		}
	}
	return first != 0 && first != '{' && first != '[', row
}

func isNumber(name string) bool {
	_, err := strconv.Atoi(name)
	return err == nil
}
