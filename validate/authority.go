package validate

import (
	"context"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/citation"
)

// Authority says what is known about published works, as an [authority.Catalogue] does.
// It is asked about every merged work of the facts and about every entry of a .bib, from
// several goroutines at once.
type Authority interface {
	// Verify compares a reference with what is known.
	Verify(ctx context.Context, r *citation.Reference, opts *authority.VerifyOptions) authority.Answer

	// Cited returns the works that an in-text citation may mean, as many as
	// there are up to the limit.
	Cited(ctx context.Context, m citation.Mention, limit int) []*authority.Work

	// Err says that its answers are not to be relied on. Then a run ends with that
	// error and without a result.
	Err() error
}

// Verification counts what came of looking works and entries up.
type Verification struct {
	Agree        int `json:"agree"`
	Contradicted int `json:"contradicted"`
	NotFound     int `json:"not_found"`
	NotCovered   int `json:"not_covered"`
	NotChecked   int `json:"not_checked"`
}

func (v *Verification) add(verdict authority.Verdict) {
	switch verdict {
	case authority.Agree:
		v.Agree++
	case authority.Contradicted:
		v.Contradicted++
	case authority.NotFound:
		v.NotFound++
	case authority.NotCovered:
		v.NotCovered++
	default:
		v.NotChecked++
	}
}
