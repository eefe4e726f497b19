package index

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/factcite/factcite/authority"
	"github.com/factcite/factcite/authority/internal/worktest"
	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/generate/dblp"
	"github.com/factcite/factcite/internal/golden"
)

// misspelling is a way in which a title is written wrong.
type misspelling struct {
	name    string
	atLeast float64 // share of the titles that are found all the same
	write   func(r *rand.Rand, title string) string
}

var misspellings = []misspelling{
	{"as it is", 1, func(_ *rand.Rand, title string) string { return title }},
	{"two letters swapped", 0.99, inLongWord(func(r *rand.Rand, w []byte) []byte {
		i := 1 + r.IntN(len(w)-2)
		w[i], w[i+1] = w[i+1], w[i]
		return w
	})},
	{"a letter dropped", 0.99, inLongWord(func(r *rand.Rand, w []byte) []byte {
		i := 1 + r.IntN(len(w)-1)
		return append(w[:i], w[i+1:]...)
	})},
	{"a letter doubled", 0.99, inLongWord(func(r *rand.Rand, w []byte) []byte {
		i := r.IntN(len(w))
		return append(w[:i+1], w[i:]...)
	})},
	{"another letter", 0.99, inLongWord(func(r *rand.Rand, w []byte) []byte {
		w[1+r.IntN(len(w)-1)] = byte('a' + r.IntN(26))
		return w
	})},
	{"a typo in the longest word", 0.99, func(r *rand.Rand, title string) string {
		words := strings.Fields(title)
		longest := 0
		for i, w := range words {
			if len(w) > len(words[longest]) {
				longest = i
			}
		}
		words[longest] = words[longest][:2] + words[longest][3:]
		return strings.Join(words, " ")
	}},
	{"typos in two words", 0.98, func(r *rand.Rand, title string) string {
		swap := inLongWord(func(r *rand.Rand, w []byte) []byte {
			w[1], w[2] = w[2], w[1]
			return w
		})
		return swap(r, swap(r, title))
	}},
	{"a word missing", 0.99, func(r *rand.Rand, title string) string {
		words := strings.Fields(title)
		if len(words) < 5 {
			return title
		}
		i := r.IntN(len(words))
		return strings.Join(append(words[:i:i], words[i+1:]...), " ")
	}},
	{"the sub-title lost", 1, func(_ *rand.Rand, title string) string {
		main, _, _ := strings.Cut(title, ": ")
		return main
	}},
	{"the sub-title lost and a typo", 0.9, func(r *rand.Rand, title string) string {
		main, _, _ := strings.Cut(title, ": ")
		if strings.Count(main, " ") < 3 {
			main = title
		}
		return inLongWord(func(r *rand.Rand, w []byte) []byte { return append(w[:1], w[2:]...) })(r, main)
	}},
}

// inLongWord changes one word of at least five letters, if there is one.
func inLongWord(change func(*rand.Rand, []byte) []byte) func(*rand.Rand, string) string {
	return func(r *rand.Rand, title string) string {
		words := strings.Fields(title)
		var long []int
		for i, w := range words {
			if len(strings.Trim(w, ":")) >= 5 {
				long = append(long, i)
			}
		}
		if len(long) == 0 {
			return title
		}
		i := long[r.IntN(len(long))]
		words[i] = string(change(r, []byte(words[i])))
		return strings.Join(words, " ")
	}
}

// TestTyposAreFound measures how many titles are found for each way of writing
// them wrong, without and with their authors.
func TestTyposAreFound(t *testing.T) {
	works, sample := 4000, 300
	if worktest.IsLong() {
		works, sample = 20_000, 2000
	}
	x := opened(t, built(t, dumpOf("dblp.xml", generated(t, 1, works))))
	for _, m := range misspellings {
		t.Run(m.name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			found, first := 0, 0
			for range sample {
				work := dblp.New(1, r.IntN(works))
				got, err := x.Find(t.Context(), &authority.Query{Title: m.write(r, work.Title), Authors: []citation.Name{authorName(work.Authors[0])}})
				if err != nil {
					t.Fatal(err)
				}
				for i, w := range got {
					if w.Origin.Key == work.Key {
						found++
						if i == 0 {
							first++
						}
						break
					}
				}
			}
			t.Logf("%.2f %% found, %.2f %% first", 100*float64(found)/float64(sample), 100*float64(first)/float64(sample))
			if share := float64(found) / float64(sample); share < m.atLeast {
				t.Errorf("%.2f %% of the titles are found, want at least %.1f %%", 100*share, 100*m.atLeast)
			}
		})
	}
}

// alikeTitles are works whose titles differ in a word or two, some with a sub-title, each by two
// of six people.
func alikeTitles() string {
	var b strings.Builder
	n := 0
	people := []string{"Lee, Ann", "Park, Bo", "Roe, Cy", "Lind, Dag", "Falk, Eve", "Moss, Fay"}
	for _, rim := range []string{"Felt", "Oak", "Iron"} {
		for _, cart := range []string{"quiet carts", "heavy carts", "old wagons"} {
			for _, place := range []string{"in winter", "on gravel", "at sea: a survey of the coast"} {
				fmt.Fprintf(&b, "@article{w%d, title = {%s rims for %s %s}, author = {%s and %s}, year = %d, journal = {Journal of Felt}}\n",
					n, rim, cart, place, people[n%6], people[(n+1)%6], 2000+n%5)
				n++
			}
		}
	}
	return b.String()
}

// TestAlikeTitles holds which works are found of titles that are like many, in their order: with
// nothing else, with an author, with the first author and the year, and with somebody else.
func TestAlikeTitles(t *testing.T) {
	x := opened(t, built(t, dumpOf("alike.bib", []byte(alikeTitles()))))
	var got strings.Builder
	for _, title := range []string{
		"Felt rims for quiet carts in winter", "Felt rims for quite carts in winter", "Felt rims for quiet carts", "Felt rims quiet carts winter", "Rims for carts in winter",
		"Oak rims for heavy carts at sea", "Oak rims for heavy carts at sea: a survey of the coast", "A survey of the coast", "Oak rims for heavy carts at see", "Oak rims for heavy carts at sea: a study of the coast",
		"Iron rims for old wagons", "Iron rims of old wagons on gravel", "Iron rim for old wagon on gravel", "Steel rims for old wagons on gravel", "Steel tyres for young horses on sand", "rims", "gravel",
	} {
		fmt.Fprintf(&got, "%s\n", title)
		for _, q := range []authority.Query{
			{Title: title},
			{Title: title, Authors: []citation.Name{{Family: "Park"}}},
			{Title: title, Authors: []citation.Name{{Given: "Ann", Family: "Lee"}}, Year: "2002"},
			{Title: title, Authors: []citation.Name{{Given: "Zoe", Family: "Zorn"}}, Year: "2002"},
		} {
			found, err := x.Find(t.Context(), &q)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&got, "\t%d: %s\n", len(found), strings.Join(keys(found), " "))
		}
	}
	golden.Compare(t, "testdata/alike.txt", got.String())
}
