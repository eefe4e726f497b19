package value

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestReadDate(t *testing.T) {
	want := map[string]string{"": "none", " ": "none"}
	for _, text := range []string{
		"2026-03-12", "20260312", "2026/03/12", "2026/3/12", "12.3.2026", "3/12/2026", "2026 Mar 12", "2026 March 12", "12-Mar-2026",
		"12 Mar 2026", "12 March 2026", "12 Mar, 2026", "12 March, 2026",
		"Mar 12, 2026", "March 12, 2026", "Mar 12 2026", "March 12 2026", "Mar. 12, 2026",
		"Thu, 12 Mar 2026", "Thursday, 12 March 2026", "Thu, Mar 12, 2026", "Thursday, March 12, 2026", " 2026-03-12\n",
	} {
		want[text] = "2026-03-12T00:00:00Z"
	}
	for _, text := range []string{"Mar 2026", "March 2026", "Mar, 2026", "March, 2026", "Mar. 2026", "2026-03"} {
		want[text] = "2026-03-01T00:00:00Z"
	}
	want["2026"] = "2026-01-01T00:00:00Z"
	want["13/2/2026"] = "2026-02-13T00:00:00Z"
	for _, text := range []string{
		"2026-03-12T08:30:15", "2026-03-12T08:30:15.123456", "2026-03-12T08:30:15Z", "2026-03-12T10:30:15.5+02:00", "2026-03-12T10:30:15+0200",
		"2026-03-12 08:30:15", "2026-03-12 08:30:15Z", "2026-03-12 10:30:15+02:00", "Thu, 12 Mar 2026 08:30:15 UTC", "Thu, 12 Mar 2026 08:30:15 GMT", "Thu, 12 Mar 2026 10:30:15 +0200",
	} {
		want[text] = "2026-03-12T08:30:15Z"
	}
	for _, text := range []string{"2026-03-12T08:30", "2026-03-12T08:30Z", "2026-03-12 08:30"} {
		want[text] = "2026-03-12T08:30:00Z"
	}
	for _, text := range []string{
		"4 days ago", "4 Days Ago.", "4 DAYS AGO", "four days ago", "yesterday", "Today", "just now", "now",
		"last week", "last month", "last year", "this week", "this month", "this year", "This  Year.",
	} {
		want[text] = "relative"
	}
	for _, text := range []string{"soon", "2026-13-45", "2026-02-29", "31 Febtember", "2026-03-12T25:00:00", "2026-03-12T", "2026-03-12x", "4 days ago, or so", "next week"} {
		want[text] = "unreadable"
	}
	got := map[string]string{}
	for text := range want {
		d := ReadDate(text)
		got[text] = map[DateKind]string{noDate: "none", RelativeDate: "relative", UnreadableDate: "unreadable", AbsoluteDate: d.Day.UTC().Format(time.RFC3339)}[d.Kind]
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// FuzzTimeWithoutZone holds that a time without a zone is read as one of UTC.
func FuzzTimeWithoutZone(f *testing.F) {
	for _, text := range []string{"2026-03-12T08:30:15", "2026-03-12T08:30:15.123456", "2026-03-12T8:30", "2026-03-12T08:30:15,5", "2026-03-12T", "2026-03-12T08:30:15z"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if text != strings.TrimSpace(text) || !isTimeWithoutZone(text) {
			t.Skip()
		}
		want := Date{Kind: UnreadableDate}
		for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04"} {
			if day, err := time.Parse(layout, text); err == nil {
				want = Date{Kind: AbsoluteDate, Day: day}
				break
			}
		}
		if got := ReadDate(text); got.Kind != RelativeDate && got != want {
			t.Errorf("%q is read as %v, want %v", text, got, want)
		}
	})
}

