package ground_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factcite/factcite/ground"
)

// isBorneOut reports whether all of a statement stands in a text, and something of it does.
func isBorneOut(text, statement string) bool {
	r := ground.Check(ground.NewText(ground.Reading{Text: text}), ground.Statement{Content: statement})
	return r.Verdict() == ground.BorneOut
}

// Number words are the numbers that they name, and no others.
func TestNumberWords(t *testing.T) {
	for words, value := range map[string]int{
		"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
		"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
		"twenty-one": 21, "thirty-two": 32, "forty-three": 43, "fifty-four": 54, "sixty-five": 65, "seventy-six": 76, "eighty-seven": 87, "ninety-eight": 98,
		"a hundred": 100, "three hundred": 300, "two hundred and seven": 207, "two hundred seventeen": 217, "six thousand": 6000, "six thousand two hundred": 6200,
		"nine million": 9_000_000, "seven billion": 7_000_000_000, "two million five hundred thousand": 2_500_000, "three dozen": 36, "ten thousand": 10_000, "eleven hundred": 1100,
	} {
		if text := "The mill has " + words + " wheels."; !isBorneOut(text, fmt.Sprintf("It has %d wheels.", value)) {
			t.Errorf("%q is not %d", words, value)
		} else if isBorneOut(text, fmt.Sprintf("It has %d wheels.", value+value/10+1)) {
			t.Errorf("%q is %d as well", words, value+value/10+1)
		}
	}
}

// Words for fractions are the shares that they name.
func TestFractionWords(t *testing.T) {
	for words, share := range map[string]string{
		"a third": "33.33", "two thirds": "66.67", "a quarter": "25", "three quarters": "75", "a fourth": "25", "three fourths": "75", "a fifth": "20", "three fifths": "60", "a sixth": "16.67", "three sixths": "50",
		"an eighth": "12.5", "three eighths": "37.5", "a tenth": "10", "three tenths": "30", "half": "50",
	} {
		text := "Of the carts " + words + " of all were empty."
		if !isBorneOut(text, "Of the carts "+share+" % were empty.") || isBorneOut(text, "Of the carts 9"+share+" % were empty.") {
			t.Errorf("%q is not %s %% alone", words, share)
		}
	}
}

// Each unit is so many of another of its dimension (NIST SP 811, appendix B.8).
func TestUnits(t *testing.T) {
	for _, c := range []struct {
		one   string
		value string
		of    string
	}{
		{"km", "1000", "m"}, {"kilometre", "1000", "metres"}, {"metre", "100", "cm"}, {"centimetre", "10", "millimetres"}, {"millimetre", "1000", "micrometres"}, {"mm", "1000", "µm"}, {"micron", "1000", "nm"},
		{"mile", "1609.344", "metres"}, {"foot", "30.48", "cm"}, {"inch", "25.4", "mm"}, {"yard", "0.9144", "metres"},
		{"kilogram", "1000", "grams"}, {"gram", "1000", "mg"}, {"milligram", "1000", "micrograms"}, {"microgram", "1000", "nanograms"}, {"tonne", "1000", "kg"}, {"pound", "453.59237", "grams"}, {"ounce", "28.349523125", "grams"},
		{"minute", "60", "seconds"}, {"hour", "60", "minutes"}, {"day", "24", "hours"}, {"week", "7", "days"}, {"second", "1000", "milliseconds"},
		{"year", "12", "months"}, {"decade", "10", "years"}, {"century", "100", "years"},
		{"litre", "1000", "ml"}, {"millilitre", "1000", "microlitres"}, {"gallon", "3.785411784", "litres"}, {"m³", "1000", "litres"}, {"cubic centimetre", "1", "ml"},
		{"kilojoule", "1000", "joules"}, {"kcal", "4184", "joules"}, {"kwh", "3600000", "joules"}, {"kilowatt", "1000", "watts"}, {"megawatt", "1000", "kW"}, {"gigawatt", "1000", "megawatts"},
		{"khz", "1000", "hertz"}, {"megahertz", "1000", "kilohertz"}, {"gigahertz", "1000", "megahertz"}, {"kilopascal", "1000", "pascals"}, {"megapascal", "1000", "kPa"}, {"bar", "100000", "pascals"}, {"mmhg", "133.322", "pascals"},
		{"hectare", "10000", "m²"}, {"km²", "100", "hectares"}, {"acre", "4046.873", "m2"}, {"kilobyte", "1000", "bytes"}, {"megabyte", "1000", "kilobytes"}, {"gigabyte", "1000", "MB"}, {"terabyte", "1000", "GB"},
		{"volt", "1000", "millivolts"}, {"kilovolt", "1000", "volts"}, {"mmol", "1000", "µmol"}, {"mol", "1000", "mmol"}, {"m/s", "3.6", "km/h"}, {"mph", "1.609344", "km/h"}, {"knot", "1.852", "km/h"},
		{"percent", "10", "‰"}, {"percentage point", "100", "basis points"}, {"dollar", "100", "cents"}, {"euro", "100", "cents"},
	} {
		text := "The model is rated at 1 " + c.one + " by its maker."
		if statement := "It is rated at " + c.value + " " + c.of + "."; !isBorneOut(text, statement) {
			t.Errorf("1 %s is not %s %s", c.one, c.value, c.of)
		}
		if isBorneOut(text, "It is rated at 9"+c.value+" "+c.of+".") {
			t.Errorf("1 %s is 9%s %s as well", c.one, c.value, c.of)
		}
	}
	for celsius, fahrenheit := range map[string]string{"0": "32", "100": "212", "37": "98.6", "20": "68"} {
		if !isBorneOut("It was at "+celsius+" °C.", "It was at "+fahrenheit+" °F.") || isBorneOut("It was at "+celsius+" °C.", "It was at 1"+fahrenheit+" °F.") {
			t.Errorf("%s °C is not %s °F alone", celsius, fahrenheit)
		}
	}
	if !isBorneOut("It was at 300 kelvin.", "It was at 26.85 °C.") {
		t.Error("300 K is not 26.85 °C")
	}
}

