package identity

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/venue"
)

// areApart reports whether two groups of references are of two publications: their
// identifiers say so, or each reference of one is of another publication than each
// of the other.
func areApart(a, b []Traits) bool {
	for i := range a {
		for j := range b {
			if a[i].sharesIdentifier(&b[j]) {
				return false
			}
		}
	}
	for i := range a {
		for j := range b {
			if areOtherWorks(&a[i], &b[j]) {
				return true
			}
		}
	}
	for i := range a {
		for j := range b {
			if !areOtherPublications(&a[i], &b[j]) {
				return false
			}
		}
	}
	return true
}

// areOtherWorks reports whether identifiers tell two works apart: publishers' DOIs
// always, arXiv IDs and PMIDs unless the authors agree, since one of them may be
// misprinted.
func areOtherWorks(a, b *Traits) bool {
	if haveOther(a.doi, b.doi) && !fold.IsRepositoryDOI(a.doi) && !fold.IsRepositoryDOI(b.doi) {
		return true
	}
	if !haveOther(a.arxiv, b.arxiv) && !haveOther(a.pmid, b.pmid) {
		return false
	}
	_, shared := a.shareFamily(b)
	return !shared
}

func haveOther(a, b string) bool { return a != "" && b != "" && a != b }

// areOtherPublications reports whether years, kinds, venues or locators tell two
// publications apart.
func areOtherPublications(a, b *Traits) bool {
	if len(a.Years) > 0 && len(b.Years) > 0 && !a.hasYearWithin(2, b) {
		return true
	}
	r, other := a.reference, b.reference
	switch {
	case isThesis(r) != isThesis(other):
		return isPublished(r) || isPublished(other)
	case r.Type == ref.Book || other.Type == ref.Book:
		return differ(r.Volume, other.Volume) || differ(r.Edition, other.Edition) || isPartOfAnother(r, other) || isPartOfAnother(other, r)
	case IsPreprint(r) || IsPreprint(other):
		return false
	case r.Type == ref.TechReport && other.Type == ref.TechReport:
		return haveOtherReportNumbers(r.Number, other.Number) || areYearbooks(a, b)
	}
	switch a.sameContainer(b) {
	case yes:
		return r.Type == ref.Article && other.Type == ref.Article && (haveOtherPlaces(a, b) || haveOtherDates(r, other) || areYearbooks(a, b))
	case no:
		return isPart(r) && isPart(other) &&
			(isArticleOfOne(r, other) || haveOtherPlaces(a, b) || haveOtherYears(a, b) || areNamesakes(r, other))
	}
	return isPartOfSeries(r, other) && haveOtherPlaces(a, b)
}

func haveOtherYears(a, b *Traits) bool {
	return len(a.Years) > 0 && len(b.Years) > 0 && !a.hasYearWithin(0, b)
}

// areYearbooks reports whether a body says the same of two years.
func areYearbooks(a, b *Traits) bool {
	return haveOtherYears(a, b) && isByBody(a.reference) && isByBody(b.reference)
}

func isByBody(r *ref.Reference) bool {
	return len(r.Authors) > 0 && !slices.ContainsFunc(r.Authors, func(n ref.Name) bool { return n.Literal == "" })
}

// isArticleOfOne reports whether one of two is an article and the other is not, but
// for proceedings that are a journal.
func isArticleOfOne(r, other *ref.Reference) bool {
	return r.Type != other.Type && (r.Type == ref.Article || other.Type == ref.Article)
}

// isPartOfAnother reports whether one work is in a volume that is not the other one,
// which was published as a book.
func isPartOfAnother(part, book *ref.Reference) bool {
	return isPart(part) && !IsPreprint(part) && part.Container != "" && !venue.SameName(part.Container, book.Title) &&
		(book.Publisher != "" || book.ISBN != "")
}

