package ground_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/ground"
)

// trailsIn returns the words with which the trails of a quotation begin in a text.
func trailsIn(text, quotation string) []string {
	var begin []string
	for _, wanted := range ground.Trails(quotation) {
		for trail, at := range ground.NewText(ground.Reading{Text: text}).Trails() {
			if trail == wanted {
				begin = append(begin, strings.Join(strings.Fields(text[at:])[:2], " "))
			}
		}
	}
	return begin
}

// TestTrails holds that the trails of a quotation are those of its rarest words, of which none
// may be cut or left out, and that a text that has the quotation has them.
func TestTrails(t *testing.T) {
	for _, c := range []struct {
		quotation, text string
		want            []string
	}{
		{"Felt is", "Felt is quiet", nil},
		{"Felt is quiet", "Felt is quiet", []string{"Felt is"}},
		{"Felt is quiet here", "So felt is quiet here and there", []string{"felt is"}},
		{"the mill was built by Karin Sjöholm", "the mill was built by Karin Sjöholm.", []string{"mill was"}},
		{"the mill was built by Karin Sjöholm", "the mill [4] was built by Karin Sjöholm.", []string{"mill [4]"}},
		{"the mill was built by Karin Sjöholm", "the mill was sold by Karin Sjöholm.", nil},
		{
			"it was the first one to be driven by a magnificent turbine in that valley",
			"it was the first one to be driven by a magnificent turbine in that valley.",
			[]string{"driven by", "was the"},
		},
		{
			"it was the first one in 1894 to be driven by some wheel in that old valley",
			"it was the first one in 1894 to be driven by some wheel in that old valley.",
			[]string{"the first", "be driven"},
		},
		{
			"it was the well-known first one to be driven by some wheel in that old valley",
			"it was the well-known first one to be driven by some wheel in that old valley.",
			[]string{"be driven", "was the"},
		},
		{
			"it was the first one [and an extraordinarily magnificent one] to be driven by a wheel",
			"it was the first one to be driven by a wheel.",
			[]string{"to be"},
		},
		{
			"it was the first one … to be driven by a wheel",
			"it was the first one ever to be driven by a wheel.",
			[]string{"it was", "to be"},
		},
	} {
		if diff := cmp.Diff(c.want, trailsIn(c.text, c.quotation)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.quotation, diff)
		}
	}
	for ends := range 12 {
		n := 0
		for range ground.NewText(ground.Reading{Text: "it was the first one [4] to be driven"}).Trails() {
			if n++; n > ends {
				break
			}
		}
		if n != ends+1 {
			t.Errorf("%d trails come where %d are wanted", n, ends+1)
		}
	}
}
