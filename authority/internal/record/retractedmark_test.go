package record

import (
	"testing"
)

func TestWithoutRetractedMark(t *testing.T) {
	for title, want := range map[string]string{
		"RETRACTED: Felt rims":            "Felt rims",
		"WITHDRAWN: Felt rims":            "Felt rims",
		"Retracted Article: Felt rims":    "Felt rims",
		"[Retracted] Felt rims":           "Felt rims",
		"(retracted): Felt rims":          "Felt rims",
		"Withdrawn: a history of retreat": "",
		"Retracted: Felt rims":            "Felt rims",
		"Retraction note: Felt rims":      "",
		"RETRACTED:":                      "",
	} {
		bare, marked := withoutRetractedMark(title)
		if marked != (want != "") || marked && bare != want {
			t.Errorf("withoutRetractedMark(%q) = %q, %v", title, bare, marked)
		}
	}
}
