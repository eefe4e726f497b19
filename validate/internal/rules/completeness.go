package rules

import (
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/citation/ref"
)

// Completeness is how many of the works have each kind of value, stated or derived.
type Completeness struct {
	Works, Title, Author, Year, Venue, Identifier int

	// Venues counts the works that have a venue or are of a type that is cited with one,
	// as books are not.
	Venues int
}

// Add counts one more work.
func (c *Completeness) Add(r *citation.Reference) {
	c.Works++
	for _, known := range [...]struct {
		count *int
		is    bool
	}{
		{&c.Title, r.Title != ""},
		{&c.Author, says(r, ref.FieldAuthors)},
		{&c.Year, says(r, ref.FieldYear)},
		{&c.Venue, says(r, ref.FieldContainer)},
		{&c.Venues, says(r, ref.FieldContainer) || isCitedWith(r, ref.FieldContainer)},
		{&c.Identifier, hasIdentifier(r)},
	} {
		if known.is {
			*known.count++
		}
	}
}

// FieldCount counts the fields that works are cited with, and those of them that are known.
type FieldCount struct{ Known, Needed int }

// CountFields counts the fields of one work.
func CountFields(r *citation.Reference) FieldCount {
	var count FieldCount
	for _, isKnown := range neededFields(r) {
		count.Needed++
		if isKnown {
			count.Known++
		}
	}
	return count
}

// Add adds the fields of other works.
func (c *FieldCount) Add(other FieldCount) {
	c.Known += other.Known
	c.Needed += other.Needed
}
