package citation

import (
	"maps"
	"slices"
	"strings"
)

// stringFields are the string fields of a reference by JSON name.
var stringFields = []string{"title", "container", "publisher", "institution", "series", "address", "edition", "year",
	"day", "volume", "number", "pages", "eid", "arxiv", "doi", "isbn", "pmid", "url"}

// origin is the fact that states a field of a work, where it is not the first.
type origin struct{ field, fact string }

// absorb merges a later work into w, its facts aside: it fills what w leaves out
// and adds what the two state differently to its conflicts.
func (w *Work) absorb(other *Work) {
	w.absorbYears(other)
	least := w.names().least(other.names())
	w.naming = &least
	a, b := &w.Reference, &other.Reference
	published := isPreprint(a) && a.Container == "" && !isPreprint(b) && b.Container != ""
	if a.Container == "" && b.Container != "" || a.Type == Misc {
		a.Type = b.Type
	}
	for _, name := range stringFields {
		kept, stated := a.stringField(name), b.stringField(name)
		switch {
		case *stated == "" || *kept == *stated:
		case *kept == "", name == "year" && published, name == "title" && completesTitle(*stated, *kept):
			*kept = *stated
			w.setOrigin(name, other)
		case conflicts(name, a, b):
			w.Conflicts = append(w.Conflicts, Conflict{name, *kept, *stated, w.origin(name), other.origin(name)})
		}
	}
	if a.Month == 0 || published && b.Month != 0 {
		a.Month = b.Month
	}
	w.absorbNames("authors", &a.Authors, b.Authors, &a.EtAl, b.EtAl, other)
	var complete bool
	w.absorbNames("editors", &a.Editors, b.Editors, &complete, false, other)
	a.Derived = withDerived(a.Derived, b.Derived)
	a.Preprint = a.Preprint && b.Preprint
	w.Conflicts = append(w.Conflicts, other.Conflicts...)
}

// absorbYears adds the years of another work.
func (w *Work) absorbYears(other *Work) {
	w.years = w.statedYears()
	for _, year := range other.statedYears() {
		if !slices.Contains(w.years, year) {
			w.years = append(w.years, year)
		}
	}
}

// statedYears returns the years that a work's facts state or derive.
func (w *Work) statedYears() []int {
	if len(w.years) > 0 {
		return w.years
	}
	return yearsOf(&w.Reference)
}

// withDerived returns what is derived of either, of the first where both say it.
// Works share these maps, so neither is written to.
func withDerived(first, second map[string]Derived) map[string]Derived {
	all := first
	for name, d := range second {
		if _, ok := first[name]; ok {
			continue
		}
		if len(all) == len(first) {
			all = maps.Clone(first)
		}
		if all == nil {
			all = make(map[string]Derived)
		}
		all[name] = d
	}
	return all
}

// origin returns the fact that states a field.
func (w *Work) origin(field string) string {
	for _, o := range slices.Backward(w.origins) {
		if o.field == field {
			return o.fact
		}
	}
	return w.Facts[0]
}

func (w *Work) setOrigin(field string, other *Work) {
	w.origins = append(w.origins, origin{field, other.origin(field)})
}

// absorbNames keeps the fuller of two lists that agree, and the first of two that
// do not.
func (w *Work) absorbNames(field string, kept *[]Name, stated []Name, etal *bool, statedEtAl bool, other *Work) {
	switch {
	case len(stated) == 0:
	case len(*kept) == 0:
		*kept, *etal = stated, statedEtAl
		w.setOrigin(field, other)
	case !agreeNames(*kept, stated):
		w.Conflicts = append(w.Conflicts, Conflict{field, joinedNames(*kept, *etal), joinedNames(stated, statedEtAl), w.origin(field), other.origin(field)})
	case isFuller(stated, *kept):
		*kept, *etal = stated, statedEtAl
		w.setOrigin(field, other)
	default:
		*etal = *etal && statedEtAl
	}
}

// isFuller tells whether a list has more names, or as many with more given names.
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

// agreeNames tells whether one list may be a shortened form of the other: its
// names are among the other's, given names agree up to initials.
func agreeNames(a, b []Name) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, n := range a {
		if !slices.ContainsFunc(b, func(other Name) bool { return agreeName(n, other) }) {
			return false
		}
	}
	return true
}

