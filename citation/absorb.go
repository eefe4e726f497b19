package citation

import (
	"slices"

	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
)

// origin is the fact that states a field of a work, where it is not the first.
type origin struct{ field, fact string }

// absorb merges a later work into w, its facts aside: it fills what w leaves out
// and adds what the two state differently to its conflicts.
func (w *Publication) absorb(other *Publication) {
	w.absorbYears(other)
	w.absorbDoubt(&other.Reference)
	least := w.names().least(other.names())
	w.naming = &least
	a, b := &w.Reference, &other.Reference
	published := identity.IsPreprint(a) && !identity.IsPreprint(b) && b.Container != ""
	elsewhere := !published && identity.ArePrintedElsewhere(a, b)
	if a.Container == "" && b.Container != "" || a.Type == Misc {
		a.Type = b.Type
	}
	var changed []ref.Field
	for _, row := range ref.TextFields {
		name, kept, stated := string(row.Name), row.Text(a), row.Text(b)
		switch {
		case *stated == "" || *kept == *stated, elsewhere && ofPublication[name]:
		case *kept == "", published && replacesPreprint(name, *kept), name == "title" && identity.CompletesTitle(*stated, *kept):
			if *kept != "" {
				changed = append(changed, row.Name)
			}
			*kept = *stated
			w.setOrigin(name, other)
		case identity.Conflicts(name, a, b):
			w.Conflicts = append(w.Conflicts, Conflict{name, *kept, *stated, w.origin(name), other.origin(name)})
		}
	}
	if a.Month == 0 && !elsewhere || published && b.Month != 0 {
		a.Month = b.Month
	}
	for _, row := range ref.NameFields {
		switch {
		case row.Name == ref.FieldAuthors:
			w.absorbNames(row, &a.EtAl, b.EtAl, other)
		case !elsewhere:
			w.absorbNames(row, new(bool), false, other)
		}
	}
	a.Derived = ref.WithDerived(a.Derived, b.Derived)
	a.Preprint = a.Preprint && b.Preprint
	a.Entry = a.Entry.Merged(b.Entry, changed)
	if a.Kind == "" && a.Type == b.Type {
		a.Kind = b.Kind
	}
	w.Conflicts = append(w.Conflicts, other.Conflicts...)
}

// ofPublication are the fields that belong to where a work was printed, and tell
// nothing of the same work in another place.
var ofPublication = map[string]bool{"publisher": true, "series": true, "address": true, "day": true, "volume": true,
	"number": true, "pages": true, "eid": true, "isbn": true}

// replacesPreprint reports whether what a publication states of a field takes the
// place of what its preprint states.
func replacesPreprint(field, kept string) bool {
	return field == "year" || field == "day" || field == "container" || field == "doi" && fold.IsRepositoryDOI(fold.DOIName(kept))
}

// absorbYears adds the years of another work.
func (w *Publication) absorbYears(other *Publication) {
	w.years = w.statedYears()
	for _, year := range other.statedYears() {
		if !slices.Contains(w.years, year) {
			w.years = append(w.years, year)
		}
	}
}

// statedYears returns the years that a work's facts state or derive.
func (w *Publication) statedYears() []int {
	if len(w.years) > 0 {
		return w.years
	}
	return identity.YearsOf(&w.Reference)
}

// origin returns the fact that states a field.
func (w *Publication) origin(field string) string {
	for _, o := range slices.Backward(w.origins) {
		if o.field == field {
			return o.fact
		}
	}
	return w.Facts[0]
}

func (w *Publication) setOrigin(field string, other *Publication) {
	w.origins = append(w.origins, origin{field, other.origin(field)})
}

// absorbNames keeps the fuller of two lists that agree, and the first of two that
// do not.
func (w *Publication) absorbNames(row *ref.Row, etal *bool, statedEtAl bool, other *Publication) {
	field, kept, stated := string(row.Name), row.Names(&w.Reference), *row.Names(&other.Reference)
	switch {
	case len(stated) == 0:
	case len(*kept) == 0:
		*kept, *etal = stated, statedEtAl
		w.setOrigin(field, other)
	case !identity.AgreeNames(*kept, stated):
		w.Conflicts = append(w.Conflicts, Conflict{field, identity.JoinedNames(*kept, *etal), identity.JoinedNames(stated, statedEtAl), w.origin(field), other.origin(field)})
	case isFuller(stated, *kept):
		w.Reference.Entry = w.Reference.Entry.Merged(nil, []ref.Field{row.Name})
		*kept, *etal = stated, statedEtAl
		w.setOrigin(field, other)
	default:
		*etal = *etal && statedEtAl
	}
}

// isFuller reports whether a list has more names, or as many with more given names.
func isFuller(a, b []Name) bool {
	if len(a) != len(b) {
		return len(a) > len(b)
	}
	given := func(names []Name) (n int) {
		for _, name := range names {
			n += len(name.Given)
		}
		return n
	}
	return given(a) > given(b)
}

// absorbDoubt keeps the doubts of the values that w is about to have: its own, and
// the other's where it has none. What either states for certain is not doubted.
func (w *Publication) absorbDoubt(b *Reference) {
	a := &w.Reference
	if a.Confidence != 0 && (b.Confidence == 0 || b.Confidence > a.Confidence) {
		a.Confidence = b.Confidence
	}
	if len(a.Doubtful)+len(b.Doubtful) == 0 {
		return
	}
	var doubtful []ref.Field
	for _, field := range slices.Concat(a.Doubtful, b.Doubtful) {
		kept, stated := a.Text(string(field)), b.Text(string(field))
		isDoubted := slices.Contains(b.Doubtful, field)
		if kept != "" {
			isDoubted = slices.Contains(a.Doubtful, field) && (kept != stated || isDoubted)
		}
		if isDoubted && !slices.Contains(doubtful, field) {
			doubtful = append(doubtful, field)
		}
	}
	a.Doubtful = doubtful
}
