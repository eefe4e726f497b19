package citation

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMentionsOfHostileText holds that what looks like a long list of names
// before a year, and is none, is not read over and over.
func TestMentionsOfHostileText(t *testing.T) {
	for _, piece := range []string{"Aa, ", "Aa and ", "Aa ", "A. ", "van ", "Aa, - (2001) "} {
		checkParseLinear(t, "", piece, "- (2001)")
	}
}

// TestMentionsOfInvertedNames holds that a name whose given name comes last is one.
func TestMentionsOfInvertedNames(t *testing.T) {
	e := Parse("Lund, Pia (2011): Felgen im Revier. Eine Geschichte. Essen: Zechenverlag.")
	if diff := cmp.Diff([]Mention{{Authors: []string{"Pia Lund"}, Year: "2011", Span: Span{0, 16}}}, e.Mentions); diff != "" {
		t.Error(diff)
	}
}
