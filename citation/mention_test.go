package citation

import (
	"testing"
)

// TestMentionsOfHostileText holds that what looks like a long list of names
// before a year, and is none, is not read over and over.
func TestMentionsOfHostileText(t *testing.T) {
	for _, piece := range []string{"Aa, ", "Aa and ", "Aa ", "A. ", "van ", "Aa, - (2001) "} {
		checkParseLinear(t, "", piece, "- (2001)")
	}
}
