package output

import (
	"cmp"
	"maps"
	"slices"

	"github.com/factcite/factcite/citation/bib"
	"github.com/factcite/factcite/citation/ref"
	"github.com/nickng/bibtex"
)

// fieldOrder is the order of an entry's fields; others follow by name.
var fieldOrder = orderOf(slices.Concat(ref.Fields, ref.FormatFields))

func orderOf(fields []*ref.Row) []string {
	var names []string
	for _, row := range slices.SortedFunc(slices.Values(fields), func(a, b *ref.Row) int { return cmp.Compare(a.Order, b.Order) }) {
		names = append(names, row.Bib...)
	}
	return names
}

// OrderedFields returns the names of an entry's fields in fieldOrder.
func OrderedFields(e *bibtex.BibEntry) []string {
	names := make([]string, 0, len(e.Fields))
	for _, name := range fieldOrder {
		if _, ok := e.Fields[name]; ok {
			names = append(names, name)
		}
	}
	if len(names) < len(e.Fields) {
		others := slices.DeleteFunc(slices.Sorted(maps.Keys(e.Fields)), func(name string) bool { return slices.Contains(fieldOrder, name) })
		names = append(names, others...)
	}
	return names
}

// fieldRanks are the places of fields in fieldOrder.
var fieldRanks = ranksOf(fieldOrder)

func ranksOf(names []string) map[string]int {
	ranks := make(map[string]int, len(names))
	for i, name := range names {
		ranks[name] = i
	}
	return ranks
}

// order brings the fields into fieldOrder.
func (e *EntryBuilder) order() {
	rank := func(name string) int {
		if rank, ok := fieldRanks[name]; ok {
			return rank
		}
		return fieldRanks["x-facts"] // whose place is after those that it has no other for
	}
	slices.SortStableFunc(e.Fields, func(a, b bib.DraftField) int { return cmp.Compare(rank(a.Name), rank(b.Name)) })
}

// rankIn returns the place of a name in an order; names that are not in it follow.
func rankIn(order []string, name string) int {
	if i := slices.Index(order, name); i >= 0 {
		return i
	}
	return len(order)
}
