package validate

import (
	"context"

	"github.com/factcite/factcite/citation"
)

// Authority says what is known about published works. It is asked about every
// merged work of the facts and about every entry of a .bib, from several
// goroutines at once.
type Authority interface {
	// Verify compares a reference with what is known. Its author list is whole
	// if complete is set, as that of an entry of a .bib is; a sentence may name
	// a few of the authors only.
	Verify(ctx context.Context, r *citation.Reference, complete bool) Known

	// Cited returns the works that an in-text citation may mean, as many as
	// there are up to the limit.
	Cited(ctx context.Context, m citation.Mention, limit int) []KnownWork
}

// Verdict is what came of looking a reference up.
type Verdict string

// The verdicts. Absence from what does not cover a work's kind, venue or year is
// NotCovered and proves nothing; an outage is NotChecked.
const (
	Agree        Verdict = "agree"
	Contradicted Verdict = "contradicted"
	NotFound     Verdict = "not_found"
	NotCovered   Verdict = "not_covered"
	NotChecked   Verdict = "not_checked"
)

// Known is what an authority knows of one reference. The zero value says that it
// was not checked.
type Known struct {
	Verdict     Verdict
	Reason      string       // why it is not covered or was not checked
	Held        int          // of not found: how many works of the venue and year are known
	Work        KnownWork    // the work that it is; zero where none is known
	Differences []Difference // what is stated and contradicted
	Fillable    []Value      // what is not stated, or only derived, and is known
	Published   bool         // the reference knows a preprint, and the work was published since
	Retraction  string       // what the notice says, empty if there is none: "retracted on 2024-01-20 (10.5555/notice)"
}

// KnownWork is a published work as an authority has it.
type KnownWork struct {
	Title   string
	Authors []citation.Name
	Venue   string
	Year    string
	Origin  string // the authority and its date: "dblp 2026-09"
}

// Difference is a field that a reference states and an authority contradicts.
type Difference struct {
	Field   string // by its JSON name in citation.Reference
	Stated  string
	Known   string
	Detail  string // of authors, who differs: "Ana Roe" is missing
	Leads   bool   // Known describes the work that the identifier leads to: "Felt rims" by Ana Roe (2019)
	Unknown bool   // the identifier is nobody's, and Known says how that is known
	Origin  string // empty if Unknown
	Certain bool   // an identifier leads to another work, or its registry has it not
}

// Value is a field that an authority knows, by its JSON name in
// citation.Reference.
type Value struct{ Field, Value, Origin string }

// Verification counts what came of looking works and entries up.
type Verification struct {
	Agree        int `json:"agree"`
	Contradicted int `json:"contradicted"`
	NotFound     int `json:"not_found"`
	NotCovered   int `json:"not_covered"`
	NotChecked   int `json:"not_checked"`
}

func (v *Verification) add(verdict Verdict) {
	switch verdict {
	case Agree:
		v.Agree++
	case Contradicted:
		v.Contradicted++
	case NotFound:
		v.NotFound++
	case NotCovered:
		v.NotCovered++
	default:
		v.NotChecked++
	}
}
