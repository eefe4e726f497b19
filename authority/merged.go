package authority

import (
	"cmp"
	"slices"

	"github.com/factcite/factcite/authority/internal/compare"
)

// merged makes one work of a candidate's records. The version that the reference
// states is its record, else the earliest that was published; the other records
// add what they know of the same version, the arXiv ID, and every title, year and
// venue.
func (s *stated) merged(c candidate) *Work {
	base := s.version(c)
	w := &Work{Record: base.work.Record, Status: base.work.Status, Origin: base.work.Origin}
	retracted, questioned := c.notices()
	w.Retraction = cmp.Or(retracted, questioned)
	for _, k := range withFirstRecord(base, c) {
		w.addTitles(k)
		w.addYears(k)
		w.addVenues(k)
		if k.work.Status != Preprint {
			w.Status = Published
		}
		w.complete(k.work, k == base || isSameVersion(k, base))
	}
	switch {
	case retracted != nil:
		w.Status = Retracted
	case questioned != nil:
		w.Status = Questioned
	}
	return w
}

// version is the record that the reference agrees with best, of equal ones the
// earliest.
func (s *stated) version(c candidate) *known {
	return slices.MinFunc(c, func(a, b *known) int {
		return cmp.Or(cmp.Compare(s.fit(b), s.fit(a)), cmp.Compare(leadingYear(a.work.Record.Year), leadingYear(b.work.Record.Year)))
	})
}

// fit tells how much of what a reference says of a version is a record's.
func (s *stated) fit(k *known) int {
	fit := 0
	if venue, _ := s.compareVenue(candidate{k}); venue == compare.Agrees {
		fit += 4
	}
	if k.isPublished() {
		fit += 2
	}
	if s.year != 0 && slices.Contains(k.years(), s.year) {
		fit++
	}
	return fit
}

func withFirstRecord(first *known, c candidate) candidate {
	ordered := candidate{first}
	for _, k := range c {
		if k != first {
			ordered = append(ordered, k)
		}
	}
	return ordered
}

func (w *Work) addTitles(k *known) {
	for _, title := range append([]string{k.work.Record.Title}, k.work.Titles...) {
		if title != "" && title != w.Record.Title && !slices.Contains(w.Titles, title) {
			w.Titles = append(w.Titles, title)
		}
	}
}

func (w *Work) addYears(k *known) {
	for _, year := range k.years() {
		if !slices.Contains(w.Years, year) {
			w.Years = append(w.Years, year)
		}
	}
}

func (w *Work) addVenues(k *known) {
	for i := range k.venues {
		if name := k.venues[i].Name; !slices.Contains(w.Venues, name) {
			w.Venues = append(w.Venues, name)
		}
	}
}

// isSameVersion reports whether two records are of one publication of a work.
func isSameVersion(a, b *known) bool {
	if a.isPublished() != b.isPublished() || leadingYear(a.work.Record.Year) != leadingYear(b.work.Record.Year) {
		return false
	}
	if !isSamePlace(a, b) || statesOtherPlace(&a.work.Record, &b.work.Record) {
		return false
	}
	return a.doi == "" || b.doi == "" || a.doi == b.doi
}

// complete adds to the record what it lacks and another one states: of another
// version only what holds for all.
func (w *Work) complete(from *Work, sameVersion bool) {
	r := &w.Record
	if len(r.Authors) == 0 && len(from.Record.Authors) > 0 {
		r.Authors, r.EtAl = from.Record.Authors, from.Record.EtAl
		w.noteOrigin("authors", from)
	}
	for _, field := range fillable {
		if !sameVersion && !isOfEveryVersion(field) {
			continue
		}
		if value, known := field.Text(r), *field.Text(&from.Record); *value == "" && known != "" {
			*value = known
			w.noteOrigin(string(field.Name), from)
		}
	}
	if sameVersion && r.Month == 0 && from.Record.Month != 0 && r.Year == from.Record.Year {
		r.Month = from.Record.Month
		w.noteOrigin("month", from)
	}
}

func (w *Work) noteOrigin(field string, from *Work) {
	if w.Completed == nil {
		w.Completed = map[string]Origin{}
	}
	w.Completed[field] = from.Origin
}
