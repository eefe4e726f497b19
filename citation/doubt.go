package citation

import "github.com/factcite/factcite/citation/internal/phrase"

// DoubtfulAuthor returns the first author of a reference of whom it is open whether it
// is a person or a body, and why: the reason is a verb with what goes with it, "is one
// word among whole names". Without such an author it is empty.
func DoubtfulAuthor(r *Reference) (author Name, reason string) { return phrase.DoubtfulName(r.Authors) }
