package validate

import (
	"iter"

	"github.com/factcite/factcite/authority"
)

// Verified is what came of comparing a work, or an entry of a .bib, with what is known.
// Fields are named as in citation.Reference.
type Verified struct {
	Fact         string            `json:"fact,omitempty"` // that names the work first: an id, or a citation key
	Path         string            `json:"path"`
	Line         int               `json:"line,omitempty"`
	Column       int               `json:"column,omitempty"`
	Verdict      authority.Verdict `json:"verdict"`
	Reason       string            `json:"reason,omitempty"` // why it is not covered or was not checked
	Confirmed    []string          `json:"confirmed"`
	NotConfirmed []string          `json:"not_confirmed"`          // stated, and neither confirmed nor contradicted
	Contradicted []string          `json:"contradicted,omitempty"` // or of an identifier, nobody's
	Record       string            `json:"record,omitempty"`       // where what is known of the work comes from
}

func newVerified(a *authority.Answer) Verified {
	v := Verified{Verdict: a.Verdict, Reason: a.Reason, Confirmed: []string{}, NotConfirmed: []string{}}
	v.Confirmed, v.NotConfirmed = append(v.Confirmed, a.Agreed...), append(v.NotConfirmed, a.NotConfirmed...)
	for _, d := range a.Differences {
		v.Contradicted = append(v.Contradicted, d.Field)
	}
	if a.Work != nil {
		v.Record = a.Work.Origin.String()
	}
	return v
}

// Verified yields what came of each comparison with [Options.Authority]: entries of .bib
// files in their order, then works of facts in theirs.
func (r *Result) Verified() iter.Seq2[Verified, error] {
	return func(yield func(Verified, error) bool) {
		for v, err := range r.verified.All() {
			// What is kept does not tell an empty list from none.
			v.Confirmed, v.NotConfirmed = append([]string{}, v.Confirmed...), append([]string{}, v.NotConfirmed...)
			if !yield(v, err) {
				return
			}
		}
	}
}
