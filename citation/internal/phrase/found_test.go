package phrase

import (
	"os"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/internal/golden"
)

// found are the phrases of each kind that a reader finds in a text, from left to right, and
// what those that state something state of a work.
var found = []struct {
	kind string
	at   func(s *Text, i int, w *Work) (next int, ok bool)
}{
	{"people", func(s *Text, i int, _ *Work) (int, bool) { _, next, ok := s.NamesAt(i); return next, ok }},
	{"body", func(s *Text, i int, _ *Work) (int, bool) { _, next, ok := s.BodyAt(i); return next, ok }},
	{"proper", func(s *Text, i int, _ *Work) (int, bool) { return s.ProperPhrase(i) }},
	{"edition", func(s *Text, i int, _ *Work) (int, bool) { return s.EditionEnd(i), s.IsEditionAt(i) }},
	{"date", func(s *Text, i int, w *Work) (int, bool) {
		d, next, ok := s.DateAt(i)
		s.StateDate(w, d)
		return next, ok
	}},
	{"locator", (*Text).ReadLocator},
	{"identifier", (*Text).ReadIdentifier},
	{"report", func(s *Text, i int, w *Work) (int, bool) {
		n, next, ok := s.ReportNumberAt(i)
		if ok {
			s.StateReportNumber(w, n)
		}
		return next, ok
	}},
	{"standard", (*Text).ReadStandard},
	{"thesis", func(s *Text, i int, _ *Work) (int, bool) { next, _, ok := s.ThesisAt(i); return next, ok }},
	{"patent", func(s *Text, i int, _ *Work) (int, bool) { _, next, ok := s.PatentAt(i); return next, ok }},
}

// TestFound holds which phrases are found in the sentences and the lines of reference lists of
// testdata/found.txt, which is before anybody knows what they say of a work.
func TestFound(t *testing.T) {
	const name = "testdata/found.txt"
	texts, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for text := range strings.Lines(string(texts)) {
		if strings.HasPrefix(text, "\t") {
			continue
		}
		got.WriteString(text)
		s := NewMarkedText(markup.Read(strings.TrimSuffix(text, "\n")))
		for _, f := range found {
			if phrases := foundIn(s, f.at); phrases != nil {
				got.WriteString("\t" + f.kind + ": " + strings.Join(phrases, " | ") + "\n")
			}
		}
		s.Release()
	}
	golden.Compare(t, name, got.String())
}

// foundIn lists the phrases that a reader finds, with what it states of a work.
func foundIn(s *Text, at func(s *Text, i int, w *Work) (next int, ok bool)) (phrases []string) {
	for i := 0; i < len(s.Tokens); {
		var w Work
		next, ok := at(s, i, &w)
		if !ok || next <= i {
			i++
			continue
		}
		phrase := s.Slice(s.Span(i, min(next, len(s.Tokens))))
		if stated := fieldsOf(s, &w); stated != "" {
			phrase += " (" + stated + ")"
		}
		phrases = append(phrases, phrase)
		i = next
	}
	return phrases
}
