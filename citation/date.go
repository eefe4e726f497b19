package citation

// date is a date as a sentence gives it; what is not given is zero.
type date struct {
	year, monthSpan, day Span
	month                int
}

var months = map[string]int{
	"january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3,
	"april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7,
	"august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9,
	"october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}

func isMonth(t *token) bool { return t.kind == word && t.capital && t.in(monthWords) }

// isYear reports whether a token is a year, 1400 to 2099.
func isYear(t *token) bool {
	return t.kind == number && len(t.text) == 4 && isYearDigits(t.text)
}

// isYearOfMention also takes a letter after the year: "2023d".
func isYearOfMention(t *token) bool {
	if isYear(t) {
		return true
	}
	return t.kind == number && len(t.text) == 5 && isYearDigits(t.text[:4]) && 'a' <= t.text[4] && t.text[4] <= 'z'
}

func isYearDigits(text string) bool {
	for i := range text {
		if !isDigit(text[i]) {
			return false
		}
	}
	return "1400" <= text && text <= "2099"
}

// isDay reports whether a token is a day of a month: "6", "06", "6th".
func isDay(t *token) bool {
	if t.kind != number {
		return false
	}
	digits := 0
	for digits < len(t.text) && isDigit(t.text[digits]) {
		digits++
	}
	switch t.text[digits:] {
	case "", "st", "nd", "rd", "th":
	default:
		return false
	}
	return digits == 1 && t.text > "0" || digits == 2 && t.text[:2] <= "31"
}

// daySpan leaves the ordinal ending of a day out.
func daySpan(t *token) Span {
	end := t.end
	if n := len(t.text); n > 2 && !isDigit(t.text[n-1]) {
		end -= 2
	}
	return Span{t.start, end}
}

// dateAt reads a date at token i: "2019", "June 2019", "June 6, 2019", "6 June
// 2019", "2019 June 6", "Winter 2019", "2017-04-17". It returns the token after
// it, or false.
func (s *sentence) dateAt(i int) (d date, next int, ok bool) {
	t := s.at(i)
	switch {
	case isYear(t):
		d.year, next = s.span(i, i+1), i+1
		if isDash(s.at(i+1)) && (isYear(s.at(i+2)) || s.isShortEnd(i+2)) {
			return date{}, i, false
		}
		if isMonth(s.at(next)) {
			d.month, d.monthSpan = months[s.at(next).lower], s.span(next, next+1)
			next++
			if isDay(s.at(next)) {
				d.day = daySpan(s.at(next))
				next++
			}
		}
		return d, next, true
	case isMonth(t):
		d.month, d.monthSpan, next = months[t.lower], s.span(i, i+1), i+1
		if s.at(next).is(".") {
			next++
		}
		if isDay(s.at(next)) {
			d.day = daySpan(s.at(next))
			next++
			if isDash(s.at(next)) && isDay(s.at(next+1)) {
				d.day[1] = daySpan(s.at(next + 1))[1]
				next += 2
			}
		}
	case isDay(t) && isMonth(s.at(i+1)):
		d.day = daySpan(t)
		d.month, d.monthSpan, next = months[s.at(i+1).lower], s.span(i+1, i+2), i+2
		if s.at(next).is(".") {
			next++
		}
	case t.in(seasons):
		next = i + 1
	default:
		return date{}, i, false
	}
	if s.at(next).is(",") || s.at(next).is("of") {
		next++
	}
	if !isYear(s.at(next)) {
		return date{}, i, false
	}
	d.year = s.span(next, next+1)
	return d, next + 1, true
}

// isShortEnd reports whether token i ends a range of years in two digits: the 17
// of 2013–17.
func (s *sentence) isShortEnd(i int) bool {
	return s.at(i).kind == number && len(s.at(i).text) == 2
}

// yearInParens is the span of the year in the parentheses at token i.
func (s *sentence) yearInParens(i int) Span {
	if s.at(i).is("(") && isYear(s.at(i+1)) && s.at(i+2).is(")") {
		return s.span(i+1, i+2)
	}
	return Span{}
}
