package authority

import (
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/venue"
)

// known is a record folded for comparison.
type known struct {
	work    *Work
	titles  []fold.Title // the record's own first
	authors compare.AuthorList
	venues  []compare.Venue
	doi     string
	arxiv   string
	isbn    string
	pmid    string
}

// foldWork folds what a record is recognised by; foldRest the rest, for those that
// were.
func foldWork(w *Work) *known {
	r := &w.Record
	k := &known{
		work:  w,
		doi:   fold.DOI(r.DOI),
		arxiv: fold.ArXiv(r.ArXiv),
		isbn:  fold.ISBN(r.ISBN),
		pmid:  strings.TrimSpace(r.PMID),
	}
	for _, title := range atMost(mostVariants, withFirst(r.Title, w.Titles)) {
		if folded := fold.NewTitle(title); folded.Full != "" {
			k.titles = append(k.titles, folded)
		}
	}
	return k
}

func (k *known) foldRest() {
	r := &k.work.Record
	k.authors = compare.FoldAuthors(r.Authors, !r.EtAl).WithOther(k.work.AuthorsToo)
	if len(r.Authors) == 0 {
		k.authors = compare.FoldAuthors(r.Editors, true) // who are named in the authors' place
	}
	for _, name := range atMost(mostVariants, withFirst(r.Container, k.work.Venues)) {
		if name != "" && !venue.IsPreprintServer(name) {
			k.venues = append(k.venues, compare.FoldVenue(name))
		}
	}
}

// mayBe reports whether a record can be of the work that a reference means: it
// shares an identifier, or the titles are near.
func (k *known) mayBe(s *stated) bool {
	switch {
	case s.title.Full == "":
		return true
	case s.doi != "" && s.doi == k.doi, s.arxiv != "" && s.arxiv == k.arxiv, s.isbn != "" && s.isbn == k.isbn, s.pmid != "" && s.pmid == k.pmid:
		return true
	}
	closest, _ := s.closestTitle(k)
	return closest != compare.OtherTitle
}

// mostVariants bounds the titles and the venues of a record that are compared.
const mostVariants = 16

func atMost(n int, list []string) []string { return list[:min(len(list), n)] }

// withFirst returns a list with a value at its head, once.
func withFirst(first string, rest []string) []string {
	if slices.Contains(rest, first) {
		return rest
	}
	return append([]string{first}, rest...)
}

// closestTitle is how near the nearest of a record's titles is, and whether
// hardly two works have either of the two.
func (k *known) closestTitle(title *fold.Title) (closest compare.Closeness, distinct bool) {
	for i := range k.titles {
		if near := compare.Titles(title, &k.titles[i]); near > closest {
			closest, distinct = near, compare.IsDistinct(title) && compare.IsDistinct(&k.titles[i])
		}
	}
	return closest, distinct
}

// closestTitle is how near the stated title is to the nearest of a record's, in either
// reading.
func (s *stated) closestTitle(k *known) (closest compare.Closeness, distinct bool) {
	closest, distinct = k.closestTitle(&s.title)
	if closest < compare.SameTitle && s.unbroken.Full != "" {
		if near, isDistinct := k.closestTitle(&s.unbroken); near == compare.SameTitle {
			return near, isDistinct
		}
	}
	return closest, distinct
}

// isPublished reports whether a record names a venue, or is a book or a thesis.
func (k *known) isPublished() bool {
	return len(k.venues) > 0 || k.work.Record.Type == citation.Book && k.work.Record.Publisher != ""
}

// isOfPreprint reports whether what a record knows is a preprint's, though it names
// the DOI of what was published of it.
func (k *known) isOfPreprint() bool {
	isStub := k.work.Record.Type == citation.Misc && k.work.Status == Published
	return !k.isPublished() && (k.arxiv != "" || isStub)
}

// years are all years of a record, and the one of its arXiv ID.
func (k *known) years() []int {
	years := slices.Clone(k.work.Years)
	if year := leadingYear(k.work.Record.Year); year != 0 && !slices.Contains(years, year) {
		years = append(years, year)
	}
	if year := arXivYear(k.arxiv); year != 0 && !slices.Contains(years, year) {
		years = append(years, year)
	}
	return years
}

// leadingYear returns the year that a text begins with, 0 if it begins with none:
// "in press", "n.d.".
func leadingYear(text string) int {
	text = strings.TrimSpace(text)
	if len(text) < 4 {
		return 0
	}
	year, err := strconv.Atoi(text[:4])
	if err != nil || year < 1000 || len(text) > 4 && '0' <= text[4] && text[4] <= '9' {
		return 0
	}
	return year
}

// arXivYear returns the year in which an arXiv ID was given, 0 for what is none.
func arXivYear(id string) int {
	year, _ := fold.ArXivYear(id)
	return year
}
