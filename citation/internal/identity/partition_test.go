package identity

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/linear"
	"github.com/google/go-cmp/cmp"
)

// listed are references in a list, some of them entries.
type listed struct {
	references []ref.Reference
	ranks      []uint64
	entries    map[int]bool
}

func (l *listed) add(r ref.Reference) {
	l.references = append(l.references, r)
	l.ranks = append(l.ranks, HashText(0, fmt.Sprintf("%+v", r)))
}

func (l listed) Len() int                               { return len(l.references) }
func (l listed) Identify(statement int, traits *Traits) { traits.Identify(&l.references[statement]) }
func (l listed) Rank(statement int) uint64              { return l.ranks[statement] }
func (l listed) IsEntry(statement int) bool             { return l.entries[statement] }
func (l listed) shuffled(random *rand.Rand) (listed, []int) {
	order := random.Perm(len(l.references))
	other := listed{entries: map[int]bool{}}
	for to, from := range order {
		other.add(l.references[from])
		other.entries[to] = l.entries[from]
	}
	return other, order
}

// works names each reference's work by the least reference of it, in the order before
// shuffling.
func works(p *Partition, order []int) []int {
	least := map[int32]int{}
	for to, work := range p.Work {
		if known, ok := least[work]; !ok || order[to] < known {
			least[work] = order[to]
		}
	}
	named := make([]int, len(p.Work))
	for to, work := range p.Work {
		named[order[to]] = least[work]
	}
	return named
}

func inOrder(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	return order
}

// entangled returns references of few works, stated in many ways, with much that
// contradicts.
func entangled(random *rand.Rand, count int) listed {
	pick := func(values ...string) string { return values[random.IntN(len(values))] }
	given := listed{entries: map[int]bool{}}
	for range count {
		work := random.IntN(count / 8)
		var r ref.Reference
		r.Type = []ref.EntryType{ref.Article, ref.InProceedings, ref.Misc, ref.Book, ref.PhDThesis}[random.IntN(5)]
		title := fmt.Sprintf("Felt rims of cart %d and the noise of its wheels", work)
		r.Title = pick("", title, title, title, title+": A survey", title[:30]+"…", strings.ToUpper(title))
		for n := range random.IntN(3) {
			r.Authors = append(r.Authors, ref.Name{Family: fmt.Sprint(pick("Moss", "Okoro", "Lind"), (work+n)%7)})
		}
		r.EtAl = random.IntN(4) == 0
		r.Year = pick("", "2001", "2002", "2003", "2004")
		r.Container = pick("", "Journal of Wheels", "Carts", "Proceedings of the 3rd Conference on Rims")
		r.Volume, r.Pages = pick("", "", "3", "4"), pick("", "", "1–9", "11–20")
		r.DOI = pick("", "", "", fmt.Sprintf("10.5555/%d", work), fmt.Sprintf("10.5555/%dx", work))
		r.ArXiv = pick("", "", "", "", fmt.Sprintf("2001.%05d", work), fmt.Sprintf("2001.%05d", work+1))
		given.add(r)
	}
	return given
}

func TestWorksDoNotDependOnOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	size := 2_500
	if os.Getenv("FACTCITE_LONG") != "" {
		size = 10_000
	}
	given := entangled(random, size)
	for i := range size / 20 {
		given.entries[17*i] = true
	}
	want := works(Divide(given), inOrder(given.Len()))
	if distinct := len(slices.Compact(slices.Sorted(slices.Values(want)))); distinct < size/8 || distinct > size*9/10 {
		t.Fatalf("%d works: the references are not as entangled as they should be", distinct)
	}
	for range 4 {
		shuffled, order := given.shuffled(random)
		if diff := cmp.Diff(want, works(Divide(shuffled), order)); diff != "" {
			t.Fatalf("works after shuffling (-want +got):\n%s", diff)
		}
	}
}

func TestEntriesAreNeverOneWork(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	given := entangled(random, 2000)
	for i := 0; i < given.Len(); i += 3 {
		given.entries[i] = true
	}
	p := Divide(given)
	entryOf := map[int32]int{}
	for i, work := range p.Work {
		if first, ok := entryOf[work]; ok && given.entries[i] {
			t.Fatalf("entries %d and %d are one work", first, i)
		}
		if given.entries[i] {
			entryOf[work] = i
		}
	}
	if len(p.Repeated) == 0 {
		t.Error("no entry repeats another")
	}
	for _, pair := range p.Repeated {
		if !given.entries[int(pair[0])] || !given.entries[int(pair[1])] {
			t.Errorf("%v are not two entries", pair)
		}
	}
}

