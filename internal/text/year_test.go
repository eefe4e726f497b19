package text

import "testing"

func TestYears(t *testing.T) {
	for s, want := range map[string]struct {
		first string
		has   bool
	}{
		"": {"", false}, "felt": {"", false}, "2019": {"2019", true}, "in 2019.": {"2019", true}, "201": {"", false}, "20 19": {"", false}, "12a34": {"", false},
		"12019": {"1201", true}, "20191": {"2019", true}, "1399 or 1400": {"1399", true}, "1399": {"1399", false}, "2099": {"2099", true}, "2100": {"2100", false}, "123 4567": {"4567", false},
	} {
		if got := FirstYear(s); got != want.first {
			t.Errorf("the first year of %q is %q, want %q", s, got, want.first)
		}
		if got := HasYear(s); got != want.has {
			t.Errorf("%q has a year: %t", s, got)
		}
	}
}

func TestDottedDate(t *testing.T) {
	for s, want := range map[string]bool{
		"17.4.2017": true, "1.12.2017": true, "17.04.2017": true, "17.4": false, "17.4.2017.": false, "117.4.2017": false, ".4.2017": false, "17..2017": false, "17.4.17": false, "17.4.1399": false,
		"x.4.2017": false, "1x.4.2017": false, "17.x4.2017": false, "17.4.20177": false, "": false,
	} {
		day, month, year, ok := DottedDate(s)
		if ok != want || ok && day+"."+month+"."+year != s {
			t.Errorf("%q is cut to %q, %q and %q: %t", s, day, month, year, ok)
		}
	}
}
