package compare

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/internal/fold"
)

func TestCompareTitles(t *testing.T) {
	tests := []struct {
		name, a, b string
		want       Closeness
	}{
		{"case", "Felt Rims for Quiet Carts", "felt rims for quiet carts", SameTitle},
		{"LaTeX", `{F}elt rims of G{\"o}del \& Na{\"\i}ve $\alpha$ carts`, "Felt Rims of Gödel and Naïve α Carts", SameTitle},
		{"punctuation", "Felt rims: for quiet carts?", "Felt rims for quiet carts.", SameTitle},
		{"hyphens and gaps", "Multi-wheel pre-training of carts", "Multiwheel Pretraining of Carts", SameTitle},
		{"British spelling", "Colour and the behaviour of optimised carts", "Color and the Behavior of Optimized Carts", SameTitle},
		{"leading article", "The felt rims of carts", "Felt Rims of Carts", SameTitle},
		{"character references", "Felt rims &amp; carts&apos; noise", "Felt rims and carts' noise", SameTitle},
		{"tags", "Noise of CO<sub>2</sub> carts on <i>felt</i> rims", "Noise of CO2 carts on felt rims", SameTitle},
		{"Cyrillic", "Войлочные колёса", "Voilochnye kolesa", SameTitle},
		{"lost sub-title", "Felt rims", "Felt rims: a survey of quiet carts", PartTitle},
		{"lost main title", "A survey of quiet wooden carts", "Felt rims: a survey of quiet wooden carts", PartTitle},
		{"lost heading", "Will we run out of felt?", "Position: will we run out of felt?", PartTitle},
		{"lost sub-title behind other marks", "Felt vs. straw rims - 2nd edition", "Felt vs. straw rims - 2nd edition: a tale of gravel", PartTitle},
		{"lost sub-title behind a question", "Felt or straw?", "Felt or straw? A tale of gravel", PartTitle},
		{"cut short", "Felt rims and their use in…", "Felt rims and their use in quiet carts", PartTitle},
		{"another part", "Felt rims", "Felt rims: Part II", OtherTitle},
		{"a notice of the work", "Felt rims for carts", "Retraction: Felt rims for carts", OtherTitle},
		{"two notices of one work", "Retraction note: Felt rims for carts", "Retraction note: felt rims for carts.", SameTitle},
		{"a reply", "Felt rims for carts", "Felt rims for carts: Reply", OtherTitle},
		{"number of the part", "Felt rims, part 1", "Felt rims, part I", SameTitle},
		{"typo", "Felt rims for qiuet carts", "Felt rims for quiet carts", TypoTitle},
		{"plural", "Felt rims for quiet cart", "Felt rims for quiet carts", TypoTitle},
		{"two typos", "Felt rimms for quiet charts", "Felt rims for quiet carts", TypoTitle},
		{"three typos", "Feltt rimms for quiet charts", "Felt rims for quiet carts", NearTitle},
		{"two letters of a long word", "Felt rims for transprotatoin on gravel", "Felt rims for transportation on gravel", TypoTitle},
		{"three letters of a long word", "Felt rims for trunsprotatoin on gravel", "Felt rims for transportation on gravel", NearTitle},
		{"two letters of a short word", "Felt rims for qiuet carrts", "Felt rims for quiet carts", TypoTitle},
		{"two letters of one short word", "Felt rims for qeitu carts", "Felt rims for quiet carts", NearTitle},
		{"a word that the other has twice", "Felt on felt on felt rims for carts", "Felt on felt rims for carts and hats of straw and wool", OtherTitle},
		{"another word", "Felt rims for silent carts", "Felt rims for quiet carts", NearTitle},
		{"a word less", "Felt rims for carts on gravel", "Felt rims for quiet carts on gravel", NearTitle},
		{"half of it", "Felt rims for quiet carts", "Felt hats for loud trains", OtherTitle},
		{"another number", "CartNet v2: felt rims for all", "CartNet v3: felt rims for all", OtherTitle},
		{"another numeral", "On felt rims and carts II", "On felt rims and carts III", OtherTitle},
		{"one number more", "Felt rims for 3 quiet carts", "Felt rims for quiet carts", OtherTitle},
		{"short", "Felt rims", "Felt hats", OtherTitle},
		{"generic", "Introduction", "Introduction: felt rims", OtherTitle},
		{"none", "", "Felt rims", OtherTitle},
		{"no letters", "???", "!!!", OtherTitle},
	}
	for _, test := range tests {
		a, b := fold.NewTitle(test.a), fold.NewTitle(test.b)
		if got := Titles(&a, &b); got != test.want {
			t.Errorf("%s: %q and %q are %d, want %d", test.name, test.a, test.b, got, test.want)
		}
		if got := Titles(&b, &a); got != test.want {
			t.Errorf("%s: the other way round %d, want %d", test.name, got, test.want)
		}
	}
}

