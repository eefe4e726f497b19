package validate_test

import (
	"fmt"
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/validate"
)

func TestExtractions(t *testing.T) {
	const sentence = "The paper 'Felt rims' by Ana Roe was published in 2019."
	stream := func() iter.Seq2[validate.Input, error] {
		return both(
			facts(record("a1", "reference", sentence), record("a2", "claim", sentence), record("a3", "", sentence), record("a4", "claim", "Felt is quiet."), "{\n"),
			bibliography("@book{b1, title = {Spokes}}\n@comment{b2}\n@book{b3, title = {Hubs}}\n"))
	}
	for _, c := range []struct {
		allTypes bool
		want     []string
	}{
		{false, []string{"a1 reference [Felt rims] []", "a2 none [] [Felt rims]", "a3 reference [Felt rims] []", "a4 none [] []", "b1 reference [Spokes] []", "b3 reference [Hubs] []"}},
		{true, []string{"a1 reference [Felt rims] []", "a2 reference [Felt rims] []", "a3 reference [Felt rims] []", "a4 none [] []", "b1 reference [Spokes] []", "b3 reference [Hubs] []"}},
	} {
		var got []string
		for input, err := range stream() {
			if err != nil {
				t.Fatal(err)
			}
			for id, said := range input.Extractions(c.allTypes) {
				references, named := []string{}, []string{}
				for _, r := range said.References {
					references = append(references, r.Title)
				}
				for _, n := range said.Named {
					named = append(named, n.Title)
				}
				got = append(got, fmt.Sprintf("%s %s %v %v", id, said.Class, references, named))
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("with allTypes %t (-want +got):\n%s", c.allTypes, diff)
		}
	}
}

// What is asked for no more of an input is not read.
func TestExtractionsStop(t *testing.T) {
	for input := range bibliography("@book{b1, title = {Spokes}}\n@book{b3, title = {Hubs}}\n") {
		n := 0
		for range input.Extractions(false) {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%d extractions", n)
		}
	}
	for range (validate.Input{}).Extractions(false) {
		t.Error("an empty input says something")
	}
}
