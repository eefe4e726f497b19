package ref

import (
	"fmt"
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

// ReadDate reads a date: "2024-05-12", "2024/5", "12.5.2024", "12 May 2024", "May 12, 2024",
// "May 2024" or "2024". It returns year, month and day as far as they are there,
// nil for anything else.
func ReadDate(s string) []int {
	if match := numericDate.FindStringSubmatch(strings.TrimSpace(s)); match != nil {
		return dateOf(match[1], number(match[2]), match[3])
	}
	if day, month, year, ok := text.DottedDate(strings.TrimSpace(s)); ok {
		return dateOf(year, number(month), day)
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '\u00A0' })
	year, month, day := "", 0, ""
	for _, word := range words {
		switch {
		case len(word) == 4 && text.IsDigits(word) && year == "":
			year = word
		case len(word) <= 2 && text.IsDigits(word) && day == "":
			day = word
		case month == 0 && MonthNumber(word) > 0:
			month = MonthNumber(word)
		default:
			return nil
		}
	}
	if year == "" {
		return nil
	}
	return dateOf(year, month, day)
}

// dateOf returns the parts of a date up to the first one that is not there, nil if
// there is no such day.
func dateOf(year string, month int, day string) []int {
	switch d := number(day); {
	case month == 0 && day == "":
		return []int{number(year)}
	case month < 1 || month > 12 || d > 31:
		return nil
	case d == 0:
		return []int{number(year), month}
	default:
		return []int{number(year), month, d}
	}
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

var numericDate = regexp.MustCompile(`^([0-9]{4})(?:[-/]([0-9]{1,2})(?:[-/]([0-9]{1,2}))?)?/?(?:T[0-9:Z.+-]*)?$`)

// MonthNumber returns the number of an English month, or of its first three letters
// or more, or 0.
func MonthNumber(word string) int {
	if len(word) < 3 {
		return 0
	}
	for i, name := range [...]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
		if text.HasFoldedPrefix(name, word) {
			return i + 1
		}
	}
	return 0
}

// ISODate writes year, month and day as far as they are known.
func ISODate(parts []int) string {
	format := [...]string{"%04d", "-%02d", "-%02d"}
	var b strings.Builder
	for i, part := range parts {
		fmt.Fprintf(&b, format[i], part)
	}
	return b.String()
}

// EDTF reads a date of biblatex (ISO 8601-2, level 1): one day, month, season or year, or
// the two ends of a range, each as far as it is known. An end that is open or unknown is
// the year 0, and a year before the first has the number that it has before Christ, so
// that "-0043" is -44. isAbout reports a mark that a date is approximate; one that it
// is uncertain has no effect.
// The ends are nil for what is none.
func EDTF(date string) (ends [][]int, isAbout bool) {
	first, last, isRange := strings.Cut(strings.TrimSpace(date), "/")
	written := []string{first}
	if isRange {
		written = append(written, last)
	}
	for _, end := range written {
		parts, about := edtfEnd(strings.TrimSpace(end), isRange)
		if parts == nil {
			return nil, false
		}
		ends, isAbout = append(ends, parts), isAbout || about
	}
	return ends, isAbout
}

var edtfDate = regexp.MustCompile(`^(-?[0-9]{4}|y-?[0-9]{5,9})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:T[0-9:]+(?:Z|[+-][0-9:]+)?)?([~?%]?)$`)

func edtfEnd(end string, isRange bool) (parts []int, isAbout bool) {
	if isRange && (end == "" || end == "..") {
		return []int{0}, false
	}
	match := edtfDate.FindStringSubmatch(end)
	if match == nil {
		return nil, false
	}
	year := number(strings.TrimPrefix(match[1], "y"))
	if year <= 0 {
		year--
	}
	parts = []int{year}
	for _, part := range match[2:4] {
		if part != "" {
			parts = append(parts, number(part))
		}
	}
	return parts, match[4] == "~" || match[4] == "%"
}

// EDTFDate writes what EDTF reads.
func EDTFDate(ends [][]int, isAbout bool) string {
	var dates []string
	for _, parts := range ends {
		if len(parts) == 1 && parts[0] == 0 && len(ends) > 1 {
			dates = append(dates, "")
			continue
		}
		date := edtfYear(parts[0])
		for _, part := range parts[1:] {
			date += fmt.Sprintf("-%02d", part)
		}
		if isAbout {
			date += "~"
		}
		dates = append(dates, date)
	}
	return strings.Join(dates, "/")
}

func edtfYear(year int) string {
	switch {
	case year == -1:
		return "0000"
	case year < 0 && year > -10000:
		return fmt.Sprintf("-%04d", -year-1)
	case year > 9999 || year < 0:
		return fmt.Sprintf("y%d", year)
	}
	return fmt.Sprintf("%04d", year)
}
