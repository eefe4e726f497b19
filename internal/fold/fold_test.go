package fold

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/text"
)

// TestFoldLetters holds that letters are folded by table as they are without one,
// alone and in any company.
func TestFoldLetters(t *testing.T) {
	var letters []rune
	for r := rune(1); r <= text.LastLatin; r++ {
		if !strings.ContainsRune(`\{$`, r) { // LaTeX's notation is decoded before
			letters = append(letters, r)
		}
	}
	for r := text.FirstMark; r <= text.LastMark; r++ {
		letters = append(letters, r)
	}
	check := func(text string) {
		t.Helper()
		text = "é" + text
		if got, want := Letters(text), lettersOfUnicode(text); got != want {
			t.Fatalf("foldLetters(%q) = %q, without a table %q", text, got, want)
		}
	}
	for _, r := range letters {
		check(string(r))
	}
	others := []rune{'\u0301', '\u0327', 'α', 'Ж', 'ﬁ', '한', '中', '\u00A0', '\u200B', '\u2044', utf8.RuneError}
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		text := make([]rune, 1+random.IntN(40))
		for i := range text {
			text[i] = letters[random.IntN(len(letters))]
			if random.IntN(200) == 0 {
				text[i] = others[random.IntN(len(others))]
			}
		}
		check(string(text))
	}
	check("M\xfcller")
}
