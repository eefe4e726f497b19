package citation

import (
	"strings"
	"testing"
	"time"
)

// TestMentionsOfHostileText holds that what looks like a long list of names
// before a year, and is none, is not read over and over.
func TestMentionsOfHostileText(t *testing.T) {
	for _, piece := range []string{"Aa, ", "Aa and ", "Aa ", "A. ", "van ", "Aa, - (2001) "} {
		text := strings.Repeat(piece, 30_000/len(piece)) + "- (2001)"
		start := time.Now()
		Parse(text)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%d bytes of %q took %v", len(text), piece, took)
		}
	}
}