// haveOtherReportNumbers compares the digits of two numbers, of which one may lack
// the series and the year before it ("TR-92-14", "14").
func haveOtherReportNumbers(a, b string) bool {
	a, b = digitsOf(a), digitsOf(b)
	return a != "" && b != "" && !strings.HasSuffix(a, b) && !strings.HasSuffix(b, a)
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// haveOtherDates reports whether two articles of a year, of which no volume and no
// page agrees, were printed in other months or on other days.
func haveOtherDates(r, other *ref.Reference) bool {
	if r.Volume != "" && other.Volume != "" || r.Pages != "" && other.Pages != "" {
		return false // their places were compared
	}
	return r.Month != 0 && other.Month != 0 && (r.Month != other.Month || differ(r.Day, other.Day))
}

func isThesis(r *ref.Reference) bool { return r.Type == ref.PhDThesis || r.Type == ref.MastersThesis }

func isPaper(r *ref.Reference) bool { return r.Type == ref.Article || r.Type == ref.InProceedings }

func isPart(r *ref.Reference) bool { return isPaper(r) || r.Type == ref.InCollection }

// isPublished reports whether a work was printed by other than the one who awards
// degrees.
func isPublished(r *ref.Reference) bool {
	return isPaper(r) && r.Container != "" && !IsPreprint(r) || r.Type == ref.Book || r.Type == ref.InCollection ||
		r.Type == ref.TechReport && r.Number != ""
}

// haveOtherPlaces reports whether two papers have another volume, issue or first
// page. A volume alone may be misprinted where all pages and the year agree, an issue
// where volume and pages do, or the first page of a title that no other issue has there.
func haveOtherPlaces(a, b *Traits) bool {
	r, other := a.reference, b.reference
	if r.Pages == other.Pages && r.Volume == other.Volume && r.Number == other.Number {
		return false
	}
	first, last := pageEnds(r.Pages)
	otherFirst, otherLast := pageEnds(other.Pages)
	samePage := first != "" && first == otherFirst
	switch {
	case differ(first, otherFirst):
		return !isArticleNumber(r.Pages, otherFirst) && !isArticleNumber(other.Pages, first)
	case differ(r.Volume, other.Volume):
		return !(samePage && last != "" && last == otherLast && a.hasYearWithin(0, b))
	case differ(r.Number, other.Number):
		return !(samePage && r.Volume != "" && other.Volume != "" && (last != "" && last == otherLast || a.words > fewWords))
	}
	return false
}

// fewWords is how many words a title has that a journal may have in each issue: "News".
const fewWords = 2

// ArePrintedElsewhere reports whether the venues of two references of one work are
// stated and differ, or the other one is of the preprint.
func ArePrintedElsewhere(r, other *ref.Reference) bool {
	return placed(r).sameContainer(placed(other)) == no || IsPreprint(other) && !IsPreprint(r) && r.Container != ""
}

// placed returns the traits of a reference that say where it was printed, and no others.
func placed(r *ref.Reference) *Traits {
	return &Traits{reference: r, container: venue.Name{Text: r.Container}}
}

// areVersions reports whether publications that are apart are of one title and have
// an author in common.
func areVersions(a, b []Traits) bool {
	for i := range a {
		for j := range b {
			if a[i].isTitledLike(&b[j]) {
				return true
			}
		}
	}
	return false
}

// isTitledLike reports whether two references have one title and an author in common.
func (a *Traits) isTitledLike(b *Traits) bool {
	_, shared := a.shareFamily(b)
	return shared && a.full != "" && a.full == b.full && !a.generic
}

// AreRelated reports whether it may depend on one of two references which work the other is
// of, or what other publications that has. Groups are the same or alike, and one has the other
// for a version, only if a reference of one is related to one of the other, with which it has
// a clue in common.
func AreRelated(a, b *Traits) bool { return Compare(a, b) >= Alike || a.isTitledLike(b) }

// agreement counts what two references of one title have in common.
func agreement(a, b *Traits) int {
	r, other := a.reference, b.reference
	count := 0
	for _, agrees := range []bool{
		a.hasYearWithin(0, b), r.Type == other.Type, a.sameContainer(b) == yes, r.Volume != "" && r.Volume == other.Volume,
		r.Pages != "" && agreePages(r.Pages, other.Pages), slices.Equal(a.families, b.families),
	} {
		if agrees {
			count++
		}
	}
	return count
}
