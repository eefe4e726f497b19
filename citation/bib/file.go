package bib

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/factcite/factcite/internal/charset"
)

// File is a .bib file with everything in it kept: order, duplicates,
// comments, raw values and where each stood. Several goroutines may use it while none
// changes it.
type File struct {
	Path      string
	Entries   []Entry
	Macros    []Field        // the @string commands
	Preambles []Field        // the @preamble commands, without a name
	Comments  []Field        // what is outside entries and commands, blank lines around it left out; without a name
	Errors    []Error        // in the order of their offsets
	Untold    map[string]int // errors beyond Options.MaxErrors, by their rule

	// Encoding names the encoding that the whole text was in, "" for UTF-8. Offsets are
	// those of the text in UTF-8.
	Encoding string
	Mixed    bool // the text is in no one encoding, so that values may have wrong letters

	text   string
	was    charset.Encoding // of the text
	made   bool             // by NewFile
	keys   keyIndex
	before *File // of one database with this one
}

// ErrMixed says that a file which is in no one encoding cannot be written back.
var ErrMixed = errors.New(`it is neither UTF-8 nor all in another encoding: save it as UTF-8, or name its encoding in a line like "% Encoding: GBK" at its start`)

// IsBib reports whether a file holds something of a .bib, be it no entry: macros, a
// preamble, or a comment that somebody marked as such. Any text is a .bib of comments to
// BibTeX. A nil file holds nothing.
func (f *File) IsBib() bool {
	return f != nil && (len(f.Entries)+len(f.Macros)+len(f.Preambles) > 0 ||
		slices.ContainsFunc(f.Comments, func(c Field) bool { return IsMarkedComment(c.Raw) }))
}

// IsMarkedComment reports whether a comment starts as people mark it.
func IsMarkedComment(text string) bool {
	return strings.HasPrefix(text, "%") || len(text) >= len("@comment") && strings.EqualFold(text[:len("@comment")], "@comment")
}

// Entry is one entry as written. Where BibTeX drops what follows a fault in
// an entry, so does an Entry: it has the fields before it, and the fault is in
// [File.Errors]. Lines between fields that "%" starts are such a fault, but the fields
// after them are read.
type Entry struct {
	Type         string // in lower case
	Key          string
	Fields       []Field // in the order written, a repeated one included
	Start, End   int     // byte offsets, from the "@" to after the closing delimiter
	Line, Column int     // of the "@", from 1, in code points
	Foreign      bool    // read from a text of another format, so that nobody wrote its LaTeX
	Keyless      bool    // the key is what it is called here alone
	Cut          bool    // a fault took fields from it
}

// Field returns the field of the given name in lower case, or nil. Of a field
// that is there twice it is the first, as for BibTeX.
func (e *Entry) Field(name string) *Field {
	for i := range e.Fields {
		if e.Fields[i].Name == name {
			return &e.Fields[i]
		}
	}
	return nil
}

// Place returns the line and the column, both from 1 and in code points, of a byte
// offset. It counts from the start of the entry that the offset is in.
func (f *File) Place(offset int) (line, column int) {
	next, found := slices.BinarySearchFunc(f.Entries, offset, func(e Entry, offset int) int { return cmp.Compare(e.Start, offset) })
	if found {
		return f.Entries[next].Line, f.Entries[next].Column
	}
	place := startOfText(f.text)
	if next > 0 {
		e := &f.Entries[next-1]
		place.offset, place.line, place.column = e.Start, e.Line, e.Column
	}
	end := min(offset, len(f.text))
	if end <= place.offset { // always where the file is not from ReadBib, as its text is not known
		return place.line, place.column
	}
	return place.at(f.text, end)
}

// NewFile returns a file of entries that were read from a text of another format. It
// places them, and the errors, by their offsets in it.
func NewFile(path string, text []byte, entries []Entry, errors []Error) *File {
	f := &File{Path: path, Entries: entries, Errors: errors, text: string(text), made: true}
	slices.SortStableFunc(f.Entries, func(a, b Entry) int { return cmp.Compare(a.Start, b.Start) })
	place := startOfText(f.text)
	for i := range f.Entries {
		e := &f.Entries[i]
		e.Foreign = true
		e.Start = max(e.Start, place.offset)
		e.Line, e.Column = place.at(f.text, e.Start)
	}
	place = startOfText(f.text)
	slices.SortStableFunc(f.Errors, func(a, b Error) int { return cmp.Compare(a.Offset, b.Offset) })
	for i := range f.Errors {
		e := &f.Errors[i]
		e.Line, e.Column = place.at(f.text, max(place.offset, min(e.Offset, len(f.text))))
	}
	return f
}

// Field is one field. Raw is the value as written, Value with macros,
// concatenation and outer delimiters resolved and white space folded, as BibTeX
// hands it to a style: LaTeX's notation stays. Bytes that are not UTF-8, in a file that
// is in no one encoding, are read as Windows-1252, the superset of Latin-1.
type Field struct {
	Name       string // in lower case
	Raw, Value string
	Start      int // byte offset of Raw; [File.Place] tells its line
}

// End returns the byte offset after Raw.
func (f *Field) End() int { return f.Start + len(f.Raw) }

// Error is something that BibTeX would stumble over, and where.
type Error struct {
	Rule         string // bib-syntax, bib-duplicate-key, bib-undefined-macro, invalid-utf8
	Message      string
	Key          string // of the entry concerned, if any
	Line, Column int    // from 1, in code points
	Offset       int    // in bytes
	Warning      bool   // BibTeX only warns of it, and reads all else of the entry
	Unclosed     bool   // something is not closed, and what follows may be taken for a part of it
}
