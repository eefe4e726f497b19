package ref

import (
	"slices"
	"strings"
)

// MentionedName reads an author as in-text citations have them: a surname, alone
// or with initials on either side.
func MentionedName(s string) Name {
	if family, _, ok := strings.Cut(s, ","); ok {
		return Name{Family: family}
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
	return Name{Family: strings.Join(words, " ")}
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

// FirstFamily returns the family name of the first author, empty if there is none.
func (m Mention) FirstFamily() string {
	if len(m.Authors) == 0 {
		return ""
	}
	return MentionedName(m.Authors[0]).Family
}

// Fits reports whether the authors of a work are those of the citation: the first
// one is, the others that it names are among them, and there are others where it
// says "et al.".
func (m Mention) Fits(authors []Name) bool {
	if len(m.Authors) == 0 || len(authors) == 0 || m.EtAl && len(authors) < 2 {
		return false
	}
	for i, name := range m.Authors {
		family := FamilyKey(MentionedName(name))
		among := authors
		if i == 0 {
			among = authors[:1]
		}
		if !slices.ContainsFunc(among, func(n Name) bool { return FamilyKey(n) == family }) {
			return false
		}
	}
	return true
}
