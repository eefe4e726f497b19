package authority

import (
	"testing"
)

func TestCovers(t *testing.T) {
	tests := []struct {
		why   string
		years map[int]int
		want  bool // of 2020
	}{
		{"as many as the years beside it", map[int]int{2019: 400, 2020: 420, 2021: 450}, true},
		{"a growing venue", map[int]int{2019: 300, 2020: 500, 2021: 990}, true},
		{"every other year", map[int]int{2018: 300, 2020: 350, 2022: 400}, true},
		{"the last year", map[int]int{2018: 300, 2019: 350, 2020: 400}, false},
		{"the last year of every other", map[int]int{2016: 300, 2018: 300, 2020: 400}, false},
		{"before a year just begun", map[int]int{2018: 290, 2019: 300, 2020: 310, 2021: 60}, false},
		{"the first year", map[int]int{2020: 100, 2021: 150}, true},
		{"none", map[int]int{2019: 400, 2021: 450}, false},
		{"a year just begun", map[int]int{2018: 290, 2019: 300, 2020: 60}, false},
		{"a gap", map[int]int{2019: 300, 2020: 40, 2021: 310}, false},
		{"somebody's reading", map[int]int{2018: 12, 2019: 15, 2020: 21, 2021: 18}, false},
		{"alone among hundreds", map[int]int{2020: 800}, false},
		{"alone", map[int]int{2020: 90}, false},
	}
	for _, test := range tests {
		c := &Coverage{Holds: func(venue string, year int) int { return test.years[year] }}
		if got := c.covers("Journal of Felt Studies", 2020); got != test.want {
			t.Errorf("%s: %t", test.why, got)
		}
	}
	for why, c := range map[string]*Coverage{"no coverage": nil, "an authority that cannot tell": {}} {
		if c.covers("Journal of Felt Studies", 2020) {
			t.Errorf("%s covers a venue", why)
		}
	}
}
