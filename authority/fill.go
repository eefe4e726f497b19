package authority

import (
	"slices"

	"github.com/factcite/factcite/citation"
)

// fillableField is a field that a record can fill.
type fillableField struct {
	name      string // JSON name in citation.Reference
	ofVersion bool   // it belongs to one version of a work: a preprint and a journal's article differ in it
	of        func(*citation.Reference) *string
}

// fillable are the fields of one text that a record can fill, in the order of the
// fields of a reference.
var fillable = []fillableField{
	{"title", false, func(r *citation.Reference) *string { return &r.Title }},
	{"container", true, func(r *citation.Reference) *string { return &r.Container }},
	{"publisher", true, func(r *citation.Reference) *string { return &r.Publisher }},
	{"institution", true, func(r *citation.Reference) *string { return &r.Institution }},
	{"series", true, func(r *citation.Reference) *string { return &r.Series }},
	{"address", true, func(r *citation.Reference) *string { return &r.Address }},
	{"edition", true, func(r *citation.Reference) *string { return &r.Edition }},
	{"year", true, func(r *citation.Reference) *string { return &r.Year }},
	{"volume", true, func(r *citation.Reference) *string { return &r.Volume }},
	{"number", true, func(r *citation.Reference) *string { return &r.Number }},
	{"pages", true, func(r *citation.Reference) *string { return &r.Pages }},
	{"eid", true, func(r *citation.Reference) *string { return &r.EID }},
	{"arxiv", false, func(r *citation.Reference) *string { return &r.ArXiv }},
	{"doi", true, func(r *citation.Reference) *string { return &r.DOI }},
	{"isbn", true, func(r *citation.Reference) *string { return &r.ISBN }},
	{"pmid", false, func(r *citation.Reference) *string { return &r.PMID }},
	{"url", true, func(r *citation.Reference) *string { return &r.URL }},
}

// fillableFields returns what the reference leaves out and the work states, by
// JSON names. A field that belongs to one version is filled only where nothing
// that is stated belongs to another: a stated venue and a stated year must be the
// record's own. A year that was derived from a contradicted venue is filled all
// the same, since it goes with that venue.
func (s *stated) fillableFields(m *match, w *Work) []string {
	r := s.reference
	var fields []string
	if len(r.Authors) == 0 && len(r.Editors) == 0 && len(w.Record.Authors) > 0 {
		fields = append(fields, "authors")
	}
	statesOther := r.Container != "" && m.venue != agrees || r.Year != "" && s.year != leadingYear(w.Record.Year) || s.hasSeveralVersions(m)
	for _, field := range fillable {
		switch {
		case *field.of(r) != "" || *field.of(&w.Record) == "":
		case field.name == "url" && (w.Record.DOI != "" || w.Record.ArXiv != ""):
			// The identifier leads there.
		case !field.ofVersion || !statesOther, field.name == "year" && m.venue == differs:
			fields = append(fields, field.name)
		}
	}
	if r.Month == 0 && w.Record.Month != 0 && !statesOther && r.Year != "" {
		fields = append(fields, "month")
	}
	return fields
}

// hasSeveralVersions tells whether the work was published in several places of
// which the reference does not say which it means.
func (s *stated) hasSeveralVersions(m *match) bool {
	if m.venue == agrees {
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
	return slices.ContainsFunc(a.venues, func(v venueName) bool {
		return slices.ContainsFunc(b.venues, func(w venueName) bool { return compareVenues(&v, &w) != differs })
	})
}