// Scales are words and letters.
func TestScales(t *testing.T) {
	for written, value := range map[string]string{
		"7 thousand": "7,000", "7k": "7,000", "7 million": "7,000,000", "7m": "7,000,000", "7mn": "7,000,000", "7 mn": "7,000,000", "7 billion": "7,000,000,000", "7bn": "7,000,000,000", "7 bn": "7,000,000,000", "7b": "7,000,000,000",
		"7 trillion": "7,000,000,000,000", "7 lakh": "700,000", "7 crore": "70,000,000", "7 hundred": "700", "7 dozen": "84", "7.5 million": "7,500,000", "7 × 10³": "7,000", "7e4": "70,000", "7·10^2": "700", "7 x 10-2": "0.07",
	} {
		if text := "The town counted " + written + " carts."; !isBorneOut(text, "It counted "+value+" carts.") {
			t.Errorf("%q is not %s", written, value)
		} else if isBorneOut(text, "It counted 2"+value+" carts.") {
			t.Errorf("%q is 2%s as well", written, value)
		}
	}
}

// Money of one currency is not that of another.
func TestCurrencies(t *testing.T) {
	currencies := [][]string{
		{"$7", "7 dollars", "USD 7", "US$7", "7 bucks"}, {"€7", "7 euros", "EUR 7", "7 EUR"}, {"£7", "GBP 7", "7 pounds"}, {"¥7", "7 yen", "JPY 7"}, {"₹7", "7 rupees", "Rs 7", "INR 7"},
		{"7 crowns"}, {"7 francs", "CHF 7"}, {"7 kroner", "NOK 7"}, {"7 kronor", "SEK 7"}, {"7 cents"},
	}
	for i, forms := range currencies {
		for j, others := range currencies {
			for _, form := range forms {
				for _, other := range others {
					if got := isBorneOut("The toll is "+form+" a cart.", "The toll is "+other+"."); got != (i == j) {
						t.Errorf("%q bears out %q: %v", form, other, got)
					}
				}
			}
		}
	}
}

// Months and days of the week have names and short ones.
func TestNamesOfDates(t *testing.T) {
	months := strings.Fields("January,Jan February,Feb March,Mar April,Apr May June,Jun July,Jul August,Aug September,Sep,Sept October,Oct November,Nov December,Dec")
	for i, names := range months {
		for name := range strings.SplitSeq(names, ",") {
			text := "The bridge opened on 5 " + name + " 1987 at noon."
			for j := range months {
				if got := isBorneOut(text, fmt.Sprintf("It opened on 1987-%02d-05.", j+1)); got != (i == j) {
					t.Errorf("%s is month %d: %v", name, j+1, got)
				}
			}
		}
	}
	days := strings.Fields("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
	for i, day := range days {
		for j, other := range days {
			if got := isBorneOut("The bridge opened on a "+day+".", "It opened on a "+other+"."); got != (i == j) {
				t.Errorf("%s is %s: %v", day, other, got)
			}
		}
	}
	for i, quarter := range []string{"first", "second", "third", "fourth"} {
		for j := range 4 {
			for _, form := range []string{"Q%d 2019", "%dQ 2019", "%dQ19", "Q%d19"} {
				statement := "It fell in " + fmt.Sprintf(form, j+1) + "."
				if got := isBorneOut("Traffic fell in the "+quarter+" quarter of 2019.", statement); got != (i == j) {
					t.Errorf("the %s quarter bears out %q: %v", quarter, statement, got)
				}
			}
		}
	}
	for day, date := range map[string]string{
		"New Year's Day": "1 January", "Valentine's Day": "14 February", "May Day": "1 May", "Bastille Day": "14 July", "Halloween": "31 October",
		"All Saints' Day": "1 November", "Christmas Eve": "24 December", "Christmas Day": "25 December", "Boxing Day": "26 December", "New Year's Eve": "31 December", "Epiphany": "6 January",
	} {
		if text := "The bridge opened on " + day + " 1987."; !isBorneOut(text, "It opened on "+date+" 1987.") || isBorneOut(text, "It opened on 9 June 1987.") {
			t.Errorf("%s is not %s alone", day, date)
		}
	}
	for decade, years := range map[string][2]string{
		"the 1830s": {"1839", "1840"}, "the nineteen-twenties": {"1920", "1919"}, "the eighteen-forties": {"1845", "1945"}, "the thirties": {"1930", "1929"}, "the fifties": {"1959", "1960"},
		"the sixties": {"1961", "1951"}, "the seventies": {"1977", "1987"}, "the nineties": {"1990", "1989"}, "the seventeen-eighties": {"1789", "1889"}, "the sixteen-sixties": {"1660", "1670"}, "the seventeen-twenties": {"1720", "1730"}, "the '60s": {"1966", "1976"},
	} {
		if text := "The bridge opened in " + decade + "."; !isBorneOut(text, "It opened in "+years[0]+".") || isBorneOut(text, "It opened in "+years[1]+".") {
			t.Errorf("%s has not %s, or has %s", decade, years[0], years[1])
		}
	}
}
