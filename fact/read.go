package fact

import (
	"io"
	"iter"
	"time"
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
	Bib      Form = "bib" // named by Detect only; a .bib is read by citation.ReadBib
)

// Options adjusts Read. The zero value and nil mean the defaults.
type Options struct {
	Form      Form
	MaxRecord int               // bytes of one record; 0 is 16 MiB
	MaxDepth  int               // nesting of JSON; 0 is 256
	Map       map[string]string // member of a record → JSON pointer in records of another shape
	Retrieved time.Time         // the date that relative dates of a page count from; zero keeps their words
}

// Read yields the records of r in order, with what is wrong between them. path
// names the input in places. An error ends the stream and means that r could
// not be read on, never that a record was bad.
func Read(r io.Reader, path string, opts *Options) iter.Seq2[*Item, error] {
	return func(yield func(*Item, error) bool) {}
}

// Detect names the form that the first bytes of an input show (gzip already
// opened), or Auto if they show none.
func Detect(head []byte) Form { return Auto }
