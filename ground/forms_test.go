package ground_test

import (
	"testing"

	"github.com/factcite/factcite/ground"
)

// The same number or date is written in many forms.
func TestForms(t *testing.T) {
	for _, c := range []struct{ text, same, other string }{
		{"The bridge opened on 3 March 2021.", "It opened on March 3, 2021.", "It opened on March 4, 2021."},
		{"The bridge opened on 3 March 2021.", "It opened on 2021-03-03.", "It opened on 2021-03-04."},
		{"The bridge opened on 3 March 2021.", "It opened on 3.3.2021.", "It opened on 4.3.2021."},
		{"The bridge opened on 3 March 2021.", "It opened on the 3rd of March.", "It opened on the 5th of March."},
		{"The bridge opened on 25 March 2021.", "It opened on 3/25/2021.", "It opened on 4/25/2021."},
		{"The bridge opened in March 2021.", "It opened in Mar 2021.", "It opened in Apr 2021."},
		{"The bridge opened in 1987.", "It opened in the 1980s.", "It opened in the 1990s."},
		{"The toll rose in 3Q20.", "It rose in Q3 2020.", "It rose in Q3 2021."},
		{"The toll rose in the fourth fiscal quarter of 2020.", "It rose in Q4 2020.", "It rose in Q1 2020."},
		{"The bridge opened on a Tuesday.", "It opened on Tuesday.", "It opened on Wednesday."},
		{"The bridge is 3.2 km long.", "It is 3200 metres long.", "It is 3200 kilometres long."},
		{"The bridge weighs 4 tonnes.", "It weighs 4,000 kg.", "It weighs 4,100 kg."},
		{"The work took 36 months.", "It took 3 years.", "It took 5 years."},
		{"The water is at 20 °C.", "The water is at 68 °F.", "The water is at 78 °F."},
		{"The bridge cost $1.3 million.", "It cost 1,300,000 dollars.", "It cost 1,300,000 euros."},
		{"The bridge cost €5bn.", "It cost 5 billion euros.", "It cost 5 million euros."},
		{"It has 105 arches.", "It has one hundred and five arches.", "It has one hundred and six arches."},
		{"It took three quarters of the stone.", "It took ¾ of the stone.", "It took ⅔ of the stone."},
		{"It carries 24 carts.", "It carries two dozen carts.", "It carries three dozen carts."},
	} {
		source := ground.NewText(ground.Reading{Text: c.text})
		r := ground.Check(source, ground.Statement{Content: c.same})
		for _, a := range r.Anchors {
			if a.Verdict.Contradicts() {
				t.Errorf("%q: %q is %s: %q", c.text, c.same, a.Verdict, c.same[a.Span[0]:a.Span[1]])
			}
		}
		if len(r.Anchors) == 0 {
			t.Errorf("%q: nothing is found in %q", c.text, c.same)
		}
		r = ground.Check(source, ground.Statement{Content: c.other})
		if got := r.Verdict(); got != ground.Absent {
			t.Errorf("%q: %q is %s, want %s", c.text, c.other, got, ground.Absent)
		}
	}
}
