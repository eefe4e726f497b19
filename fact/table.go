package fact

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/jsontext"
)

// A table is rows of fields, as RFC 4180 has them: a field may be in quotation marks,
// which it holds doubled, and only then holds the mark that parts fields, or a line's
// end. The first row names the columns.
type table struct {
	s       *stream
	comma   byte
	columns []string
	content int // the column of the content
	mapping *mapping
	typed   bool // a column has the type
}

// A field is one of a row.
type field struct {
	value string
	raw   []byte // inside its quotation marks
	start int    // of raw, in the row
}

// readTable reads rows as records: by Options.Map, whose pointers name columns, or by
// columns that have the names of members.
func (s *stream) readTable(comma byte) {
	t := &table{s: s, comma: comma}
	for !s.stopped {
		row, ok := t.row()
		if !ok {
			return
		}
		if len(bytes.TrimRight(row, "\r\n")) > s.opts.MaxRecord {
			s.skipLine()
			continue
		}
		at := s.in.at
		fields, broken := t.fields(row)
		s.in.take(len(row))
		switch {
		case len(bytes.TrimSpace(row)) == 0:
		case broken != nil:
			s.emit(broken.item(row, at))
			if t.columns == nil {
				return
			}
		case t.columns == nil:
			if !t.head(fields, at) {
				return
			}
		default:
			s.emit(t.item(fields, row, at))
		}
	}
}

// Where in a row a byte is.
type inRow int

const (
	startsField inRow = iota
	inField
	inMarks
	afterMarks // the closing one, unless another follows
)

// after returns where the next byte is after a byte of a row.
func (w inRow) after(c, comma byte) inRow {
	switch {
	case c == '"' && (w == startsField || w == afterMarks):
		return inMarks
	case c == '"' && w == inMarks:
		return afterMarks
	case w == inMarks:
		return inMarks
	case c == comma:
		return startsField
	}
	return inField
}

// row returns the bytes of the next row with its end, not yet consumed, or more bytes
// than a record may have.
func (t *table) row() (row []byte, ok bool) {
	where, searched := startsField, 0
	for {
		window := t.s.in.window()
		for ; searched < len(window); searched++ {
			c := window[searched]
			if c == '\n' && where != inMarks || searched > t.s.opts.MaxRecord {
				return window[:searched+1], true
			}
			where = where.after(c, t.comma)
		}
		if !t.s.in.more() {
			return t.s.in.window(), len(t.s.in.window()) > 0
		}
	}
}

// A brokenRow says what is wrong with a row, and where in it.
type brokenRow struct {
	at      int
	message string
}

func (b *brokenRow) item(row []byte, at Place) *Item {
	return unreadable(at.after(row[:b.at]), at.after(bytes.TrimRight(row, "\r\n")), excerpt(row[b.at:]), "%s", b.message)
}

// fields cuts a row, and says what of it is in no field of a column.
func (t *table) fields(row []byte) (list []field, broken *brokenRow) {
	row = bytes.TrimRight(row, "\r\n")
	for start := 0; ; {
		f, end, broken := t.field(row, start)
		if broken != nil {
			return nil, broken
		}
		if len(list) >= len(t.columns) && t.columns != nil && len(bytes.TrimSpace(f.raw)) > 0 {
			return nil, &brokenRow{start, fmt.Sprintf("the row has more fields than the %d columns that the first row names; put a field in quotation marks that holds %q", len(t.columns), t.comma)}
		}
		list = append(list, f)
		if end >= len(row) {
			return list, nil
		}
		start = end + 1
	}
}

// field reads the field that starts at start, and returns where it ends.
func (t *table) field(row []byte, start int) (f field, end int, broken *brokenRow) {
	if start < len(row) && row[start] == '"' {
		f, end, broken = t.quoted(row, start)
		if broken == nil || t.comma != '\t' || bytes.IndexByte(f.raw, '\n') >= 0 {
			return f, end, broken
		}
		// Most programs write quotation marks of a text as they are where tabs part it.
	}
	end = len(row)
	if next := bytes.IndexByte(row[start:], t.comma); next >= 0 {
		end = start + next
	}
	f = field{start: start, raw: row[start:end]}
	f.value = string(jsontext.ToValidUTF8(f.raw))
	return f, end, nil
}

// quoted reads a field in quotation marks.
func (t *table) quoted(row []byte, start int) (f field, end int, broken *brokenRow) {
	f.start = start + 1
	end = f.start
	for end < len(row) && (row[end] != '"' || end+1 < len(row) && row[end+1] == '"') {
		if row[end] == '"' {
			end++
		}
		end++
	}
	end = min(end, len(row))
	f.raw = row[f.start:end]
	f.value = strings.ReplaceAll(string(jsontext.ToValidUTF8(f.raw)), `""`, `"`)
	if end == len(row) {
		return f, end, &brokenRow{start, "the quotation mark here is never closed; close it, or double it and put the field in quotation marks"}
	}
	after := end + 1
	end = len(row)
	if next := bytes.IndexByte(row[after:], t.comma); next >= 0 {
		end = after + next
	}
	if len(bytes.TrimSpace(row[after:end])) > 0 {
		return f, end, &brokenRow{after, "text follows the closing quotation mark of a field; double the marks that the field holds"}
	}
	return f, end, nil
}