func moss(change func(*ref.Reference)) ref.Reference {
	r := ref.Reference{Type: ref.Article, Title: "Felt rims of cartwheels", Authors: []ref.Name{{Family: "Moss"}, {Family: "Okoro"}}, Year: "2019", Container: "Journal of Wheels"}
	change(&r)
	return r
}

// What is of two publications is not one work, whatever lies between them.
func TestPublicationsStayApart(t *testing.T) {
	tests := map[string]struct {
		references []func(*ref.Reference)
		want       []int
		versions   int
	}{
		"two DOIs, and one reference that is like the first": {
			[]func(*ref.Reference){
				func(r *ref.Reference) { r.DOI, r.Volume = "10.5555/1", "3" },
				func(r *ref.Reference) { r.DOI, r.Container, r.Volume = "10.5555/2", "Carts", "7" },
				func(r *ref.Reference) { r.Volume = "3" },
			}, []int{0, 1, 0}, 1},
		"two DOIs, and one that may be either": {
			[]func(*ref.Reference){
				func(r *ref.Reference) { r.DOI = "10.5555/1" },
				func(r *ref.Reference) { r.DOI = "10.5555/2" },
				func(r *ref.Reference) {},
			}, []int{0, 1, 2}, 1},
		"an arXiv ID joins preprint and paper, and a DOI keeps the other away": {
			[]func(*ref.Reference){
				func(r *ref.Reference) { r.ArXiv, r.DOI = "2001.00001", "10.5555/1" },
				func(r *ref.Reference) { r.Type, r.Container, r.ArXiv = ref.Misc, "", "2001.00001" },
				func(r *ref.Reference) { r.DOI = "10.5555/2" },
			}, []int{0, 0, 2}, 1},
		"a thesis and its article": {
			[]func(*ref.Reference){
				func(r *ref.Reference) {},
				func(r *ref.Reference) { r.Type, r.Container, r.Authors = ref.PhDThesis, "", r.Authors[:1] },
			}, []int{0, 1}, 1},
		"a paper and its extension in a journal": {
			[]func(*ref.Reference){
				func(r *ref.Reference) {},
				func(r *ref.Reference) { r.Type, r.Container = ref.InProceedings, "Conference on Carts" },
			}, []int{0, 1}, 1},
		"a column of one title": {
			[]func(*ref.Reference){
				func(r *ref.Reference) { r.Volume = "3" },
				func(r *ref.Reference) { r.Volume = "4" },
			}, []int{0, 1}, 1},
		"two editions": {
			[]func(*ref.Reference){
				func(r *ref.Reference) { r.Type, r.Container, r.Edition = ref.Book, "", "2nd" },
				func(r *ref.Reference) { r.Type, r.Container, r.Edition = ref.Book, "", "third" },
			}, []int{0, 1}, 1},
		"two arXiv IDs of nobody": {
			[]func(*ref.Reference){
				func(r *ref.Reference) { *r = ref.Reference{Type: ref.Misc, Title: r.Title, ArXiv: "2001.00001"} },
				func(r *ref.Reference) { *r = ref.Reference{Type: ref.Misc, Title: r.Title, ArXiv: "2001.00002"} },
			}, []int{0, 1}, 0},
		"two arXiv IDs of the same people, of which one is misprinted": {
			[]func(*ref.Reference){
				func(r *ref.Reference) { r.ArXiv = "2001.00001" },
				func(r *ref.Reference) { r.ArXiv = "2001.00002" },
			}, []int{0, 0}, 0},
		"a repository's DOI beside the publisher's": {
			[]func(*ref.Reference){
				func(r *ref.Reference) { r.DOI = "10.5555/1" },
				func(r *ref.Reference) { r.DOI, r.Container, r.Preprint = "10.5281/zenodo.1", "", true },
			}, []int{0, 0}, 0},
		"two volumes, and two years that are each as like as their people are": {
			[]func(*ref.Reference){
				func(r *ref.Reference) { r.Volume, r.Year = "3", "2020" },
				func(r *ref.Reference) { r.Volume, r.Year, r.Authors = "4", "2020", of("Moss") },
				func(r *ref.Reference) { r.Year, r.Authors = "2019", of("Moss") },
				func(r *ref.Reference) { r.Year = "2022" },
			}, []int{0, 1, 1, 0}, 1},
		"a container, then none, then another": {
			[]func(*ref.Reference){
				func(r *ref.Reference) { r.Container, r.Type = "Symposium on Quiet Carts", ref.InProceedings },
				func(r *ref.Reference) { r.DOI, r.Authors = "10.5555/1", nil },
				func(r *ref.Reference) { r.Title = "" },
			}, []int{0, 1, 2}, 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var given listed
			for _, change := range test.references {
				given.add(moss(change))
			}
			p := Divide(given)
			if diff := cmp.Diff(test.want, works(p, inOrder(given.Len()))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if len(p.Versions) != test.versions {
				t.Errorf("versions %v, want %d", p.Versions, test.versions)
			}
			random := rand.New(rand.NewPCG(5, 6))
			for range 20 {
				shuffled, order := given.shuffled(random)
				if diff := cmp.Diff(test.want, works(Divide(shuffled), order)); diff != "" {
					t.Fatalf("in the order %v (-want +got):\n%s", order, diff)
				}
			}
		})
	}
}

