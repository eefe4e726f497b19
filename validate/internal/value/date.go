// Package value reads single values that facts and entries state: dates, ISBNs, DOIs, arXiv
// IDs, addresses. It knows whether one is well formed, and nothing of what it is a value of.
package value

import (
	"strings"
	"time"

	"github.com/factcite/factcite/internal/fold"
)

// Date is a date as a source states it.
type Date struct {
	Kind DateKind
	Day  time.Time // of an absolute date; of a month or a year it is the first
}

// DateKind is what is to be said of a date.
type DateKind int

const (
	noDate DateKind = iota
	AbsoluteDate
	RelativeDate // it counts from the day on which it was written
	UnreadableDate
)

// ReadDate reads the forms in which sources state dates. Timestamps without a
// zone are UTC.
func ReadDate(s string) Date {
	s = strings.TrimSpace(s)
	if s == "" {
		return Date{}
	}
	if isRelativeDate(s) {
		return Date{Kind: RelativeDate}
	}
	if isTimeWithoutZone(s) {
		s += "Z"
	}
	for _, layout := range dateLayouts(s) {
		if t, err := time.Parse(layout, s); err == nil {
			return Date{Kind: AbsoluteDate, Day: t}
		}
	}
	return Date{Kind: UnreadableDate}
}

// isTimeWithoutZone reports whether a date goes on with a time of the form of RFC 3339 that
// lacks its zone.
func isTimeWithoutZone(s string) bool {
	return len(s) > len(time.DateOnly) && s[4] == '-' && s[10] == 'T' && '0' <= s[0] && s[0] <= '9' && !strings.ContainsAny(s[11:], "Z+-")
}

// dateLayouts returns the layouts that a date of the shape of s may have.
func dateLayouts(s string) []string {
	isDigit := func(i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }
	switch {
	case !isDigit(0):
		return layoutsOfWords
	case len(s) == len(time.DateOnly) && s[4] == '-':
		return layoutsOfDays
	case len(s) > len(time.DateOnly) && s[4] == '-' && s[10] == 'T':
		return layoutsOfZones
	case len(s) > len(time.DateOnly) && s[4] == '-':
		return layoutsOfSpacedTimes
	}
	return layoutsOfNumbers
}

var (
	layoutsOfWords = []string{
		"Jan 2, 2006", "January 2, 2006", "Jan 2006", "January 2006", "Jan 2 2006", "January 2 2006", "Jan, 2006", "January, 2006", "Jan. 2, 2006", "Jan. 2006",
		time.RFC1123, time.RFC1123Z, "Mon, 2 Jan 2006 15:04:05 MST", "Monday, January 2, 2006", "Mon, Jan 2, 2006", "Monday, 2 January 2006", "Mon, 2 Jan 2006",
	}
	layoutsOfDays        = []string{time.DateOnly}
	layoutsOfZones       = []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700"}
	layoutsOfSpacedTimes = []string{"2006-01-02 15:04:05", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04"}
	layoutsOfNumbers     = []string{
		"2 Jan 2006", "2 January 2006", "2006", "2006-01", "2 Jan, 2006", "2 January, 2006", "2-Jan-2006", "20060102", "2006/01/02", "2006/1/2", "2.1.2006", "1/2/2006", "2/1/2006", "2006 Jan 2", "2006 January 2",
	}
)

// isRelativeDate reports whether a date counts from the day on which it was
// written.
func isRelativeDate(s string) bool {
	if '0' <= s[0] && s[0] <= '9' && !strings.HasSuffix(s, "o") && !strings.HasSuffix(s, "O") && !strings.HasSuffix(s, ".") {
		return false
	}
	folded := strings.TrimSuffix(fold.Plain(s), ".")
	switch folded {
	case "yesterday", "today", "just now", "now", "last week", "last month", "last year", "this week", "this month", "this year":
		return true
	}
	return strings.HasSuffix(folded, " ago")
}
