package citation

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestFoldLetters holds that letters are folded by table as they are without one,
// alone and in any company.
func TestFoldLetters(t *testing.T) {
	var letters []rune
	for r := rune(1); r <= lastLatin; r++ {
		if !strings.ContainsRune(`\{$`, r) { // LaTeX's notation is decoded before
			letters = append(letters, r)
		}
	}
	for r := firstMark; r <= lastMark; r++ {
		letters = append(letters, r)
	}
	check := func(text string) {
		t.Helper()
		text = "é" + text
		if got, want := foldLetters(text), foldUnicode(text); got != want {
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

// TestCleanTextKeepsWhatIsClean holds that no text is taken for clean that cleaning
// would change.
func TestCleanTextKeepsWhatIsClean(t *testing.T) {
	var letters []rune
	for r := rune(0); r < 0x3000; r++ {
		letters = append(letters, r)
	}
	check := func(text string) {
		t.Helper()
		if got, want := cleanText(text), cleaned(text); got != want {
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
			text[i] = letters[random.IntN(lastLatin+40)]
		}
		check(string(text))
	}
	check("M\xfcller")
}

// TestOrdinals holds that every ordinal ends as ordinals do.
func TestOrdinals(t *testing.T) {
	for word, n := range ordinals {
		if got := ordinalOf(word); got != n {
			t.Errorf("ordinalOf(%q) = %d, want %d", word, got, n)
		}
	}
	for word, n := range tens {
		if got := tenOf(word); got != n {
			t.Errorf("tenOf(%q) = %d, want %d", word, got, n)
		}
	}
	for word, want := range map[string]int{"13th": 13, "1st": 1, "thirty-sixth": 36, "th": 0, "": 0, "north": 0, "13": 0} {
		if got := ordinalOf(word); got != want {
			t.Errorf("ordinalOf(%q) = %d, want %d", word, got, want)
		}
	}
}

// TestWordShapes holds that no word is taken for one that is not on a list.
func TestWordShapes(t *testing.T) {
	for british, american := range britishWords {
		if got := americanSpelling(british); got != american {
			t.Errorf("americanSpelling(%q) = %q, want %q", british, got, american)
		}
	}
}
