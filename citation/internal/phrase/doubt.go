package phrase

import (
	"strings"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// housesOnly are the words of publishing houses that are no surnames.
var housesOnly = text.WordSet("press", "publishing", "publishers", "publications", "publisher", "verlag", "books", "editions", "presses", "springer", "elsevier")

// DoubtfulName returns the first author of whom it is open whether it is a person or a
// body: one word among whole names, a publishing house, a place. The reason goes on
// with "it"; without such an author it is empty.
func DoubtfulName(names []ref.Name) (doubtful ref.Name, reason string) {
	whole := 0
	for _, n := range names {
		if n.Given != "" {
			whole++
		}
	}
	for _, n := range names {
		lower := strings.ToLower(n.Family)
		switch {
		case n.Literal != "":
		case housesOnly[lower] && !strings.Contains(n.Given, "."):
			return n, "is called as publishing houses are"
		case n.Given != "" || n.Particle != "":
		case lexicon.ListsOf(lower).Has(lexicon.PublisherWords):
			return n, "is called as publishing houses are"
		case Cities[lower] || regions[lower]:
			return n, "is called as a place is"
		case whole > 0:
			return n, "is one word among whole names"
		}
	}
	return ref.Name{}, ""
}
