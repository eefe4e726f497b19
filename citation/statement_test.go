package citation

import (
	"slices"
	"testing"
)

// TestStatementsOfOneWorkAreRelated holds of all labelled pairs that references which are one
// work are related, and that those which are related have a clue in common whose sides meet.
func TestStatementsOfOneWorkAreRelated(t *testing.T) {
	apart := 0
	for _, p := range readPairs(t) {
		one, other := NewStatement(&p.A), NewStatement(&p.B)
		isRelated := one.IsRelatedTo(other)
		if isRelated != other.IsRelatedTo(one) {
			t.Errorf("%s: one is related to the other, and not the other to it", p.Why)
		}
		if !one.IsRelatedTo(NewStatement(&p.A)) {
			t.Errorf("%s: it is not related to itself", p.Why)
		}
		meet := slices.ContainsFunc(one.Clues(), func(c Clue) bool {
			return slices.ContainsFunc(other.Clues(), func(d Clue) bool { return c.Hash == d.Hash && c.Side.Meets(d.Side) })
		})
		if oneWork := mergesToOne(&p.A, &p.B); oneWork && !isRelated || isRelated && !meet {
			t.Errorf("%s: one work %t, related %t, a clue in common %t", p.Why, oneWork, isRelated, meet)
		}
		if !isRelated {
			apart++
		}
	}
	if apart < 20 {
		t.Errorf("only %d pairs have nothing to do with each other", apart)
	}
}

// TestNamesOfCitations holds that a mention is looked up by a name of every work that it fits,
// and that works of other people and years have other names.
func TestNamesOfCitations(t *testing.T) {
	b := bibliographyOf(
		&Reference{Type: Book, Title: "Felt rims", Authors: people("Lee, Ann and Park, Bo"), Year: "2019"},
		&Reference{Type: Book, Title: "Oak floors", Authors: people("van der Berg, Tom"), Year: "2019"},
		&Reference{Type: Book, Title: "Nobody's looms", Year: "2019"},
	)
	for _, test := range []struct {
		mention Mention
		want    []int // works
	}{
		{Mention{Authors: []string{"Lee", "Park"}, Year: "2019a"}, []int{0}},
		{Mention{Authors: []string{"Lee"}, Year: "2018"}, nil},
		{Mention{Authors: []string{"Park"}, Year: "2019"}, nil},
		{Mention{Authors: []string{"Berg"}, Year: "2019"}, []int{1}},
		{Mention{Authors: []string{"van der Berg"}, Year: "2019"}, []int{1}},
		{Mention{Authors: []string{"Lee"}, Year: "n.d."}, nil},
		{Mention{Year: "2019"}, nil},
	} {
		names := NamesCited(test.mention)
		var named []int
		for work := range 3 {
			if slices.ContainsFunc(b.CitedAs(work), func(name uint64) bool { return slices.Contains(names, name) }) {
				named = append(named, work)
			}
		}
		if citing := b.Citing(test.mention); !slices.Equal(named, test.want) || !slices.Equal(citing, test.want) {
			t.Errorf("%v is looked up as %v and cites %v, want %v", test.mention, named, citing, test.want)
		}
	}
	if names := b.CitedAs(2); len(names) > 0 {
		t.Errorf("a work of nobody is cited as %v", names)
	}
}

// TestKeysTried holds that works which asked for one key, in whatever letters, are noted with
// it, and others not.
func TestKeysTried(t *testing.T) {
	b := bibliographyOf(
		&Reference{Type: Book, Title: "Felt rims", Authors: people("Lee, Ann"), Year: "2019"},
		&Reference{Type: Book, Title: "Felt hats", Authors: people("Lee, Bo"), Year: "2019"},
		&Reference{Type: Book, Title: "Oak floors", Authors: people("Park, Bo"), Year: "2019"},
	)
	b.NoteKeys()
	tried := map[int][]uint64{}
	for _, k := range b.KeysTried() {
		tried[k.Work] = append(tried[k.Work], k.Hash)
	}
	haveOne := func(i, j int) bool {
		return slices.ContainsFunc(tried[i], func(hash uint64) bool { return slices.Contains(tried[j], hash) })
	}
	if !haveOne(0, 1) || haveOne(0, 2) || haveOne(1, 2) || len(tried) != 3 {
		t.Errorf("the works ask for %v", tried)
	}
	if quiet := bibliographyOf(feltRims()); len(quiet.KeysTried()) > 0 {
		t.Error("keys are noted that nobody asked to note")
	}
}
