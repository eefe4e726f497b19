package validate

import (
	"strings"
	"time"
)

// parseDate reads the forms in which sources state dates. A month or a year
// stands for its first day. Timestamps without a zone are UTC.
func parseDate(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	for _, layout := range [...]string{
		time.DateOnly, "2006-01-02T15:04:05.999999999", time.RFC3339Nano, "2006-01-02 15:04:05.999999999", "2006-01-02 15:04:05.999999999Z07:00",
		"2006-01-02T15:04Z07:00", "2006-01-02T15:04", "2006-01-02 15:04", "20060102",
		"Jan 2, 2006", "January 2, 2006", "2 Jan 2006", "2 January 2006", "Jan 2 2006", "January 2 2006", "2 Jan, 2006", "2 January, 2006",
		"Jan 2006", "January 2006", "Jan, 2006", "January, 2006", "2006-01", "2006", "2006/01/02", "02.01.2006", "01/02/2006",
		"Mon, 02 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 02 Jan 2006 15:04:05 -0700", "Monday, January 2, 2006", "Mon, Jan 2, 2006",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// isRelativeDate tells whether a date counts from the day on which it was
// written.
func isRelativeDate(s string) bool {
	folded := fold(s)
	switch folded {
	case "yesterday", "today", "just now", "now", "last week", "last month", "last year", "this week", "this month", "this year":
		return true
	}
	return strings.HasSuffix(folded, " ago") || strings.HasSuffix(folded, " ago.")
}