func agreeName(a, b Name) bool {
	if familyKey(a) != familyKey(b) && familyKey(Name{Family: a.Particle + a.Family}) != familyKey(Name{Family: b.Particle + b.Family}) {
		return false
	}
	givenA, givenB := givenWords(a.Given), givenWords(b.Given)
	for i := range min(len(givenA), len(givenB)) {
		if short, long := givenA[i], givenB[i]; !strings.HasPrefix(long, short) && !strings.HasPrefix(short, long) {
			return false
		}
	}
	return true
}

// givenWords folds given names; glued initials ("JB", "J.B.") count one by one.
func givenWords(given string) []string {
	var words []string
	for _, part := range strings.FieldsFunc(given, func(r rune) bool { return r == ' ' || r == '.' || r == '-' }) {
		glued := len(part) > 1 && len(part) <= 4 && strings.ToUpper(part) == part
		for _, w := range foldWords(part) {
			if glued {
				words = append(words, strings.Split(w, "")...)
			} else {
				words = append(words, w)
			}
		}
	}
	return words
}

func joinedNames(names []Name, etal bool) string {
	var list []string
	for _, n := range names {
		list = append(list, n.String())
	}
	if etal {
		list = append(list, "et al.")
	}
	return strings.Join(list, "; ")
}

// conflicts tells whether two stated values of a field contradict each other.
func conflicts(name string, a, b *Reference) bool {
	x, y := *a.stringField(name), *b.stringField(name)
	switch name {
	case "title":
		idA, idB := newIdentity(a), newIdentity(b)
		return idA.full != idB.full && compareTitles(idA, idB, true) == different
	case "container":
		return !isPreprint(a) && !isPreprint(b) && !sameVenueName(x, y)
	case "year", "day":
		return firstYear(x) != firstYear(y) && isPreprint(a) == isPreprint(b) || name == "day" && foldLocator(x) != foldLocator(y)
	case "pages":
		return !agreePages(x, y)
	case "arxiv":
		return arXivBase(x) != arXivBase(y)
	case "doi":
		x, y = strings.ToLower(doiName(x)), strings.ToLower(doiName(y))
		return x != y && !strings.HasPrefix(x, "10.48550/") && !strings.HasPrefix(y, "10.48550/")
	case "isbn":
		return isbn13(x) != isbn13(y)
	case "url": // a work has many addresses
		return false
	case "volume", "number", "edition", "eid", "pmid":
		return foldLocator(x) != foldLocator(y)
	default: // publishers, institutions, places and series are stated more or less fully
		return !containsWords(foldWords(x), foldWords(y)) && !containsWords(foldWords(y), foldWords(x))
	}
}

// completesTitle tells whether a title is the whole of one that is cut short.
func completesTitle(whole, cut string) bool {
	_, wholeCut := cutEllipsis(whole)
	_, isCut := cutEllipsis(cut)
	return isCut && !wholeCut
}

func containsWords(all, some []string) bool {
	for _, w := range some {
		if !slices.Contains(all, w) {
			return false
		}
	}
	return true
}

// agreePages compares page ranges; the end may be abbreviated ("172–80") or absent.
func agreePages(x, y string) bool {
	firstX, lastX := pageEnds(x)
	firstY, lastY := pageEnds(y)
	return firstX == firstY && (lastX == "" || lastY == "" || lastX == lastY)
}

func pageEnds(pages string) (first, last string) {
	words := strings.Fields(foldLocator(pages))
	if len(words) == 0 {
		return "", ""
	}
	first = words[0]
	if len(words) > 1 {
		last = words[1]
		if len(last) < len(first) {
			last = first[:len(first)-len(last)] + last
		}
	}
	return first, last
}

// isbn13 returns the thirteen digits of an ISBN in either form, its check digit
// aside.
func isbn13(s string) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == 'X' || r == 'x' {
			return r
		}
		return -1
	}, s)
	switch len(digits) {
	case 10:
		return "978" + digits[:9]
	case 13:
		return digits[:12]
	}
	return digits
}
