package bib

import (
	"bytes"
	"encoding/gob"
	"fmt"

	"github.com/factcite/factcite/internal/charset"
)

// portableFile is what a file is made of again.
type portableFile struct {
	Path, Text string // in UTF-8, unless it is Mixed
	Encoding   charset.Encoding
	Mixed      bool
	Made       bool // by NewFile, of what follows
	Entries    []Entry
	Errors     []Error
}

// AppendFile appends a file that [Read], [ReadAfter] or [NewFile] returned to dst, so that
// [ReadFile] makes it again, in another process too.
func AppendFile(dst []byte, f *File) ([]byte, error) {
	packed := portableFile{Path: f.Path, Text: f.text, Encoding: f.was, Mixed: f.Mixed, Made: f.made}
	if f.made {
		packed.Entries, packed.Errors = f.Entries, f.Errors
	}
	buffer := bytes.NewBuffer(dst)
	if err := gob.NewEncoder(buffer).Encode(packed); err != nil {
		return dst, fmt.Errorf("%s: %w", f.Path, err)
	}
	return buffer.Bytes(), nil
}

// ReadFile makes the file again that [AppendFile] appended, as one database with the file
// before it, which may be nil: see [ReadAfter]. A file that is no .bib is in no database
// with others; inDatabase reports whether this one is.
func ReadFile(before *File, packed []byte) (f *File, inDatabase bool, err error) {
	var p portableFile
	if err := gob.NewDecoder(bytes.NewReader(packed)).Decode(&p); err != nil {
		return nil, false, fmt.Errorf("the packed file is damaged: %w", err)
	}
	if p.Made {
		return NewFile(p.Path, []byte(p.Text), p.Entries, p.Errors), false, nil
	}
	return readDecoded(&Options{Before: before}, p.Path, []byte(p.Text), p.Encoding, p.Mixed), true, nil
}
