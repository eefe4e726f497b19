package schema

import (
	"fmt"

	"github.com/factcite/factcite/internal/text"
)

// didYouMean suggests the candidate that a misspelt word is nearest to, as the
// end of a message; "" if none is near.
func didYouMean(word string, candidates []string) string {
	if near, ok := text.Nearest(word, candidates); ok {
		return fmt.Sprintf(" (did you mean %q?)", near)
	}
	return ""
}
