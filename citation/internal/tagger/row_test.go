package tagger

import "testing"

// TestRow holds that the lanes of a sum of rows are the sums of their lanes, of as many rows as
// a token has features, and of as many again that bring them back.
func TestRow(t *testing.T) {
	var sum row
	var want, got [Labels]int32
	add := func(weight func(label Label) int8) {
		var r row
		for label := range Label(Labels) {
			r.set(label, weight(label))
			want[label] += int32(weight(label))
		}
		for i := range sum {
			sum[i] += r[i]
		}
	}
	check := func() {
		t.Helper()
		if sum.lanes(&got); got != want {
			t.Errorf("lanes %v, want %v", got, want)
		}
	}
	for n := range Features {
		add(func(label Label) int8 { return [...]int8{-128, 127, int8(n), 0}[(n/Features+int(label))%4] })
		check()
	}
	for range Features {
		add(func(label Label) int8 { return [...]int8{127, -128, -1, 1}[label%4] })
		check()
	}
}
