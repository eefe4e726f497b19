package validate

import "testing"

func TestReadDate(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2026-03-12", "2026-03-12T00:00:00Z"},
		{"2026-03-12T08:30:15", "2026-03-12T08:30:15Z"},
		{"2026-03-12T08:30:15.123456", "2026-03-12T08:30:15Z"},
		{"2026-03-12T08:30:15Z", "2026-03-12T08:30:15Z"},
		{"2026-03-12T08:30:15.5+02:00", "2026-03-12T06:30:15Z"},
		{"2026-03-12 08:30:15", "2026-03-12T08:30:15Z"},
		{"Mar 12, 2026", "2026-03-12T00:00:00Z"},
		{"March 12, 2026", "2026-03-12T00:00:00Z"},
		{"12 Mar 2026", "2026-03-12T00:00:00Z"},
		{"Mar 2026", "2026-03-01T00:00:00Z"},
		{"2026", "2026-01-01T00:00:00Z"},
		{"2026-03", "2026-03-01T00:00:00Z"},
		{"Thu, 12 Mar 2026 08:30:15 GMT", "2026-03-12T08:30:15Z"},
		{"4 days ago", "relative"},
		{"4 Days Ago.", "relative"},
		{"yesterday", "relative"},
		{"", "none"},
		{" ", "none"},
		{"soon", "unreadable"},
		{"2026-13-45", "unreadable"},
		{"31 Febtember", "unreadable"},
	} {
		d := readDate(c.text)
		got := map[dateKind]string{noDate: "none", relativeDate: "relative", unreadableDate: "unreadable", absoluteDate: d.day.UTC().Format("2006-01-02T15:04:05Z07:00")}[d.kind]
		if got != c.want {
			t.Errorf("readDate(%q) = %s, want %s", c.text, got, c.want)
		}
	}
}
