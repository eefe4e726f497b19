package identity

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/internal/venue"
)

// Conflicts reports whether two stated values of a field contradict each other.
func Conflicts(name string, a, b *ref.Reference) bool {
	x, y := *a.Value(ref.Field(name)), *b.Value(ref.Field(name))
	switch name {
	case "title":
		idA, idB := TraitsOf(a), TraitsOf(b)
		return idA.full != idB.full && compareTitles(idA, idB, true) == Unlike
	case "container":
		return !IsPreprint(a) && !IsPreprint(b) && !venue.SameName(x, y)
	case "year", "day":
		return text.FirstYear(x) != text.FirstYear(y) && IsPreprint(a) == IsPreprint(b) || name == "day" && fold.Locator(x) != fold.Locator(y)
	case "pages":
		return !agreePages(x, y)
	case "arxiv":
		return fold.ArXiv(x) != fold.ArXiv(y)
	case "doi":
		x, y = fold.DOI(x), fold.DOI(y)
		return x != y && !strings.HasPrefix(x, "10.48550/") && !strings.HasPrefix(y, "10.48550/")
	case "isbn":
		return fold.ISBN(x) != fold.ISBN(y)
	case "url": // a work has many addresses
		return false
	case "volume", "number", "edition", "eid", "pmid":
		return fold.Locator(x) != fold.Locator(y)
	default: // publishers, institutions, places and series are stated more or less fully
		return !containsWords(fold.Words(x), fold.Words(y)) && !containsWords(fold.Words(y), fold.Words(x))
	}
}

// CompletesTitle reports whether a title is the whole of one that is cut short.
func CompletesTitle(whole, cut string) bool {
	_, wholeCut := fold.CutEllipsis(whole)
	_, isCut := fold.CutEllipsis(cut)
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