// head reads the names of the columns.
func (t *table) head(fields []field, at Place) bool {
	pointers := map[string]string{}
	for _, f := range fields {
		name := strings.TrimSpace(strings.TrimPrefix(f.value, jsontext.ByteOrderMark))
		t.columns = append(t.columns, name)
		if member := strings.ToLower(name); memberPointer(member) != "" && member != "sources" && member != "concepts" && member != "metadata" {
			pointers[member] = "/" + jsontext.EscapePointer(name)
		}
	}
	if t.mapping = t.s.decoder.mapping; t.mapping == nil {
		if _, ok := pointers["content"]; !ok {
			t.s.emit(unreadable(at, at, "", "no column is called content; the columns are %s: say which it is, as in --map content=/%s", strings.Join(t.columns, ", "), t.columns[0]))
			return false
		}
		t.mapping, _ = newMapping(pointers)
	}
	t.content = t.column("content")
	t.typed = t.column("fact_type") >= 0
	if t.content < 0 {
		wanted := t.mapping.paths["content"][0][0]
		t.s.emit(unreadable(at, at, wanted, "no column is called %q; the columns are %s", strings.TrimPrefix(wanted, "/"), strings.Join(t.columns, ", ")))
		return false
	}
	if name := t.ambiguous(); name != "" {
		t.s.emit(unreadable(at, at, name, "two columns are called %q; give one of them another name", name))
		return false
	}
	return true
}

// ambiguous returns the name of a column that a member is in and that is there twice, "" if
// there is none.
func (t *table) ambiguous() string {
	for _, member := range t.mapping.members {
		if i := t.column(member); i >= 0 && slices.Contains(t.columns[i+1:], t.columns[i]) {
			return t.columns[i]
		}
	}
	return ""
}

// column returns the column that a member is in, or -1.
func (t *table) column(member string) int {
	for _, term := range t.mapping.paths[member] {
		for _, pointer := range term {
			if i := slices.Index(t.columns, jsontext.UnescapePointer(strings.TrimPrefix(pointer, "/"))); i >= 0 {
				return i
			}
		}
	}
	return -1
}

// item makes the item of a row.
func (t *table) item(fields []field, row []byte, at Place) *Item {
	w := writer{dst: []byte{'{'}}
	for i, f := range fields {
		if i < len(t.columns) {
			w.text(t.columns[i], f.value)
		}
	}
	d := decoder{Cursor: jsontext.Cursor{MaxDepth: t.s.opts.MaxDepth}}
	it, _, err := d.decode(t.mapping.record(append(w.dst, '}')))
	if err != nil || t.content >= len(fields) || strings.TrimSpace(fields[t.content].value) == "" {
		return unreadable(at, at.after(bytes.TrimRight(row, "\r\n")), excerpt(row), "the row has nothing in its column %s", t.columns[t.content])
	}
	place := func(f field) Place { return at.after(row[:f.start]) }
	r := it.Record
	if len(r.Sources) == 0 {
		r.Sources = []Source{{Title: path.Base(t.s.path)}}
	}
	it.Place = at
	it.raw, it.hasID, it.step = nil, true, stepTable
	content := fields[t.content]
	it.content = []segment{{text: content.raw, place: place(content)}}
	for _, member := range t.mapping.members {
		if i := t.column(member); i >= 0 && i < len(fields) && member != "content" {
			it.values = append(it.values, located{memberPointer(member), fields[i].raw, place(fields[i])})
		}
	}
	if offset := invalidUTF8(row); offset >= 0 {
		it.Problems = append(it.Problems, utf8Problem(row, at.after(row[:offset]), offset))
	}
	if r.ID == "" {
		r.ID = deriveID(r, 1)
	}
	it.JSON = r.AppendJSON(nil)
	it.Untyped = !t.typed
	return it
}

// stepTable is the step of a field in quotation marks; in one without, marks are not
// doubled.
func stepTable(text []byte) (read, decoded int) {
	if bytes.HasPrefix(text, []byte(`""`)) {
		return 2, 1
	}
	r, n := utf8.DecodeRune(text)
	return n, utf8.RuneLen(r)
}

// commaOf returns the mark that parts the fields of a table's first line: the one that is
// there most often.
func commaOf(text []byte) byte {
	head, _, _ := bytes.Cut(text, []byte("\n"))
	best, most := byte(','), bytes.Count(head, []byte(","))
	for _, c := range []byte(";\t") {
		if n := bytes.Count(head, []byte{c}); n > most {
			best, most = c, n
		}
	}
	return best
}

// HasContentColumn reports whether the first line of a table names a column for the
// content of records.
func HasContentColumn(head []byte) bool {
	t := table{comma: commaOf(head)}
	line, _, _ := bytes.Cut(head, []byte("\n"))
	fields, _ := t.fields(line)
	for _, f := range fields {
		if strings.EqualFold(strings.TrimSpace(strings.TrimPrefix(f.value, jsontext.ByteOrderMark)), "content") {
			return true
		}
	}
	return false
}
