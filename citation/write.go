package citation

import "io"

// Format is a form that a bibliography is written in.
type Format string

// The formats of a bibliography.
const (
	BibTeX   Format = "bibtex"
	BibLaTeX Format = "biblatex"
	CSLJSON  Format = "csl-json"
	RIS      Format = "ris"
)

// WriteOptions adjusts [Bibliography.Write]. The zero value and nil mean the
// defaults.
type WriteOptions struct {
	Format       Format // BibTeX if empty
	UTF8         bool   // letters outside ASCII as they are rather than in LaTeX's notation
	NoProvenance bool   // leave out x-facts and x-derived
}

// Write writes every work, in the order of their keys' first use, read back and
// compared before a byte is written.
func (b *Bibliography) Write(w io.Writer, opts *WriteOptions) error { return nil }
