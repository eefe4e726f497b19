package rules

import (
	"iter"
	"slices"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
)

// Gaps returns the fields that works such as this one are cited with and that the
// reference neither states nor lets derive, as [Finding.Field] names them: by their names,
// and "identifier" where it has none. The rules that report gaps go by it.
func Gaps(r *citation.Reference) []string {
	var gaps []string
	for field, isKnown := range neededFields(r) {
		if !isKnown {
			gaps = append(gaps, field)
		}
	}
	return gaps
}

// neededFields yields the fields that works such as this one are cited with, and whether
// each is stated or derived.
func neededFields(r *citation.Reference) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		for _, row := range ref.Fields {
			if (row.Name == ref.FieldTitle || needs(r, row)) && !yield(string(row.Name), says(r, row.Name)) {
				return
			}
		}
		if needsIdentifier(r) {
			yield("identifier", hasIdentifier(r))
		}
	}
}

// needs reports whether works such as this one are cited with a field.
func needs(r *citation.Reference, row *ref.Row) bool {
	return slices.Contains(row.NeededBy, r.Type) && !isWithoutByCustom(r, row.Name)
}

// isCitedWith is needs for the name of a field.
func isCitedWith(r *citation.Reference, field ref.Field) bool {
	return slices.ContainsFunc(ref.Fields, func(row *ref.Row) bool { return row.Name == field && needs(r, row) })
}

// needsIdentifier reports whether a work is asked for an identifier: a standard has its
// number, and many styles print none of the entries of a .bib.
func needsIdentifier(r *citation.Reference) bool { return r.Entry == nil && r.Kind != ref.Standard }
