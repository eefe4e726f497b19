package finding

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{
		{"", 3, ""},
		{"felt", 4, "felt"},
		{"felt", 3, "fe…"},
		{"felt", 1, "…"},
		{"  felt \t\n rims ", 9, "felt rims"},
		{"felt\u00a0rims", 8, "felt ri…"},
		{"éééé", 4, "éééé"},
		{"ééééé", 4, "ééé…"},
		{"éé", 3, "éé"},
	} {
		if diff := cmp.Diff(c.want, Shorten(c.text, c.n)); diff != "" {
			t.Errorf("of %q in %d (-want +got):\n%s", c.text, c.n, diff)
		}
	}
}

func TestQuoted(t *testing.T) {
	for text, want := range map[string]string{
		"felt rims": `"felt rims"`,
		`a "b" \c`:  `"a \"b\" \\c"`,
		"é\x1b[1m":  `"é\x1b[1m"`,
		"\u202e":    `"\u202e"`,
	} {
		if diff := cmp.Diff(want, Quoted(text)); diff != "" {
			t.Errorf("of %q (-want +got):\n%s", text, diff)
		}
	}
}

// FuzzInOneLine holds that what has single blanks already is left as it is, and nothing else.
func FuzzInOneLine(f *testing.F) {
	for _, text := range []string{"", " ", "felt rims", " felt", "felt ", "felt  rims", "felt\nrims", "felt\u00a0rims", "\xff \xff"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if diff := cmp.Diff(strings.Join(strings.Fields(text), " "), inOneLine(text)); diff != "" {
			t.Errorf("of %q (-want +got):\n%s", text, diff)
		}
	})
}
