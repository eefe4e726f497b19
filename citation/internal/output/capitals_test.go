package output

import (
	"testing"

	"github.com/factcite/factcite/internal/latex"
	"github.com/google/go-cmp/cmp"
)

func TestProtectCapitals(t *testing.T) {
	tests := map[string]string{
		"The NASA Atlas of Quiet Carts":                 "The {NASA} Atlas of Quiet Carts",
		"Large language models in McDonald's COVID-19":  "Large language models in {McDonald's} {COVID}-19",
		"Wild plants of the Republic of Georgia":        "Wild plants of the {Republic} of {Georgia}",
		"Traditional plant foods: Nutrition and use":    "Traditional plant foods: Nutrition and use",
		"Vitamin D and Health in a Changing World":      "Vitamin {D} and Health in a Changing World",
		"A Theory of Everything: A Study":               "A Theory of Everything: A Study",
		"Combining H₂O and Österreich in small amounts": `Combining {H{$_2$}O} and {{\"O}sterreich} in small amounts`,
		"THE LAST WORD":        "THE LAST WORD",
		"Why I write: part II": "Why {I} write: part {II}",
	}
	for title, want := range tests {
		got := protectCapitals(title, latex.ASCII)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", title, diff)
		}
		if latex.Decode(got) != title {
			t.Errorf("%q reads back as %q", title, latex.Decode(got))
		}
	}
}
