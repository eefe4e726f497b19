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
		{"Half of the carts were empty.", "50 percent of the carts were empty.", "60 percent of the carts were empty."},
		{"Half the carts were empty.", "The share of empty carts was 50 %.", "The share of empty carts was 55 %."},
		{"50 percent of the carts were empty.", "½ of the carts were empty.", "¼ of the carts were empty."},
		{"A third of the carts were empty.", "33 % of the carts were empty.", "30 % of the carts were empty."},
		{"A third of the carts were empty.", "33.3 % of the carts were empty.", "33.8 % of the carts were empty."},
		{"One third of the carts were empty.", "⅓ of the carts were empty.", "¾ of the carts were empty."},
		{"Two-thirds of the carts were empty.", "67 % of the carts were empty.", "76 % of the carts were empty."},
		{"Three quarters of the carts were empty.", "75 per cent of the carts were empty.", "65 per cent of the carts were empty."},
		{"A quarter of the carts were empty.", "25 % of the carts were empty.", "35 % of the carts were empty."},
		{"One in five carts was empty.", "20 % of the carts were empty.", "30 % of the carts were empty."},
		{"Three out of four carts were empty.", "75 % of the carts were empty.", "85 % of the carts were empty."},
		{"18 of the 24 carts were empty.", "75 % of the carts were empty.", "85 % of the carts were empty."},
		{"A tenth of the carts were empty.", "10 % of the carts were empty.", "20 % of the carts were empty."},
		{"The share of empty carts is 0.75.", "75 % of the carts are empty.", "70 % of the carts are empty."},
		{"3/4 of the carts were empty.", "Three quarters of the carts, 75 %, were empty.", "Of the carts, 70 % were empty."},
		{"A dozen carts were empty.", "12 carts were empty.", "14 carts were empty."},
		{"Half a dozen carts were empty.", "6 carts were empty.", "9 carts were empty."},
		{"Half a million carts passed.", "500,000 carts passed.", "600,000 carts passed."},
		{"A quarter of a million carts passed.", "250,000 carts passed.", "350,000 carts passed."},
		{"One and a half million carts passed.", "1.5 million carts passed.", "2.5 million carts passed."},
		{"The work took two and a half years.", "It took 2.5 years.", "It took 3.5 years."},
		{"The work took an hour and a half.", "It took 90 minutes.", "It took 80 minutes."},
		{"The work took 1½ hours.", "It took 1.5 hours.", "It took 2.5 hours."},
		{"The work took 2 hours and 15 minutes.", "It took 135 minutes.", "It took 125 minutes."},
		{"The gate is 5 ft 6 in high.", "It is 66 inches high.", "It is 68 inches high."},
		{"The toll doubled.", "There was a twofold rise of the toll.", "There was a fourfold rise of the toll."},
		{"The toll doubled.", "The toll saw a 2-fold rise.", "The toll saw a 3-fold rise."},
		{"The toll doubled.", "The toll rose by 100 %.", "The toll rose by 120 %."},
		{"There was a 3-fold rise of the toll.", "The toll tripled.", "The toll doubled."},
		{"The toll quadrupled.", "It was 4 times as high.", "It was 3 times as high."},
		{"The toll was halved.", "It fell by 50 %.", "It fell by 60 %."},
		{"The toll tripled.", "It rose by 200 %.", "It rose by 150 %."},
		{"The water was at −5 °C.", "It was at minus 5 °C.", "It was at minus 6 °C."},
		{"The water was at −5 °C.", "It was at -5 degrees Celsius.", "It was at -8 degrees Celsius."},
		{"The water was five degrees below zero.", "It was at −5 °C.", "It was at −7 °C."},
		{"The toll rose by +5 %.", "It rose by 5 %.", "It rose by 6 %."},
		{"Carts weigh between 110 and 120 kg.", "Carts weigh 110–120 kg.", "Carts weigh 110–130 kg."},
		{"Carts weigh 110-120 kg.", "Carts weigh from 110 kg to 120 kg.", "Carts weigh from 110 kg to 125 kg."},
		{"Carts weigh 15 ± 1 kg.", "Carts weigh 15 plus or minus 1 kg.", "Carts weigh 25 plus or minus 1 kg."},
		{"Carts of 30–40 tonnes may pass.", "Carts of 30 to 40 t may pass.", "Carts of 30 to 45 t may pass."},
		{"The error is 10⁻³.", "The error is 0.001.", "The error is 0.002."},
		{"The error is 0.001.", "The error is 1e-3.", "The error is 1e-4."},
		{"3.2 × 10^6 carts passed.", "3.2 million carts passed.", "3.5 million carts passed."},
		{"The bridge cost US$1.3 billion.", "It cost USD 1.3bn.", "It cost USD 1.7bn."},
		{"The bridge cost 1.3 billion US dollars.", "It cost $1,300,000,000.", "It cost $1,800,000,000."},
		{"The toll is €0.92.", "The toll is 92 cents.", "The toll is 82 cents."},
		{"The toll rose by 50 basis points.", "It rose by 0.5 percentage points.", "It rose by 0.7 percentage points."},
		{"The limit is 100 km/h.", "The limit is 62 mph.", "The limit is 72 mph."},
		{"The meadow has 310 hectares.", "It has 3.1 km².", "It has 4.1 km²."},
		{"The meadow has 5 square kilometres.", "It has 500 ha.", "It has 700 ha."},
		{"The meadow has 640 acres.", "It has 1 square mile.", "It has 6 square miles."},
		{"The tank holds 2 m³.", "It holds 2,000 litres.", "It holds 3,000 litres."},
		{"The wind blew at 20 m/s.", "It blew at 72 km/h.", "It blew at 92 km/h."},
		{"The salt was 35 ‰ of the water.", "It was 3.5 % of the water.", "It was 4.5 % of the water."},
		{"The bridge lasted a century.", "It lasted 100 years.", "It lasted 200 years."},
		{"Ada Roe (1871–1949) built the bridge.", "Roe died at the age of 78.", "Roe died at the age of 68."},
		{"A hundred carts passed.", "100 carts passed.", "200 carts passed."},
		{"The toll was 1.200,50 crowns and the fine 2.400,75.", "The toll was 1,200.50 crowns.", "The toll was 1,300.50 crowns."},
		{"The bridge opened in the nineteen-eighties.", "It opened in the 1980s.", "It opened in the 1970s."},
		{"The bridge opened in the '80s, in 1984.", "It opened in the eighties.", "It opened in 1994."},
		{"The bridge opened on May Day 1987.", "It opened on 1 May 1987.", "It opened on 2 May 1987."},
		{"The bridge opened on Christmas Eve 1987.", "It opened on 24 December 1987.", "It opened on 26 December 1987."},
		{"It was built from 1987 to 1989.", "It was built in 1987–89.", "It was built in 1985–89."},
		{"It was built in 1987/88.", "It was built from 1987 to 1988.", "It was built from 1986 to 1988."},
		{"The bridge opened on the 3rd of March, 2021.", "It opened on 03/03/2021.", "It opened on 03/05/2021."},
		{"The bridge opened in mid-March 2021.", "It opened in March 2021.", "It opened in May 2021."},
		{"The bridge opened on 20210303.", "It opened on 3 March 2021.", "It opened on 4 March 2021."},
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
