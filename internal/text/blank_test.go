package text

import (
	"math/rand/v2"
	"regexp"
	"testing"
)

var blankRun = regexp.MustCompile(`[ \t\r\n]+`)

// Folding eight bytes at once does what folding run after run does, wherever the
// runs stand and whatever stands between them.
func TestAppendFolded(t *testing.T) {
	const bytes = "   \n\r\ta!\x00\x1f\x7f\x80\xa0\xff"
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 200_000 {
		s := make([]byte, n%40)
		for i := range s {
			s[i] = 'x'
			if random.IntN(n%7+1) == 0 {
				s[i] = bytes[random.IntN(len(bytes))]
			}
		}
		want := blankRun.ReplaceAllLiteralString(string(s), " ")
		if got := string(AppendFolded(nil, string(s))); got != want {
			t.Fatalf("%q is folded to %q, want %q", s, got, want)
		}
		if length := FoldedLength(string(s)); string(s[:length]) != want[:length] || length == len(s) && want != string(s) {
			t.Fatalf("%q has %d bytes that stay, but is folded to %q", s, length, want)
		}
	}
}

// A run that spans two texts is one space.
func TestAppendFoldedJoins(t *testing.T) {
	if got, want := string(AppendFolded([]byte("a "), "\n b \n")), "a b "; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
