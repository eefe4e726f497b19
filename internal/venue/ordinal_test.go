package venue

import (
	"testing"
)

// TestOrdinals holds that every ordinal ends as ordinals do.
func TestOrdinals(t *testing.T) {
	for word, n := range Ordinals {
		if got := Ordinal(word); got != n {
			t.Errorf("ordinalOf(%q) = %d, want %d", word, got, n)
		}
	}
	for word, n := range tens {
		if got := tenOf(word); got != n {
			t.Errorf("tenOf(%q) = %d, want %d", word, got, n)
		}
	}
	for word, want := range map[string]int{"13th": 13, "1st": 1, "thirty-sixth": 36, "th": 0, "": 0, "north": 0, "13": 0} {
		if got := Ordinal(word); got != want {
			t.Errorf("ordinalOf(%q) = %d, want %d", word, got, want)
		}
	}
}
