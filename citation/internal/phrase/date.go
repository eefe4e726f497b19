package phrase

import (
	"strconv"

	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// Date is a date as a sentence gives it; what is not given is zero.
type Date struct {
	Year, MonthSpan, Day ref.Span
	Month                int
}

func IsMonth(t *Token) bool { return t.Kind == Word && t.Capital && t.In(lexicon.MonthWords) }

// IsYear reports whether a token is a year, 1400 to 2099.
func IsYear(t *Token) bool {
	return t.Kind == Number && len(t.Text) == 4 && text.IsYearDigits(t.Text)
}

// IsYearOfMention also takes a letter after the year: "2023d".
func IsYearOfMention(t *Token) bool {
	if IsYear(t) {
		return true
	}
	return t.Kind == Number && len(t.Text) == 5 && text.IsYearDigits(t.Text[:4]) && t.Text[4] >= 'a'
}

// IsDay reports whether a token is a day of a month: "6", "06", "6th".
func IsDay(t *Token) bool {
	if t.Kind != Number {
		return false
	}
	digits := 0
	for digits < len(t.Text) && text.IsDigit(t.Text[digits]) {
		digits++
	}
	switch t.Text[digits:] {
	case "", "st", "nd", "rd", "th", "er":
	default:
		return false
	}
	return digits == 1 && t.Text > "0" || digits == 2 && t.Text[:2] <= "31"
}

// DaySpan leaves the ordinal ending of a day out.
func DaySpan(t *Token) ref.Span {
	end := t.End
	if n := len(t.Text); n > 2 && !text.IsDigit(t.Text[n-1]) {
		end -= 2
	}
	return ref.Span{t.Start, end}
}

// DateAt reads a date at token i: "2019", "June 2019", "June 6, 2019", "6 June
// 2019", "6-June-2019", "12. Juni 2019", "3 de mayo de 2019", "2019 June 6", "Winter 2019",
// "2017-04-17", "17.4.2017". It returns the token after it, or false.
func (s *Text) DateAt(i int) (d Date, next int, ok bool) {
	if d, next, ok := s.numericDateAt(i); ok {
		return d, next, true
	}
	if year := s.SkipCirca(i); year > i {
		return Date{Year: s.Span(year, year+1)}, year + 1, true
	}
	t := s.At(i)
	month, monthAt := s.monthOfDay(i)
	switch {
	case IsYear(t):
		d.Year, next = s.Span(i, i+1), i+1
		if IsDash(s.At(i+1)) && (IsYear(s.At(i+2)) || s.isShortEnd(i+2)) {
			return Date{}, i, false
		}
		if IsMonth(s.At(next)) {
			d.Month, d.MonthSpan = lexicon.Months[s.At(next).Lower], s.Span(next, next+1)
			next++
			if IsDay(s.At(next)) {
				d.Day = DaySpan(s.At(next))
				next++
			}
		}
		return d, next, true
	case IsMonth(t):
		d.Month, d.MonthSpan, next = lexicon.Months[t.Lower], s.Span(i, i+1), i+1
		if s.At(next).Is(".") {
			next++
		}
		if IsDay(s.At(next)) {
			d.Day = DaySpan(s.At(next))
			next++
			if IsDash(s.At(next)) && IsDay(s.At(next+1)) {
				d.Day[1] = DaySpan(s.At(next + 1))[1]
				next += 2
			}
		}
	case month > 0:
		d.Day = DaySpan(t)
		d.Month, d.MonthSpan, next = month, s.Span(monthAt, monthAt+1), monthAt+1
		if s.At(next).Is(".") {
			next++
		}
	case t.In(lexicon.Seasons):
		next = i + 1
	default:
		return Date{}, i, false
	}
	if s.At(next).Is(",") || s.At(next).Is("of") || partsDate(s.At(next)) && IsYear(s.At(next+1)) {
		next++
	}
	if !IsYear(s.At(next)) {
		return Date{}, i, false
	}
	d.Year = s.Span(next, next+1)
	return d, next + 1, true
}

// SkipCirca skips what says at token i that the year after it is guessed: "c. 1650", "ca 1650",
// "um 1650".
func (s *Text) SkipCirca(i int) (year int) {
	t := s.At(i)
	if t.Capital || !IsCirca(t.Lower) { // "Verso 2011" is a house
		return i
	}
	if year = i + 1; s.At(year).Is(".") {
		year++
	}
	if !IsYear(s.At(year)) {
		return i
	}
	return year
}

// IsCirca reports whether a word in lower case may say that the year after it is guessed.
func IsCirca(word string) bool { return circa[word] }

// circa are the words before a year that is guessed.
var circa = text.WordSet("c", "ca", "circa", "cca", "approx", "um", "vers", "hacia", "verso", "około", "omkring")

// monthOfDay returns the month after the day at token i, in English or, where a year
// follows, in one of several languages, and its token; 0 for none.
func (s *Text) monthOfDay(i int) (month, at int) {
	if !IsDay(s.At(i)) {
		return 0, i
	}
	if at = i + 1; IsMonth(s.At(at)) {
		return lexicon.Months[s.At(at).Lower], at
	}
	if partsDate(s.At(at)) {
		at++
	}
	after := at + 1
	if partsDate(s.At(after)) {
		after++
	}
	if !IsYear(s.At(after)) {
		return 0, i
	}
	return lexicon.MonthOfAnyLanguage(s.At(at).Lower), at
}

// partsDate reports whether a token may be between a day, a month and a year: "3-May-2019".
func partsDate(t *Token) bool { return t.Is(".") || t.Is("de") || IsDash(t) }

// numericDateAt reads "2017-04-17" and "17.4.2017" at token i: the day comes before the
// month where full stops part them.
func (s *Text) numericDateAt(i int) (d Date, next int, ok bool) {
	if s.At(i).Kind != Number {
		return d, i, false
	}
	if IsYear(s.At(i)) && s.At(i+1).Is("-") && s.At(i+3).Is("-") && s.At(i+4).End == s.At(i).Start+len("2017-04-17") {
		d = Date{Year: s.Span(i, i+1), MonthSpan: s.Span(i+2, i+3), Day: s.Span(i+4, i+5)}
		next = i + 5
	} else if day, month, year, dotted := text.DottedDate(s.At(i).Text); dotted {
		at := s.At(i).Start
		d.Day = ref.Span{at, at + len(day)}
		d.MonthSpan = ref.Span{d.Day[1] + 1, d.Day[1] + 1 + len(month)}
		d.Year = ref.Span{d.MonthSpan[1] + 1, d.MonthSpan[1] + 1 + len(year)}
		next = i + 1
	} else {
		return d, i, false
	}
	month, err := strconv.Atoi(s.Slice(d.MonthSpan))
	if day, _ := strconv.Atoi(s.Slice(d.Day)); err != nil || month < 1 || month > 12 || day < 1 || day > 31 {
		return Date{}, i, false
	}
	d.Month = month
	return d, next, true
}

// isShortEnd reports whether token i ends a range of years in two digits: the 17
// of 2013–17.
func (s *Text) isShortEnd(i int) bool {
	return s.At(i).Kind == Number && len(s.At(i).Text) == 2
}
