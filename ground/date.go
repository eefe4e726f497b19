package ground

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/factcite/factcite/internal/text"
)

// date is a day, a month, a year or what of them is known: the words [from,to) of a
// text. Parts that are not stated are 0.
type date struct {
	from, to         int
	year, month, day int
	last             int // of a decade or a range: its last year; else 0
	quarter          int
	weekday          int  // from 1
	swapped          bool // day and month may be the other way round
}

var monthNames = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdayNames = map[string]int{
	"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
	"mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6, "sundays": 7,
	"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}

var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4}

// dates returns the dates of a text.
func dates(w *words) []date {
	var list []date
	for i := 0; i < len(w.list) && len(list) < mostAnchors; {
		if !text.IsDigit(w.raw[w.list[i].start]) && !w.is(i, beginsDate) {
			i++
			continue
		}
		d, ok := w.date(i)
		if !ok {
			i++
			continue
		}
		list = append(list, d)
		i = d.to
	}
	return list
}

// date reads the date that begins at word i.
func (w *words) date(i int) (date, bool) {
	c := w.raw[w.list[i].start]
	if text.IsDigit(c) {
		if w.isPlainNumber(i) {
			return date{}, false
		}
		for _, read := range [...]func(int) (date, bool){w.numericDate, w.dayFirst, w.quarter, w.year, w.restOfYears} {
			if d, ok := read(i); ok {
				return d, true
			}
		}
		return date{}, false
	}
	for _, read := range [...]func(int) (date, bool){w.feast, w.monthFirst, w.quarter, w.weekday, w.decade} {
		if d, ok := read(i); ok {
			return d, true
		}
	}
	return date{}, false
}

// isPlainNumber reports whether word i is one or two digits between blanks, and no month
// follows: no form of a date begins so, and most numbers of a table are such.
func (w *words) isPlainNumber(i int) bool {
	const longestDay = 2
	if letters := w.word(i); len(letters) > longestDay || !text.IsDigits(string(letters)) || w.between(i) != " " || i+1 == len(w.list) {
		return false
	}
	return w.between(i+1) == " " && !w.is(i+1, namesMonth) && string(w.word(i+1)) != "of"
}

// number returns the value of a word of digits, or of an ordinal in digits, else -1.
func (w *words) number(i int) int {
	if i >= len(w.list) {
		return -1
	}
	const most = 4 // digits
	letters := w.word(i)
	n, length := 0, 0
	for length < len(letters) && length <= most && text.IsDigit(letters[length]) {
		n = 10*n + int(letters[length]-'0')
		length++
	}
	switch ending := letters[length:]; {
	case length == 0 || length > most:
		return -1
	case len(ending) == 0 || length < 3 && isOrdinalEnding(ending):
		return n
	}
	return -1
}

