package ref

import (
	"strings"

	"github.com/factcite/factcite/internal/fold"
)

// SpokenNames writes names as text: "A. Li, B. Wu and C. Xu".
func SpokenNames(names []Name) string {
	var list []string
	for _, n := range names {
		list = append(list, n.String())
	}
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " and " + list[last]
}

// Name is a person (Given, Particle, Family, Suffix) or a body (Literal).
type Name struct {
	Given    string `json:"given,omitempty"`
	Particle string `json:"particle,omitempty"`
	Family   string `json:"family,omitempty"`
	Suffix   string `json:"suffix,omitempty"`
	Literal  string `json:"literal,omitempty"`
}

// People returns the authors, or else the editors.
func (r *Reference) People() []Name {
	if len(r.Authors) > 0 {
		return r.Authors
	}
	return r.Editors
}

// FamilyKey folds the name that tells a person or body from others.
func FamilyKey(n Name) string {
	name := n.Family
	if name == "" {
		name = n.Literal
	}
	if name == "" {
		name = n.Given
	}
	folded := fold.Letters(name)
	if !strings.Contains(folded, " ") {
		return fold.AmericanSpelling(folded) // most names are one word
	}
	return strings.Join(fold.SpelledWords(folded), "")
}

// String is the name as it is spoken: given names first.
func (n Name) String() string {
	if n.Literal != "" {
		return n.Literal
	}
	parts := make([]string, 0, 4)
	for _, part := range []string{n.Given, n.Particle, n.Family, n.Suffix} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " ")
}

// Parts returns the parts of a name.
func (n *Name) Parts() [5]*string {
	return [...]*string{&n.Given, &n.Particle, &n.Family, &n.Suffix, &n.Literal}
}
