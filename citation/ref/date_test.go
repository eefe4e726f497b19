package ref

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestReadDate(t *testing.T) {
	for text, want := range map[string]string{
		"2024-05-12": "2024-05-12", "2024/5/2": "2024-05-02", "2024-05": "2024-05", "2024": "2024", "2024/05/": "2024-05", "2024-05-12T10:00:00Z": "2024-05-12",
		"12 May 2024": "2024-05-12", "May 12, 2024": "2024-05-12", "May 2024": "2024-05", "12. May 2024": "2024-05-12", "Sept. 2019": "2019-09",
		"2.6.2016": "2016-06-02", "12.06.2016": "2016-06-12", "1.13.2016": "", "40.1.2016": "", "1.2.16": "", "1.2.3.2016": "",
		"": "", "last spring": "", "2024-13-01": "", "2024-05-32": "", "2024 2025": "", "12 2024": "", "12": "", "May": "", "123 May 2024": "", "12 13 May 2024": "",
	} {
		if diff := cmp.Diff(want, ISODate(ReadDate(text))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct {
		r    Reference
		want string
	}{
		{Reference{Year: "2019", Month: 5, Day: "3"}, "2019-05-03"},
		{Reference{Year: "2019", Month: 5, Day: "3–5"}, "2019-05-03 2019-05-05"},
		{Reference{Year: "2019", Month: 12, Day: "31"}, "2019-12-31"},
		{Reference{Year: "2019", Month: 1, Day: "1"}, "2019-01-01"},
		{Reference{Year: "2019", Month: 5, Day: "0"}, "2019-05"},
		{Reference{Year: "2019", Month: 5, Day: "32"}, "2019-05"},
		{Reference{Year: "2019", Month: 5, Day: "spring"}, "2019-05"},
		{Reference{Year: "2019", Month: 5}, "2019-05"},
		{Reference{Year: "2019", Month: 13, Day: "3"}, "2019"},
		{Reference{Year: "2019", Day: "3"}, "2019"},
		{Reference{Year: "1998–99", Month: 5, Day: "3"}, "1998 1999"},
		{Reference{Year: "1998-2001"}, "1998 2001"},
		{Reference{Year: "99"}, ""},
		{Reference{Year: "in press"}, ""},
		{Reference{}, ""},
	} {
		var dates []string
		for _, date := range c.r.Dates() {
			dates = append(dates, ISODate(date))
		}
		if got := strings.Join(dates, " "); got != c.want {
			t.Errorf("%s, month %d, day %s is %q, want %q", c.r.Year, c.r.Month, c.r.Day, got, c.want)
		}
	}
}

func TestMonths(t *testing.T) {
	for i, name := range strings.Fields("January February March April May June July August September October November December") {
		macro, ok := MonthMacro(i + 1)
		if !ok || MonthNumber(macro) != i+1 || MonthNumber(name) != i+1 || MonthNumber(strings.ToUpper(name)) != i+1 {
			t.Errorf("%s is month %d, its macro %q", name, MonthNumber(name), macro)
		}
	}
	for _, word := range []string{"", "ma", "mayor", "junes"} {
		if n := MonthNumber(word); n != 0 {
			t.Errorf("%q is month %d", word, n)
		}
	}
	for _, month := range []int{-1, 0, 13} {
		if macro, ok := MonthMacro(month); ok {
			t.Errorf("month %d is %s", month, macro)
		}
	}
}

func TestDashedPages(t *testing.T) {
	for pages, want := range map[string]string{"11-19": "11–19", "11 -- 19": "11–19", "S1—S9": "S1–S9", "11–19, 30-31": "11–19, 30–31", "7": "7", "-": "-", "": ""} {
		if got := DashedPages(pages); got != want {
			t.Errorf("%q becomes %q, want %q", pages, got, want)
		}
	}
}

// Dates of biblatex are read and written as CSL has their ends.
func TestEDTF(t *testing.T) {
	for date, want := range map[string]struct {
		ends    [][]int
		isAbout bool
		written string
	}{
		"1999":                  {[][]int{{1999}}, false, "1999"},
		" 2001-05 ":             {[][]int{{2001, 5}}, false, "2001-05"},
		"2001-05-07":            {[][]int{{2001, 5, 7}}, false, "2001-05-07"},
		"2003-21":               {[][]int{{2003, 21}}, false, "2003-21"},
		"2004-04-05T14:34:00Z":  {[][]int{{2004, 4, 5}}, false, "2004-04-05"},
		"2004-04-05T14:34+01:0": {[][]int{{2004, 4, 5}}, false, "2004-04-05"},
		"1994/1996":             {[][]int{{1994}, {1996}}, false, "1994/1996"},
		"1997/":                 {[][]int{{1997}, {0}}, false, "1997/"},
		"1997/..":               {[][]int{{1997}, {0}}, false, "1997/"},
		"/1998":                 {[][]int{{0}, {1998}}, false, "/1998"},
		"1900~":                 {[][]int{{1900}}, true, "1900~"},
		"1723%":                 {[][]int{{1723}}, true, "1723~"},
		"1723?":                 {[][]int{{1723}}, false, "1723"},
		"1875?/1880~":           {[][]int{{1875}, {1880}}, true, "1875~/1880~"},
		"-0043":                 {[][]int{{-44}}, false, "-0043"},
		"0000":                  {[][]int{{-1}}, false, "0000"},
		"-3000~":                {[][]int{{-3001}}, true, "-3000~"},
		"y17000":                {[][]int{{17000}}, false, "y17000"},
		"9999":                  {[][]int{{9999}}, false, "9999"},
		"-9998":                 {[][]int{{-9999}}, false, "-9998"},
		"":                      {}, "18XX": {}, "in press": {}, "1999a": {}, "99": {}, "..": {}, "1994/1996/1998": {}, "5 May 1999": {},
	} {
		ends, isAbout := EDTF(date)
		if diff := cmp.Diff(want.ends, ends, cmpopts.EquateEmpty()); diff != "" || isAbout != want.isAbout {
			t.Errorf("%q: about %t (-want +got):\n%s", date, isAbout, diff)
		}
		if got := EDTFDate(ends, isAbout); got != want.written {
			t.Errorf("%q is written as %q, want %q", date, got, want.written)
		}
	}
}