func isOrdinalEnding(letters []byte) bool {
	switch string(letters) {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// month returns the month that word i names, 0 if none. A name that is an ordinary word
// as well has to have a capital, and one that is shortened a number beside it.
func (w *words) month(i int) int {
	if i < 0 || i >= len(w.list) || !w.is(i, namesMonth) {
		return 0
	}
	word := string(w.word(i))
	m := monthNames[word]
	if m == 0 || !isCapital(w.rawWord(i)) && (word == "may" || word == "march" || len(word) <= 4) {
		return 0
	}
	return m
}

// yearAt returns the year that word i is, 0 if it is none.
func (w *words) yearAt(i int) int {
	if i >= len(w.list) || w.list[i].end-w.list[i].start != 4 {
		return 0
	}
	n := w.number(i)
	if n < 1000 || n > 2199 {
		return 0
	}
	return n
}

// dayFirst reads "3 March 2021", "3rd of March".
func (w *words) dayFirst(i int) (date, bool) {
	day := w.number(i)
	if day < 1 || day > 31 {
		return date{}, false
	}
	next := i + 1
	if next < len(w.list) && string(w.word(next)) == "of" {
		next++
	}
	month := w.month(next)
	if month == 0 || strings.ContainsAny(w.between(next), ".;:(\n") {
		return date{}, false
	}
	d := date{from: i, to: next + 1, month: month, day: day}
	d.withYear(w)
	return d, true
}

// withYear adds a year that follows.
func (d *date) withYear(w *words) {
	next := d.to
	if next < len(w.list) && string(w.word(next)) == "of" {
		next++
	}
	if year := w.yearAt(next); year != 0 && w.list[next].marks&opens == 0 && isBeforeYear(strings.TrimSpace(w.between(next))) {
		d.year, d.to = year, next+1
	}
}

// isBeforeYear reports whether a mark may be between a day, a month or a quarter and its year.
func isBeforeYear(mark string) bool { return len(mark) <= 1 && mark != ";" && mark != ":" }

// monthFirst reads "March 3, 2021", "March 2021", "March".
func (w *words) monthFirst(i int) (date, bool) {
	month := w.month(i)
	if month == 0 {
		return date{}, false
	}
	d := date{from: i, to: i + 1, month: month}
	if day := w.number(i + 1); day >= 1 && day <= 31 && w.list[i+1].end-w.list[i+1].start <= 4 && !strings.ContainsAny(w.between(i+1), ";:(\n,") {
		d.day, d.to = day, i+2
	}
	d.withYear(w)
	if word := w.word(i); d.to == i+1 && (len(word) <= 4 && string(word) != "june" && string(word) != "july" && string(word) != "may" || w.list[i].marks&opens != 0) {
		return date{}, false
	}
	return d, true
}

// feasts are days that have a name, with their month and day.
var feasts = map[string][2]int{
	"new years day": {1, 1}, "epiphany": {1, 6}, "valentines day": {2, 14}, "st patricks day": {3, 17}, "may day": {5, 1}, "bastille day": {7, 14},
	"halloween": {10, 31}, "all saints day": {11, 1}, "christmas eve": {12, 24}, "christmas day": {12, 25}, "boxing day": {12, 26}, "new years eve": {12, 31},
}

// feast reads "Christmas Eve 1987". Without a year it is a custom rather than a date.
func (w *words) feast(i int) (date, bool) {
	if !feastsBegin[string(w.word(i))] {
		return date{}, false
	}
	for n := 1; n <= 3 && i+n < len(w.list); n++ {
		if day, ok := feasts[phrase(w, i, i+n)]; ok {
			d := date{from: i, to: i + n, month: day[0], day: day[1]}
			d.withYear(w)
			return d, d.year != 0
		}
	}
	return date{}, false
}

var feastsBegin = setOf("new epiphany valentines st may bastille halloween all christmas boxing")

// decadeWords and centuryWords make a decade in words.
var (
	decadeWords  = map[string]int{"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}
	centuryWords = map[string]int{"sixteen": 1600, "seventeen": 1700, "eighteen": 1800, "nineteen": 1900}
)

// decade reads "nineteen-eighties" and "the eighties", which are those of the last century.
func (w *words) decade(i int) (date, bool) {
	d := date{from: i, to: i + 1}
	if century := centuryWords[string(w.word(i))]; century != 0 && i+1 < len(w.list) && decadeWords[string(w.word(i+1))] != 0 {
		d.year, d.to = century+decadeWords[string(w.word(i+1))], i+2
	} else if decade := decadeWords[string(w.word(i))]; decade != 0 && i > 0 && string(w.word(i-1)) == "the" {
		d.year = 1900 + decade
	}
	d.last = d.year + 9
	return d, d.year != 0
}

// restOfYears reads what follows a year in "1987–89", and "80s" after an apostrophe.
func (w *words) restOfYears(i int) (date, bool) {
	d := date{from: i, to: i + 1}
	word, gap := string(w.word(i)), w.between(i)
	if digits, ok := strings.CutSuffix(word, "0s"); ok && len(digits) == 1 && text.IsDigits(digits) && (strings.HasSuffix(gap, "'") || strings.HasSuffix(gap, "’")) {
		d.year = 1900 + 10*int(digits[0]-'0')
		d.last = d.year + 9
		return d, true
	}
	if i == 0 || len(word) != 2 || gap != "/" && gap != "-" && gap != "–" {
		return d, false
	}
	first := w.yearAt(i - 1)
	d.year = first/100*100 + w.number(i)
	return d, first != 0 && d.year > first && w.isYear(i-1)
}

// numericDate reads "20210303", "2021-03-03", "3/3/2021", "3.3.2021".
func (w *words) numericDate(i int) (date, bool) {
	if d, ok := w.compactDate(i); ok {
		return d, true
	}
	if i+2 >= len(w.list) {
		return date{}, false
	}
	separator := w.between(i + 1)
	if separator != w.between(i+2) || separator != "-" && separator != "/" && separator != "." {
		return date{}, false
	}
	a, b, c := w.number(i), w.number(i+1), w.number(i+2)
	d := date{from: i, to: i + 3}
	switch {
	case w.yearAt(i) != 0 && b >= 1 && b <= 12 && c >= 1 && c <= 31:
		d.year, d.month, d.day = a, b, c
	case w.yearAt(i+2) != 0 && a >= 1 && b >= 1 && a <= 31 && b <= 31 && (a <= 12 || b <= 12):
		d.year, d.day, d.month = c, a, b
		if d.month > 12 {
			d.day, d.month = b, a
		}
		d.swapped = a <= 12 && b <= 12
	default:
		return date{}, false
	}
	return d, true
}

// compactDate reads "20210303".
func (w *words) compactDate(i int) (date, bool) {
	digits := w.rawWord(i)
	if len(digits) != len("20210303") || !text.IsDigits(digits) {
		return date{}, false
	}
	n, _ := strconv.Atoi(digits)
	d := date{from: i, to: i + 1, year: n / 10000, month: n / 100 % 100, day: n % 100}
	return d, d.year >= 1900 && d.year < 2100 && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= 31
}

// year reads a year, a decade or a range of years.
func (w *words) year(i int) (date, bool) {
	word := string(w.word(i))
	if digits, ok := strings.CutSuffix(word, "s"); ok && len(digits) == 4 && text.IsDigits(digits) && digits[3] == '0' {
		first, _ := strconv.Atoi(digits)
		if first >= 1000 && first < 2200 {
			return date{from: i, to: i + 1, year: first, last: first + 9}, true
		}
	}
	year := w.yearAt(i)
	if year == 0 || !w.isYear(i) {
		return date{}, false
	}
	return date{from: i, to: i + 1, year: year}, true
}

// isYear reports whether four digits are a year rather than a number: they have no unit,
// no sign and no decimals, and are in the range of years that texts name.
func (w *words) isYear(i int) bool {
	year := w.yearAt(i)
	if year < 1400 || year > 2100 {
		return false
	}
	before := w.between(i)
	if i > 0 && (moneySign(before) != "" || strings.HasSuffix(before, ",") && text.IsDigit(w.raw[w.list[i-1].end-1]) || before == "." || before == ":" || before == "-" && isCapital(w.rawWord(i-1))) {
		return false
	}
	after := w.between(i + 1)
	if len(after) == 1 && (after[0] == '.' || after[0] == ',' || after[0] == ':') && i+1 < len(w.list) && text.IsDigit(w.raw[w.list[i+1].start]) {
		return false
	}
	if i+1 >= len(w.list) || !w.is(i+1, measures) || !isNear(after) {
		return true
	}
	next := w.word(i + 1)
	_, measured := units[string(next)]
	return !measured && scales[string(next)] == 0 && currencies[string(next)] == ""
}

// quarter reads "Q3", "3Q 2020", "third quarter of 2020".
func (w *words) quarter(i int) (date, bool) {
	d := date{from: i, to: i + 1}
	if !w.is(i, beginsDate) && bytes.IndexByte(w.word(i), 'q') < 0 {
		return d, false
	}
	word := string(w.word(i))
	switch {
	case (len(word) == 2 || len(word) == 4) && (word[0] == 'q' && word[1] >= '1' && word[1] <= '4' || word[1] == 'q' && word[0] >= '1' && word[0] <= '4'):
		d.quarter = int(word[0]-'0') % ('q' - '0')
		if word[0] == 'q' {
			d.quarter = int(word[1] - '0')
		}
		if len(word) == 4 {
			short, err := strconv.Atoi(word[2:])
			if err != nil {
				return d, false
			}
			d.year = 2000 + short
		}
	case ordinals[word] != 0 && i+1 < len(w.list) && string(w.word(i+1)) == "quarter":
		d.quarter, d.to = ordinals[word], i+2
	case ordinals[word] != 0 && i+2 < len(w.list) && string(w.word(i+2)) == "quarter" && (string(w.word(i+1)) == "fiscal" || string(w.word(i+1)) == "calendar"):
		d.quarter, d.to = ordinals[word], i+3
	default:
		return d, false
	}
	d.withYear(w)
	return d, true
}

// weekday reads the name of a day of the week.
func (w *words) weekday(i int) (date, bool) {
	word := string(w.word(i))
	day := weekdayNames[word]
	if day == 0 || len(word) <= 5 && word != "mon" && word != "fri" || len(word) == 3 && !isCapital(w.rawWord(i)) {
		return date{}, false
	}
	return date{from: i, to: i + 1, weekday: day}, true
}

// isCoveredBy reports whether a date of the text states all that a date of the fact does:
// what the text's lacks has to be among the years that the text names.
func (d *date) isCoveredBy(of *date, years map[int]bool) bool {
	same := func(stated, said int) bool { return stated == 0 || stated == said }
	if !same(d.quarter, of.quarter) || !same(d.weekday, of.weekday) {
		return false
	}
	if !(same(d.month, of.month) && same(d.day, of.day)) && !(of.swapped && same(d.month, of.day) && same(d.day, of.month)) {
		return false
	}
	if d.year == 0 || d.year == of.year || of.last != 0 && d.year >= of.year && d.year <= of.last {
		return true
	}
	if d.last != 0 && of.year >= d.year && of.year <= d.last {
		return true
	}
	return of.year == 0 && d.month != 0 && years[d.year]
}

// shared returns how many of the parts that d states another date has as well.
func (d *date) shared(of *date) int {
	n := 0
	for _, part := range [...][2]int{{d.year, of.year}, {d.month, of.month}, {d.day, of.day}, {d.quarter, of.quarter}, {d.weekday, of.weekday}} {
		if part[0] != 0 && part[0] == part[1] {
			n++
		}
	}
	return n
}
