package text

import "testing"

func TestNumberedHasWhatWasAdded(t *testing.T) {
	var n Numbered[uint32]
	const count = 3*pageLength + 5
	for i := range uint32(count) {
		if n.Len() != int(i) {
			t.Fatalf("%d values are counted as %d", i, n.Len())
		}
		n.Add(2 * i)
		*n.At(i) += 1
	}
	for i := range uint32(count) {
		if got := *n.At(i); got != 2*i+1 {
			t.Fatalf("value %d is %d", i, got)
		}
	}
}
