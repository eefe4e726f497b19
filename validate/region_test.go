package validate

import (
	"slices"
	"testing"
)

// TestTiesAreInOrder holds that ties of more pages than one are read in order, and found by
// their hashes whatever their sides.
func TestTiesAreInOrder(t *testing.T) {
	list := newTies()
	defer list.close()
	const count = tiesInMemory + 1000
	for i := range uint64(count) {
		list.add(tie{tieOfClue.hash(i*0x9E3779B97F4A7C15) | i%3, recordAt{uint32(i % 7), uint32(i)}})
	}
	var all []tie
	for one := range list.all() {
		all = append(all, one)
	}
	if len(all) != count || list.count != count || !slices.IsSortedFunc(all, tie.compare) {
		t.Errorf("%d of %d ties are read, in order: %t", len(all), count, slices.IsSortedFunc(all, tie.compare))
	}
}

// TestARecordThatComesIsBetweenThoseThatStay holds where records are before and after a change.
func TestARecordThatComesIsBetweenThoseThatStay(t *testing.T) {
	all := changes{3: {part: 3, first: 4, was: 6, is: 9}}
	for _, c := range []struct {
		at, want recordAt
		gone     bool
	}{
		{at: recordAt{2, 5}, want: recordAt{2, 5}},
		{at: recordAt{3, 3}, want: recordAt{3, 3}},
		{at: recordAt{3, 4}, gone: true},
		{at: recordAt{3, 5}, gone: true},
		{at: recordAt{3, 6}, want: recordAt{3, 9}},
	} {
		if all.isGone(c.at) != c.gone {
			t.Errorf("%v is gone: %t", c.at, !c.gone)
		}
		if now := all.now(c.at); !c.gone && (now != c.want || all.before(now) != c.at) {
			t.Errorf("%v is %v now, which was %v", c.at, now, all.before(now))
		}
	}
	fresh := &member{at: recordAt{3, 4}, turn: 2, new: true}
	g := &region{revision: &revision{changes: all}}
	if now := g.now(fresh); now != (recordAt{3, 6}) {
		t.Errorf("the third record that comes is %v", now)
	}
}
