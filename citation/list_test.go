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

// TestParseListReadsWhatSentencesHide holds that a line among references is one, though
// alone it is taken for none, and that what is none stays none.
func TestParseListReadsWhatSentencesHide(t *testing.T) {
	const hidden = "5. Karim M, Inz_e D & Lund A. Felt vectors for carts. J. Wheel Sci. 7, 41–49 (2002)."
	contents := []string{
		"1. Lund, A. & Roe, B. Quiet rims for winter carts. J. Wheel Sci. 3, 1–9 (2019).",
		"2. Falk, P. & Roe, B. Wooden hubs for summer carts. J. Wheel Sci. 4, 11–19 (2020).",
		"3. Moss, T., Holm, E. & Lund, A. Iron spokes for heavy carts. J. Wheel Sci. 5, 21–29 (2021).",
		"4. Holm, E. & Moss, T. Leather straps for light carts. J. Wheel Sci. 6, 31–39 (2022).",
		"",
		"Carts are loud.",
		hidden,
	}
	if got := Parse(hidden).References; len(got) > 0 {
		t.Errorf("alone: %v", got)
	}
	if few := ParseList([]string{"Carts are loud.", "Rims are felt.", "Hubs are oak.", hidden}); len(few[3].References) > 0 {
		t.Errorf("among what is no list: %v", few[3].References)
	}
	list := ParseList(contents)
	for i, want := range []int{1, 1, 1, 1, 0, 0, 1} {
		if got := len(list[i].References); got != want {
			t.Errorf("%q: %d references, want %d", contents[i], got, want)
		}
	}
}

// TestParseListReadsInItsStyle holds that the style of a list tells what a line alone does not.
func TestParseListReadsInItsStyle(t *testing.T) {
	const doubtful = "Ann Lund, ‘Reading carts, 1920-1932’, in Reading rims, 1731-1740, ed. by Bo Roe and Ida Falk (Oxford: Harbour Press, 2021), pp. 292–306"
	list := ParseList([]string{
		doubtful,
		"Ida Falk, ‘Quiet hubs’, in The hub and its makers, ed. by Eva Holm (London: Wheel Press, 2011), pp. 12–36",
		"Eva Holm and Tom Moss, ‘Felt in winter, 1931-1935’, in A companion to felt, ed. by Pia Lund (Oxford: Harbour Press, 2001), pp. 92–116",
		"Tom Moss, The long road (Cork: Elbow Press, 1999)",
		"Pia Lund, ‘Straps’, in Leather, ed. by Tom Moss (Leeds: Wheel Press, 1987), pp. 1–19",
	})
	titles := func(e Extraction) string {
		if len(e.References) != 1 {
			return ""
		}
		return e.References[0].Title + " in " + e.References[0].Container
	}
	const want = "Reading carts, 1920-1932 in Reading rims"
	if got := titles(list[0]); got != want {
		t.Errorf("in the list %q, want %q", got, want)
	}
	if got := titles(Parse(doubtful)); got == want {
		t.Errorf("alone it is read as well as in the list: the test needs another line")
	}
}
