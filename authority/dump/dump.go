// Package dump reads files of bibliographic records: it tells their forms apart, and
// gives the works of one after the other in bounded memory, whatever is wrong with
// some of them. What a record says is read by the package record; dump knows where
// one ends.
package dump

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"regexp"
	"strings"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/record"
	"github.com/factcite/factcite/citation/bib/exchange"
	"github.com/factcite/factcite/internal/unpack"
)

// File is one file of records, opened by the caller and still compressed if it
// was.
type File struct {
	Name   string // path, for messages; tells a form only where the bytes do not
	Date   string // of the dump, as 2026-09; empty if unknown
	Reader io.Reader
}

// ErrUnknownForm is the error of a dump that has no form that is known, or no
// record that can be read in the one that it has.
var ErrUnknownForm = errors.New("unknown form of dump")

// Read reads the works of a dump, whose form its first bytes show: dblp.xml,
// arXiv's metadata and feeds, ACL Anthology XML (also of before 2019), PubMed XML, works
// of OpenAlex, Crossref, Semantic Scholar and DataCite, notes of OpenReview, Zotero's and
// CSL-JSON (each of these one object a line, an array, or objects under "items", also
// mixed), answers of the services, .bib, RIS, EndNote's tagged files, or the Retraction
// Watch CSV. Files of one family may follow one another. What is compressed (gzip, zstd,
// bzip2, xz) is opened, and of an archive (zip, tar), also of one in it, each file is
// read, by its name within; a file of no known form is passed over unless none is of one.
//
// Each value is a work or an error. A [*authority.RecordError] tells of one record, and
// reading goes on after it. Any other error, [ErrUnknownForm] or one that says
// where a file is cut, is the last value, after every work that could be read.
//
// The date of a work's origin is the dump's, or the record's own where that of
// the dump is not known.
//
// Memory is bounded, whatever the length of the dump: a record may have 16 MiB (a
// row of the CSV 1 MiB, an entry of a .bib 4 MiB), JSON nested 64 deep, and lists
// of more than 1,000 names are cut there with EtAl set. A .bib is read in pieces
// of 4 MiB: macros hold for all that follow, while a crossref reaches no further
// than its piece. Records that are no works, such as dblp's home pages and
// Crossref's journals, give neither work nor error.
//
// The sequence may be ranged over once, since the reader is read to its end. Several
// goroutines may read at the same time, each its own file.
func Read(d File) iter.Seq2[*authority.Work, error] {
	return func(yield func(*authority.Work, error) bool) {
		readFile(d, 0, yield)
	}
}

// readFile reads the works of a file within so many archives.
func readFile(d File, depth int, yield func(*authority.Work, error) bool) {
	in, err := openInput(d.Reader)
	if err != nil {
		yield(nil, fmt.Errorf("%s: %w", d.Name, err))
		return
	}
	for len(in.Bytes()) < unpack.ArchiveHead && in.More() {
	}
	if kind := unpack.ArchiveOf(in.Bytes()); kind != unpack.NoArchive {
		readArchive(d, depth, kind, in.Rest(), yield)
		return
	}
	r := &reading{dump: d, in: in, yield: yield}
	if err := r.readAll(); err != nil && !r.stopped {
		yield(nil, fmt.Errorf("%s: %w", d.Name, err))
	}
}

// reading hands on what the reader of a form finds.
type reading struct {
	dump    File
	in      *input
	yield   func(*authority.Work, error) bool
	count   int  // of records
	read    bool // a record could be read, whether or not it was of a work
	stopped bool // nobody listens any more
}

// readAll finds the form and reads the dump to its end.
func (r *reading) readAll() error {
	first := r.in.skipBlanks()
	head := r.in.Bytes()
	var err error
	switch {
	case first == 0:
		if r.in.Err() == nil {
			return unknownForm("it is empty or was read already")
		}
	case first == '<':
		err = r.readXML(head)
	case first == '{' || first == '[':
		err = r.readJSON()
	case isRetractionWatch(head):
		r.readRetractionWatch()
	case taggedForms[exchange.Detect("", head)].start != "":
		r.readTagged(exchange.Detect("", head))
	case isBib(r.dump.Name, head):
		err = r.readBib()
	default:
		err = unknownForm("its first bytes are %.40q", head)
	}
	if failure := r.in.Err(); failure != nil {
		err = failure
	} else if err == nil && !r.read {
		return unknownForm("no record could be read in it")
	} else if !errors.Is(err, record.ErrCut) {
		return err
	}
	return fmt.Errorf("it could be read only up to record %d (line %d): %w; fetch it again", r.count, r.in.line, err)
}

// startOfEntry is how an entry of a .bib starts a line.
var startOfEntry = regexp.MustCompile(`(?m)^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]`)

// isBib reports whether a dump is text with an entry, or at least named as such.
func isBib(name string, head []byte) bool {
	named := path.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz")) == ".bib"
	return bytes.IndexByte(head, 0) < 0 && (named || startOfEntry.Match(head))
}

// unknownForm says why a dump is none of those that can be read.
func unknownForm(format string, args ...any) error {
	return fmt.Errorf("%w: %s; known are dblp.xml, arXiv, ACL Anthology and PubMed XML, arXiv metadata, OpenAlex, Crossref, Semantic Scholar, DataCite, OpenReview, Zotero and CSL-JSON records, .bib, RIS, EndNote's tagged files and the Retraction Watch CSV", ErrUnknownForm, fmt.Sprintf(format, args...))
}

// emit hands on the works of one record.
func (r *reading) emit(works ...*authority.Work) {
	r.read = true
	for _, w := range works {
		if r.stopped {
			return
		}
		r.stopped = !r.yield(w, nil)
	}
}

// bad reports the record that was counted last.
func (r *reading) bad(line int, format string, args ...any) {
	if !r.stopped {
		err := &authority.RecordError{Dump: r.dump.Name, Record: r.count, Line: line, Err: fmt.Errorf(format, args...)}
		r.stopped = !r.yield(nil, err)
	}
}
