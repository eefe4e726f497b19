package citation

import "strings"

// Fold returns the words of a text as titles and names are compared by, with a
// space between: LaTeX decoded, accents, case and punctuation dropped, British
// endings as American ones. Letters of scripts that have no usual spelling in
// ASCII stay as they are. It is empty for a text without letters and digits.
func Fold(s string) string { return strings.Join(foldWords(s), " ") }

// FoldDOI returns a DOI as DOIs are compared by: in small letters, without the
// resolver's address or the name before it.
func FoldDOI(doi string) string { return strings.ToLower(doiName(doi)) }

// FoldArXiv returns an arXiv identifier as they are compared by: in small
// letters, without the name before it and the version behind it.
func FoldArXiv(id string) string { return arXivBase(id) }

// SameVenue tells whether two names are of the same venue: the table of venues
// says so, or they agree but for case, "the", "Proceedings of", years, ordinals
// and what stands in parentheses, or one abbreviates the other.
func SameVenue(a, b string) bool { return a != "" && b != "" && sameVenueName(a, b) }
