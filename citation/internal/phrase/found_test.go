package phrase

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
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

// TestFound holds which phrases are found in sentences and in lines of reference lists, which
// is before anybody knows what they say of a work.
func TestFound(t *testing.T) {
	var got strings.Builder
	for _, text := range ownTexts(t) {
		s := NewMarkedText(markup.Read(text))
		got.WriteString(text + "\n")
		for _, f := range found {
			var phrases []string
			for i := 0; i < len(s.Tokens); {
				var w Work
				next, ok := f.at(s, i, &w)
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
			if phrases != nil {
				got.WriteString("\t" + f.kind + ": " + strings.Join(phrases, " | ") + "\n")
			}
		}
		s.Release()
	}
	golden.Compare(t, "testdata/found.txt", got.String())
}

// ownTexts are labelled sentences, and lines of reference lists.
func ownTexts(t *testing.T) (texts []string) {
	t.Helper()
	for _, name := range []string{"kinds.jsonl", "lines.txt"} {
		file, err := os.Open(filepath.Join("..", "..", "testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		for lines := bufio.NewScanner(file); lines.Scan(); {
			line := lines.Text()
			var l struct{ Text string }
			switch {
			case json.Unmarshal(lines.Bytes(), &l) == nil:
				texts = append(texts, l.Text)
			case line != "" && !strings.ContainsAny(line[:1], "#\t "):
				texts = append(texts, line)
			}
		}
	}
	return texts
}
