package spill

import (
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRunsAreMergedInPasses holds that no more than so many runs are read at a time, that
// what is merged comes in order, equal values in the order in which they came, and that
// the disk is empty at the end.
func TestRunsAreMergedInPasses(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	random := rand.New(rand.NewPCG(1, 2))
	const values = 3*maxRuns*maxRuns/64 + 7
	for name, order := range map[string]func(a, b *value) int{
		"in order":     func(a, b *value) int { return a.Number - b.Number },
		"as they came": nil,
	} {
		t.Run(name, func(t *testing.T) {
			s := New(2, order, Packed(packValue, unpackValue))
			var want []value
			for i := range values {
				f := value{Number: random.IntN(50), Text: strconv.Itoa(i)}
				want = append(want, f)
				if err := s.Add(f); err != nil {
					t.Fatal(err)
				}
				for _, l := range s.levels {
					if len(l.ends) >= maxRuns && order != nil {
						t.Fatalf("%d runs of one length", len(l.ends))
					}
				}
			}
			if order != nil {
				slices.SortStableFunc(want, func(a, b value) int { return order(&a, &b) })
			}
			for range 2 {
				var got []value
				for f, err := range s.All() {
					if err != nil {
						t.Fatal(err)
					}
					got = append(got, f)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("(-want +got):\n%s", diff)
				}
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			if left, _ := os.ReadDir(folder); len(left) > 0 {
				t.Errorf("%s is left behind", left[0].Name())
			}
		})
	}
}
