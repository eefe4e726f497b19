package identity

import (
	"math/bits"
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
)

// Clue is something that two references of one work may have in common, hashed:
// an identifier, a title, a first author and a year. The same clue has the same
// hash in every process.
type Clue struct {
	Hash uint64
	Side Side
}

// Side says which references a clue brings together. Those on one side only do not
// meet each other: two whole titles that begin alike are not compared, each of them
// is with one that is cut short.
type Side uint8

const (
	Both Side = iota
	Left
	Right
)

// Meets reports whether references on two sides of a clue are compared.
func (s Side) Meets(other Side) bool { return s != other || s == Both }

// clueKind keeps clues of equal text apart.
type clueKind uint64

const (
	byArXiv clueKind = iota + 1
	byDOI
	byPMID
	byTitle
	byBeginning
	byAuthors
	byFirstAuthor
	byISBN
	byPlace
)

// prefixLength is how many bytes of a folded title a title that is cut short must
// have in common with another one to be found.
const prefixLength = 20

// AppendIdentifiers appends the clues that by themselves make two references one
// work.
func (id *Traits) AppendIdentifiers(clues []Clue) []Clue {
	for kind, identifier := range [...]string{byArXiv: id.arxiv, byDOI: id.doi, byPMID: id.pmid} {
		if identifier != "" {
			clues = append(clues, clue(clueKind(kind), identifier, Both))
		}
	}
	return clues
}

// AppendClues appends the clues that make two references worth comparing. [Compare] takes no
// two for one work that have neither a clue nor an identifier in common. Each clue holds all
// that it takes, since in a large collection many share a volume and page, or an author and
// year, and nothing else.
func (id *Traits) AppendClues(clues []Clue) []Clue {
	if id.full == "" {
		return id.appendUntitled(clues)
	}
	clues = append(clues, clue(byTitle, id.full, Both))
	if id.main != id.full {
		clues = append(clues, clue(byTitle, id.main, Left))
	}
	if len(id.full) >= prefixLength {
		side := Right
		if id.truncated {
			side = Both
		}
		clues = append(clues, clue(byBeginning, id.full[:prefixLength], side))
	}
	if id.reference.Type == ref.Book && id.reference.ISBN != "" {
		clues = append(clues, clue(byISBN, fold.ISBN(id.reference.ISBN), Both))
	}
	if id.reference.Container == "" {
		return clues
	}
	if place := id.place(); place != "" {
		clues = id.appendOfYear(clues, clue(byPlace, place, Both))
	}
	return id.appendFirstAuthor(clues, Right)
}

// appendUntitled appends the clues of a reference without a title, which is one work with
// others of its author and year in one venue, or that say no more than it does.
func (id *Traits) appendUntitled(clues []Clue) []Clue {
	if id.reference.Container != "" {
		return id.appendFirstAuthor(clues, Both)
	}
	if len(id.families) == 0 {
		return clues
	}
	bare := clue(byAuthors, strings.Join(id.families, "\n"), Both)
	if len(id.Years) == 0 {
		return append(clues, bare)
	}
	return id.appendOfYear(clues, bare)
}

// appendFirstAuthor appends a clue for the first author with each year.
func (id *Traits) appendFirstAuthor(clues []Clue, side Side) []Clue {
	if len(id.families) == 0 {
		return clues
	}
	return id.appendOfYear(clues, clue(byFirstAuthor, id.families[0], side))
}

// appendOfYear appends a clue together with each year.
func (id *Traits) appendOfYear(clues []Clue, c Clue) []Clue {
	for _, year := range id.Years {
		clues = append(clues, Clue{Mix(c.Hash, uint64(year)), c.Side})
	}
	return clues
}

func clue(kind clueKind, text string, side Side) Clue {
	return Clue{HashText(uint64(kind), text), side}
}

// Mix makes one hash of two. The constants are odd numbers without a pattern.
func Mix(a, b uint64) uint64 {
	high, low := bits.Mul64(a^0x9E3779B97F4A7C15, b^0xD1B54A32D192ED03)
	return high ^ low
}

// HashText hashes a text, eight bytes at a time.
func HashText[text string | []byte](seed uint64, s text) uint64 {
	hash := Mix(seed, uint64(len(s)))
	for len(s) >= 8 {
		hash = Mix(hash, word(s[:8]))
		s = s[8:]
	}
	if len(s) > 0 {
		hash = Mix(hash, word(s))
	}
	return hash
}

func word[text string | []byte](s text) (w uint64) {
	for i := range len(s) {
		w |= uint64(s[i]) << (8 * i)
	}
	return w
}
