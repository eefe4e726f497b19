package schema

import (
	"math/rand/v2"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// TestQuickFormats holds the quick looks at common forms against the functions
// that jsonschema v5 asks.
func TestQuickFormats(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for name, pieces := range map[string][]string{
		"uri":  {"https://", "http://", "ftp:", "a.example", "/", "//", "~b_c-1", ":80", "?q=1", "#f", "%20", "%2", " ", "é", "<", "[::1]", "@", "\\", "\x00"},
		"uuid": {"1d8ba48d-0c4e-5cef-b6da-e1a37e5f6c68", "1d8ba48d", "-0c4e", "-5cef", "-b6da", "-e1a37e5f6c68", "-E1A37E5F6C68", "g", "-", "urn:uuid:", "{", "}"},
		"date": {"2026", "-03", "-12", "-02", "-29", "-31", "-00", "-13", "0", "T", "2024"},
	} {
		quick, judge := textFormat(name), formats()[name]
		if judge == nil {
			judge = jsonschema.Formats[name]
		}
		accepted := 0
		for range 200_000 {
			text := ""
			for range random.IntN(6) {
				text += pieces[random.IntN(len(pieces))]
			}
			want := judge(text)
			if want {
				accepted++
			}
			if got := quick([]byte(text)); got != want {
				t.Fatalf("%s %q: %t, want %t", name, text, got, want)
			}
		}
		if accepted < 100 {
			t.Errorf("only %d texts are of the format %s", accepted, name)
		}
	}
}
