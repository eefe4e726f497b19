// Package authority compares a reference with what is known about published works:
// [Verify] asks authorities, which find works, and says what they confirm,
// contradict and can fill. It knows no file, no service and no form of record; those
// are in the packages dump, index and online.
package authority

import (
	"context"
	"slices"
	"strings"

	"github.com/factcite/factcite/citation"
)

// Authority answers questions about published works, such as an index and the
// clients of public services do.
type Authority interface {
	// Find returns the records that may be the work asked for, the most likely
	// first, none if nothing is known. An error means that the authority could
	// not be asked, for which [Verify] answers NotChecked, but for an
	// [UnregisteredError], which may come with records.
	Find(ctx context.Context, q *Query) ([]*Work, error)

	// Coverage says what the authority holds.
	Coverage() *Coverage
}

// UnregisteredError is what [Authority.Find] returns, beside what it found, of a
// registry that has identifiers of the query not. They are named as in
// citation.Reference: doi, arxiv, isbn, pmid.
type UnregisteredError struct {
	Fields []string // that it answers for: arXiv for an ID, doi.org for a DOI
	Lacked []string // that another registry may have: Crossref and DataCite have DOIs of their own
}

// Error names the identifiers.
func (e *UnregisteredError) Error() string {
	return "not registered: " + strings.Join(slices.Concat(e.Fields, e.Lacked), ", ")
}

// Query is what is known of a work that is looked for. Every identifier that is
// set is looked up, and the title exactly and with typos or a lost sub-title.
type Query struct {
	DOI, ArXiv, ISBN, PMID string
	Title                  string
	Authors                []citation.Name
	Year                   string
}

// Verdict is what is known of a reference after it was looked up.
type Verdict string

// The five verdicts, which no report may mix up.
const (
	Agree        Verdict = "agree"        // the work is known and nothing stated differs
	Contradicted Verdict = "contradicted" // the work is known and something stated differs
	NotFound     Verdict = "not_found"    // what should hold it does not
	NotCovered   Verdict = "not_covered"  // nothing asked holds works of that kind, venue or year
	NotChecked   Verdict = "not_checked"  // nothing could be asked, or the reference states too little to be looked up
)

// Answer is what authorities know of one reference.
type Answer struct {
	Verdict     Verdict
	Reason      string       // why it is NotCovered or NotChecked: "dblp: no answer within 20 s"
	Held        int          // of NotFound: how many works of the stated venue and year the authority has that covers them
	Work        *Work        // the work that it is, merged from all records that fit; nil where none does
	Differences []Difference // fields that the records contradict, in the order of the fields
	Agreed      []string     // fields that they confirm, by their JSON names in citation.Reference

	// NotConfirmed are fields that the reference states and the records of Work neither
	// confirm nor contradict, by their JSON names: what they lack or cannot be compared
	// in, and what is never compared, such as volume, pages and publisher.
	NotConfirmed []string

	Fillable   []string    // fields that are absent in the reference, or derived otherwise, and that Work states; empty unless title and stated authors agree and no second work fits
	Published  bool        // the reference knows the work as a preprint only, and it was published since
	LackedBy   []string    // where no work is known, the services that were asked for its title and have none
	Retraction *Retraction // nil unless the work was retracted
	Concern    *Retraction // nil unless a notice questions the work, withdraws a part of it, or replaced it
	Other      *Work       // with a Difference of an identifier: the work that the identifier resolves to
}

// Difference is a field that a reference states and the records contradict.
type Difference struct {
	Field   string // JSON name in citation.Reference: title, authors, year, container, doi, arxiv, isbn, pmid
	Stated  string
	Known   string // what the records say, at most 300 code points; several values are joined with " or "
	Detail  string // of authors who are partly the same, who differs: "Ana Roe" is missing
	Leads   bool   // Known describes the work that the identifier leads to: "Felt rims" by Ana Roe (2019)
	Unknown bool   // the identifier is nobody's, and Known says how that is known
	Origin  Origin // empty if Unknown
	Certain bool   // an identifier resolves to another work, or its registry has it not
}
