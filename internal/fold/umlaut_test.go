package fold

import (
	"testing"
)

// FuzzWithoutUmlauts holds that a word in which nothing is spelled out is left as it is, and
// no other.
func FuzzWithoutUmlauts(f *testing.F) {
	for _, word := range []string{"", "e", "ae", "mueller", "roe", "aaee", "eau", "goethe", "uee"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if got, want := WithoutUmlauts(word), umlauts.Replace(word); got != want {
			t.Errorf("%q without umlauts is %q, want %q", word, got, want)
		}
	})
}
