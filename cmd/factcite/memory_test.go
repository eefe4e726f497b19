package main

import "testing"

func TestLimitLeavesRoomForGarbage(t *testing.T) {
	const megabyte = 1 << 20
	for _, test := range []struct{ alive, limit, want uint64 }{
		{alive: 0, limit: 176 * megabyte, want: 176 * megabyte},
		{alive: 140 * megabyte, limit: 176 * megabyte, want: 176 * megabyte},
		{alive: 150 * megabyte, limit: 176 * megabyte, want: 352 * megabyte},
		{alive: 1000 * megabyte, limit: 176 * megabyte, want: 1408 * megabyte},
		{alive: 10 * megabyte, limit: 352 * megabyte, want: 352 * megabyte},
	} {
		if got := limitFor(test.alive, test.limit); got != test.want {
			t.Errorf("with %d MiB alive and a limit of %d MiB, it becomes %d MiB, want %d MiB",
				test.alive/megabyte, test.limit/megabyte, got/megabyte, test.want/megabyte)
		}
	}
}
