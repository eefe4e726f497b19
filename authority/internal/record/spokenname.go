package record

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/authority/internal/compare"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/text"
)

// spokenName parts a name as it is spoken, "Ludwig van Beethoven", or as lists
// have it, "van Beethoven, Ludwig". The number by which dblp tells people of one
// name apart is dropped.
func spokenName(name string) citation.Name {
	if family, given, inverted := strings.Cut(name, ","); inverted {
		return listedName(family, given)
	}
	words := strings.Fields(name)
	if last := len(words) - 1; last > 0 && len(words[last]) == 4 && text.IsDigits(words[last]) {
		words = words[:last]
	}
	if isBody(words) {
		return citation.Name{Literal: strings.Join(words, " ")}
	}
	var n citation.Name
	if last := len(words) - 1; last > 1 && nameSuffixes[words[last]] {
		n.Suffix = words[last]
		words = words[:last]
	}
	given, particle := partWords(words)
	n.Given = strings.Join(words[:given], " ")
	n.Particle = strings.Join(words[given:particle], " ")
	n.Family = strings.Join(words[particle:], " ")
	return n
}

// listedName parts "van Beethoven, Ludwig".
func listedName(family, given string) citation.Name {
	n := withParticle(citation.Name{Family: strings.Join(strings.Fields(family), " ")})
	n.Given = strings.Join(strings.Fields(given), " ")
	if head, suffix, found := strings.Cut(n.Given, ", "); found && nameSuffixes[suffix] {
		n.Given, n.Suffix = head, suffix
	}
	return n
}

// withParticle parts a family name that begins with a particle, as registries
// have it that know none: "van der Berg".
func withParticle(n citation.Name) citation.Name {
	if n.Particle != "" || !isLower(n.Family) {
		return n
	}
	words := strings.Fields(n.Family)
	particle := 0
	for particle < len(words)-1 && isLower(words[particle]) {
		particle++
	}
	n.Particle, n.Family = strings.Join(words[:particle], " "), strings.Join(words[particle:], " ")
	return n
}

// partWords returns where the given names and the particle of a name end. The
// particle ends with the last word in small letters that another one follows, as
// BibTeX has it; "y" joins two family names.
func partWords(words []string) (given, particle int) {
	last := max(len(words)-1, 0)
	if last > 1 && words[last-1] == "y" {
		return last - 2, last - 2
	}
	given, particle = last, last
	for i := last - 1; i >= 0; i-- {
		if isLower(words[i]) {
			given = i
		}
	}
	if given == last || given == 0 && isLower(words[last]) { // nothing is in capitals: "ada achs"
		return last, last
	}
	for particle > given && !isLower(words[particle-1]) {
		particle--
	}
	return given, particle
}

func isLower(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first)
}

var nameSuffixes = map[string]bool{"Jr.": true, "Jr": true, "Sr.": true, "Sr": true, "II": true, "III": true, "IV": true}

// isBody reports whether the words name a body rather than a person.
func isBody(words []string) bool {
	if len(words) < 2 {
		return false
	}
	return compare.IsBodyWord(words[len(words)-1])
}
