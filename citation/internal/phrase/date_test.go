package phrase

import (
	"testing"

	"github.com/factcite/factcite/citation/ref"
)

// TestDates holds which dates are read, and how far.
func TestDates(t *testing.T) {
	testStated(t, Work{}, func(s *Text, w *Work) (next int, ok bool) {
		d, next, ok := s.DateAt(0)
		if ok {
			s.StateDate(w, d)
		}
		return next, ok
	}, [][2]string{
		{"2019, that is", "year 2019 | , that is"},
		{"1400", "year 1400"},
		{"1399", " | 1399"},
		{"2099", "year 2099"},
		{"2100", " | 2100"},
		{"201", " | 201"},
		{"2019–2021", " | 2019–2021"},
		{"2019–21", " | 2019–21"},
		{"2019-3", "year 2019 | -3"},
		{"2019–carts", "year 2019 | –carts"},
		{"2019 June 6 was", "year 2019; month June; day 6 | was"},
		{"2019 June 32", "year 2019; month June | 32"},
		{"2019 Junes", "year 2019 | Junes"},
		{"June 2019", "month June; year 2019"},
		{"Jun. 2019", "month Jun; year 2019"},
		{"june 2019", " | june 2019"},
		{"June 6, 2019, was", "month June; day 6; year 2019 | , was"},
		{"June 6th, 2019", "month June; day 6; year 2019"},
		{"June 6–9, 2019", "month June; day 6–9; year 2019"},
		{"June 6–9th 2019", "month June; day 6–9; year 2019"},
		{"June 6–June 9, 2019", " | June 6–June 9, 2019"},
		{"June of 2019", "month June; year 2019"},
		{"June 6", " | June 6"},
		{"June 0, 2019", " | June 0, 2019"},
		{"June 06, 2019", "month June; day 06; year 2019"},
		{"June 31, 2019", "month June; day 31; year 2019"},
		{"June 32, 2019", " | June 32, 2019"},
		{"June 6x, 2019", " | June 6x, 2019"},
		{"June 006, 2019", " | June 006, 2019"},
		{"6 June 2019", "day 6; month June; year 2019"},
		{"6th Jun., 2019", "day 6; month Jun; year 2019"},
		{"31st June 2019", "day 31; month June; year 2019"},
		{"6 carts 2019", " | 6 carts 2019"},
		{"6 June", " | 6 June"},
		{"Winter 2019", "year 2019"},
		{"winter of 2019", "year 2019"},
		{"winter sale 2019", " | winter sale 2019"},
		{"carts in 2019", " | carts in 2019"},
		{"6-June-2019", "day 6; month June; year 2019"},
		{"12. Juni 2019", "day 12; month Juni; year 2019"},
		{"1er août 2019", "day 1; month août; year 2019"},
		{"3 de mayo de 2019", "day 3; month mayo; year 2019"},
		{"3 julio 2019, p. 4", "day 3; month julio; year 2019 | , p. 4"},
		{"2 dicembre 2019", "day 2; month dicembre; year 2019"},
		{"julio 2019", " | julio 2019"},
		{"3 de ruedas de 2019", " | 3 de ruedas de 2019"},
		{"2019-04-17.", "year 2019; month 04; day 17 | ."},
		{"2019-13-01", " | 2019-13-01"},
		{"17.4.2019, S. 2", "day 17; month 4; year 2019 | , S. 2"},
		{"12.13.2019", " | 12.13.2019"},
		{"32.12.2019", " | 32.12.2019"},
		{"3.4.19", " | 3.4.19"},
	})
}

// TestDatesDoNotMix holds that nothing of a second date is added to a first of another year.
func TestDatesDoNotMix(t *testing.T) {
	s := NewText("6 June 2019")
	d, _, _ := s.DateAt(0)
	for year, want := range map[string]ref.Reference{
		"2018": {Year: "2018"},
		"2019": {Year: "2019", Month: 6, Day: "6"},
		"":     {Year: "2019", Month: 6, Day: "6"},
	} {
		w := Work{Reference: ref.Reference{Year: year}}
		s.StateDate(&w, d)
		if w.Year != want.Year || w.Month != want.Month || w.Day != want.Day {
			t.Errorf("6 June 2019 after %q is %s-%d-%s", year, w.Year, w.Month, w.Day)
		}
	}
	w := Work{Reference: ref.Reference{Month: 3}}
	if s.StateDate(&w, d); w.Month != 3 {
		t.Errorf("the month is overwritten with %d", w.Month)
	}
}

func TestYears(t *testing.T) {
	testIs(t, func(text string) bool { return IsYearOfMention(NewText(text).At(0)) },
		[]string{"2019", "2019a", "2019z"},
		[]string{"2019A", "2019ab", "20191", "201", "3019a", "x2019"})
	testIs(t, func(text string) bool { return NewText(text).YearInParens(0) != ref.Span{} },
		[]string{"(2019)", "(1990) and"},
		[]string{"2019)", "(2019", "(June)", "(2019, June)"})
	testIs(t, func(text string) bool { return NewText(text).IsShortYear(1) },
		[]string{"CHI '19", "CHI’19"},
		[]string{"CHI '2019", "CHI ' 19", "CHI 19", "CHI 's"})
}

// TestGuessedYears holds what may say before a year that it is guessed.
func TestGuessedYears(t *testing.T) {
	testIs(t, func(text string) bool { return NewText(text).YearInParens(0) != ref.Span{} },
		[]string{"(c. 1650)", "(c 1650)", "(ca. 1650)", "(ca 1650)", "(circa 1650)", "(um 1650)", "(vers 1650)"},
		[]string{"(C. 1650)", "(Verso 1950)", "(c. 16)", "(c., 1650)", "(about 1650)", "(c.)"})
}
