package validate

import (
	"math/rand/v2"
	"testing"
	"time"
)

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

func TestTimestampsAreReadAsTimeReadsThem(t *testing.T) {
	layouts := []string{time.DateOnly, "2006-01-02T15:04:05"}
	read := 0
	try := func(s string) {
		got, ok := readTimestamp(s)
		if !ok {
			return
		}
		read++
		for _, layout := range layouts {
			if want, err := time.Parse(layout, s); err == nil {
				if !got.Equal(want) {
					t.Errorf("%q is read as %v, want %v", s, got, want)
				}
				return
			}
		}
		t.Errorf("%q is read as %v, and time.Parse refuses it", s, got)
	}
	for _, s := range []string{
		"2024-02-29", "2023-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-3-12", "0000-01-01", "2025-03-12 ", "2025-03-12T",
		"2025-03-12T24:00:00", "2025-03-12T23:59:60", "2025-03-12T09:30", "2025-03-12T09:30:00", "2025-03-12T09:30:00.", "2025-03-12T09:30:00.25",
		"2025-03-12T09:30:00.123456789", "2025-03-12T09:30:00.1234567891", "2025-03-12T09:30:00Z", "2025-03-12T09:30:00+01:00",
	} {
		try(s)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		s := []byte("2025-03-12T09:30:00.250")[:10+random.IntN(14)]
		for range random.IntN(3) {
			s[random.IntN(len(s))] = "0123456789-:T. +Z"[random.IntN(17)]
		}
		try(string(s))
	}
	if read < 1000 {
		t.Errorf("only %d of the timestamps were read", read)
	}
}
