package phrase

import (
	"strings"

	"github.com/factcite/factcite/internal/text"
	"github.com/factcite/factcite/internal/venue"
)

// IsEditionAt reports whether an edition is at token i.
func (s *Text) IsEditionAt(i int) bool { return s.EditionEnd(i) > i }

// EditionEnd is the token after the edition at i, which [Text.EditionAt] reads.
func (s *Text) EditionEnd(i int) (next int) {
	_, next = s.EditionAt(i)
	return next
}

// EditionAt reads the edition at token i: "2nd ed", "Rev. ed", "3rd rev. and enl. ed", "2., überarb.
// Aufl", "1st ed., rev". The tokens from i to stated say which one it is, without the word for
// "edition" if that is the last one; next is the token after all of it, or i if there is none.
func (s *Text) EditionAt(i int) (stated, next int) {
	if !s.opensEdition(i) {
		return i, i
	}
	after := i + 1
	if s.At(after).Is(".") {
		after++
	}
	stated, noun := i+1, s.changesEnd(after)
	if !s.namesEdition(noun) {
		return i, i
	}
	if noun > after {
		stated = noun
	}
	return s.changedAfter(stated, noun+1)
}

// opensEdition reports whether token i says which edition a work is, if the word for "edition"
// comes after it.
func (s *Text) opensEdition(i int) bool {
	t := s.At(i)
	return t.Is("new") || changesEdition[t.Lower] || venue.Ordinal(t.Lower) > 0 || isOrdinalAbroad(t.Lower) || t.Kind == Number && len(t.Text) < 3 && s.At(i+1).Is(".")
}

// isOrdinalAbroad reports whether a word is a number of up to two digits with how it ends in
// French, Spanish and other languages: "2e", "3ª", and "2d" of lawyers.
func isOrdinalAbroad(word string) bool {
	ending := strings.TrimLeft(word, "0123456789")
	if digits := len(word) - len(ending); digits == 0 || digits > 2 {
		return false
	}
	switch ending {
	case "d", "e", "ª", "º", "a", "ème", "er", "re", "ère":
		return true
	}
	return false
}

// changesEnd is the token after those from i on that say how an edition differs from the one
// before it. After a comma, any word in small letters does.
func (s *Text) changesEnd(i int) (next int) {
	any := s.At(i).Is(",")
	if next = i; any {
		next++
	}
	from := next
	for next < from+longestChange && !s.namesEdition(next) {
		small := s.At(next).Kind == Word && !s.At(next).Capital
		if !s.saysChange(next) && !s.At(next).Is(".") && !(any && small) {
			break
		}
		next++
	}
	if any && next == from {
		return i
	}
	return next
}

// changedAfter is what EditionAt returns where an edition that ends at token i may go on with
// what was changed: "ed., rev. and enl".
func (s *Text) changedAfter(stated, i int) (end, next int) {
	at := i
	for s.At(at).Is(".") || s.At(at).Is(",") {
		at++
	}
	if !changesEdition[s.At(at).Lower] || s.At(at).Capital {
		return stated, i
	}
	for next = at; s.saysChange(next) || s.At(next).Is(".") && s.saysChange(next+1); next++ {
	}
	if s.At(next).Is("by") {
		return stated, i
	}
	return next, next
}

// saysChange reports whether token i says how an edition differs, or joins two words that do.
func (s *Text) saysChange(i int) bool {
	t := s.At(i)
	return changesEdition[t.Lower] || t.Is("&") || t.Is("and") || t.Is("und") || t.Is("u") || t.Is("et") || venue.Ordinal(t.Lower) > 0
}

// changesEdition are the words that say how an edition differs from the one before it.
var changesEdition = text.WordSet("rev", "revised", "updated", "expanded", "exp", "enlarged", "enl", "corrected", "corr", "abridged", "augmented", "international",
	"überarb", "überarbeitete", "erw", "erweiterte", "erg", "ergänzte", "aktual", "aktualisierte", "verb", "verbesserte", "unveränd", "unveränderte", "durchges", "durchgesehene",
	"neubearb", "neubearbeitete", "bearb", "bearbeitete", "vollst", "vollständig", "völlig", "neu", "revue", "augm", "augmentée", "corrigée")

// longestChange is how many tokens may say how an edition differs: "erw. u. aktual.".
const longestChange = 7

// namesEdition reports whether token i is "edition", written out or cut short.
func (s *Text) namesEdition(i int) bool {
	switch s.At(i).Lower {
	case "ed", "edition", "edn", "aufl", "auflage", "éd", "édition":
		return true
	}
	return false
}
