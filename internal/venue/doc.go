// Package venue has the table of venues: it finds the venue that a name is of, and
// the year that an ordinal or a volume fixes. It knows no references.
package venue
