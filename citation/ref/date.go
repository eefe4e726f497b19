package ref

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// DashedPages writes the hyphens between page numbers as one dash.
func DashedPages(pages string) string {
	if !strings.ContainsAny(pages, "-‐‑‒–—−") {
		return pages
	}
	return pageDash.ReplaceAllString(pages, "$1–$2")
}

var pageDash = regexp.MustCompile(`(\w)\s*[-‐‑‒–—−]+\s*(\w)`)

// Dates returns the date of a reference, or the first and the last one of a range
// of years or of days; each is year, month and day as far as they are known. It
// returns nil if the year is not in digits.
func (r *Reference) Dates() [][]int {
	years := RangeEnds(r.Year)
	if years == nil || text.FirstYear(strconv.Itoa(years[0])) == "" {
		return nil
	}
	if len(years) == 2 || r.Month < 1 || r.Month > 12 {
		var dates [][]int
		for _, year := range years {
			dates = append(dates, []int{year})
		}
		return dates
	}
	var dates [][]int
	for _, day := range RangeEnds(r.Day) {
		if day < 1 || day > 31 {
			return [][]int{{years[0], r.Month}}
		}
		dates = append(dates, []int{years[0], r.Month, day})
	}
	if dates == nil {
		return [][]int{{years[0], r.Month}}
	}
	return dates
}

// RangeEnds reads "1998", "1998–2001" or "1998–99"; nil for anything else.
func RangeEnds(s string) []int {
	first, last, isRange := strings.Cut(DashedPages(text.CleanText(s)), "–")
	if isRange && len(last) < len(first) {
		last = first[:len(first)-len(last)] + last
	}
	var ends []int
	for _, text := range text.NonEmpty(first, last) {
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 {
			return nil
		}
		ends = append(ends, n)
	}
	return ends
}

// MonthMacro returns the macro of BibTeX's styles for a month from 1 to 12.
func MonthMacro(month int) (name string, ok bool) {
	if month < 1 || month > 12 {
		return "", false
	}
	return monthMacros[month-1], true
}

// monthMacros are the macros that every style defines.
var monthMacros = [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
