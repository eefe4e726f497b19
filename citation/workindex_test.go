package citation

import (
	"testing"

	"github.com/factcite/factcite/citation/internal/identity"
)

// TestWorksThatMayBeOneMeet holds that the index finds every work that one may be.
func TestWorksThatMayBeOneMeet(t *testing.T) {
	references := []Reference{}
	people := [][]Name{nil, {{Family: "Hermann"}}, {{Family: "Hermann"}, {Family: "Wu"}}, {{Family: "Wu"}, {Family: "Hermann"}}}
	for _, title := range []string{"", "!", "Felt rims of cartwheels", "Felt rims of cartwheels: A survey", "Felt rims of cart…", "Introduction"} {
		for _, container := range []string{"", "Journal of Wheels", "J. Wheels", "Rims"} {
			for _, year := range []string{"", "2019", "2020"} {
				for _, authors := range people {
					for _, etal := range []bool{false, true} {
						references = append(references, Reference{Type: Article, Title: title, Container: container, Year: year, Authors: authors, EtAl: etal})
					}
				}
			}
		}
	}
	met := map[identity.Likeness]int{}
	for i := range references {
		var b Bibliography
		b.Add("first", &references[i])
		for j := range references {
			id := identity.TraitsOf(&references[j])
			found, isAlike := b.find(id, b.index.Filing(id))
			got := identity.Different
			switch {
			case found >= 0:
				got = identity.Same
			case isAlike:
				got = identity.Alike
			}
			want := identity.Compare(id, identity.TraitsOf(&references[i]))
			met[want]++
			if got != want {
				t.Fatalf("%+v\nand %+v\nare %d to the index, want %d", references[i], references[j], got, want)
			}
		}
	}
	if met[identity.Same] == 0 || met[identity.Alike] == 0 || met[identity.Different] == 0 {
		t.Errorf("only %v were met", met)
	}
}
