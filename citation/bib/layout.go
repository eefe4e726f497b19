package bib

import (
	"slices"
	"strings"
)

// entryLayout is how somebody lays out the fields of an entry.
type entryLayout struct {
	before string // a field's name: a comma, line end and indentation
	equals string // between name and value
	column int    // of the "=" after the start of the name if they are aligned, else 0
}

// layoutOf takes the layout from the entry's last fields.
func layoutOf(piece *scannedPiece, text []byte) entryLayout {
	if len(piece.fields) == 0 {
		return entryLayout{before: "," + lineEnd(text) + "  ", equals: " = "}
	}
	var befores []string
	end := piece.keyEnd
	for i := range piece.fields {
		f := &piece.fields[i]
		befores = append(befores, string(text[end:f.nameStart]))
		end = f.end
	}
	if len(befores) > 1 {
		befores = befores[1:]
	}
	last := &piece.fields[len(piece.fields)-1]
	layout := entryLayout{before: mostFrequent(befores), equals: string(text[last.nameEnd:last.start])}
	if strings.ContainsAny(layout.equals, "\r\n") {
		layout.equals = " = "
		return layout
	}
	column := last.nameEnd - last.nameStart + strings.IndexByte(layout.equals, '=')
	if isAligned(piece.fields, text, column) {
		layout.column = column
		layout.equals = layout.equals[strings.IndexByte(layout.equals, '='):]
	}
	return layout
}

// isAligned reports whether the "=" of all fields are in one column, after
// names of different lengths or a gap.
func isAligned(fields []scannedField, text []byte, column int) bool {
	gaps := false
	for i := range fields {
		f := &fields[i]
		gap := strings.IndexByte(string(text[f.nameEnd:f.start]), '=')
		if f.nameEnd-f.nameStart+gap != column {
			return false
		}
		gaps = gaps || gap > 1
	}
	return gaps
}

// mostFrequent returns the string that occurs most, the last of equals.
func mostFrequent(list []string) string {
	counts := map[string]int{}
	best := list[len(list)-1]
	for _, s := range list {
		counts[s]++
	}
	for _, s := range slices.Backward(list) {
		if counts[s] > counts[best] {
			best = s
		}
	}
	return best
}

// field lays out one field, with the comma before it.
func (l *entryLayout) field(name, value string) string {
	if padding := l.column - len(name); padding > 0 {
		name += strings.Repeat(" ", padding)
	} else if l.column > 0 {
		name += " "
	}
	return l.before + name + l.equals + value
}
