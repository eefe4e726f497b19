package citation

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReviewsInLists holds that each review of a list is read by itself.
func TestReviewsInLists(t *testing.T) {
	e := Parse("1. Lund, M. Review of Felt Rims, by Ida Falk. Hort. Hist. 18, no. 4 (2006): 330-332.\n" +
		"2. Roe J. Book review: Quiet hubs: a social history by Bo Holm. J Carts. 2019;21(1):60-2.")
	want := []string{
		"article; title Review of Felt Rims, by Ida Falk; authors M. Lund; container Hort. Hist; year 2006; volume 18; number 4; pages 330-332",
		"article; title Book review: Quiet hubs: a social history by Bo Holm; authors J Roe; container J Carts; year 2019; volume 21; number 1; pages 60-2",
	}
	got := []string{}
	for i := range e.References {
		got = append(got, inShort(&e.References[i]))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
