package text

import (
	"math/rand/v2"
	"testing"
)

// TestCleanTextKeepsWhatIsClean holds that no text is taken for clean that cleaning
// would change.
func TestCleanTextKeepsWhatIsClean(t *testing.T) {
	var letters []rune
	for r := rune(0); r < 0x3000; r++ {
		letters = append(letters, r)
	}
	check := func(text string) {
		t.Helper()
		if got, want := CleanText(text), cleaned(text); got != want {
			t.Fatalf("cleanText(%q) = %q, want %q", text, got, want)
		}
	}
	for _, r := range letters {
		check(string(r))
		check("a" + string(r) + "é")
		check("é " + string(r))
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		text := make([]rune, 1+random.IntN(12))
		for i := range text {
			text[i] = letters[random.IntN(LastLatin+40)]
		}
		check(string(text))
	}
	check("M\xfcller")
}
