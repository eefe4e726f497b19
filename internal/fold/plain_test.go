package fold

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPlain(t *testing.T) {
	for text, want := range map[string]string{
		"":                     "",
		" \t\n":                "",
		"Felt Rims":            "felt rims",
		"  felt \t\n  rims  ":  "felt rims",
		"felt\u00a0\u2003rims": "felt rims",
		"AZ az 09 @[`{":        "az az 09 @['{",
		"“a” ‘b’ «c» ‹d› „e‚f′g″h‛i": "'a' 'b' 'c' 'd' 'e'f'g'h'i",
		`"a" 'b'`:           "'a' 'b'",
		"1–2—3−4‐5‑6‒7―8-9": "1-2-3-4-5-6-7-8-9",
		"ÉÄß İ":             "éäß i",
		"a\x00b\x1f\x7f":    "a\x00b\x1f\x7f",
		"\xff":              "\ufffd",
		"Cafe\u0301":        "cafe\u0301",
	} {
		if diff := cmp.Diff(want, Plain(text)); diff != "" {
			t.Errorf("of %q (-want +got):\n%s", text, diff)
		}
	}
}

// Runs of ASCII are folded as characters are, whatever is around and between them.
func TestPlainOfPieces(t *testing.T) {
	pieces := []string{" ", "A", "felt", "É", "“", "\t", "\x00", "\xff"}
	texts := []string{""}
	for range 5 {
		var longer []string
		for _, text := range texts {
			for _, piece := range pieces {
				longer = append(longer, text+piece)
			}
		}
		for _, text := range longer {
			want := strings.Map(plainRune, strings.Join(strings.Fields(text), " "))
			if got := Plain(text); got != want {
				t.Fatalf("%q is folded to %q, want %q", text, got, want)
			}
		}
		texts = longer
	}
}

// A prefix that is in dst already is left as it is.
func TestAppendPlain(t *testing.T) {
	if diff := cmp.Diff("A felt", string(AppendPlain([]byte("A "), " FELT "))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
