package citation

import (
	"strconv"
	"strings"
)

// derive adds what follows from the stated values: the year of an arXiv ID, the
// year that a venue's ordinal or volume fixes, the acronym of a venue. The venue
// is nil if the table knows none.
func (w *work) derive(v *venue) {
	if v != nil && v.Acronym != "" && v.Acronym != w.Container {
		w.add("venue", v.Acronym, "container")
	}
	if w.Year != "" {
		return
	}
	if w.Container != "" {
		if i := yearInside(w.Container); i >= 0 {
			start := w.Spans[string(fieldContainer)][0] + i
			w.Year = w.Container[i : i+4]
			w.mark(fieldYear, Span{start, start + 4})
			return
		}
	}
	if v != nil {
		if year, from, ok := v.year(w.Container, w.Volume); ok {
			w.add("year", strconv.Itoa(year), from)
			return
		}
	}
	if year, ok := arXivYear(w.ArXiv); ok {
		w.add("year", year, "the arXiv ID")
	}
}

func (r *Reference) add(field, value, from string) {
	if r.Derived == nil {
		r.Derived = make(map[string]Derived, 2)
	}
	r.Derived[field] = Derived{Value: value, From: from}
}

// yearInside is where there is a year in the name of a venue, or -1.
func yearInside(name string) int {
	for i := 0; i+4 <= len(name); i++ {
		if isDigit(name[i]) && (i == 0 || !isDigit(name[i-1])) && isYearDigits(name[i:i+4]) && (i+4 == len(name) || !isDigit(name[i+4])) {
			return i
		}
	}
	return -1
}

// arXivYear is the year in which an arXiv ID was given: its first two digits,
// before the full stop (2402.10379) or after the slash (hep-th/9901001). arXiv
// opened in 1991.
func arXivYear(id string) (year string, ok bool) {
	if slash := strings.LastIndexByte(id, '/'); slash >= 0 {
		id = id[slash+1:]
	}
	if len(id) < 4 || !isDigit(id[0]) || !isDigit(id[1]) {
		return "", false
	}
	if id[:2] >= "91" {
		return "19" + id[:2], true
	}
	return "20" + id[:2], true
}
