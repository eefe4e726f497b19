package tagger

import "testing"

// TestRow holds that the lanes of a sum of rows are the sums of their lanes, for as many rows as
// a token has features, and the greatest weights that they may have.
func TestRow(t *testing.T) {
	for seed := range 4 {
		var sum row
		var want, got [Labels]int32
		for n := range Features {
			var r row
			for label := range Labels {
				weight := [...]int{-mostWeight, mostWeight, n%3 - 1, mostWeight - n%(2*mostWeight)}[(label+seed)%4]
				r.set(Label(label), weight)
				want[label] += int32(weight)
			}
			for i := range sum {
				sum[i] += r[i]
			}
			top := want[0]
			for _, w := range want {
				top = max(top, w)
			}
			if most := sum.lanes(&got); got != want || most != top {
				t.Fatalf("%d rows: lanes %v, the greatest %d, want %v, %d", n+1, got, most, want, top)
			}
		}
	}
}
