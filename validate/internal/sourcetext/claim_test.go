package sourcetext

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/linear"
)

// TestLongContentsAreLocatedInLinearTime holds that the places of the words of a content
// take time in proportion to its length.
func TestLongContentsAreLocatedInLinearTime(t *testing.T) {
	linear.Check(t, 64<<10, func(size int) func() {
		line := `{"id":"a","fact_type":"quote","content":"` + strings.Repeat("felt ", size/5) + `"}`
		var item *fact.Item
		for read := range fact.Read(strings.NewReader(line), "a.jsonl", nil) {
			item = read
		}
		return func() { newSpots(item) }
	})
}
