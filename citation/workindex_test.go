package citation

import "testing"

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
	met := map[likeness]int{}
	for i := range references {
		var b Bibliography
		b.Add("first", &references[i])
		for j := range references {
			id := newIdentity(&references[j])
			found, isAlike := b.find(id, b.index.filing(id))
			got := different
			switch {
			case found >= 0:
				got = same
			case isAlike:
				got = alike
			}
			want := compareWorks(id, newIdentity(&references[i]))
			met[want]++
			if got != want {
				t.Fatalf("%+v\nand %+v\nare %d to the index, want %d", references[i], references[j], got, want)
			}
		}
	}
	if met[same] == 0 || met[alike] == 0 || met[different] == 0 {
		t.Errorf("only %v were met", met)
	}
}
