package phrase

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/ref"
)

// taken are a text's words up to token next and, after a bar, those that are left.
func taken(s *Text, next int) string {
	at := s.At(next).Start
	if next >= len(s.Tokens) {
		at = s.End
	}
	return strings.TrimSpace(s.Content[:at]) + " | " + strings.TrimSpace(s.Content[at:])
}

// testTaken holds how many words of each text a function reads from its first token on;
// nothing is before the bar where it reads none.
func testTaken(t *testing.T, read func(s *Text) (next int, ok bool), want []string) {
	t.Helper()
	for _, w := range want {
		before, after, _ := strings.Cut(w, " | ")
		s := NewText(strings.TrimSpace(before + " " + after))
		next, ok := read(s)
		if !ok {
			next = 0
		}
		if got := taken(s, next); strings.TrimSpace(got) != strings.TrimSpace(w) {
			t.Errorf("read %q, want %q", got, w)
		}
		s.Release()
	}
}

// testIs holds of which texts a report is true.
func testIs(t *testing.T, is func(text string) bool, yes, no []string) {
	t.Helper()
	for i, text := range slices.Concat(yes, no) {
		if want := i < len(yes); is(text) != want {
			t.Errorf("%q: %t, want %t", text, !want, want)
		}
	}
}

// fieldsOf are the fields of a work in the order in which they are in the text.
func fieldsOf(s *Text, w *Work) string {
	fields := slices.Sorted(maps.Keys(w.Spans))
	slices.SortStableFunc(fields, func(a, b string) int { return w.Spans[a][0] - w.Spans[b][0] })
	for i, f := range fields {
		fields[i] = fmt.Sprintf("%s %s", f, s.Slice(w.Spans[f]))
	}
	return strings.Join(fields, "; ")
}

// testStated holds what a function states of a work at the first token of each text, and
// with which words the text goes on.
func testStated(t *testing.T, known Work, read func(s *Text, w *Work) (next int, ok bool), table [][2]string) {
	t.Helper()
	for _, row := range table {
		s, w := NewText(row[0]), known
		next, ok := read(s, &w)
		if !ok {
			next = 0
		}
		_, rest, _ := strings.Cut(taken(s, next), " | ")
		got := fieldsOf(s, &w)
		if rest != "" {
			got += " | " + rest
		}
		if got != row[1] {
			t.Errorf("%q: %q, want %q", row[0], got, row[1])
		}
		for f, sp := range w.Spans {
			if v := w.Value(ref.Field(f)); v != nil && *v != s.Slice(sp) {
				t.Errorf("%s: %s is %q, and at its span is %q", row[0], f, *v, s.Slice(sp))
			}
		}
		s.Release()
	}
}
