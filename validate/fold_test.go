package validate

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFold(t *testing.T) {
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
		if diff := cmp.Diff(want, folded(text)); diff != "" {
			t.Errorf("of %q (-want +got):\n%s", text, diff)
		}
	}
}

// A prefix that is in dst already is left as it is.
func TestAppendFolded(t *testing.T) {
	if diff := cmp.Diff("A felt", string(appendFolded([]byte("A "), " FELT "))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
