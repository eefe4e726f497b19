package fact

import (
	"math/rand/v2"
	"testing"
)

// TestPlainLength holds the eight bytes at a time against one at a time.
func TestPlainLength(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	bytes := []byte("aZ \x7f\x80\xa2\xdc\xff!#[]\"\\\x1f\x00\n")
	for range 200_000 {
		text := make([]byte, r.IntN(40))
		for i := range text {
			text[i] = 'a'
			if r.IntN(12) == 0 {
				text[i] = bytes[r.IntN(len(bytes))]
			}
		}
		want := 0
		for want < len(text) && text[want] >= ' ' && text[want] != '"' && text[want] != '\\' {
			want++
		}
		if got := plainLength(text); got != want {
			t.Fatalf("plainLength(%q) = %d, want %d", text, got, want)
		}
	}
}
