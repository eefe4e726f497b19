package validate

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzMessage holds the short ways of quoted and shorten against the long ones.
func FuzzMessage(f *testing.F) {
	for _, s := range []string{"", " ", "a", " a", "a ", "a  b", "a b", "a\tb", "a\nb", "a\u00a0b", "é è", "a\"b", `a\b`, "\x7f", "\x1b[1m", "\u202e", "\xff", "felt rims on wheels"} {
		f.Add(s, 3)
	}
	f.Fuzz(func(t *testing.T, s string, n int) {
		if got, want := quoted(s), strconv.Quote(s); got != want {
			t.Errorf("quoted(%q) = %s, want %s", s, got, want)
		}
		line := strings.Join(strings.Fields(s), " ")
		got := shorten(s, n)
		switch {
		case len(line) <= n && got != line:
			t.Errorf("shorten(%q, %d) = %q, want %q", s, n, got, line)
		case n > 0 && utf8.RuneCountInString(got) > n:
			t.Errorf("shorten(%q, %d) = %q is longer", s, n, got)
		case !strings.HasPrefix(line, strings.TrimSuffix(got, "…")):
			t.Errorf("shorten(%q, %d) = %q, which is no start of %q", s, n, got, line)
		}
	})
}
