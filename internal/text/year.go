package text

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