// Of works that are alike, only those are joined that leave no choice; what is joined may be
// like others then.
func TestAlikeWorks(t *testing.T) {
	untitled := func(r *ref.Reference) { r.Title = "" }
	for name, test := range map[string]struct {
		references []func(*ref.Reference)
		want       []int
	}{
		"an untitled one and the one of its authors": {[]func(*ref.Reference){func(r *ref.Reference) {}, untitled}, []int{0, 0}},
		"an untitled one and two of its authors": {
			[]func(*ref.Reference){func(r *ref.Reference) {}, untitled, func(r *ref.Reference) { r.Title = "Rims of oak" }}, []int{0, 1, 2},
		},
		"a title cut short that may be of two": {
			[]func(*ref.Reference){
				func(r *ref.Reference) { r.Title = "Felt rims of cartwheels in summer" },
				func(r *ref.Reference) { r.Title = "Felt rims of cartwheels in winter" },
				func(r *ref.Reference) { r.Title = "Felt rims of cartwheels…" },
			}, []int{0, 1, 2},
		},
		"a title cut short and an untitled one of one work": {
			[]func(*ref.Reference){func(r *ref.Reference) { r.Title += " in summer" }, func(r *ref.Reference) { r.Title += "…" }, untitled}, []int{0, 0, 0},
		},
		"one that is apart from one of a work, until an untitled one of it is with neither": {
			[]func(*ref.Reference){
				func(r *ref.Reference) { r.Authors, r.Container, r.Volume, r.Pages = of("Moss"), "Nature", "3", "1–9" },
				func(r *ref.Reference) { r.Volume, r.Number, r.Pages = "3", "2", "1–9" },
				func(r *ref.Reference) { r.Title, r.Volume, r.Pages = "", "3", "1–9" },
				func(r *ref.Reference) { r.Authors, r.Container, r.Number, r.Pages = of("Moss"), "Carts", "3", "1–9" },
			}, []int{0, 0, 0, 0},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var given listed
			for _, change := range test.references {
				given.add(moss(change))
			}
			random := rand.New(rand.NewPCG(7, 8))
			for range 10 {
				shuffled, order := given.shuffled(random)
				if diff := cmp.Diff(test.want, works(Divide(shuffled), order)); diff != "" {
					t.Fatalf("in the order %v (-want +got):\n%s", order, diff)
				}
			}
		})
	}
}

