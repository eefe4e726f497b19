package main

import "testing"

func TestLimitLeavesRoomForGarbage(t *testing.T) {
	const megabyte = 1 << 20
	for _, test := range []struct{ alive, want int64 }{
		{alive: 0, want: 176 * megabyte},
		{alive: 140 * megabyte, want: 176 * megabyte},
		{alive: 150 * megabyte, want: 300 * megabyte},
		{alive: 1000 * megabyte, want: 2000 * megabyte},
	} {
		if got := limitFor(test.alive); got != test.want {
			t.Errorf("with %d MiB alive the limit is %d MiB, want %d MiB", test.alive/megabyte, got/megabyte, test.want/megabyte)
		}
	}
}
