package fact

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"iter"
	"slices"
	"time"

	"github.com/factcite/factcite/internal/unpack"
)

// Form is one of the forms that records come in.
type Form string

// The forms. Auto, the zero value, finds the form by the first bytes.
const (
	Auto     Form = ""
	PageText Form = "page"
	PageHTML Form = "html"
	Lines    Form = "jsonl"
	JSON     Form = "json"
	Export   Form = "export"
	Bundle   Form = "bundle"
	CSV      Form = "csv" // with a head; a semicolon or a tab may part fields too
	TSV      Form = "tsv"
	YAML     Form = "yaml"
	Bib      Form = "bib" // named by Detect only; a .bib is read by citation/bib.Read
)

// Options adjusts Read. The zero value and nil mean the defaults.
type Options struct {
	Form      Form
	MaxRecord int               // bytes of one record; 0 is 16 MiB
	MaxDepth  int               // nesting of JSON; 0 is 256, and no more than 10,000 is allowed
	Map       map[string]string // member of a record → JSON pointers in records of another shape; see [Read]
	Records   string            // JSON pointer to the records in a JSON document; see [Read]
	Retrieved time.Time         // when a page was retrieved, from which its relative dates count; zero keeps their words
	From      Place             // the line and the offset at which the input begins in its file, if that was cut before an object of JSON Lines; zero is the start
}

const (
	defaultMaxRecord = 16 << 20
	defaultMaxDepth  = 256
	maxMaxDepth      = 10_000 // what a goroutine's stack surely holds
)

// Read yields the records of r in order, with what is wrong between them. path
// names the input in places. An error ends the stream and means that r could
// not be read on, never that a record was bad: what is where a record should be
// and is none becomes an Item with a nil Record and a Problem of rule
// unreadable-record, and reading goes on after it.
//
// Gzip, Zstandard, bzip2 and xz are unpacked, a byte order mark skipped. Without Options.Form the form is
// found by [Detect]. Input of no known form is one unreadable item; an empty
// input has no items.
//
// Every form but a page (one page is read whole) is a stream, and takes memory
// for one record. Of an export or a bundle the links between facts and nodes or
// sources are kept too; since they follow the facts, r is read twice if it is
// an [io.Seeker] that can seek, else the input is kept in memory, unless it is
// an export of type "facts", which has no links.
//
// A record without an id gets a stable one (see [Record]).
//
// Options.Map reads JSON objects of another shape. Its keys are members of a
// record, "concept" for the names of its concepts, and uri, title, domain,
// author_person, author_org, published_date, retrieved_at and others for those of its
// sources; its values are pointers (RFC 6901) into the object, in which "*" stands for
// each element of an array and each member of an object, or values that every record
// has, after "=". Of pointers with "|" between them the first counts that leads to
// something other than null, "" and []; with "+" the values of all are taken. Several values of a source's member are those of several sources;
// several of another are joined with spaces. Numbers are read as strings. Members of
// a record that nothing is mapped to are read under their own names, and without a
// fact_type none is asked for.
//
// Options.Records leads to an array of records in a JSON document, or to an object that
// has them by their keys; "*" in it is as in Map. It takes all of an input to be JSON.
//
// Of a table the pointers name columns, as in "/Sentence"; without a Map the columns that
// have the names of its keys are used, and a record without a source has the table for one.
//
// The sequence may be ranged over once, since r is read to its end. Several goroutines may
// read at the same time, each its own input.
func Read(r io.Reader, path string, opts *Options) iter.Seq2[*Item, error] {
	return func(yield func(*Item, error) bool) { newStream(r, path, opts, yield).run() }
}

func newStream(r io.Reader, path string, opts *Options, yield func(*Item, error) bool) *stream {
	s := &stream{source: r, path: path, yield: yield, brokenTo: -1}
	if opts != nil {
		s.opts = *opts
	}
	return s
}

// run reads a stream to its end, and yields why it cannot be read on.
func (s *stream) run() {
	err := s.read()
	switch {
	case err == nil || s.stopped:
	case unpack.IsBroken(err):
		s.yield(s.brokenPacking(err), nil)
	default:
		s.yield(nil, fmt.Errorf("reading %s: %w", s.path, err))
	}
}

// A stream is one call of Read.
type stream struct {
	source   io.Reader
	path     string
	opts     Options
	in       *input
	yield    func(*Item, error) bool
	start    int64 // where source was at first; -1 if it cannot seek
	stopped  bool  // the caller wants no more
	sink     func(*Item)
	handOn   func(piece iter.Seq[*Item]) (more bool) // takes lines in pieces; nil reads them
	decoder  decoder
	waste    int64  // bytes that were read in vain; see wasteLimit
	brokenTo int64  // where the last broken bytes ended; -1 for nowhere
	only     string // see foreignForm
}

