package editor

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/validate"
)

func textOf(text string) *document {
	d := &document{uri: "file:///a.bib", path: "/a.bib"}
	d.set(text)
	return d
}

func TestPositions(t *testing.T) {
	d := textOf("a𝔉é\r\nb\rc\n\n𝔉")
	for offset, want := range map[int]position{
		-1: {0, 0}, 0: {0, 0}, 1: {0, 1}, 5: {0, 3}, 7: {0, 4}, 9: {1, 0}, 10: {1, 1}, 11: {2, 0}, 13: {3, 0}, 14: {4, 0}, 18: {4, 2}, 99: {4, 2},
	} {
		if got := d.position(offset); got != want {
			t.Errorf("byte %d is at %v, want %v", offset, got, want)
		}
	}
	for at, want := range map[position]int{
		{0, 0}: 0, {0, 3}: 5, {0, 2}: 5 /* inside of a pair */, {0, 99}: 7, {1, 0}: 9, {1, 99}: 10, {3, 1}: 13, {4, 2}: 18, {9, 0}: 18, {-1, 5}: 0, {0, -5}: 0,
	} {
		if got := d.offset(at); got != want {
			t.Errorf("%v is byte %d, want %d", at, got, want)
		}
	}
	for at, want := range map[[2]int]int{{0, 0}: 0, {1, 1}: 0, {1, 3}: 5, {1, 9}: 7, {2, 1}: 9, {5, 2}: 18, {9, 1}: 18} {
		if got := d.place(at[0], at[1]); got != want {
			t.Errorf("line %d, column %d is byte %d, want %d", at[0], at[1], got, want)
		}
	}
}

// TestChanges holds that changes are made one after the other, and that one that ends before it
// begins is refused.
func TestChanges(t *testing.T) {
	d := textOf("felt\nrims")
	at := func(line, from, to int) *extent { return &extent{position{line, from}, position{line, to}} }
	for _, c := range []struct {
		change change
		want   string
	}{
		{change{Range: at(1, 0, 4), Text: "hubs"}, "felt\nhubs"}, {change{Range: at(0, 4, 4), Text: " is quiet"}, "felt is quiet\nhubs"}, {change{Text: "oak"}, "oak"}, {change{Range: at(0, 0, 9)}, ""}, {change{}, ""},
	} {
		if err := d.apply(c.change); err != nil || d.text != c.want {
			t.Errorf("%+v makes %q, want %q: %v", c.change, d.text, c.want, err)
		}
	}
	d.set("felt")
	if err := d.apply(change{Range: at(0, 3, 1), Text: "x"}); err == nil || err.Error() != "a change of file:///a.bib ends before it begins" || d.text != "felt" {
		t.Errorf("%q: %v", d.text, err)
	}
}

// FuzzDocument holds that positions lead back, that changes are those of the text, and
// that the edit between two texts makes the second of the first.
func FuzzDocument(f *testing.F) {
	f.Add("a𝔉é\r\nb\rc\n\n𝔉", "𝔊", 1, 5)
	f.Add("ab", "ac", 0, 2)
	f.Add("é", "è", 0, 2)
	f.Fuzz(func(t *testing.T, text, other string, start, end int) {
		if !utf8.ValidString(text) || !utf8.ValidString(other) {
			t.Skip("messages are UTF-8")
		}
		d := textOf(text)
		for offset := range text {
			if offset > 0 && text[offset-1] == '\r' && text[offset] == '\n' {
				continue // inside of a line end
			}
			if got := d.offset(d.position(offset)); got != offset {
				t.Fatalf("byte %d of %q leads to %d", offset, text, got)
			}
		}
		at := extent{d.position(start), d.position(end)}
		from, to := d.offset(at.Start), d.offset(at.End)
		changed := textOf(text)
		if err := changed.apply(change{Range: &at, Text: other}); (err != nil) != (from > to) {
			t.Fatalf("%v: %v", at, err)
		} else if want := text[:min(from, to)] + other + text[to:]; err == nil && changed.text != want {
			t.Errorf("%q, want %q", changed.text, want)
		}
		edit := d.edit(other)
		if strings.ContainsRune(text+other, '\r') {
			return // an edit may end inside of a line end, which no position is
		}
		made := textOf(text)
		if err := made.apply(change{Range: &edit.Range, Text: edit.NewText}); err != nil || made.text != other {
			t.Errorf("the edit of %q makes %q, want %q: %v", text, made.text, other, err)
		}
	})
}

func TestURIs(t *testing.T) {
	for uri, want := range map[string]string{"file:///C:/a/b.bib": "C:/a/b.bib", "file:///ab:c": "/ab:c", "file:///": "/", "file:///a/b%20c.bib": "/a/b c.bib", "untitled:1": "untitled:1", "file:///%zz": "file:///%zz"} {
		if got := pathOf(uri); got != want {
			t.Errorf("%s is %s, want %s", uri, got, want)
		}
	}
	if got := uriOf("/a/b c#.bib"); got != "file:///a/b%20c%23.bib" {
		t.Errorf("the URI is %s", got)
	}
	if got := uriOf("C:/a.bib"); got != "file:///C:/a.bib" {
		t.Errorf("the URI on a drive is %s", got)
	}
	if d := newDocument(&textDocument{URI: "untitled:1", LanguageID: "bibtex"}); d.path != "untitled:1.bib" {
		t.Errorf("the path is %s", d.path)
	}
}

func TestEscaped(t *testing.T) {
	if diff := cmp.Diff(`\<b\>\*x\*\[a\](b) \`+"`"+` c`, escaped("<b>*x*[a](b) `\nc")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// manyEntries is a .bib of n entries.
func manyEntries(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "@article{roe%d,\n  author = {Roe, Ana and Lind, Bo},\n  title = {Felt rims and quiet carts, part %d of many},\n  journal = {Journal of Reading Rooms},\n  year = {%d},\n  volume = {%d}\n}\n\n", i, i, 1990+i%35, i%40)
	}
	return b.String()
}

// Each finding of a .bib is inside of the text, and as many are shown as may be.
func TestFindingsOfManyEntries(t *testing.T) {
	d := textOf(manyEntries(2000))
	s := &server{Options: Options{Checks: validate.Options{Today: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)}}}
	found, err := s.findings(t.Context(), d, nil)
	if err != nil || len(found) != mostDiagnostics {
		t.Fatalf("%d findings, %v", len(found), err)
	}
	for i := range found {
		if at := d.extentOf(&found[i]); d.offset(at.Start) >= d.offset(at.End) {
			t.Errorf("%+v is at %v", found[i], at)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := s.findings(ended, d, nil); err == nil {
		t.Error("a check that is not wanted any more goes on")
	}
}

// BenchmarkTyping is what a letter typed into a .bib of 2,000 entries costs up to the
// diagnostics that are shown. 100 ms are its bound.
func BenchmarkTyping(b *testing.B) {
	d := textOf(manyEntries(2000))
	s := &server{Options: Options{Checks: validate.Options{Today: time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)}}}
	middle := d.position(len(d.text) / 2)
	letter := change{Range: &extent{middle, middle}, Text: "a"}
	for b.Loop() {
		if err := d.apply(letter); err != nil {
			b.Fatal(err)
		}
		found, err := s.findings(b.Context(), d, nil)
		if err != nil {
			b.Fatal(err)
		}
		for i := range found {
			d.diagnostic(&found[i])
		}
	}
}
