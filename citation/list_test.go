package citation

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestParseListReadsEachAsParse holds that what is sure of itself is read as alone, in
// the order of the list, and that a list of few says nothing.
func TestParseListReadsEachAsParse(t *testing.T) {
	contents := []string{
		"Lund, A., Roe, B.: Quiet rims for winter carts. J. Wheel. Sci. 3(2), 1-9 (2019)",
		"The paper 'Felt rims for winter carts' was published in the Journal of Rural Transport in 2011.",
		"Carts are loud.",
		"",
	}
	list := ParseList(contents)
	if len(list) != len(contents) {
		t.Fatalf("%d contents give %d extractions", len(contents), len(list))
	}
	for i, content := range contents {
		if diff := cmp.Diff(Parse(content), list[i]); diff != "" {
			t.Errorf("%q (-Parse +ParseList)\n%s", content, diff)
		}
	}
	if got := ParseList(nil); len(got) != 0 {
		t.Errorf("no contents give %v", got)
	}
}
