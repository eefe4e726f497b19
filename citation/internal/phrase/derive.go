package phrase

import (
	"strconv"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/internal/venue"
)

// derive adds what follows from the stated values: the year of an arXiv ID, the
// year that a venue's ordinal or volume fixes, the acronym of a venue. The venue
// is nil if the table knows none.
func (w *Work) derive(v *venue.Venue) {
	if v != nil && v.Acronym != "" && v.Acronym != w.Container {
		w.add("venue", v.Acronym, "container")
	}
	if w.Year != "" {
		return
	}
	if w.Container != "" {
		if i := YearInside(w.Container); i >= 0 {
			start := w.Spans[string(ref.FieldContainer)][0] + i
			w.Year = w.Container[i : i+4]
			w.Mark(ref.FieldYear, ref.Span{start, start + 4})
			return
		}
	}
	if v != nil {
		if year, from, ok := v.Year(w.Container, w.Volume); ok {
			w.add("year", strconv.Itoa(year), from)
			return
		}
	}
	if year, ok := fold.ArXivYear(w.ArXiv); ok {
		w.add("year", strconv.Itoa(year), "the arXiv ID")
	}
}

func (w *Work) add(field, value, from string) {
	if w.Derived == nil {
		w.Derived = make(map[string]ref.Derived, 2)
	}
	w.Derived[field] = ref.Derived{Value: value, From: from}
}

// YearInside is where there is a year in the name of a venue, or -1.
func YearInside(name string) int {
	for i := 0; i+4 <= len(name); i++ {
		if text.IsDigit(name[i]) && (i == 0 || !text.IsDigit(name[i-1])) && text.IsYearDigits(name[i:i+4]) && (i+4 == len(name) || !text.IsDigit(name[i+4])) {
			return i
		}
	}
	return -1
}
