package authority

import (
	"cmp"
	"slices"
	"strings"

	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
)

// fillable are the fields of one text that a record can fill. A day is of no use
// without its month, which is filled for itself.
var fillable = slices.DeleteFunc(slices.Clone(ref.TextFields), func(field *ref.Row) bool { return field.Kind == ref.Day })

// isOfEveryVersion reports whether a preprint and a journal's article of one work do
// not differ in a field.
func isOfEveryVersion(field *ref.Row) bool {
	return field.Name == ref.FieldTitle || field.Name == ref.FieldArXiv || field.Name == ref.FieldPMID
}

// fillableFields returns what the reference leaves out and the work states, by
// JSON names. A field that belongs to one version is filled only where nothing
// that is stated belongs to another: a stated venue and a stated year must be the
// record's own, and volume, number and pages no other ones. A year that was
// derived from a contradicted venue is filled all the same, since it goes with
// that venue. What equally good records disagree on is not filled,
// nor what is derived already as the record has it.
func (s *stated) fillableFields(m *match, w *Work) []string {
	r := s.reference
	var fields []string
	if len(r.Authors) == 0 && len(r.Editors) == 0 && len(w.Record.Authors) > 0 {
		fields = append(fields, "authors")
	}
	statesOther := r.Container != "" && m.venue != compare.Agrees || r.Year != "" && s.year != leadingYear(w.Record.Year) || s.hasSeveralVersions(m) || statesOtherPlace(r, &w.Record)
	_, derivesYear := r.Derived["year"]
	peers := s.peers(m.work)
	for _, field := range fillable {
		switch {
		case *field.Text(r) != "" || *field.Text(&w.Record) == "" || r.Derived[string(field.Name)].Value == *field.Text(&w.Record):
		case field.Name == ref.FieldURL && (w.Record.DOI != "" || w.Record.ArXiv != ""):
			// The identifier leads there.
		case peers.areDivided(field):
			// One of them is wrong.
		case isOfEveryVersion(field) || !statesOther, field.Name == ref.FieldYear && m.venue == compare.Differs && derivesYear:
			fields = append(fields, string(field.Name))
		}
	}
	if r.Month == 0 && w.Record.Month != 0 && !statesOther && r.Year != "" {
		fields = append(fields, "month")
	}
	return fields
}

// statesOtherPlace reports whether a reference places a work in another volume,
// number or pages than a record does.
func statesOtherPlace(r, record *citation.Reference) bool {
	return areOtherPlaces(r.Volume, record.Volume) || areOtherPlaces(r.Number, record.Number) || areOtherPlaces(r.EID, record.EID) ||
		areOtherPlaces(firstPage(r.Pages), firstPage(record.Pages))
}

func areOtherPlaces(a, b string) bool {
	a, b = foldPlace(a), foldPlace(b)
	return a != "" && b != "" && a != b
}

// foldPlace folds a volume, a number or a page for comparison: "No. 07" is "7".
func foldPlace(place string) string {
	words := strings.Fields(fold.Text(place))
	if len(words) > 1 && placeWords[words[0]] {
		words = words[1:]
	}
	return strings.TrimLeft(strings.Join(words, ""), "0")
}

var placeWords = map[string]bool{"vol": true, "volume": true, "no": true, "nr": true, "number": true, "issue": true, "article": true, "art": true, "p": true, "pp": true}

// firstPage returns where a range of pages begins, by which ranges are compared:
// the end may be abbreviated, "101–9", or left out.
func firstPage(pages string) string {
	if end := strings.IndexAny(pages, "-‐‑‒–—,;+"); end > 0 {
		return pages[:end]
	}
	return pages
}

// peers returns the records that a reference agrees with equally well, of the
// place and the year of the one that fills it.
func (s *stated) peers(c candidate) candidate {
	base := s.version(c)
	fit, year := s.fit(base), leadingYear(base.work.Record.Year)
	return slices.DeleteFunc(slices.Clone(c), func(k *known) bool {
		return k != base && (leadingYear(k.work.Record.Year) != year || s.fit(k) != fit || !isSamePlace(k, base))
	})
}

// areDivided reports whether records have different values of a field that tells
// where a text is.
func (c candidate) areDivided(field *ref.Row) bool {
	switch field.Name {
	case "year", "volume", "number", "pages", "eid", "doi", "isbn", "arxiv", "pmid":
	default:
		return false
	}
	first := ""
	for _, k := range c {
		value := *field.Text(&k.work.Record)
		switch {
		case field.Name == ref.FieldDOI && fold.IsRepositoryDOI(k.doi):
			continue
		case field.Name == ref.FieldPages:
			value = firstPage(value)
		}
		if areOtherPlaces(first, value) {
			return true
		}
		first = cmp.Or(first, value)
	}
	return false
}

// hasSeveralVersions reports whether the work was published in several places of
// which the reference does not say which it means.
func (s *stated) hasSeveralVersions(m *match) bool {
	if m.venue == compare.Agrees {
		return false
	}
	var first *known
	for _, k := range m.work {
		if !k.isPublished() {
			continue
		}
		if first == nil {
			first = k
		} else if !isSamePlace(first, k) {
			return true
		}
	}
	return false
}

func isSamePlace(a, b *known) bool {
	if len(a.venues) == 0 || len(b.venues) == 0 {
		return true
	}
	return slices.ContainsFunc(a.venues, func(v compare.Venue) bool {
		return slices.ContainsFunc(b.venues, func(w compare.Venue) bool { return compare.Venues(&v, &w) != compare.Differs })
	})
}
