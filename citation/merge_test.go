package citation

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/identity"
	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/fold"
	"github.com/factcite/factcite/internal/venue"
	"github.com/google/go-cmp/cmp"
)

// pair is two references and whether they name the same work.
type pair struct {
	Why  string
	A, B Reference
	Same bool
}

func readPairs(t *testing.T) []pair {
	t.Helper()
	file, err := os.Open("testdata/pairs.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var pairs []pair
	lines := bufio.NewScanner(file)
	for line := 1; lines.Scan(); line++ {
		var p pair
		decoder := json.NewDecoder(strings.NewReader(lines.Text()))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&p); err != nil {
			t.Fatalf("testdata/pairs.jsonl:%d: %v", line, err)
		}
		pairs = append(pairs, p)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return pairs
}

// The pairs are judged as a user meets them: both are added to a bibliography,
// in either order.
func TestPairsMerge(t *testing.T) {
	pairs := readPairs(t)
	if len(pairs) < 200 {
		t.Fatalf("%d pairs, want at least 200", len(pairs))
	}
	var right, merged, alike int
	for i := range pairs {
		p := &pairs[i]
		got := mergesToOne(&p.A, &p.B)
		if back := mergesToOne(&p.B, &p.A); back != got {
			t.Errorf("line %d, %s: %t in one order and %t in the other", i+1, p.Why, got, back)
		}
		if got != p.Same {
			t.Logf("line %d, %s: merged is %t", i+1, p.Why, got)
		}
		if p.Same {
			alike++
		}
		if got {
			merged++
		}
		if got && p.Same {
			right++
		}
	}
	precision, recall := float64(right)/float64(merged), float64(right)/float64(alike)
	t.Logf("%d pairs, precision %.3f, recall %.3f", len(pairs), precision, recall)
	if precision < 1 || recall < 0.97 {
		t.Errorf("precision %.3f, recall %.3f; want 1 and 0.97", precision, recall)
	}
}

func mergesToOne(a, b *Reference) bool {
	var bibliography Bibliography
	bibliography.Add("a", a)
	bibliography.Add("b", b)
	return len(bibliography.Works()) == 1
}

// A key that no other work would have is the same whatever the order of the facts, and
// however often each is stated: every reference finds its work under its key.
func TestKeysThatNoOtherWantsDoNotDependOnOrder(t *testing.T) {
	references := syntheticReferences(200)
	for _, p := range readPairs(t) {
		references = append(references, p.A, p.B)
	}
	inOrder := make([]int, len(references))
	for i := range inOrder {
		inOrder[i] = i
	}
	alone := keysAlone(references)
	count := 0
	for _, key := range alone {
		if key != "" {
			count++
		}
	}
	if count < len(references)/4 {
		t.Fatalf("only %d of %d references have such a key", count, len(references))
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		shuffled := slices.Clone(inOrder)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		repeated := 1 + random.IntN(len(shuffled))
		got := keysOf(references, append(shuffled, shuffled[:repeated]...))
		for i, key := range alone {
			if key != "" && got[i] != key {
				t.Fatalf("the key is %s after shuffling, with the first %d references stated twice, and %s before", got[i], repeated, key)
			}
		}
	}
}

// TestWhoIsMetFirstHasTheShortKey holds that of works that would have one key the first has
// it, and that no other key depends on that.
func TestWhoIsMetFirstHasTheShortKey(t *testing.T) {
	named := func(title, year string) Reference {
		return Reference{Type: Article, Title: title, Authors: []Name{{Family: "Li"}}, Year: year, DOI: "10.9999/" + strings.ReplaceAll(title+year, " ", "-")}
	}
	references := []Reference{named("Synthetic data", "2023"), named("Synthetic ropes", "2023"), named("Synthetic ropes", "2024"), named("Felt rims", "2023")}
	for _, test := range []struct {
		order []int
		want  []string // by reference
	}{
		{[]int{0, 1, 2, 3}, []string{"li2023synthetic", "li2023syntheticropes", "li2024synthetic", "li2023felt"}},
		{[]int{1, 0, 2, 3}, []string{"li2023syntheticdata", "li2023synthetic", "li2024synthetic", "li2023felt"}},
		{[]int{3, 2, 1, 0}, []string{"li2023syntheticdata", "li2023synthetic", "li2024synthetic", "li2023felt"}},
	} {
		if diff := cmp.Diff(test.want, keysOf(references, test.order)); diff != "" {
			t.Errorf("in the order %v (-want +got):\n%s", test.order, diff)
		}
	}
}

// keysAlone returns the shortest key of each reference's work, "" if others would have it.
func keysAlone(references []Reference) []string {
	var b Bibliography
	indexes := make([]int, len(references))
	for i := range references {
		indexes[i] = b.Add(fmt.Sprint(i), &references[i])
	}
	shortest, wanted := map[int]string{}, map[string]int{}
	for _, w := range b.Works() {
		parts := w.keyParts(2)
		shortest[w.Index] = parts.key(0)
		wanted[parts.key(0)]++
	}
	keys := make([]string, len(references))
	for i, index := range indexes {
		if key := shortest[b.Current(index)]; wanted[key] == 1 {
			keys[i] = key
		}
	}
	return keys
}

// TestKeysStayAsACollectionGrows holds that works that are met later change no key, and
// that no two works have one.
func TestKeysStayAsACollectionGrows(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	words := strings.Fields("felt rims quiet carts wool rope salt knots milling rye")
	var references []Reference
	for i := range 600 {
		title := make([]string, 1+random.IntN(4))
		for k := range title {
			title[k] = words[random.IntN(len(words))]
		}
		r := Reference{Type: Article, Title: strings.Join(title, " "), Year: fmt.Sprint(2020 + random.IntN(2)), DOI: fmt.Sprintf("10.9999/jrr.%d", i), Container: "Reading Rooms"}
		if random.IntN(4) > 0 {
			r.Authors = []Name{{Family: []string{"Li", "Roe", "Lind"}[random.IntN(3)]}}
		}
		references = append(references, r)
	}
	keysUpTo := func(end int) []string {
		order := make([]int, len(references))
		for i := range order {
			order[i] = i
		}
		return keysOf(references[:end], order[:end])
	}
	want := keysUpTo(len(references))
	if sorted := slices.Compact(slices.Sorted(slices.Values(want))); len(sorted) != len(want) {
		t.Fatalf("%d works have %d keys", len(want), len(sorted))
	}
	for end := 1; end < len(references); end += 37 {
		if diff := cmp.Diff(want[:end], keysUpTo(end)); diff != "" {
			t.Fatalf("keys of the first %d works among all (-all +first):\n%s", end, diff)
		}
	}
}

// keysOf adds references in an order and returns the key of each one's work.
func keysOf(references []Reference, order []int) []string {
	var b Bibliography
	works := make([]int, len(references))
	for _, i := range order {
		works[i] = b.Add(fmt.Sprint(i), &references[i])
	}
	b.Works()
	keys := make([]string, len(references))
	for i, work := range works {
		keys[i] = b.At(work).Key
	}
	return keys
}

// TestPreprintServers holds that a container is taken for a preprint server if its
// folded name is one, however it is written.
func TestPreprintServers(t *testing.T) {
	containers := []string{"", "a", "ar", "Ar\u0301Xiv", "{arXiv}", `\'arxiv`, "'arXiv", "Article", "Nature", "Proceedings of X", "arXiv preprint arXiv:2001.00001"}
	for server := range venue.PreprintServers {
		containers = append(containers, server, strings.ToUpper(server), strings.ReplaceAll(server, " ", "-"), "'"+server, server+"!", "my "+server, server+"s",
			`\emph{`+server+`}`, "É"+server, server[:2]+"'"+server[2:], "("+server+")")
	}
	containers = append(containers, "behaviour", "colour", "licence", "programme", "fibre", "grey")
	for _, container := range containers {
		folded := fold.Text(container)
		want := venue.PreprintServers[folded] || strings.HasPrefix(folded, "arxiv")
		if got := identity.IsPreprint(&Reference{Type: Article, Container: container}); got != want {
			t.Errorf("isPreprint of %q is %t, want %t", container, got, want)
		}
	}
}

// A value is doubted while nobody states it for certain.
func TestMergingSettlesDoubts(t *testing.T) {
	title, authors := "Felt rims and quiet carts of the north", []Name{{Family: "Roe", Given: "Ana"}}
	doubting := Reference{Type: Article, Title: title, Authors: authors, Year: "2019", Container: "Carts", Volume: "7", Confidence: 0.4, Doubtful: []ref.Field{"year", "volume", "container"}}
	other := Reference{Type: Article, Title: title, Authors: authors, Year: "2019", Pages: "1–9", Confidence: 0.7, Doubtful: []ref.Field{"pages"}}
	certain := Reference{Type: Article, Title: title, Authors: authors, Year: "2019", Container: "Carts", Volume: "7", Pages: "1–9"}
	for _, c := range []struct {
		facts      []Reference
		doubtful   []ref.Field
		confidence float64
	}{
		{[]Reference{doubting}, []ref.Field{"year", "volume", "container"}, 0.4},
		{[]Reference{doubting, other}, []ref.Field{"volume", "container", "pages"}, 0.7},
		{[]Reference{doubting, other, certain}, nil, 0},
		{[]Reference{certain, doubting}, nil, 0},
	} {
		var b Bibliography
		for i := range c.facts {
			b.Add(fmt.Sprint("fact-", i), &c.facts[i])
		}
		works := b.Works()
		if len(works) != 1 {
			t.Fatalf("%d works", len(works))
		}
		got := works[0].Reference
		if diff := cmp.Diff(c.doubtful, got.Doubtful); diff != "" || got.Confidence != c.confidence {
			t.Errorf("confidence %g, doubtful (-want +got):\n%s", got.Confidence, diff)
		}
	}
}

// TestMergedWorks holds which of two references of a work each field is of, in either
// order, and what is told of the two.
func TestMergedWorks(t *testing.T) {
	people := []Name{{Family: "Roe", Given: "Ana"}, {Family: "Lind", Given: "Bo"}}
	preprint := Reference{Type: Misc, Title: "Felt rims and quiet carts", Authors: people, Year: "2019", Month: 2, Day: "3", ArXiv: "1902.01234", DOI: "10.48550/arXiv.1902.01234"}
	published := Reference{Type: Article, Title: "Felt rims and quiet carts", Authors: people, Container: "Journal of Quiet", Year: "2020", Month: 5, Day: "7", Volume: "12", Pages: "1–9", DOI: "10.5555/jq.12"}
	short := Reference{Type: Article, Title: "Felt rims and quiet carts", Authors: []Name{{Family: "Roe", Given: "A."}}, EtAl: true, Container: "Journal of Quiet", Year: "2020", Publisher: "Quiet Press"}
	volume13 := published
	volume13.Volume = "13"
	type outline struct{ Year, Month, Day, Container, Volume, Pages, Publisher, DOI, ArXiv, Authors, Type, Conflicts string }
	for _, test := range []struct {
		name string
		a, b Reference
		want outline
	}{
		{"a preprint and what was published of it", preprint, published,
			outline{"2020", "5", "7", "Journal of Quiet", "12", "1–9", "", "10.5555/jq.12", "1902.01234", "Roe, Lind", "article", ""}},
		{"all authors, and et al.", published, short,
			outline{"2020", "5", "7", "Journal of Quiet", "12", "1–9", "Quiet Press", "10.5555/jq.12", "", "Roe, Lind", "article", ""}},
		{"another volume", published, volume13,
			outline{"2020", "5", "7", "Journal of Quiet", "12", "1–9", "", "10.5555/jq.12", "", "Roe, Lind", "article", "volume 12 13"}},
	} {
		for _, facts := range [][]Reference{{test.a, test.b}, {test.b, test.a}} {
			var b Bibliography
			for i := range facts {
				b.Add(fmt.Sprint("fact-", i), &facts[i])
			}
			works := b.Works()
			if len(works) != 1 {
				t.Errorf("%s: %d works", test.name, len(works))
				continue
			}
			r := &works[0].Reference
			var families, conflicts []string
			for _, n := range r.Authors {
				families = append(families, n.Family)
			}
			for _, c := range works[0].Conflicts {
				stated := []string{c.Kept, c.Other}
				slices.Sort(stated)
				conflicts = append(conflicts, c.Field+" "+strings.Join(stated, " "))
			}
			want := test.want
			if test.want.Conflicts != "" {
				want.Volume = facts[0].Volume
			}
			got := outline{r.Year, fmt.Sprint(r.Month), r.Day, r.Container, r.Volume, r.Pages, r.Publisher, r.DOI, r.ArXiv, strings.Join(families, ", "), string(r.Type), strings.Join(conflicts, "; ")}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, first the %s (-want +got):\n%s", test.name, facts[0].Type, diff)
			}
		}
	}
}