// TestNumeralsOfTitles holds that a numeral that one title has and the other has not tells two
// works apart, which another short word does not.
func TestNumeralsOfTitles(t *testing.T) {
	plain := fold.NewTitle("On felt rims and quiet carts")
	for word, want := range map[string]Closeness{
		"II": OtherTitle, "III": OtherTitle, "IV": OtherTitle, "VI": OtherTitle, "VII": OtherTitle, "VIII": OtherTitle, "IX": OtherTitle, "2": OtherTitle, "v2": OtherTitle, "2D": OtherTitle,
		"now": NearTitle, "mix": NearTitle, "X": NearTitle,
	} {
		other := fold.NewTitle("On felt rims and quiet carts " + word)
		if got := Titles(&plain, &other); got != want {
			t.Errorf("with %q more: %d, want %d", word, got, want)
		}
	}
}

// TestLongTitles holds that titles of very many words are compared as a whole alone.
func TestLongTitles(t *testing.T) {
	var words []string
	for i := range MaxTitleWords + 1 {
		words = append(words, strings.Repeat("felt", 1+i/26)+string(rune('a'+i%26)))
	}
	for n, want := range map[int]Closeness{MaxTitleWords: TypoTitle, MaxTitleWords + 1: OtherTitle} {
		a, b := fold.NewTitle(strings.Join(words[:n], " ")), fold.NewTitle(strings.Join(words[:n], " ")+"x")
		if got := Titles(&a, &b); got != want {
			t.Errorf("a typo in %d words: %d, want %d", n, got, want)
		}
	}
}

// TestEditDistance holds that the letters between two words are counted as the definition has it.
func TestEditDistance(t *testing.T) {
	words := []string{""}
	for from := 0; len(words[from]) < 5; from++ {
		words = append(words, words[from]+"a", words[from]+"b", words[from]+"c")
	}
	for i, a := range words {
		for _, b := range []string{words[i/2], words[(i*7)%len(words)], words[len(words)-1-i], "abca", "bacb"} {
			for limit := range 4 {
				if got, want := editDistance(a, b, limit), min(distance(a, b), limit+1); got != want {
					t.Fatalf("editDistance(%q, %q, %d) = %d, want %d", a, b, limit, got, want)
				}
			}
		}
	}
	if got := editDistance(strings.Repeat("ab", 40), strings.Repeat("cd", 40), 2); got != 3 {
		t.Errorf("between long words it is %d", got)
	}
}

// distance counts what is added, left out, replaced, or swapped with its neighbour.
func distance(a, b string) int {
	if a == "" || b == "" {
		return len(a) + len(b)
	}
	n := min(distance(a[1:], b), distance(a, b[1:])) + 1
	change := 1
	if a[0] == b[0] {
		change = 0
	}
	n = min(n, distance(a[1:], b[1:])+change)
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		n = min(n, distance(a[2:], b[2:])+1)
	}
	return n
}

func TestIsDistinct(t *testing.T) {
	for title, want := range map[string]bool{
		"Felt rims for carts": true, "Felt rims quiet": false, "Straightforwardly felted rims": true, "Introduction": false, "": false,
	} {
		folded := fold.NewTitle(title)
		if got := IsDistinct(&folded); got != want {
			t.Errorf("%q is distinct: %t, want %t", title, got, want)
		}
	}
}

func FuzzCompareTitles(f *testing.F) {
	for _, title := range []string{"Felt rims: a survey", `$\alpha$ & <b>carts</b>`, "Part II", "Felt…", "2 carts or not 2 carts", "轮子"} {
		f.Add(title, "Felt rims for carts")
	}
	f.Fuzz(func(t *testing.T, x, y string) {
		a, b := fold.NewTitle(x), fold.NewTitle(y)
		if one, other := Titles(&a, &b), Titles(&b, &a); one != other {
			t.Errorf("%q and %q are %d, the other way round %d", x, y, one, other)
		}
		if a.Full != "" && Titles(&a, &a) != SameTitle {
			t.Errorf("%q is not its own title", x)
		}
	})
}
