package validate

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
)

// TestFold holds the folding of many bytes at once against that of one character
// after the other.
func TestFold(t *testing.T) {
	plain := func(s string) string {
		var b strings.Builder
		for _, word := range strings.FieldsFunc(s, unicode.IsSpace) {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			for _, r := range word {
				if r < 0x80 {
					r = rune(foldASCII(byte(r)))
				} else {
					r = foldRune(r)
				}
				b.WriteRune(r)
			}
		}
		return b.String()
	}
	pieces := []string{
		"a", "b", "Z", "A", "felt Rims", "7", "@", "[", "`", "{", "\"", "'", " ", " ", "  ", "\t", "\n", "\x00", "\x1f", "\x7f",
		"é", "É", "“", "’", "–", "\u00a0", "\u2003", "İ", "\xff", "Quiet carts on oak floors",
	}
	random := rand.New(rand.NewPCG(7, 8))
	for range 300_000 {
		var s strings.Builder
		for range random.IntN(12) {
			s.WriteString(pieces[random.IntN(len(pieces))])
		}
		if got, want := fold(s.String()), plain(s.String()); got != want {
			t.Fatalf("fold(%q) = %q, want %q", s.String(), got, want)
		}
	}
}
