package validate

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/validate/internal/rules"
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

// TestFactsThatNoOtherRepeatsAreForgotten holds that a ledger which knows what repeats finds
// what one finds that does not, and remembers little else.
func TestFactsThatNoOtherRepeatsAreForgotten(t *testing.T) {
	const count = 20_000
	facts := make([]examined, count)
	r := &repeatable{newTwice(count), newTwice(count)}
	for i := range facts {
		id := fmt.Sprint(i)
		if i%1000 == 999 { // as the one before
			id = fmt.Sprint(i - 1)
		}
		said := fmt.Sprint("cart ", i-i%1000/998) // two of a thousand say what the one before says
		facts[i] = examined{kind: valid, fact: id, id: stableHash([]byte(id)), content: uint32(i), sourced: stableHash([]byte(said)), place: fact.Place{Path: "a.jsonl", Line: i + 1, Column: 1}}
		r.ids.add(facts[i].id)
		r.sourced.add(facts[i].sourced)
	}
	enter := func(l *ledger) (found []Finding) {
		for i := range facts {
			_, drafts := l.enter(&facts[i])
			for _, d := range drafts {
				found = append(found, d.Finding)
			}
		}
		return found
	}
	hash := func(id string) uint64 { return stableHash([]byte(id)) }
	all, few := newLedger(hash), newLedger(hash)
	few.repeated = r
	want := enter(all)
	if diff := cmp.Diff(want, enter(few)); diff != "" || len(want) < count/1000 {
		t.Errorf("of %d findings (-remembering all +few):\n%s", len(want), diff)
	}
	if few.ids.Len() > count/4 {
		t.Errorf("%d of %d facts are remembered", few.ids.Len(), count)
	}
}

// TestAReusedIDIsToldWithoutContent holds that an id is told of that a fact has of another
// one, though it states nothing.
func TestAReusedIDIsToldWithoutContent(t *testing.T) {
	l := newLedger(func(id string) uint64 { return stableHash([]byte(id)) })
	l.enter(&examined{kind: valid, fact: "a", id: 1, content: 1})
	if again, found := l.enter(&examined{kind: valid, fact: "a", id: 1, content: 2}); again || len(found) != 1 || found[0].Rule != "fact-id-reused" {
		t.Errorf("seen before: %v; found %+v", again, found)
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
		return &examined{kind: valid, fact: title, id: stableHash([]byte(title)), references: []citation.Reference{{Title: title}}, occurrences: []rules.Occurrence{{}}}
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
