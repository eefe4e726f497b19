package ground

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// Looking only at numbers near a reading of a fact's number finds the same as comparing
// with all of them.
func TestNumbersNearAReadingAreEnough(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	forms := []string{"%d", "%d.5", "0.%d", "1,%03d", "%d %%", "%d km", "%d m", "%d mm", "-%d", "$%d million", "about %d", "over %d00", "%d °F", "%d °C", "%dk", "%d of 97", "1.%03d,5", "%d × 10⁻³", "%d 500", "%d hours and 30 minutes", "%d/12"}
	sentence := func(n int) string {
		var b strings.Builder
		for range n {
			fmt.Fprintf(&b, forms[random.IntN(len(forms))]+" carts; ", 1+random.IntN(120))
		}
		return b.String()
	}
	none := func(int) bool { return false }
	bornOut := 0
	for range 300 {
		text, fact := readWords(sentence(30)), readWords(sentence(3))
		fact.budget = wholeBudget
		all := newStatedNumbers(&text, quantities(&text, none))
		for _, n := range quantities(&fact, none) {
			want := false
			for i := range all.numbers {
				want = want || n.isSameAs(&all.numbers[i])
			}
			if want {
				bornOut++
			}
			if got := all.same(&fact, &n, passage{}) != nil; got != want {
				t.Errorf("%q in %q: found is %v, want %v", fact.raw[fact.list[n.from].start:fact.list[n.to-1].end], text.raw, got, want)
			}
		}
	}
	if bornOut < 100 {
		t.Errorf("only %d numbers are borne out", bornOut)
	}
}
