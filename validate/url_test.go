package validate

import (
	"math/rand/v2"
	"testing"
)

func TestPlainAddressesAreWellFormed(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	pieces := []string{"https://", "http://", "carts", ".", "example.org", "-", "/", "?", "#", "=", "%", "%20", ":", "80", "@", "[", "é", " ", "a", "&", "~", "<", ";", "'", "("}
	plain := 0
	for range 50_000 {
		s := pieces[random.IntN(2)]
		for range random.IntN(7) {
			s += pieces[random.IntN(len(pieces))]
		}
		if !isPlainURL(s) {
			continue
		}
		plain++
		if reason := judgedURL(s); reason != "" {
			t.Errorf("%q counts as plain and %s", s, reason)
		}
	}
	if plain < 200 {
		t.Errorf("only %d addresses were plain", plain)
	}
}
