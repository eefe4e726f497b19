package output

import (
	"fmt"
	"slices"

	"github.com/factcite/factcite/internal/latex"
	"github.com/nickng/bibtex"
)

// Format is a form that a bibliography is written in.
type Format string

// The formats of a bibliography.
const (
	BibTeX   Format = "bibtex"
	BibLaTeX Format = "biblatex"
	CSLJSON  Format = "csl-json"
	RIS      Format = "ris"
	CFF      Format = "cff"
)

// IsBib reports whether a format is one of the dialects of .bib files.
func IsBib(format Format) bool { return format == "" || format == BibTeX || format == BibLaTeX }

// Options adjusts how entries are written. The zero value is BibTeX in ASCII
// with its provenance.
type Options struct {
	Format       Format
	UTF8         bool // letters outside ASCII as they are rather than in LaTeX's notation
	NoProvenance bool // leave out x-facts, x-derived, x-filled and x-contradicted
}

// Encoder appends an entry to a text as a format writes it. It may use its memory
// again, so that each worker needs one of its own.
type Encoder func(text []byte, e *Entry) ([]byte, error)

// framing is a format: what is before, between and after entries, and their encoder.
type framing struct {
	Format                    Format
	Head, Begin, Between, End string // Begin only where there are entries

	NewEncoder     func(opts Options) Encoder
	NewWorkEncoder func(opts Options) Encoder // of a text for one work, where that is another; else nil
}

// framings has every format, in the order in which they are offered.
var framings = []framing{
	{Format: BibTeX, NewEncoder: newBibEncoder},
	{Format: BibLaTeX, NewEncoder: newBibEncoder},
	{Format: CSLJSON, Head: "[", Between: ",", End: "\n]\n", NewEncoder: newCSLEncoder},
	{Format: RIS, NewEncoder: newRISEncoder},
	{Format: CFF, Head: cffHead, Begin: "references:\n", NewEncoder: newCFFEncoder, NewWorkEncoder: newCFFWorkEncoder},
}

// Formats returns every format.
func Formats() []Format {
	var formats []Format
	for _, f := range framings {
		formats = append(formats, f.Format)
	}
	return formats
}

// Of returns the framing of a text for so many works.
func (f framing) Of(works int) framing {
	switch {
	case works == 0:
		f.Begin = ""
	case works == 1 && f.NewWorkEncoder != nil:
		return framing{NewEncoder: f.NewWorkEncoder}
	}
	return f
}

// FramingOf returns how a format, BibTeX for an empty name, is written.
func FramingOf(name Format) (framing, error) {
	if name == "" {
		name = BibTeX
	}
	i := slices.IndexFunc(framings, func(f framing) bool { return f.Format == name })
	if i < 0 {
		return framing{}, fmt.Errorf("unknown bibliography format %q; use one of %q", name, Formats())
	}
	return framings[i], nil
}

// newBibEncoder returns the encoder of the two dialects of .bib files.
func newBibEncoder(opts Options) Encoder {
	builder := EntryBuilder{Encoding: latex.Encoding(opts.UTF8)}
	return func(text []byte, e *Entry) ([]byte, error) {
		builder.entry(e, opts)
		builder.order()
		return builder.AppendTo(text)
	}
}

// BibTeXEntry returns an entry of one of the dialects of .bib files in the types of
// nickng/bibtex.
func BibTeXEntry(e *Entry, opts Options) *bibtex.BibEntry {
	builder := EntryBuilder{Encoding: latex.Encoding(opts.UTF8)}
	builder.entry(e, opts)
	return builder.Nickng()
}
