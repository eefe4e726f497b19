package citation

import (
	"cmp"
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
)

// leastConfident is the confidence from which the trained reader is right more often
// than the grammar where the two differ.
const leastConfident = 0.28

// surer chooses between what the grammar and what the trained reader, if it read the text
// as well, say of a work. Where they agree the grammar's reading has more in it.
func surer(grammar, trained Reference, ok bool) Reference {
	if !ok || trained.Confidence < leastConfident || isStructured(&grammar) || !contradicts(&trained, &grammar) {
		return grammar
	}
	return trained
}

// isStructured reports whether the grammar has found in a text what it does not take from
// others: what kind of work it is, a series, an edition, editors in place of authors, that
// the list of authors is cut.
func isStructured(r *Reference) bool {
	switch r.Type {
	case ref.PhDThesis, ref.MastersThesis, ref.TechReport:
		return true
	case ref.Misc:
		return r.Title != ""
	}
	return r.Series != "" || r.Edition != "" || r.EtAl || len(r.Authors) == 0 && len(r.Editors) > 0
}

// contradicts reports whether a reading of a text states what the other one does not.
func contradicts(a, other *Reference) bool {
	if hasLettersAtEnd(a.Title, other.Title) {
		return false // the other reading parts more
	}
	for _, field := range [...]ref.Field{ref.FieldTitle, ref.FieldYear, ref.FieldVolume, ref.FieldNumber} {
		if v := *a.Value(field); v != "" && !sameLetters(v, *other.Value(field)) {
			return true
		}
	}
	pages, house := cmp.Or(a.Pages, a.EID), cmp.Or(a.Publisher, a.Institution)
	return pages != "" && !sameLetters(pages, cmp.Or(other.Pages, other.EID)) ||
		a.Container != "" && !sameHouse(a.Container, other.Container) ||
		house != "" && !sameHouse(house, cmp.Or(other.Publisher, other.Institution)) && !strings.Contains(other.Address, house) ||
		!beginAlike(a, other)
}

func onlyLetters(s string) string { return strings.ReplaceAll(fold.Letters(s), " ", "") }

func sameLetters(a, b string) bool { return a == b || onlyLetters(a) == onlyLetters(b) }

// hasLettersAtEnd reports whether a text ends as another one that is shorter.
func hasLettersAtEnd(text, end string) bool {
	text, end = onlyLetters(text), onlyLetters(end)
	return end != "" && len(end) < len(text) && strings.HasSuffix(text, end)
}

// sameHouse also takes a name for the same that goes on with the form of the firm, the
// place or an acronym: "Curran Associates, Inc.".
func sameHouse(a, b string) bool {
	if len(b) < len(a) {
		a, b = b, a
	}
	return sameLetters(a, b) || a != "" && (strings.HasPrefix(b, a+",") || strings.HasPrefix(b, a+" ("))
}

// beginAlike reports whether the authors are those of another reading, which may have
// more of them.
func beginAlike(a, other *Reference) bool {
	some, all := a.Authors, other.Authors
	if len(some) > 0 && a.Spans[string(ref.FieldAuthors)][1] < other.Spans[string(ref.FieldAuthors)][1] {
		some = some[:len(some)-1] // the last one may be cut
	}
	if len(some) > len(all) {
		return false
	}
	for i := range some {
		if ref.FamilyKey(some[i]) != ref.FamilyKey(all[i]) {
			return false
		}
	}
	return true
}
