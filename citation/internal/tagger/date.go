package tagger

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/citation/internal/formatted"
	"github.com/factcite/factcite/citation/internal/lexicon"
	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// date reads the first date in a run, or the first year.
func (d *reader) date(r run) {
	from, next := d.tokens(r)
	if d.isVisit(from, next) {
		formatted.ReadRemarks(d.Text, from, next, &d.work)
		return
	}
	for i := d.dateStart(from); i < next; i++ {
		if date, after, ok := d.DateAt(i); ok && (date.Month != 0 || i+1 == next || !slices.ContainsFunc(d.Tokens[i+1:next], isMonth)) {
			d.lastDay(after, next, &date)
			d.secondYear(&date)
			d.StateDate(&d.work, date)
			return
		}
	}
	for i := r.from; i < r.next; i++ {
		if t := d.line.Tokens[i]; t.shape == year {
			date := phrase.Date{Year: ref.Span{t.Start, t.End}}
			d.monthAfter(from, next, &date)
			d.secondYear(&date)
			d.StateDate(&d.work, date)
			return
		}
	}
	if d.line.isShortYear(r.from) {
		d.work.DeriveYear(d.line.lower(r.from + 1))
	}
}

// dateStart is where the date at token i begins, whose year alone is there: "14 March 2008".
func (d *reader) dateStart(i int) (start int) {
	for start = max(i-longestDay, 0); start < i; start++ {
		if date, _, ok := d.DateAt(start); ok && date.Month != 0 && date.Year[0] == d.At(i).Start {
			return start
		}
	}
	return i
}

// longestDay is how many tokens there may be before a year: "March 14,".
const longestDay = 4

// longestVisit is how many tokens there may be from "accessed" to the day.
const longestVisit = 7

// isVisit reports whether the date in tokens from to next is that of a visit: "Retrieved
// March 3, 2015".
func (d *reader) isVisit(from, next int) bool {
	for i := max(from-longestVisit, 0); i < next; i++ {
		switch t := d.At(i); {
		case formatted.SaysVisit(t):
			return true
		case i >= from && phrase.IsYear(t):
			return false
		}
	}
	return false
}

// lastDay takes the last of several days, which is after the dash at token i: "May 12-14".
func (d *reader) lastDay(i, next int, date *phrase.Date) {
	if i+1 < next && date.Day != (ref.Span{}) && phrase.IsDash(d.At(i)) && phrase.IsDay(d.At(i+1)) && date.Day[1] == d.At(i).Start {
		date.Day[1] = phrase.DaySpan(d.At(i + 1))[1]
	}
}

// secondYear takes the year after with the one before it: "1979/80".
func (d *reader) secondYear(date *phrase.Date) {
	after, found := strings.CutPrefix(d.Content[date.Year[1]:], "/")
	year, err := strconv.Atoi(d.Slice(date.Year))
	if !found || err != nil {
		return
	}
	after, found = strings.CutPrefix(after, fmt.Sprintf("%02d", (year+1)%100))
	if found && (after == "" || !text.IsDigit(after[0])) {
		date.Year[1] += len("/80")
	}
}

// monthAfter reads the month and the day after a year: "2018, May 21".
func (d *reader) monthAfter(from, next int, date *phrase.Date) {
	for i := from; i < next; i++ {
		if !phrase.IsMonth(d.At(i)) {
			continue
		}
		date.Month, date.MonthSpan = lexicon.Months[d.At(i).Lower], d.Span(i, i+1)
		if phrase.IsDay(d.At(i + 1)) {
			date.Day = phrase.DaySpan(d.At(i + 1))
			d.lastDay(i+2, next, date)
		}
		return
	}
}

func isMonth(t phrase.Token) bool { return phrase.IsMonth(&t) }

// wholeDates gives a date the day of its month that is taken for the title or for a volume: "2021
// March 5 Council votes", "Aug. 13:1–13".
func (l *Line) wholeDates(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		date, rest := &runs[i-1], &runs[i]
		if date.label != Year && date.label != YearFront {
			continue
		}
		day := rest.from
		switch {
		case rest.label == Volume && l.endsInMonth(*date):
		case rest.label == Title && l.isMonthWord(day) && l.at(date.next-1).shape == year:
			day++
		default:
			continue
		}
		if !l.isDayNumber(day) {
			continue
		}
		date.next, rest.from = day+1, day+1
		if rest.label == Volume {
			date.next = rest.next
			runs = slices.Delete(runs, i, i+1)
		}
	}
	return runs
}

// heldYears gives the name of a meeting the year that ends it, if the line has the same year in
// another place: "Proc. CART 2012, 3–9", "CART, Cork, 6-8 May, 2012, 2012".
func (l *Line) heldYears(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		meeting, r := &runs[i-1], &runs[i]
		if meeting.label != Container || r.label != Year && r.label != Volume || l.at(r.from).shape != year || !l.repeatsYear(r.from) || !phrase.IsProceedings(l.Text[l.at(meeting.from).Start:l.at(meeting.next-1).End]) {
			continue
		}
		if last := l.at(meeting.next - 1); last.kind == mark && !(last.shape == comma && l.endsInDay(meeting.next-1)) {
			continue
		}
		meeting.next, r.from = r.from+1, r.from+1
		if r.from == r.next || l.isWordless(r) {
			meeting.next = r.next
			runs = slices.Delete(runs, i, i+1)
		}
	}
	return runs
}

// repeatsYear reports whether the year at i is in a date of the line as well.
func (l *Line) repeatsYear(i int) bool {
	for at, t := range l.Tokens {
		if at != i && t.shape == year && t.lower == l.lower(i) && (l.Labels[at] == Year || l.Labels[at] == YearFront) {
			return true
		}
	}
	return false
}

// endsInDay reports whether the tokens before i are the days of a month: "May 6-8", "6 May".
func (l *Line) endsInDay(i int) bool {
	for at := i - 1; at > i-5 && at > 0; at-- {
		if l.isMonthWord(at) {
			return true
		}
	}
	return false
}

// inPress gives what says that a work is to come the word that is taken for the end of the
// container: "Carts In press".
func (l *Line) inPress(runs []run) []run {
	for i := 1; i < len(runs); i++ {
		container, date := &runs[i-1], &runs[i]
		if in := container.next - 1; container.label == Container && date.label == Year && in > container.from && l.lower(in) == "in" && l.lower(date.from) == "press" {
			container.next, date.from = in, in
		}
	}
	return runs
}

// endsInMonth reports whether a run ends in a month, without its day.
func (l *Line) endsInMonth(r run) bool {
	last := r.next - 1
	for last > r.from && l.at(last).kind == mark {
		last--
	}
	return l.isMonthWord(last)
}

func (l *Line) isMonthWord(i int) bool {
	return l.at(i).kind == word && l.at(i).shape != small && lexicon.Months[l.lower(i)] > 0
}

func (l *Line) isDayNumber(i int) bool {
	day, err := strconv.Atoi(l.lower(i))
	return err == nil && day > 0 && day <= 31
}
