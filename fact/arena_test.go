package fact

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestArena keeps strings of all lengths and compares them when all were kept.
func TestArena(t *testing.T) {
	var a arena
	var want, got []string
	for length := range 2 * arenaSize / 8 {
		text := bytes.Repeat([]byte{byte('a' + length%26)}, length)
		want = append(want, string(text))
		got = append(got, a.keep(text))
		clear(text) // the caller's own
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
