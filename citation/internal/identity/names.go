package identity

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
)

// AgreeNames reports whether one list may be a shortened form of the other: its
// names are among the other's, given names agree up to initials.
func AgreeNames(a, b []ref.Name) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, n := range a {
		if !slices.ContainsFunc(b, func(other ref.Name) bool { return agreeName(n, other) }) {
			return false
		}
	}
	return true
}

func agreeName(a, b ref.Name) bool {
	if familyKey(a) != familyKey(b) && familyKey(ref.Name{Family: a.Particle + a.Family}) != familyKey(ref.Name{Family: b.Particle + b.Family}) {
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

// familyKey folds the name that tells a person or body from others: without the particles
// before it, which some take for a part of it and some for one of the given names, and
// with "Mueller" as "Müller" is.
func familyKey(n ref.Name) string {
	for {
		particle, rest, ok := strings.Cut(n.Family, " ")
		if !ok || !text.StartsLower(particle) {
			n.Family = fold.WithoutUmlauts(n.Family)
			return fold.WithoutUmlauts(ref.FamilyKey(n))
		}
		n.Family = rest
	}
}

// areNamesakes reports whether the people that two references have in common have
// the family name in common alone.
func areNamesakes(r, other *ref.Reference) bool {
	met := false
	for _, a := range r.People() {
		for _, b := range other.People() {
			if a.Given == "" || b.Given == "" || familyKey(a) != familyKey(b) {
				continue
			}
			if met = true; agreeName(a, b) {
				return false
			}
		}
	}
	return met
}

// haveSwappedNames reports whether a person's given name is the other one's family
// name.
func haveSwappedNames(r, other *ref.Reference) bool {
	return slices.ContainsFunc(r.People(), func(a ref.Name) bool {
		return a.Given != "" && slices.ContainsFunc(other.People(), func(b ref.Name) bool {
			return familyKey(a) == familyKey(ref.Name{Family: b.Given}) && familyKey(b) == familyKey(ref.Name{Family: a.Given})
		})
	})
}

// givenWords folds given names; glued initials ("JB", "J.B.") count one by one.
func givenWords(given string) []string {
	var words []string
	for _, part := range strings.FieldsFunc(given, func(r rune) bool { return r == ' ' || r == '.' || r == '-' }) {
		glued := len(part) > 1 && len(part) <= 4 && strings.ToUpper(part) == part
		for _, w := range fold.Words(part) {
			if glued {
				words = append(words, strings.Split(w, "")...)
			} else {
				words = append(words, w)
			}
		}
	}
	return words
}

// JoinedNames writes names on one line, for messages.
func JoinedNames(names []ref.Name, etal bool) string {
	var list []string
	for _, n := range names {
		list = append(list, n.String())
	}
	if etal {
		list = append(list, "et al.")
	}
	return strings.Join(list, "; ")
}

// FirstFamily returns the folded name of the first of the people, those aside who
// have no name when it is folded.
func FirstFamily(r *ref.Reference) string {
	for _, n := range r.People() {
		if family := ref.FamilyKey(n); family != "" {
			return family
		}
	}
	return ""
}
