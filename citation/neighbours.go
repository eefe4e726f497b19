package citation

// What other rooms still ask of this one.

import (
	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/internal/output"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/latex"
	"github.com/factcite/factcite/internal/venue"
)

type (
	BibFile  = bib.File
	BibEntry = bib.Entry
	BibField = bib.Field
	BibError = bib.Error
	CitedKey = bib.CitedKey

	FoldedTitle = fold.Title

	CSLItem   = output.CSLItem
	CSLName   = output.CSLName
	CSLDate   = output.CSLDate
	CSLCustom = output.CSLCustom
)

func ReadBib(path string, text []byte) *BibFile { return bib.Read(path, text) }

func CitedKeys(path string, text []byte) []CitedKey { return bib.CitedKeys(path, text) }

func CSL(id string, r *Reference) CSLItem { return output.CSL(id, r) }

func Fold(s string) string { return fold.Text(s) }

func FoldDOI(doi string) string { return fold.DOI(doi) }

func FoldArXiv(id string) string { return fold.ArXiv(id) }

func FoldTitle(title string) FoldedTitle { return fold.NewTitle(title) }

func DecodeLaTeX(text string) string { return latex.Decode(text) }

func IsPreprintServer(name string) bool { return venue.IsPreprintServer(name) }

func SameVenue(a, b string) bool { return venue.Same(a, b) }

// Venue is a venue of the table.
type Venue struct {
	Acronym string
	Name    string
	Type    EntryType // InProceedings or Article: what a paper in it is
	ArXiv   bool      // its papers are customarily on arXiv
}

// LookupVenue finds the venue that a container names.
func LookupVenue(container string) (Venue, bool) {
	v, ok := venue.Find(container)
	if !ok {
		return Venue{}, false
	}
	t := InProceedings
	if v.Journal {
		t = Article
	}
	return Venue{v.Acronym, v.Name, t, v.ArXiv}, true
}

// VenueYear returns the year that a container's ordinal or its volume fixes.
func VenueYear(container, volume string) (year int, from string, ok bool) {
	v, found := venue.Find(container)
	if !found {
		return 0, "", false
	}
	return v.Year(container, volume)
}
