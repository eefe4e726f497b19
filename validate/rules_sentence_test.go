package validate

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBrokenTail(t *testing.T) {
	for content, want := range map[string]string{
		"Felt rims are quiet.":         "",
		"Felt rims are quiet":          "",
		"Felt rims are quiet...":       "...",
		"Felt rims are quiet…":         "…",
		"Felt rims are quiet,":         ",",
		"Felt rims are quiet –":        "–",
		"Felt rims are quiet and the":  "the",
		"Felt rims are quiet and the.": "",
		".":                            "",
		"...":                          "...",
		"the":                          "the",
		"":                             "",
	} {
		if diff := cmp.Diff(want, brokenTail(content)); diff != "" {
			t.Errorf("of %q (-want +got):\n%s", content, diff)
		}
	}
}
