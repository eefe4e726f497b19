package validate_test

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/linear"
	"github.com/factcite/factcite/validate"
)

// TestManySourcesAreCheckedInLinearTime holds that a record of very many sources, each of which
// has a fault, takes time in proportion to them.
func TestManySourcesAreCheckedInLinearTime(t *testing.T) {
	checker := validate.NewChecker(&validate.Options{Today: today})
	linear.Check(t, 16<<10, func(sources int) func() {
		record := recordOf("a", "claim", "Felt is quiet.", strings.Repeat(`{"uri": "felt rims"}, `, sources-1)+`{"uri": "felt rims"}`)
		return func() {
			res, err := checker.Check(t.Context(), validate.Facts(fact.Read(strings.NewReader(record), "a.jsonl", nil)))
			if err != nil {
				t.Fatal(err)
			}
			if res.Summary.Findings == (validate.Counts{}) {
				t.Fatal("no finding")
			}
			res.Close()
		}
	})
}
