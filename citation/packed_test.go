package citation

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/ref"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// What is packed is unpacked as it was, whatever is packed around it, and equal
// references are kept once.
func FuzzPackedStatements(f *testing.F) {
	f.Add(uint64(1), "Felt rims", "fact-1", 3)
	f.Add(uint64(2), "", "", 0)
	f.Add(uint64(3), "\x00\xff…", "é", -1)
	f.Add(uint64(4), strings.Repeat("long ", 1600), strings.Repeat("x", 1000), 1<<40)
	f.Fuzz(func(t *testing.T, seed uint64, text, fact string, number int) {
		if len(text)+len(fact) > 16_000 {
			t.Skip("too slow")
		}
		random := rand.New(rand.NewPCG(seed, 1))
		var packed packedStatements
		want := make([]Reference, 20)
		facts := make([][]string, len(want))
		for i := range want {
			want[i] = anyReference(random, fmt.Sprint(text, i), number)
			want[i].Title = fmt.Sprint(text, i)
			facts[i] = []string{fact}
			if got := packed.add(fact, &want[i]); got != i {
				t.Fatalf("reference %d was packed as number %d", i, got)
			}
		}
		for range 60 {
			i := random.IntN(len(want))
			next := fmt.Sprint(fact, random.IntN(3))
			if got := packed.add(next, &want[i]); got != i {
				t.Fatalf("reference %d was packed again as number %d", i, got)
			}
			if facts[i][len(facts[i])-1] != next {
				facts[i] = append(facts[i], next)
			}
		}
		var got Reference
		for i := range want {
			packed.unpack(&got, i)
			if diff := cmp.Diff(want[i], got, cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("reference %d (-packed +unpacked):\n%s", i, diff)
			}
			if packed.isEntry(i) != (want[i].Entry != nil) {
				t.Errorf("reference %d: isEntry is %t", i, packed.isEntry(i))
			}
			var noted []string
			for _, id := range packed.facts(i) {
				noted = append(noted, id)
			}
			slices.Reverse(noted)
			if diff := cmp.Diff(facts[i], noted); diff != "" {
				t.Errorf("facts of reference %d (-want +got):\n%s", i, diff)
			}
		}
	})
}

// anyReference fills some fields of a reference, whatever they are called.
func anyReference(random *rand.Rand, text string, number int) Reference {
	some := func() string {
		if random.IntN(3) == 0 {
			return ""
		}
		from := random.IntN(len(text) + 1)
		return text[from:] + fmt.Sprint(random.IntN(10))
	}
	names := func() []Name {
		names := make([]Name, random.IntN(4))
		for i := range names {
			names[i] = Name{Given: some(), Particle: some(), Family: some(), Suffix: some(), Literal: some()}
		}
		return names
	}
	r := Reference{Type: EntryType(some()), Month: number, EtAl: random.IntN(2) == 0, Preprint: random.IntN(2) == 0, Authors: names(), Editors: names()}
	for _, row := range ref.TextFields {
		*row.Text(&r) = some()
	}
	if random.IntN(2) == 0 {
		r.Kind, r.Confidence = ref.WorkKind(some()), random.Float64()
		r.Doubtful = []ref.Field{ref.Field(some()), ref.FieldYear}
	}
	if random.IntN(2) == 0 {
		r.Derived = map[string]Derived{some(): {Value: some(), From: some()}, some(): {Value: some(), From: some()}}
	}
	return r
}

// Works that have the same derived values share them.
func TestDerivedSetsAreShared(t *testing.T) {
	var sets derivedSets
	one := map[string]Derived{"year": {Value: "2020", From: "arXiv ID"}, "venue": {Value: "EMNLP", From: "container"}}
	numbers := []uint64{sets.number(nil), sets.number(one), sets.number(map[string]Derived{}), sets.number(maps.Clone(one)),
		sets.number(map[string]Derived{"year": {Value: "2020", From: "arXiv"}, "venue": {Value: "ID", From: "container"}})}
	if diff := cmp.Diff([]uint64{0, 1, 0, 1, 2}, numbers); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A work keeps every field that a reference has, also one that is added to
// Reference some day.
func TestEveryFieldIsPacked(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	r := anyReference(random, "x", 1)
	r.Authors, r.Editors = []Name{{Given: "a", Particle: "b", Family: "c", Suffix: "d", Literal: "e"}}, []Name{{Literal: "f"}}
	r.Entry = &ref.Entry{Type: "book", Key: "k", Fields: []ref.EntryField{{Name: "title", Value: "{T}"}}, Covered: []ref.Field{"title"},
		Facts: []string{"f", "g"}, Filled: "a", Contradicted: "b", Keys: []string{"k", "l"}, Judged: true}
	r.Kind, r.Confidence, r.Doubtful = ref.Software, 0.75, []ref.Field{ref.FieldTitle, ref.FieldYear}
	r.EtAl, r.Preprint, r.Type, r.Derived = true, true, Book, map[string]Derived{"year": {Value: "2020", From: "x"}}
	for _, row := range ref.TextFields {
		*row.Text(&r) = string(row.Name)
	}
	var b Bibliography
	got := b.At(b.Add("fact", &r)).Reference
	if diff := cmp.Diff(r, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if empty := emptyFields(got); !slices.Equal(empty, []string{"Spans"}) {
		t.Errorf("the test leaves %v empty, want Spans alone", empty)
	}
}

// emptyFields returns the names of the fields of a reference that are zero.
func emptyFields(r Reference) []string {
	var empty []string
	value := reflect.ValueOf(r)
	for i := range value.NumField() {
		if value.Field(i).IsZero() {
			empty = append(empty, value.Type().Field(i).Name)
		}
	}
	return empty
}

// TestARankDoesNotDependOnOtherReferences holds that what is known of a reference by its hash is
// the same in every bibliography, whatever is derived of the references before it.
func TestARankDoesNotDependOnOtherReferences(t *testing.T) {
	first := Reference{Title: "Felt rims", Derived: map[string]Derived{"year": {Value: "2019", From: "the arXiv ID"}}}
	second := Reference{Title: "Felt rims", Derived: map[string]Derived{"year": {Value: "2020", From: "the arXiv ID"}}}
	var one, other Bibliography
	one.Add("a", &first)
	one.Add("b", &second)
	other.Add("b", &second)
	other.Add("a", &first)
	if *one.stated.hashes.At(0) != *other.stated.hashes.At(1) || *one.stated.hashes.At(1) != *other.stated.hashes.At(0) {
		t.Errorf("the hashes are %x and %x", one.stated.hashes, other.stated.hashes)
	}
	if *one.stated.hashes.At(0) == *one.stated.hashes.At(1) {
		t.Error("references of which other things are derived have one hash")
	}
}
