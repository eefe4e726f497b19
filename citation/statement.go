package citation

import (
	"slices"
	"strconv"

	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/internal/text"
)

// Statement is a reference made ready to be compared with others, for those who look for
// the references that its work may depend on without a [Bibliography] of all of them.
type Statement struct {
	traits identity.Traits
	hash   uint64 // of what it says
}

// NewStatement returns the statement that a reference is, which is not changed afterwards.
func NewStatement(r *Reference) *Statement {
	var packing packedStatements
	r = wholeWork(r)
	s := new(Statement)
	_, s.hash = packing.record(r)
	s.traits.Identify(r)
	return s
}

// Clue is a hash that two statements have in common if one may be related to the other: an
// identifier, a title, a first author with a year. Only those whose sides meet are compared.
type Clue = identity.Clue

// Side says which statements of a clue are compared.
type Side = identity.Side

// MostCompared is how many references with a clue in common are all compared with each
// other; of more, what is compared depends on each of them.
const MostCompared = identity.MaxTogether

// Clues returns the clues of a statement.
func (s *Statement) Clues() []Clue {
	clues := []Clue{{Hash: s.hash}}
	return s.traits.AppendClues(s.traits.AppendIdentifiers(clues))
}

// IsRelatedTo reports whether the works of two statements have to do with each other: they
// may be one work, or two publications of one title. A bibliography of what is related, and of
// what is related to that, has the same works as any larger one has of it.
func (s *Statement) IsRelatedTo(other *Statement) bool {
	return s.hash == other.hash || identity.AreRelated(&s.traits, &other.traits)
}

// CitedAs returns hashes of the names, with years, by which in-text citations cite the work
// that the reference of an Index names.
func (b *Bibliography) CitedAs(index int) (names []uint64) {
	w := new(Publication)
	b.unpackCited(w, b.Current(index))
	return w.citedAs()
}

// citedAs returns hashes of a work's first author with each of its years.
func (w *Publication) citedAs() (names []uint64) {
	family := identity.FirstFamily(&w.Reference)
	if family == "" {
		return nil
	}
	for _, year := range w.statedYears() {
		names = append(names, hashOfCited(family, year))
	}
	return names
}

// NamesCited returns the hashes of the names with which [Bibliography.Citing] looks for the
// works that a mention fits; those of a work that it fits are among them.
func NamesCited(m Mention) (names []uint64) {
	year, err := strconv.Atoi(text.FirstYear(m.Year))
	if len(m.Authors) == 0 || err != nil {
		return nil
	}
	for _, family := range newCitedName(m.Authors[0]).families {
		names = append(names, hashOfCited(family, year))
	}
	return names
}

// KeyTried is a citation key that a work asked for, whether it got it or not.
type KeyTried struct {
	Hash uint64 // of the key, in small letters
	Work int    // by Index
}

// NoteKeys has the bibliography note which keys its works ask for, for [Bibliography.KeysTried].
func (b *Bibliography) NoteKeys() { b.noteKeys = true }

// KeysTried returns the keys that works asked for, if [Bibliography.NoteKeys] was called
// before they got theirs. Works that asked for no key in common have keys that do not depend
// on each other.
func (b *Bibliography) KeysTried() []KeyTried {
	b.assignKeys()
	return slices.Clip(b.keys.tried)
}
