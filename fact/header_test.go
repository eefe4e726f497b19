package fact

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestParseHeader(t *testing.T) {
	for _, test := range []struct {
		line string
		want Source
		n    int
	}{
		{"Keeping carts quiet carts.example.com 1 fact", Source{Title: "Keeping carts quiet", Domain: "carts.example.com"}, 1},
		{"Keeping carts quiet carts.example.com Mar 12, 2026 12 facts", Source{Title: "Keeping carts quiet", Domain: "carts.example.com", PublishedDate: "Mar 12, 2026"}, 12},
		{"Keeping carts quiet carts.example.com Carts Weekly 4 days ago 2 facts", Source{Title: "Keeping carts quiet", Domain: "carts.example.com", AuthorOrg: "Carts Weekly", PublishedDate: "4 days ago"}, 2},
		{"Unknown source 3 facts", Source{}, 3},
		{"Unknown source of noise carts.example.com 3 facts", Source{Title: "Unknown source of noise", Domain: "carts.example.com"}, 3},
		{"carts.example.com 1 fact", Source{Domain: "carts.example.com"}, 1},
		{"https://carts.example.com/a/b carts.example.com 1 fact", Source{Title: "https://carts.example.com/a/b", Domain: "carts.example.com"}, 1},
		{"The manual.pdf of carts library.example.org manual.pdf 2 facts", Source{Title: "The manual.pdf of carts", Domain: "library.example.org", AuthorOrg: "manual.pdf"}, 2},
		{"Carts example.org example.org 2 facts", Source{Title: "Carts", Domain: "example.org", AuthorOrg: "example.org"}, 2},
		{"From example.org to wheels.example.com yesterday 2 facts", Source{Title: "From example.org to", Domain: "wheels.example.com", PublishedDate: "yesterday"}, 2},
		{"Felt a.example.org Ana Roe · Example Preprints 2026-03-12 2 facts", Source{Title: "Felt", Domain: "a.example.org", AuthorPerson: "Ana Roe", AuthorOrg: "Example Preprints", PublishedDate: "2026-03-12"}, 2},
		{"Felt a.example.org Ana Roe, Bo van der Lim 12 Mar 2026 2 facts", Source{Title: "Felt", Domain: "a.example.org", AuthorPerson: "Ana Roe, Bo van der Lim", PublishedDate: "12 Mar 2026"}, 2},
		{"Felt a.example.org Ana Roe March 12, 2026 2 facts", Source{Title: "Felt", Domain: "a.example.org", AuthorOrg: "Ana Roe", PublishedDate: "March 12, 2026"}, 2},
		{"Felt a.example.org Wheels, Felt and Oil Mar 2026 2 facts", Source{Title: "Felt", Domain: "a.example.org", AuthorOrg: "Wheels, Felt and Oil", PublishedDate: "Mar 2026"}, 2},
		{"Felt a.example.org Library Times, Cart Press 2 facts", Source{Title: "Felt", Domain: "a.example.org", AuthorOrg: "Library Times, Cart Press"}, 2},
		{"Felt a.example.org Carts Today 2 facts", Source{Title: "Felt", Domain: "a.example.org", AuthorOrg: "Carts Today"}, 2},
		{"Felt a.example.org 2024 2 facts", Source{Title: "Felt", Domain: "a.example.org", PublishedDate: "2024"}, 2},
		{"Felt a.example.org Cart Days 2024 2 facts", Source{Title: "Felt", Domain: "a.example.org", AuthorOrg: "Cart Days 2024"}, 2},
		{"Räder räder.example.de vor 2 Tagen 2 facts", Source{Title: "Räder", Domain: "räder.example.de", AuthorOrg: "vor 2 Tagen"}, 2},
		{"Felt xn--rder-loa.example.xn--p1ai 2 facts", Source{Title: "Felt", Domain: "xn--rder-loa.example.xn--p1ai"}, 2},
		{"12 facts about carts a.example.org 2 facts", Source{Title: "12 facts about carts", Domain: "a.example.org"}, 2},
		{"Felt a.example.org September 3, 2025 2 facts", Source{Title: "Felt", Domain: "a.example.org", PublishedDate: "September 3, 2025"}, 2},
		{"Felt a.example.org Sept 3, 2025 2 facts", Source{Title: "Felt", Domain: "a.example.org", PublishedDate: "Sept 3, 2025"}, 2},
		{"Felt a_b-1.org 1 fact", Source{Title: "Felt", Domain: "a_b-1.org"}, 1},
		{"Felt " + strings.Repeat("a", 249) + ".com 1 fact", Source{Title: "Felt", Domain: strings.Repeat("a", 249) + ".com"}, 1},
		{"Felt a.example.org Ana Roe, and Bo Lim 2 facts", Source{Title: "Felt", Domain: "a.example.org", AuthorPerson: "Ana Roe, and Bo Lim"}, 2},
		{"Felt a.example.org Ana Roe, & Bo J. O'Lim-Orr 2 facts", Source{Title: "Felt", Domain: "a.example.org", AuthorPerson: "Ana Roe, & Bo J. O'Lim-Orr"}, 2},
		{"Felt a.example.org Ana Roe, Lim 2 facts", Source{Title: "Felt", Domain: "a.example.org", AuthorOrg: "Ana Roe, Lim"}, 2},
		{"Felt a.example.org Ana Roe, Bo de 2 facts", Source{Title: "Felt", Domain: "a.example.org", AuthorOrg: "Ana Roe, Bo de"}, 2},
		{"Felt a.example.org Ana Roe, Bo A B C D Lim 2 facts", Source{Title: "Felt", Domain: "a.example.org", AuthorOrg: "Ana Roe, Bo A B C D Lim"}, 2},
		{"Felt a.example.org Ana Roe, Bo A B C Lim 2 facts", Source{Title: "Felt", Domain: "a.example.org", AuthorPerson: "Ana Roe, Bo A B C Lim"}, 2},
		{"Felt a.example.org Ana Roe, Bo L1m 2 facts", Source{Title: "Felt", Domain: "a.example.org", AuthorOrg: "Ana Roe, Bo L1m"}, 2},
		{"Felt a.example.org 1899 2 facts", Source{Title: "Felt", Domain: "a.example.org", AuthorOrg: "1899"}, 2},
		{"Felt a.example.org 1900 2 facts", Source{Title: "Felt", Domain: "a.example.org", PublishedDate: "1900"}, 2},
		{"Felt a.example.org 2100 2 facts", Source{Title: "Felt", Domain: "a.example.org", AuthorOrg: "2100"}, 2},
		{"Felt a.example.org an hour ago 2 facts", Source{Title: "Felt", Domain: "a.example.org", PublishedDate: "an hour ago"}, 2},
	} {
		got, ok := parseHeader(test.line)
		if !ok {
			t.Errorf("%q: no header", test.line)
			continue
		}
		if diff := cmp.Diff(test.want, got.source); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.line, diff)
		}
		if got.count != test.n {
			t.Errorf("%q: %d facts, want %d", test.line, got.count, test.n)
		}
	}
}

