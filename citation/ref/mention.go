package ref

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// MentionedName reads an author as in-text citations have them: a surname, alone
// or with initials on either side. The particle that it begins with is apart, though it
// may be a part of the family name.
func MentionedName(s string) Name {
	if family, _, ok := strings.Cut(s, ","); ok {
		return withParticle(strings.Fields(family))
	}
	words := strings.Fields(s)
	isInitials := func(w string) bool {
		return strings.HasSuffix(w, ".") || len(w) <= 3 && strings.ToUpper(w) == w
	}
	for len(words) > 1 && isInitials(words[0]) {
		words = words[1:]
	}
	for len(words) > 1 && isInitials(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return withParticle(words)
}

// withParticle returns the words of a surname as a name.
func withParticle(words []string) Name {
	family := 0
	for family < len(words)-1 && (startsLower(words[family]) || family == 0 && opensParticle[words[0]]) {
		family++
	}
	return Name{Particle: strings.Join(words[:family], " "), Family: strings.Join(words[family:], " ")}
}

func startsLower(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(first)
}

// opensParticle are the words of particles as they begin a sentence.
var opensParticle = text.WordSet("Van", "Von", "De", "Den", "Der", "Del", "Della", "Di", "Da", "Das", "Do", "Dos", "Du", "La", "Le", "Las", "Los", "Ter", "Ten", "Te", "Zu", "Zum", "Zur", "Af", "Av", "Al", "El", "Bin", "Ibn", "Vom")

// FamilyKeys returns the keys that a family name may have, see [FamilyKey]: with its
// particle, if it has one, and without.
func FamilyKeys(n Name) []string {
	if n.Particle == "" {
		return []string{FamilyKey(n)}
	}
	return []string{FamilyKey(Name{Family: n.Particle + " " + n.Family}), FamilyKey(n)}
}

// Mention is an in-text citation: author and year.
type Mention struct {
	Authors []string `json:"authors"`
	EtAl    bool     `json:"etal,omitempty"`
	Year    string   `json:"year"`
	Span    Span     `json:"span"`
	ArXiv   string   `json:"arxiv,omitempty"` // these are of the work to which the words of the citation link
	DOI     string   `json:"doi,omitempty"`
	URL     string   `json:"url,omitempty"`
}

// IsLinked reports whether the citation says by an identifier or an address which work it
// means.
func (m Mention) IsLinked() bool { return m.ArXiv != "" || m.DOI != "" || m.URL != "" }

// FirstFamily returns the family name of the first author with its particle, empty if there
// is none.
func (m Mention) FirstFamily() string {
	if len(m.Authors) == 0 {
		return ""
	}
	n := MentionedName(m.Authors[0])
	return strings.TrimSpace(n.Particle + " " + n.Family)
}

// Fits reports whether the authors of a work are those of the citation: the first
// one is, the others that it names are among them, and there are others where it
// says "et al.".
func (m Mention) Fits(authors []Name) bool {
	if len(m.Authors) == 0 || len(authors) == 0 || m.EtAl && len(authors) < 2 {
		return false
	}
	for i, name := range m.Authors {
		families := FamilyKeys(MentionedName(name))
		among := authors
		if i == 0 {
			among = authors[:1]
		}
		if !slices.ContainsFunc(among, func(n Name) bool { return slices.Contains(families, FamilyKey(n)) }) {
			return false
		}
	}
	return true
}
