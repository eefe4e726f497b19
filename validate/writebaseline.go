package validate

import (
	"fmt"
	"io"
	"slices"

	"github.com/factcite/factcite/validate/internal/finding"
	"github.com/factcite/factcite/validate/internal/suppress"
)

// WriteBaseline writes the findings of a run, and those of them that Options.Baseline knew,
// as a baseline: their fingerprints in order, one a line, so that two baselines can be
// compared by eye. It keeps sixteen bytes of each finding in memory.
func WriteBaseline(w io.Writer, res *Result) error {
	list := slices.Clone(res.known)
	for f, err := range res.Findings() {
		if err != nil {
			return err
		}
		sum, err := finding.SumOf(f.Fingerprint)
		if err != nil {
			return fmt.Errorf("the baseline cannot be written: %w", err)
		}
		list = append(list, sum)
	}
	return suppress.WriteBaseline(w, list)
}