func (s *stream) read() error {
	if err := s.prepare(); err != nil {
		return err
	}
	s.start = startOf(s.source)
	size := blockSize
	if s.handOn != nil {
		size = 2 * pieceSize
	}
	in, err := openInput(s.source, s.path, size)
	if err != nil {
		return err
	}
	s.in = in
	if s.opts.From.Line > 0 {
		in.at.Line, in.at.Offset = s.opts.From.Line, in.at.Offset+s.opts.From.Offset
	}
	form := s.opts.Form
	switch {
	case form == Auto && s.opts.Records != "":
		form = JSON
	case form == Auto && len(s.opts.Map) > 0:
		form = DetectRecords(in.window())
	case form == Auto:
		form = Detect(in.window())
	}
	s.opts.Form = form
	if slices.Contains(ForeignForms(), form) {
		if form, err = s.takeForeign(form); err != nil {
			return err
		}
	}
	if s.opts.Records != "" {
		s.readWithin()
		return s.in.stream.Err()
	}
	switch form {
	case Lines:
		if s.handOn != nil {
			s.cutLines()
		} else {
			s.readLines()
		}
	case JSON:
		s.readJSON()
	case PageText:
		s.readPage()
	case PageHTML:
		err = s.readHTML()
	case Export:
		err = s.readExport()
	case Bundle:
		err = s.readBundle()
	case CSV:
		s.readTable(commaOf(s.in.window()))
	case TSV:
		s.readTable('\t')
	case YAML:
		s.readYAML()
	default:
		s.refuse()
	}
	if err != nil {
		return err
	}
	return s.in.stream.Err()
}

// prepare fills in the defaults and checks the options.
func (s *stream) prepare() (err error) {
	if s.opts.MaxRecord <= 0 {
		s.opts.MaxRecord = defaultMaxRecord
	}
	if s.opts.MaxDepth <= 0 {
		s.opts.MaxDepth = defaultMaxDepth
	}
	s.opts.MaxDepth = min(s.opts.MaxDepth, maxMaxDepth)
	s.decoder.MaxDepth = s.opts.MaxDepth
	if s.opts.Records != "" && (s.opts.Records[0] != '/' || !isJSON(s.opts.Form)) {
		return fmt.Errorf("cannot read the records at %q: it must be a JSON pointer, as in /results, and the input JSON", s.opts.Records)
	}
	if slices.Contains(ForeignForms(), s.opts.Form) {
		return nil // which has a Map of its own
	}
	s.decoder.mapping, err = newMapping(s.opts.Map)
	return err
}

// isJSON reports whether a form may be that of records somewhere in JSON.
func isJSON(form Form) bool {
	return form == Auto || form == JSON || form == Lines || slices.Contains(ForeignForms(), form)
}

// emit passes an item on: to the sink of the form, else to the caller.
func (s *stream) emit(it *Item) {
	if s.leftOut(it) {
		return
	}
	if s.sink != nil {
		s.sink(it)
		return
	}
	s.deliver(it)
}

// deliver hands an item to the caller.
func (s *stream) deliver(it *Item) {
	if s.stopped {
		return
	}
	it.Form = s.opts.Form
	slices.SortStableFunc(it.Problems, byPlace)
	s.stopped = !s.yield(it, nil)
}

func byPlace(a, b Problem) int { return cmp.Compare(a.Place.Offset, b.Place.Offset) }

// unreadable returns the item of what is where a record should be.
func unreadable(from, to Place, stated, format string, args ...any) *Item {
	return &Item{Place: from, Problems: []Problem{{
		Rule: "unreadable-record", Message: fmt.Sprintf(format, args...), Stated: stated, Place: from, End: to,
	}}}
}

// brokenPacking returns the item of an input that can be unpacked no further.
func (s *stream) brokenPacking(err error) *Item {
	at := Place{Path: s.path, Line: 1, Column: 1}
	if s.in != nil {
		at = s.in.at
	}
	return unreadable(at, at, "", "the compressed data is cut or broken here, and records may be missing: %v", err)
}

// refuse yields one unreadable item for an input of no known form.
func (s *stream) refuse() {
	head := s.in.window()
	if len(bytes.TrimSpace(head)) == 0 && s.in.stream.Ended() {
		return
	}
	start := s.in.at
	switch {
	case s.opts.Form == Bib:
		s.emit(unreadable(start, start, "", "a .bib holds entries of a bibliography, not records; read it as one"))
	case s.opts.Form == PageText:
		s.emit(unreadable(start, start, excerpt(head), "no line \"Facts (N)\" is here, which a page has; the input starts with %q", excerpt(head)))
	case slices.Contains(ForeignForms(), s.opts.Form):
		s.emit(unreadable(start, start, excerpt(head), "records of %q are JSON, and the input starts with %q", s.opts.Form, excerpt(head)))
	case s.opts.Form != Auto:
		s.emit(unreadable(start, start, string(s.opts.Form), "%q is no form of records; use page, html, jsonl, json, export, bundle, csv, tsv or yaml", s.opts.Form))
	case bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")):
		s.emit(unreadable(start, start, "", "the input is UTF-16; save it as UTF-8"))
	case bytes.IndexByte(head, 0) >= 0:
		s.emit(unreadable(start, start, "", "the input is binary, and in no form that is read"))
	default:
		s.emit(unreadable(start, start, excerpt(head), "the input is in no form that records come in; name its form if it has one"))
	}
}

// excerpt returns the start of text, for a message.
func excerpt(text []byte) string {
	const most = 40
	text = bytes.TrimSpace(text)
	short := []rune(string(text[:min(len(text), 4*most)]))
	if len(short) > most {
		return string(short[:most]) + "…"
	}
	return string(short)
}
