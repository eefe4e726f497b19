package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation"
)

// written shows the pieces of a sentence as one line.
func written(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		switch {
		case p.Open:
			b.WriteString("[" + p.Label + ":")
		case p.Close:
			b.WriteString("]")
		default:
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestHighlight(t *testing.T) {
	spans := func(s map[string]citation.Span) citation.Reference { return citation.Reference{Spans: s} }
	for _, test := range []struct {
		name, content string
		references    []citation.Reference
		want          string
	}{
		{name: "nothing", content: "abc", want: "abc"},
		{name: "one", content: "abcdef", references: []citation.Reference{spans(map[string]citation.Span{"title": {1, 3}})}, want: "a[title:bc]def"},
		{name: "neighbours", content: "abcdef", references: []citation.Reference{spans(map[string]citation.Span{"title": {0, 3}, "year": {3, 6}})},
			want: "[title:abc][year:def]"},
		{name: "one within another", content: "abcdef", references: []citation.Reference{spans(map[string]citation.Span{"container": {0, 6}, "year": {2, 4}})},
			want: "[container:ab[year:cd]ef]"},
		{name: "the same words", content: "abc", references: []citation.Reference{spans(map[string]citation.Span{"arxiv": {0, 3}, "year": {0, 3}})},
			want: "[arxiv:[year:abc]]"},
		{name: "overlapping", content: "abcdef", references: []citation.Reference{spans(map[string]citation.Span{"title": {0, 4}, "year": {2, 6}})},
			want: "[title:abcd][year:ef]"},
		{name: "two works", content: "abcdef", references: []citation.Reference{spans(map[string]citation.Span{"title": {0, 2}}), spans(map[string]citation.Span{"title": {3, 5}})},
			want: "[title 1:ab]c[title 2:de]f"},
		{name: "outside of the text", content: "abc", references: []citation.Reference{spans(map[string]citation.Span{"title": {-1, 2}, "year": {2, 1}, "pages": {9, 12}, "url": {1, 99}})},
			want: "a[url:bc]"},
		{name: "as long as is shown", content: strings.Repeat("a", longestShown), want: strings.Repeat("a", longestShown)},
		{name: "longer", content: strings.Repeat("a", longestShown+1), references: []citation.Reference{spans(map[string]citation.Span{"title": {longestShown - 1, longestShown + 1}, "year": {longestShown, longestShown + 1}})},
			want: strings.Repeat("a", longestShown-1) + "[title:a]… (1 byte more)"},
		{name: "cut within a letter", content: strings.Repeat("é", longestShown/2-1) + "aéé", want: strings.Repeat("é", longestShown/2-1) + "a… (4 bytes more)"},
		{name: "within a letter", content: "aéb", references: []citation.Reference{spans(map[string]citation.Span{"title": {2, 3}, "year": {0, 2}})}, want: "aéb"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, written(Highlight(test.content, test.references))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzHighlight holds that marking words keeps every one of them, and closes
// every mark in order.
func FuzzHighlight(f *testing.F) {
	f.Add("The paper 'Felt rims' (2023)", 11, 20, 10, 28, 0, 5)
	f.Add("é\xff\u202e", 0, 1, 1, 3, 2, 9)
	f.Fuzz(func(t *testing.T, content string, a, b, c, d, e, g int) {
		if len(content) > longestShown {
			return
		}
		pieces := Highlight(content, []citation.Reference{
			{Spans: map[string]citation.Span{"title": {a, b}, "year": {c, d}}},
			{Spans: map[string]citation.Span{"title": {e, g}}},
		})
		var text strings.Builder
		depth := 0
		for _, p := range pieces {
			switch {
			case p.Open:
				depth++
			case p.Close:
				depth--
			default:
				text.WriteString(p.Text)
			}
			if depth < 0 {
				t.Fatal("a mark ends before it starts")
			}
		}
		if depth != 0 {
			t.Errorf("%d marks have no end", depth)
		}
		if diff := cmp.Diff(visible(content), text.String()); diff != "" {
			t.Errorf("the words changed (-want +got):\n%s", diff)
		}
	})
}
