package ground_test

import (
	"testing"

	"github.com/factcite/factcite/ground"
)

// A minus sign right before a number makes it another one; a hyphen or a dash of another
// use does not.
func TestNumbersBelowZero(t *testing.T) {
	for _, test := range []struct {
		text, fact string
		want       ground.Support
	}{
		{"The hall was at 12 °C.", "The hall was at -12 °C.", ground.Absent},
		{"The hall was at 12 °C.", "The hall was at −12 °C.", ground.Absent},
		{"The hall was at 12 °C.", "-12 °C was measured.", ground.Absent},
		{"The hall was at -12 °C.", "The hall was at 12 °C.", ground.Absent},
		{"The score was 17 before.", "The score was -17 then.", ground.Absent},
		{"The hall earned $12.", "The hall earned -$12.", ground.Absent},
		{"The hall earned $12.", "The hall earned $-12.", ground.Absent},
		{"The hall earned -€12 million.", "The hall earned €12 million.", ground.Absent},
		{"The hall was at −12 °C.", "The hall was at -12 °C.", ground.BorneOut},
		{"The hall earned $-12.", "The hall earned (−$12).", ground.BorneOut},
		{"The hall earned US-$12.", "The hall earned $12.", ground.BorneOut},
		{"The hall was at minus 12 °C.", "The hall was at -12 °C.", ground.BorneOut},
		{"The hall was 12 °C below zero.", "The hall was at -12 °C.", ground.BorneOut},
		{"Sales fell by 12 %.", "Sales changed by -12 %.", ground.BorneOut},
		{"The hall was at 10-12 °C.", "The hall was at 12 °C.", ground.BorneOut},
		{"The hall was at 10 -12 °C.", "The hall was at 12 °C.", ground.BorneOut},
		{"The hall – 12 °C – was warm.", "The hall was at 12 °C.", ground.BorneOut},
		{"It found:\n-12 kg of felt\n", "It found 12 kg of felt.", ground.BorneOut},
		{"A sub-12 kg cart.", "A cart of 12 kg.", ground.BorneOut},
	} {
		var got []ground.Support
		for _, a := range ground.Check(ground.NewText(ground.Reading{Text: test.text}), ground.Statement{Content: test.fact}).Anchors {
			if a.Kind == ground.Number {
				got = append(got, a.Verdict)
			}
		}
		if len(got) != 1 || got[0] != test.want {
			t.Errorf("%q is to %q %v, want %v", test.fact, test.text, got, test.want)
		}
	}
}