func TestParseHeaderRefuses(t *testing.T) {
	for _, line := range []string{
		"", "1 fact", "3 facts", "carts.example.com", "carts.example.com 3", "carts.example.com 0 facts", "carts.example.com 2 fact",
		"carts.example.com -1 facts", "manual.pdf 3 facts", "Carts.Example.Com 3 facts", "the count is 3 facts", "version 1.2 3 facts",
		"carts.example.com 99999999999999999999 facts", "carts..com 3 facts", "carts.c1 3 facts", "carts.1a 3 facts", "carts.a 3 facts", "-carts.com 3 facts", "carts-.com 3 facts", "ca+rts.com 3 facts", ".com 3 facts",
		"carts 3 facts", strings.Repeat("a", 250) + ".com 3 facts", "Unknown source", "carts.example.com 3 facts are known",
	} {
		if h, ok := parseHeader(line); ok {
			t.Errorf("%q is read as the header %+v", line, h)
		}
	}
}

func TestRelativeDate(t *testing.T) {
	from := time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"4 days ago": "2026-03-08", "1 day ago": "2026-03-11", "yesterday": "2026-03-11", "today": "2026-03-12", "5 hours ago": "2026-03-12",
		"100000 days ago": "1752-05-27", "an hr ago": "2026-03-12", "one min ago": "2026-03-12", "9 secs ago": "2026-03-12", "just now": "2026-03-12", "last year": "2025-03-12", "Yesterday": "2026-03-11",
		"2 weeks ago": "2026-02-26", "a month ago": "2026-02-12", "3 years ago": "2023-03-12", "last week": "2026-03-05",
	} {
		got, ok := relativeDate(text, from)
		if !ok || got.Format(time.DateOnly) != want {
			t.Errorf("%q: %v, %v; want %s", text, got, ok, want)
		}
	}
	for _, text := range []string{"Today", "long ago", "4 days", "ago", "many days ago", "100001 days ago", "4 eons ago", "next week", "4 days since", "Mar 12, 2026", ""} {
		if got, ok := relativeDate(text, from); ok {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}
