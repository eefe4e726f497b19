package validate

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
)

// TestPlacesOfAnySize holds that the place of a fact comes back whatever its line and
// column, after another fact was found to repeat it too.
func TestPlacesOfAnySize(t *testing.T) {
	places := []fact.Place{
		{Path: "a.jsonl", Line: 1, Column: 1}, {Path: "a.jsonl", Line: 2, Column: 1}, {Path: "a.jsonl", Line: reported, Column: 1},
		{Path: "a.jsonl", Line: named + 1, Column: 1}, {Path: "a.jsonl", Line: 1 << 40, Column: 1}, {Path: "a.jsonl", Line: 1<<40 + named, Column: 1},
		{Path: "b.json", Line: 1, Column: 1 << 40}, {Path: "b.json", Line: 1, Column: 1<<40 + 1<<32}, {Path: "b.json", Line: 0, Column: 1<<40 + 1<<32},
	}
	l := newLedger(func(id string) uint64 { return stableHash([]byte(id)) })
	for i, at := range places {
		x := &examined{kind: valid, fact: string(rune('a' + i)), place: at, id: uint64(i + 1), sourced: 7}
		again, _ := l.enter(x)
		if again {
			t.Fatalf("fact %d was seen before", i)
		}
	}
	for i, want := range places {
		if diff := cmp.Diff(want, l.place(uint32(i))); diff != "" {
			t.Errorf("fact %d (-want +got):\n%s", i, diff)
		}
	}
}

func TestTooManyFactsAreAnError(t *testing.T) {
	checker := NewChecker(nil)
	c := newCollector(checker.rules, &checker.opts, newExaminer(t.Context(), checker.rules, &checker.opts))
	defer c.close(false)
	c.maxFacts = 2
	for i := range 2 {
		if err := c.collect(&examined{kind: valid, fact: string(rune('a' + i)), id: uint64(i + 1)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.collect(&examined{kind: valid, fact: "c", id: 3}); !errors.Is(err, errTooManyFacts) {
		t.Errorf("the error is %v", err)
	}
}

func TestTooManyReferencesAreAnError(t *testing.T) {
	checker := NewChecker(nil)
	c := newCollector(checker.rules, &checker.opts, newExaminer(t.Context(), checker.rules, &checker.opts))
	defer c.close(false)
	c.maxWorks = 2
	naming := func(title string) *examined {
		return &examined{kind: valid, fact: title, id: stableHash([]byte(title)), references: []citation.Reference{{Title: title}}, occurrences: []occurrence{{}}}
	}
	for _, title := range []string{"Felt rims", "Iron tyres"} {
		if err := c.collect(naming(title)); err != nil {
			t.Fatal(err)
		}
	}
	if err := c.collect(naming("Oak spokes")); !errors.Is(err, errTooManyReferences) {
		t.Errorf("the error is %v", err)
	}
}
