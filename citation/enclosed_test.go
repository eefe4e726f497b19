package citation

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
)

// TestIsEnclosed holds which citations begin the parentheses that they are in.
func TestIsEnclosed(t *testing.T) {
	for content, want := range map[string]bool{
		"Felt is quiet (Lee et al., 2019).":            true,
		"Felt is quiet (see Lee et al., 2019).":        true,
		"Felt is quiet (see  Lee et al., 2019).":       true,
		"Felt is quiet (e.g., Lee et al., 2019).":      true,
		"Felt is quiet (which Lee et al., 2019).":      false,
		"Felt is quiet (old; Lee et al., 2019).":       false,
		"Felt (wool) is quiet for Lee et al. (2019).":  false,
		"Felt is quiet for Lee et al. (2019).":         false,
		"(Lee et al., 2019) found that felt is quiet.": false,
	} {
		s := phrase.NewText(content)
		if got := isEnclosed(s, strings.Index(content, "Lee")); got != want {
			t.Errorf("%s: it begins its parentheses: %t", content, got)
		}
		s.Release()
	}
}

// TestReadsMore holds where a sentence says more than a line of a list with that title.
func TestReadsMore(t *testing.T) {
	const line = "Roe, A. Felt rims of old. 2019."
	work := func(from, to int) []Reference {
		return []Reference{{Title: line[from:to], Spans: map[string]Span{"title": {from, to}}}}
	}
	for _, test := range []struct {
		name       string
		works      []Reference
		confidence float64
		want       bool
	}{
		{"nothing", nil, 0.2, false},
		{"the same title, surely", work(8, 24), 0.4, false},
		{"the same title, in doubt", work(8, 24), 0.39, true},
		{"a shorter title", work(8, 17), 0.9, true},
		{"a longer title", work(5, 24), 0.9, true},
		{"words before it", work(0, 8), 0.2, false},
		{"words after it", work(24, 31), 0.2, false},
		{"a work without a title", []Reference{{Year: "2019", Spans: map[string]Span{"year": {26, 30}}}}, 0.2, false},
	} {
		listed := Reference{Title: line[8:24], Confidence: test.confidence, Spans: map[string]Span{"title": {8, 24}}}
		if got := readsMore(test.works, &listed); got != test.want {
			t.Errorf("%s: more is read: %t", test.name, got)
		}
	}
}

// TestCitesAuthors holds which references have the year right after their authors.
func TestCitesAuthors(t *testing.T) {
	for marked, want := range map[string]bool{
		"⟨authors:Roe⟩ (⟨year:2019⟩). ⟨title:Felt⟩.":   true,
		"⟨authors:Roe⟩, ⟨year:2019⟩. ⟨title:Felt⟩.":    true,
		"⟨authors:Roe⟩ ⟨year:2019⟩. ⟨title:Felt⟩.":     true,
		"⟨authors:Roe⟩, in ⟨year:2019⟩. ⟨title:Felt⟩.": false,
		"⟨authors:Roe⟩. ⟨title:Felt⟩. ⟨year:2019⟩.":    false,
		"⟨year:2019⟩ ⟨authors:Roe⟩. ⟨title:Felt⟩.":     false,
		"⟨authors:Roe⟩. ⟨title:Felt⟩.":                 false,
		"(⟨year:2019⟩) ⟨title:Felt⟩.":                  false,
	} {
		content, r := stated(marked)
		if got := citesAuthors(r); got != want {
			t.Errorf("%s: the year is after the authors: %t", content, got)
		}
	}
}

// TestContradictedID holds that the year that an arXiv ID tells goes with it.
func TestContradictedID(t *testing.T) {
	derived := func(from string) *Publication {
		return &Publication{Reference: Reference{Derived: map[string]Derived{"year": {Value: "2024", From: from}}}}
	}
	for _, test := range []struct {
		from, field string
		kept        bool
	}{
		{"the arXiv ID", "arxiv", false}, {"the arXiv ID", "container", true}, {"the ordinal of the venue", "container", false}, {"the ordinal of the venue", "arxiv", true},
	} {
		w := derived(test.from)
		w.Contradict(test.field, "x", "dblp 2026-09")
		if _, kept := w.Reference.Derived["year"]; kept != test.kept {
			t.Errorf("the year that %s tells is kept where the %s is contradicted: %t", test.from, test.field, kept)
		}
	}
}
