package ground

import (
	"bytes"
	"cmp"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// phrases returns a text of words of a small vocabulary, so that much of it recurs.
func phrases(random *rand.Rand, words int) string {
	vocabulary := strings.Fields("the mill of river turbines hummed for 3,412 days at Torrby and nobody grieved but (see above) felt rims [12] stayed quiet. Not wheel quarry")
	var b strings.Builder
	for range words {
		b.WriteString(vocabulary[random.IntN(len(vocabulary))])
		b.WriteByte(' ')
	}
	return b.String()
}

// What the filter of runs of letters spares finds nothing that reading the whole would.
func TestSearchIsIndex(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		letters := compact(phrases(random, random.IntN(200)))
		in := newSearched(letters)
		for range 20 {
			from := random.IntN(len(letters) + 1)
			what := bytes.Clone(letters[from:min(len(letters), from+random.IntN(40))])
			if len(what) > 0 && random.IntN(2) == 0 {
				what[random.IntN(len(what))] = "abcxyz019"[random.IntN(9)]
			}
			after := random.IntN(len(letters) + 2)
			want := bytes.Index(letters, what)
			if i := bytes.Index(letters[min(after, len(letters)):], what); i >= 0 && after < len(letters) {
				want = after + i
			}
			q := words{budget: wholeBudget}
			if got := q.search(&in, what, after); got != want {
				t.Fatalf("%q is at %d of %q from %d on, want %d", what, got, letters, after, want)
			}
		}
	}
}

// Letters that a text does not have are not searched for at all.
func TestSearchSpares(t *testing.T) {
	in := newSearched(compact(phrases(rand.New(rand.NewPCG(5, 6)), 5000)))
	q := words{budget: wholeBudget}
	if q.search(&in, []byte("themillofriverturbineshammered"), 0) >= 0 || q.budget != wholeBudget {
		t.Errorf("%d bytes were read for letters that the filter rules out", wholeBudget-q.budget)
	}
	if q.search(&in, []byte("themill"), 0) < 0 || q.budget != wholeBudget-len(in.letters) {
		t.Error("what is too short for the filter is not searched for")
	}
	long := newSearched(make([]byte, longestGram+1))
	if q.search(&long, []byte("themillofriver"), 0) >= 0 || q.budget != wholeBudget-len(in.letters)-len(long.letters) {
		t.Error("a text that is too long for the filter is not read")
	}
}

func TestSortedFrom(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for _, most := range []uint64{1, 200, 1 << 9, 1 << 20, 1 << 40} {
		list := make([]uint64, 500)
		for i := range list {
			list[i] = random.Uint64N(most)<<16 | random.Uint64N(1<<16)
		}
		want := slices.Clone(list)
		slices.SortStableFunc(want, func(a, b uint64) int { return cmp.Compare(a>>16, b>>16) })
		if got := sortedFrom(list, 16); !slices.Equal(got, want) {
			t.Errorf("below %d: not in order, or equal ones in another", most)
		}
	}
}

// windowsPlainly finds what windows does by sorting all places and all stretches.
func (t *Text) windowsPlainly(q *words, from, to int) []window {
	type hit struct{ place, word int }
	var seeds []int
	for i := from; i < to; i++ {
		if q.list[i].id != 0 {
			seeds = append(seeds, i)
		}
	}
	slices.SortStableFunc(seeds, func(a, b int) int { return cmp.Compare(t.count(q.list[a].id), t.count(q.list[b].id)) })
	var hits []hit
	for _, i := range seeds {
		for j := range t.occurrences(q.list[i].id, min(seedOccurrences, mostSeeds-len(hits))) {
			hits = append(hits, hit{j - (i - from), i})
		}
	}
	slices.SortFunc(hits, func(a, b hit) int { return cmp.Or(a.place-b.place, a.word-b.word) })
	weight := func(h hit) float64 {
		return float64(min(len(q.word(h.word)), 8)) / math.Log2(float64(2+t.count(q.list[h.word].id)))
	}
	length := to - from
	var found []window
	sum, first := 0.0, 0
	for _, h := range hits {
		sum += weight(h)
		for h.place-hits[first].place > length/2+6 {
			sum -= weight(hits[first])
			first++
		}
		w := window{hits[first].place, h.place + length, sum}
		if n := len(found); n == 0 || found[n-1].to <= w.from || found[n-1].from >= w.to {
			found = append(found, w)
		} else if w.weight > found[n-1].weight {
			found[n-1] = w
		}
	}
	slices.SortStableFunc(found, func(a, b window) int { return cmp.Compare(b.weight, a.weight) })
	found = found[:min(len(found), mostWindows)]
	for i := range found {
		found[i].from, found[i].to = max(0, found[i].from-4), min(len(t.words.list), found[i].to+4)
	}
	return found
}

// The stretches that are aligned are those that sorting everything gives.
func TestWindowsArePlain(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for range 200 {
		text := NewText(Reading{Text: phrases(random, 1+random.IntN(3000))})
		q := readWords(phrases(random, 1+random.IntN(longestPiece)))
		text.recognise(&q)
		to := min(len(q.list), longestPiece)
		if got, want := text.windows(&q, 0, to), text.windowsPlainly(&q, 0, to); !reflect.DeepEqual(got, want) {
			t.Fatalf("%v of %q, want %v", got, q.raw, want)
		}
	}
}
