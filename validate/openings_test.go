package validate

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestOpenings holds the look at eight letters at once, and at the hashes of heads,
// against asking at every word for every phrase.
func TestOpenings(t *testing.T) {
	phrases := chromePhrases()
	o := newOpenings(phrases)
	plain := func(text string) string {
		for word := 0; ; {
			for _, phrase := range phrases {
				if strings.HasPrefix(text[word:], phrase) {
					return phrase
				}
			}
			space := strings.IndexByte(text[word:], ' ')
			if space < 0 {
				return ""
			}
			word += space + 1
		}
	}
	words := strings.Fields(strings.Join(phrases, " ") + " a s sk é 'skip x ₠ \x80 \xa0 \xff")
	random := rand.New(rand.NewPCG(3, 4))
	found := 0
	for range 100_000 {
		var text []string
		for range random.IntN(9) {
			text = append(text, words[random.IntN(len(words))])
		}
		if random.IntN(4) == 0 {
			text = append(text, phrases[random.IntN(len(phrases))])
		}
		s := strings.Join(text, " ")
		want := plain(s)
		if want != "" {
			found++
		}
		if got := o.first([]byte(s)); got != want {
			t.Fatalf("in %q it finds %q, want %q", s, got, want)
		}
	}
	if found < 10_000 {
		t.Errorf("only %d texts hold a phrase", found)
	}
}
