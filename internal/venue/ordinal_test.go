package venue

import (
	"strings"
	"testing"
)

// TestOrdinals holds that every ordinal ends as ordinals do.
func TestOrdinals(t *testing.T) {
	ones := strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
	for i, word := range ones {
		if got := Ordinal(word); got != i+1 {
			t.Errorf("%q is %d, want %d", word, got, i+1)
		}
	}
	for i, ten := range strings.Fields("twent thirt fort fift sixt sevent eight ninet") {
		n := 10 * (i + 2)
		if got := Ordinal(ten + "ieth"); got != n {
			t.Errorf("%qieth is %d, want %d", ten, got, n)
		}
		if got := tenOf(ten + "y"); got != n {
			t.Errorf("%qy is %d, want %d", ten, got, n)
		}
		for unit := range 9 {
			if got := Ordinal(ten + "y-" + ones[unit]); got != n+unit+1 {
				t.Errorf("%qy-%s is %d, want %d", ten, ones[unit], got, n+unit+1)
			}
		}
	}
	for word, want := range map[string]int{"13th": 13, "1st": 1, "thirty-sixth": 36, "th": 0, "": 0, "hundredth": 100, "twenty-tenth": 0, "felt-first": 0, "1234th": 1234, "12345th": 0, "3xth": 0, "2nd": 2, "3rd": 3, "2and": 0, "north": 0, "13": 0} {
		if got := Ordinal(word); got != want {
			t.Errorf("ordinalOf(%q) = %d, want %d", word, got, want)
		}
	}
}
