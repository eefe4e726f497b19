package citation

import (
	"cmp"
	"slices"
	"strings"
)

// entryAddition is what one entry of a .bib gets, laid out as the entry is.
type entryAddition struct {
	entry    *BibEntry
	fields   entryFields
	layout   entryLayout
	at       int // where fields are appended
	appended strings.Builder
	names    map[string]bool // of the fields appended or filled
	within   []textEdit      // in values that stand, in no order
}

func newEntryAddition(file *BibFile, index int, piece *scannedPiece, text []byte) *entryAddition {
	entry := &file.Entries[index]
	a := &entryAddition{entry: entry, fields: file.fieldsOf(entry), layout: newEntryLayout(piece, text), names: map[string]bool{}}
	a.at = piece.keyEnd
	if n := len(piece.fields); n > 0 {
		a.at = piece.fields[n-1].end
	}
	return a
}

// edits returns the edits in the order of the text.
func (a *entryAddition) edits() []textEdit {
	edits := slices.Clone(a.within)
	if a.appended.Len() > 0 {
		edits = append(edits, textEdit{a.at, a.at, a.appended.String()})
	}
	slices.SortStableFunc(edits, func(x, y textEdit) int { return cmp.Compare(x.start, y.start) })
	return edits
}

// synonyms are the fields that say the same as another one in BibTeX or biblatex,
// after the field itself.
var synonyms = map[string][]string{
	"journal":      {"journal", "journaltitle"},
	"journaltitle": {"journaltitle", "journal"},
	"address":      {"address", "location"},
	"location":     {"location", "address"},
	"number":       {"number", "issue"},
	"school":       {"school", "institution"},
	"institution":  {"institution", "school"},
	"year":         {"year", "date"},
	"editor":       {"editor", "editora", "editorb", "editorc"},
	"eid":          {"eid", "articleno", "article-number"},
	"eprint":       {"eprint", "arxiv", "arxivid"},
	"howpublished": {"howpublished", "journal", "journaltitle", "booktitle"},
	"date":         {"date", "year"},
	"month":        {"month", "date"},
	"day":          {"day", "date"},
}

// fillable are the synonyms whose values are written alike.
var fillable = nameSet("journal", "journaltitle", "address", "location", "number", "issue", "school", "institution")

func synonymsOf(name string) []string {
	if names, ok := synonyms[name]; ok {
		return names
	}
	return []string{name}
}

// has tells whether the entry has a value for a field, of its own, inherited or
// added, under any name.
func (a *entryAddition) has(name string) bool {
	names := synonymsOf(name)
	if a.fields.raw(names...) != "" {
		return true
	}
	// Of a field that is written by macros or joined, an empty value is what
	// somebody meant.
	for _, n := range names {
		if f := a.entry.Field(n); a.names[n] || f != nil && !isEmptyLiteral(f.Raw) {
			return true
		}
	}
	return false
}

// field adds a field that the entry does not have.
func (a *entryAddition) field(name, value string) {
	a.names[name] = true
	for _, n := range synonymsOf(name) {
		if f := a.entry.Field(n); f != nil && isEmptyLiteral(f.Raw) && (n == name || fillable[n]) {
			a.names[n] = true
			a.within = append(a.within, textEdit{f.Start, f.End(), value})
			return
		}
	}
	a.appended.WriteString(a.layout.field(name, value))
}

// list adds the items that a field of ours lacks.
func (a *entryAddition) list(name, separator string, items []string) {
	f := a.entry.Field(name)
	switch {
	case len(items) == 0 || a.names[name]:
	case f == nil || isEmptyLiteral(f.Raw):
		a.field(name, "{"+strings.Join(items, separator)+"}")
	default:
		known := strings.Split(f.Value, separator)
		items = slices.DeleteFunc(items, func(item string) bool { return slices.Contains(known, item) })
		if len(items) == 0 || !isDelimitedPart(f.Raw) {
			return
		}
		a.names[name] = true
		end := f.End() - 1
		a.within = append(a.within, textEdit{end, end, separator + strings.Join(items, separator)})
	}
}

// isDelimitedPart tells whether a value as written is one part in delimiters.
func isDelimitedPart(raw string) bool {
	part := bibScanner{text: []byte(raw)}
	return (raw[0] == '{' || raw[0] == '"') && part.part() == nil && part.pos == len(raw)
}

// isEmptyLiteral tells whether a value as written is a pair of delimiters with
// nothing between.
func isEmptyLiteral(raw string) bool {
	inner, literal := literalPart(raw)
	return literal && len(raw) == len(inner)+2 && strings.Trim(inner, " \t\r\n{}") == ""
}

// entryLayout is how somebody lays out the fields of an entry.
type entryLayout struct {
	before string // a field's name: a comma, line end and indentation
	equals string // between name and value
	column int    // of the "=" after the start of the name if they are aligned, else 0
}

// newEntryLayout takes the layout from the entry's last fields.
func newEntryLayout(piece *scannedPiece, text []byte) entryLayout {
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

// isAligned tells whether the "=" of all fields stand in one column, behind
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
