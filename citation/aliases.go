package citation

import (
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/internal/bibref"
	"github.com/factcite/factcite/citation/internal/output"
	"github.com/factcite/factcite/citation/ref"
)

// What a sentence says about works is in the terms of package ref.
type (
	Reference  = ref.Reference
	Name       = ref.Name
	Span       = ref.Span
	EntryType  = ref.EntryType
	Derived    = ref.Derived
	Extraction = ref.Extraction
	Class      = ref.Class
	Named      = ref.Named
	Mention    = ref.Mention
)

// What a sentence is.
const (
	ClassReference = ref.ClassReference
	ClassCitation  = ref.ClassCitation
	ClassNone      = ref.ClassNone
)

// The entry types.
const (
	Article       = ref.Article
	InProceedings = ref.InProceedings
	Book          = ref.Book
	InCollection  = ref.InCollection
	PhDThesis     = ref.PhDThesis
	MastersThesis = ref.MastersThesis
	TechReport    = ref.TechReport
	Misc          = ref.Misc
)

// Format is a form that a bibliography is written in.
type Format = output.Format

// The formats of a bibliography.
const (
	BibTeX   = output.BibTeX
	BibLaTeX = output.BibLaTeX
	CSLJSON  = output.CSLJSON
	RIS      = output.RIS
	CFF      = output.CFF
)

// Formats returns the formats of a bibliography, in the order in which they are
// offered.
func Formats() []Format { return output.Formats() }

// BibReference reads the fields of a .bib entry into a reference, in Unicode;
// spans are absent. Fields that the entry lacks are inherited through xdata and
// crossref, as biblatex does it. It reports false for an entry type that gap rules
// do not judge.
func BibReference(f *bib.File, e *bib.Entry) (Reference, bool) { return bibref.Reference(f, e) }

// CSLItem is a work in CSL-JSON, the form that citation processors read
// (https://github.com/citation-style-language/schema).
type CSLItem = output.CSLItem

// CSL returns a reference in CSL-JSON. "et al." is the literal name "others", as
// pandoc has it. The values are plain text.
func CSL(id string, r *Reference) CSLItem { return output.CSL(id, r) }
