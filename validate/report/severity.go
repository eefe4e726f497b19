package report

import (
	"iter"

	"github.com/factcite/factcite/validate"
)

// rank orders severities, the worst first. Anything else comes last.
func rank(s validate.Severity) int {
	switch s {
	case validate.Error:
		return 0
	case validate.Warning:
		return 1
	default:
		return 2
	}
}

// worstFirst yields errors, then warnings, then the rest, each in the order
// given. It reads the findings once for each severity: they may be too many to
// hold.
func worstFirst(findings iter.Seq2[validate.Finding, error]) iter.Seq2[validate.Finding, error] {
	return func(yield func(validate.Finding, error) bool) {
		for wanted := range 3 {
			for f, err := range findings {
				if err != nil {
					yield(f, err)
					return
				}
				if rank(f.Severity) == wanted && !yield(f, nil) {
					return
				}
			}
		}
	}
}

// worst yields the first limit findings of worstFirst in the order given, and
// needs one reading for it. counts is how many there are.
func worst(findings iter.Seq2[validate.Finding, error], counts validate.Counts, limit int) iter.Seq2[validate.Finding, error] {
	return func(yield func(validate.Finding, error) bool) {
		var room [3]int
		left := limit
		for i, n := range []int{counts.Error, counts.Warning, counts.Info} {
			room[i] = min(n, left)
			left -= room[i]
		}
		for f, err := range findings {
			if err != nil {
				yield(f, err)
				return
			}
			r := rank(f.Severity)
			if room[r] == 0 {
				continue
			}
			room[r]--
			if !yield(f, nil) {
				return
			}
		}
	}
}
