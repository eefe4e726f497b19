package text

import "strings"

// IsYearDigits reports whether four digits, as text must be, are a year from 1400 to 2099.
func IsYearDigits(text string) bool {
	for i := range text {
		if !IsDigit(text[i]) {
			return false
		}
	}
	return "1400" <= text && text <= "2099"
}

// FirstYear returns the first run of four digits.
func FirstYear(s string) string {
	digits := 0
	for i := range len(s) {
		if !IsDigit(s[i]) {
			digits = 0
		} else if digits++; digits == 4 {
			return s[i-3 : i+1]
		}
	}
	return ""
}

// HasYear reports whether four digits in a row are a year, whatever is around them.
func HasYear(s string) bool {
	digits := 0
	for i := range len(s) {
		if !IsDigit(s[i]) {
			digits = 0
		} else if digits++; digits >= 4 && IsYearDigits(s[i-3:i+1]) {
			return true
		}
	}
	return false
}

// DottedDate cuts a date whose day is before the month, "17.4.2017"; ok is false for
// anything else. It does not judge the numbers.
func DottedDate(s string) (day, month, year string, ok bool) {
	day, rest, _ := strings.Cut(s, ".")
	month, year, _ = strings.Cut(rest, ".")
	ok = isShortNumber(day) && isShortNumber(month) && len(year) == 4 && IsYearDigits(year)
	return day, month, year, ok
}

// isShortNumber reports whether a text is one digit or two.
func isShortNumber(s string) bool {
	return len(s) > 0 && len(s) <= 2 && IsDigit(s[0]) && IsDigit(s[len(s)-1])
}
