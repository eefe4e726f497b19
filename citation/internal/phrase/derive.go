package phrase

import (
	"strconv"
	"strings"
	"unicode/utf8"

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
	if i := shortYearInside(w.Container); i > 0 {
		w.add("year", wholeYear(w.Container[i:]), "container")
		return
	}
	if at := yearOfNumber(w.Number); at >= 0 && !w.Standard {
		start := w.Spans[string(ref.FieldNumber)][0] + at
		w.Year = w.Number[at : at+4]
		w.Mark(ref.FieldYear, ref.Span{start, start + 4})
		return
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

// yearOfNumber is where the year is in a number of those that are counted anew each year, -1
// in others: "2019:4", "2018/02", "7/2015".
func yearOfNumber(number string) int {
	size := len(number)
	switch {
	case size > 5 && strings.IndexByte(":/-", number[4]) >= 0 && text.IsDigit(number[5]) && YearInside(number[:4]) == 0:
		return 0
	case size > 5 && size < 9 && strings.IndexByte(":/", number[size-5]) >= 0 && text.IsDigits(number[:size-5]) && YearInside(number[size-4:]) == 0:
		return size - 4
	}
	return -1
}

// shortYearInside is where the two digits of a year are that end the name of a
// meeting, after an apostrophe, "FELT'97", or -1.
func shortYearInside(name string) int {
	i := len(name) - len("97")
	if i < 1 || !text.IsDigit(name[i]) || !text.IsDigit(name[i+1]) {
		return -1
	}
	if before, _ := utf8.DecodeLastRuneInString(name[:i]); !text.IsApostrophe(before) {
		return -1
	}
	return i
}

// DeriveYear gives a work the year that two digits after the name of a meeting are short for.
func (w *Work) DeriveYear(digits string) {
	if w.Year == "" {
		w.add("year", wholeYear(digits), "container")
	}
}

// firstShort is the year that "'50" is, so that no meeting is yet to be held.
const firstShort = 1950

// wholeYear is the year that two digits are short for.
func wholeYear(digits string) string {
	year, _ := strconv.Atoi(digits)
	if year += 1900; year < firstShort {
		year += 100
	}
	return strconv.Itoa(year)
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