// TestWorksOfOneTitle holds that of very many works with one title those of one author are
// found, those without any with everyone near.
func TestWorksOfOneTitle(t *testing.T) {
	const authors = 2 * MaxTogether
	var given listed
	for i := range 3 * authors {
		given.add(moss(func(r *ref.Reference) {
			r.Authors, r.Container = of(fmt.Sprint("Moss", string(rune('a'+i%authors%26)), string(rune('a'+i%authors/26)))), ""
		}))
		given.ranks[i] = uint64(i)
	}
	want := make([]int, given.Len())
	for i := range want {
		want[i] = i % authors
	}
	if diff := cmp.Diff(want, works(Divide(given), inOrder(given.Len()))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestWorksThatMayBeOneMeet holds that references that may be one work have a clue
// in common.
func TestWorksThatMayBeOneMeet(t *testing.T) {
	var traits []*Traits
	people := [][]ref.Name{nil, {{Family: "Hermann"}}, {{Family: "Hermann"}, {Family: "Wu"}}, {{Family: "Wu"}, {Family: "Hermann"}}}
	for _, title := range []string{"", "!", "Felt rims of cartwheels", "Felt rims of cartwheels: A survey", "Felt rims of cart…", "Felt rims of cartweels: A survey", "Introduction"} {
		for _, container := range []string{"", "Journal of Wheels", "J. Wheels", "Rims"} {
			for _, year := range []string{"", "2019", "2020"} {
				for _, authors := range people {
					for _, doi := range []string{"", "10.5555/1"} {
						traits = append(traits, TraitsOf(&ref.Reference{Type: ref.Article, Title: title, Container: container, Year: year, Volume: "3", Pages: "12", Authors: authors, EtAl: true, DOI: doi}))
					}
				}
			}
		}
	}
	met := map[Likeness]int{}
	for _, a := range traits {
		for _, b := range traits {
			likeness := Compare(a, b)
			met[likeness]++
			if likeness >= Alike && !meet(a, b) {
				t.Fatalf("%+v\nand %+v\nare %d and have no clue in common", a.reference, b.reference, likeness)
			}
			if back := Compare(b, a); back != likeness {
				t.Fatalf("%+v\nand %+v\nare %d, and %d the other way round", a.reference, b.reference, likeness, back)
			}
		}
	}
	for likeness := Unlike; likeness <= Same; likeness++ {
		if met[likeness] == 0 {
			t.Errorf("only %v were met", met)
		}
	}
}

func meet(a, b *Traits) bool {
	for _, x := range a.AppendClues(a.AppendIdentifiers(nil)) {
		for _, y := range b.AppendClues(b.AppendIdentifiers(nil)) {
			if x.Hash == y.Hash && x.Side.Meets(y.Side) {
				return true
			}
		}
	}
	return false
}

func TestDivideIsLinear(t *testing.T) {
	tests := map[string]func(i int) ref.Reference{
		"one title": func(i int) ref.Reference {
			return ref.Reference{Type: ref.Article, Title: "Felt rims of cartwheels", Year: fmt.Sprint(1000 + i%1000), Volume: fmt.Sprint(i)}
		},
		"one title and author": func(i int) ref.Reference {
			return ref.Reference{Type: ref.Article, Title: "Felt rims of cartwheels", Container: "Carts", Volume: fmt.Sprint(i), Authors: []ref.Name{{Family: "Moss"}}}
		},
		"one beginning": func(i int) ref.Reference {
			return ref.Reference{Type: ref.Article, Title: fmt.Sprintf("Felt rims of cartwheels %d…", i)}
		},
		"one DOI": func(i int) ref.Reference {
			return ref.Reference{Type: ref.Article, Title: fmt.Sprint("Felt ", i), DOI: "10.5555/1"}
		},
		"one author and year, no title": func(i int) ref.Reference {
			return ref.Reference{Type: ref.Article, Container: fmt.Sprint("Carts ", i), Authors: []ref.Name{{Family: "Moss"}}, Year: "2020"}
		},
	}
	for name, reference := range tests {
		t.Run(name, func(t *testing.T) {
			linear.Check(t, 4000, func(size int) func() {
				var given listed
				for i := range size {
					given.add(reference(i))
				}
				return func() { Divide(given) }
			})
		})
	}
}

// TestAReferenceTakesTheSameAmongMore holds that what a reference takes does not grow with
// the references that share its author and year, each of which it is compared with: what it
// is compared by is made once.
func TestAReferenceTakesTheSameAmongMore(t *testing.T) {
	allocations := func(size int) float64 {
		var given listed
		for i := range size {
			given.add(ref.Reference{Type: ref.Article, Container: fmt.Sprintf("Felt Carts of Kind %c%c", 'a'+i/26, 'a'+i%26), Authors: []ref.Name{{Family: "Moss"}}, Year: "2020"})
		}
		return testing.AllocsPerRun(5, func() { Divide(given) })
	}
	few, many := allocations(MaxTogether/4), allocations(MaxTogether)
	if many > 6*few {
		t.Errorf("four times the references take %.1f times the allocations", many/few)
	}
}