func TestMalformedURL(t *testing.T) {
	want := map[string]string{
		"https://carts.example.org/a?b=c#d": "", "http://carts.example.org": "", "https://carts.example.org:8080/a": "", "ftp://carts.example.org/a": "",
		"https://127.0.0.1/a": "", "https://[::1]/a": "", "http://localhost/a": "", "https://münchen.example/ü": "", "www.carts": "", "WWW.carts": "",
		"carts.example.org/a": "", "mailto:roe@carts.example.org": "", "doi:10.99999/a": "",
		"carts":                      "has no scheme",
		"carts/a.html":               "has no scheme",
		"https://carts":              "names no host",
		"https:///a":                 "names no host",
		"http://.":                   "names no host",
		"ftp://carts":                "names no host",
		"javascript:alert(1)":        "runs a script",
		"data:text/html,a":           "runs a script",
		"vbscript:a":                 "runs a script",
		"https://a.example/%zz":      "is no URL",
		"https://a.example:port/":    "is no URL",
		"https://a.example/a b":      "holds ' '",
		"https://a.example/a\u00a0b": `holds '\u00a0'`,
		"https://a.example/\u0085":   `holds '\u0085'`,
		"https://a.example/\x7f":     `holds '\x7f'`,
		"https://a.example/\n":       `holds '\n'`,
	}
	for _, c := range "<>\"{}|\\^`" {
		want["https://a.example/"+string(c)] = "holds " + quotedRune(c)
	}
	got := map[string]string{}
	for address := range want {
		got[address] = MalformedURL(address)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func quotedRune(r rune) string {
	if r == '\\' {
		return `'\\'`
	}
	return "'" + string(r) + "'"
}

func TestIsDOI(t *testing.T) {
	for text, want := range map[string]bool{
		"10.1038/s41586-023-06221-2": true, "10.1000.10/123": true, "10.1/(a)<b>;c": true, "10.1/é": true, "doi:10.1/a": true, "DOI:10.1/a": true,
		"https://doi.org/10.1/a": true, "http://doi.org/10.1/a": true, "https://dx.doi.org/10.1/a": true, "http://dx.doi.org/10.1/a": true,
		"10.1": false, "10.1/": false, "10./a": false, "10.1./a": false, "10.a/b": false, "11.1/a": false, "10.1/a b": false, "10.1/a\x00": false, "": false,
	} {
		if got := IsDOI(text); got != want {
			t.Errorf("isDOI(%q) = %t", text, got)
		}
	}
}

func TestIsISBN(t *testing.T) {
	for text, want := range map[string]bool{
		"978-3-16-148410-0": true, "9783161484100": true, "978‐3‑16–148410 0": true, "3-16-148410-X": true, "316148410x": true, "0-306-40615-2": true,
		"978-3-16-148410-1": false, "0-306-40615-3": false, "316148410": false, "97831614841000": false, "X-306-40615-2": false, "978316148X100": false, "9783161484100a": false, "": false,
		"978030640615X": false,
	} {
		if got := IsISBN(text); got != want {
			t.Errorf("isISBN(%q) = %t", text, got)
		}
	}
}

func TestStatedISBNs(t *testing.T) {
	tests := []struct {
		value string
		want  []string
	}{
		{"978-3-16-148410-0", []string{"978-3-16-148410-0"}},
		{"978-3-16-148410-0 978-0-306-40615-7", []string{"978-3-16-148410-0", "978-0-306-40615-7"}},
		{"978 3 16 148410 0 978 0 306 40615 7", []string{"978 3 16 148410 0", "978 0 306 40615 7"}},
		{"0-306-40615-2; 978-0-306-40615-7, ", []string{"0-306-40615-2", "978-0-306-40615-7"}},
		{"978-3-16-148410-0 978-0-306-40615-8", []string{"978-3-16-148410-0", "978-0-306-40615-8"}},
		{"978-3-16-148410-1", []string{"978-3-16-148410-1"}},
		{"978-3-16-148410-0 and 3-16-148410-X", []string{"978-3-16-148410-0", "3-16-148410-X"}},
		{"978-3-16-148410-0/3 16 148410 x und 3-16-148410-1", []string{"978-3-16-148410-0", "3 16 148410 x", "3-16-148410-1"}},
		{"978-3-16-148410-1 pbk", []string{"978-3-16-148410-1 pbk"}},
		{"978-3-16-148410-0 (print)", []string{"978-3-16-148410-0"}},
		{"", nil},
	}
	for _, test := range tests {
		if got := StatedISBNs(test.value); !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q", test.value, got, test.want)
		}
	}
}

func TestISSN(t *testing.T) {
	for issn, want := range map[string]bool{"0378-5955": true, "2434-561X": true, "2434561x": true, "0378-5956": false, "037-5955": false, "abcd-5955": false, "1234-567": false} {
		if IsISSN(issn) != want {
			t.Errorf("%q: %t, want %t", issn, !want, want)
		}
	}
}
