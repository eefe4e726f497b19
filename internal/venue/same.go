package venue

import (
	"slices"
	"strings"

	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/text"
)

// Same reports whether two names are of the same venue: the table of venues
// says so, or they agree but for case, "the", "Proceedings of", years, ordinals
// and what is in parentheses, or one abbreviates the other.
func Same(a, b string) bool { return a != "" && b != "" && SameName(a, b) }

// SameName reports whether two names are of the same venue: the table of
// venues says so, or they agree but for case, "the", "Proceedings of", years,
// ordinals and what is in parentheses, or one abbreviates the other.
func SameName(a, b string) bool { return (&Name{Text: a}).Same(&Name{Text: b}) }

// Name is the name of a venue. What it is compared by is made when it is first compared
// with another one, and kept for the next: a name is compared with many where many works
// share an author and a year. Its methods may not be called by several goroutines at once.
type Name struct {
	Text string

	isFolded bool
	words    []string // that tell it from others
	venue    *Venue   // nil if the table does not know it
}

// Same is [SameName].
func (n *Name) Same(other *Name) bool {
	if n.Text == other.Text {
		return true
	}
	n.fold()
	other.fold()
	switch {
	case slices.Equal(n.words, other.words):
		return true
	case n.venue != nil && other.venue != nil:
		return n.venue.Name == other.venue.Name
	}
	return abbreviates(n.words, other.words) || abbreviates(other.words, n.words) || IsAcronymOf(n.Text, other.Text) || IsAcronymOf(other.Text, n.Text)
}

func (n *Name) fold() {
	if !n.isFolded {
		n.isFolded, n.words = true, containerWords(n.Text)
		n.venue, _ = Find(n.Text)
	}
}

// containerWords folds a venue's name to the words that tell it from others.
func containerWords(name string) []string {
	if open := strings.IndexByte(name, '('); open > 0 {
		name = name[:open]
	}
	words := slices.DeleteFunc(fold.Words(name), func(w string) bool {
		switch w {
		case "the", "of", "on", "in", "for", "and", "a", "an", "proceedings", "proc", "annual", "journal", "j", "de", "la":
			return true
		}
		digits := strings.TrimRight(w, "stndrh")
		_, ordinal := fold.SmallNumbers[w]
		return ordinal && len(w) > 3 || text.IsDigits(digits)
	})
	return words
}

// abbreviates reports whether every word of short begins the word of long at its
// place, as in "j ethnobiol ethnomed".
func abbreviates(short, long []string) bool {
	if len(short) == 0 || len(short) != len(long) || slices.Equal(short, long) {
		return false
	}
	for i := range short {
		if short[i][0] != long[i][0] || !strings.HasPrefix(long[i], short[i]) {
			return false
		}
	}
	return len(short) > 1 || len(short[0]) > 2
}

// IsAcronymOf reports whether a short name in capitals is made of the initials of
// the long one, or is in its parentheses.
func IsAcronymOf(short, long string) bool {
	acronym := strings.Trim(short, " 0123456789'’")
	if len(acronym) < 3 || len(acronym) > 10 || strings.ContainsAny(acronym, " ") || strings.ToUpper(acronym) != acronym {
		return false
	}
	if strings.Contains(long, "("+acronym+")") || strings.Contains(long, "("+acronym+" ") {
		return true
	}
	var initials strings.Builder
	for _, w := range fold.Words(long) {
		switch w {
		case "the", "of", "on", "in", "for", "and", "a", "an":
		default:
			initials.WriteByte(w[0])
		}
	}
	return strings.EqualFold(initials.String(), acronym)
}
