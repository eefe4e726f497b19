package bib

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/factcite/factcite/internal/charset"
)

// Edit is a .bib that is added to. Every byte that no method names stays as it
// is, in the encoding that the file is in.
type Edit struct {
	File *File // as it was read

	text     []byte // in UTF-8
	encoding charset.Encoding
	pieces   []scannedPiece // as File.Entries
	edits    []textEdit
	changed  map[int]bool // entries by index
}

// textEdit puts text in place of the bytes [start,end).
type textEdit struct {
	start, end int
	text       string
}

// NewEdit reads a .bib, whose path is for messages only.
func NewEdit(path string, text []byte) *Edit {
	text, encoding, ok := charset.Decode(text)
	e := &Edit{File: readDecoded(new(Options), path, text, encoding, !ok), text: text, encoding: encoding, changed: map[int]bool{}}
	scanner := scanner{text: text, pos: len(text) - len(bytes.TrimPrefix(text, []byte(byteOrderMark)))}
	for {
		piece, more := scanner.next()
		if !more {
			return e
		}
		if piece.kind == entryPiece {
			piece.fields = slices.Clone(piece.fields)
			e.pieces = append(e.pieces, piece)
		}
	}
}

// IsIntact reports whether an entry, by its index in File.Entries, is free of
// syntax errors, so that a field can be appended.
func (e *Edit) IsIntact(entry int) bool { return e.pieces[entry].fault == nil }

// IsChanged reports whether something was added to an entry.
func (e *Edit) IsChanged(entry int) bool { return e.changed[entry] }

// AppendField adds a field after the last one of an intact entry, laid out as the
// others are. The value has its delimiters.
func (e *Edit) AppendField(entry int, name, value string) {
	piece := &e.pieces[entry]
	at := piece.keyEnd
	if n := len(piece.fields); n > 0 {
		at = piece.fields[n-1].end
	}
	layout := layoutOf(piece, e.text)
	e.add(entry, textEdit{at, at, layout.field(name, value)})
}

// ReplaceValue puts a value, with its delimiters, in place of that of an entry's
// field.
func (e *Edit) ReplaceValue(entry int, f *Field, value string) {
	e.add(entry, textEdit{f.Start, f.End(), value})
}

// ExtendValue puts more text before the closing delimiter of the value of an
// entry's field. It reports false, and changes nothing, if the value is a macro or
// joined of parts.
func (e *Edit) ExtendValue(entry int, f *Field, more string) bool {
	if !isDelimitedPart(f.Raw) {
		return false
	}
	end := f.End() - 1
	e.add(entry, textEdit{end, end, more})
	return true
}

func (e *Edit) add(entry int, edit textEdit) {
	e.edits = append(e.edits, edit)
	e.changed[entry] = true
}

// AppendEntries puts entries at the end of the file, with an empty line before
// them and the line ends that the file has.
func (e *Edit) AppendEntries(entries string) {
	if entries == "" {
		return
	}
	entries = "\n" + strings.TrimSuffix(entries, "\n")
	switch {
	case len(bytes.TrimSpace(e.text)) == 0:
		entries = entries[1:]
	case !bytes.HasSuffix(e.text, []byte("\n")):
		entries = "\n" + entries
	case bytes.HasSuffix(e.text, []byte("\n\n")) || bytes.HasSuffix(e.text, []byte("\n\r\n")):
		entries = entries[1:]
	}
	if lineEnd(e.text) == "\r\n" {
		entries = strings.ReplaceAll(entries, "\n", "\r\n")
	}
	e.edits = append(e.edits, textEdit{len(e.text), len(e.text), entries})
}

// Bytes returns the file with everything that was added. That its encoding lacks a
// character of what was added is an error.
func (e *Edit) Bytes() ([]byte, error) {
	edits := slices.Clone(e.edits)
	slices.SortStableFunc(edits, func(a, b textEdit) int { return cmp.Compare(a.start, b.start) })
	var b bytes.Buffer
	at := 0
	for _, edit := range edits {
		b.Write(e.text[at:edit.start])
		b.WriteString(edit.text)
		at = edit.end
	}
	b.Write(e.text[at:])
	return e.encoding.Encode(b.Bytes())
}

// lineEnd returns how the first line of a text ends.
func lineEnd(text []byte) string {
	if end := bytes.IndexByte(text, '\n'); end > 0 && text[end-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// isDelimitedPart reports whether a value as written is one part in delimiters.
func isDelimitedPart(raw string) bool {
	part := scanner{text: []byte(raw)}
	return (raw[0] == '{' || raw[0] == '"') && part.part() == nil && part.pos == len(raw)
}

// IsEmpty reports whether the value as written is a pair of delimiters with
// nothing between.
func (f *Field) IsEmpty() bool {
	inner, literal := literalPart(f.Raw)
	return literal && len(f.Raw) == len(inner)+2 && strings.Trim(inner, " \t\r\n{}") == ""
}
