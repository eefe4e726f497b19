package authority

import (
	"cmp"
	"slices"

	"github.com/factcite/factcite/authority/internal/compare"
)

// candidate is a work that a reference may mean: all records of it.
type candidate []*known

// mostRecords bounds the records of one authority that are looked at for a
// reference.
const mostRecords = 64

// group puts the records of one work together, such as those of a preprint and of
// what was published of it. The order of the records is kept.
func group(records []*known) []candidate {
	var works []candidate
	for _, record := range records {
		joined := -1
		for i := 0; i < len(works); i++ {
			if works[i] == nil || !slices.ContainsFunc(works[i], func(other *known) bool { return areOneWork(record, other) }) {
				continue
			}
			if joined < 0 {
				joined = i
				works[i] = append(works[i], record)
			} else {
				works[joined] = append(works[joined], works[i]...)
				works[i] = nil
			}
		}
		if joined < 0 {
			works = append(works, candidate{record})
		}
	}
	return slices.DeleteFunc(works, func(c candidate) bool { return c == nil })
}

// compareRecords orders records by where they come from and then by what they
// say, so that the order in which they were read or found makes no difference.
func compareRecords(a, b *known) int {
	x, y := a.work, b.work
	if order := cmp.Or(cmp.Compare(x.Origin.Source, y.Origin.Source), cmp.Compare(x.Origin.Key, y.Origin.Key), cmp.Compare(y.Origin.Date, x.Origin.Date)); order != 0 {
		return order
	}
	for _, field := range fillable {
		if order := cmp.Compare(*field.Text(&x.Record), *field.Text(&y.Record)); order != 0 {
			return order
		}
	}
	return cmp.Compare(spell(x.Record.Authors, !x.Record.EtAl), spell(y.Record.Authors, !y.Record.EtAl))
}

// Years between the records of one work: a paper may wait long for its journal,
// but where no authors tell, hardly more than a year is likely.
const (
	yearsOfOneWork      = 6
	yearsWithoutAuthors = 1
)

// areOneWork reports whether two records are of one work: they share an identifier,
// or a title that hardly two works have, authors, and years that are not far
// apart.
func areOneWork(a, b *known) bool {
	if isNoticeOf(a.doi, b) || isNoticeOf(b.doi, a) {
		return false
	}
	if a.doi != "" && a.doi == b.doi || a.arxiv != "" && a.arxiv == b.arxiv || a.pmid != "" && a.pmid == b.pmid {
		return true
	}
	if len(a.titles) == 0 || len(b.titles) == 0 {
		return false
	}
	closest, distinct := compare.OtherTitle, false
	for i := range a.titles {
		near, isDistinct := b.closestTitle(&a.titles[i])
		closest, distinct = max(closest, near), distinct || isDistinct
	}
	if closest < compare.PartTitle {
		return false
	}
	people := compare.Authors(a.authors, b.authors)
	switch {
	case a.authors.IsEmpty() || b.authors.IsEmpty():
		return closest == compare.SameTitle && distinct && areYearsWithin(yearsWithoutAuthors, a.years(), b.years())
	case closest == compare.PartTitle && people.Agreement != compare.Agrees, !people.Most:
		return false
	case a.titles[0].Generic:
		return areYearsWithin(0, a.years(), b.years()) && slices.ContainsFunc(a.venues, func(v compare.Venue) bool {
			return slices.ContainsFunc(b.venues, func(w compare.Venue) bool { return compare.Venues(&v, &w) == compare.Agrees })
		})
	}
	return areYearsWithin(yearsOfOneWork, a.years(), b.years())
}

// areYearsWithin reports whether a year of one list and one of the other are at most
// so far apart, or a list is empty.
func areYearsWithin(distance int, a, b []int) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	return slices.ContainsFunc(a, func(x int) bool {
		return slices.ContainsFunc(b, func(y int) bool { return max(x-y, y-x) <= distance })
	})
}
