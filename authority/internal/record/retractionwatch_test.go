package record

import (
	"testing"
)

func TestISODay(t *testing.T) {
	for american, want := range map[string]string{"1/20/2024 0:00": "2024-01-20", "12/1/1999": "1999-12-01", "": "", "2024-01-20": "", "13/1/2024": "", "1/32/2024": "", "1/1/24": "", "a/b/cccc": "", "1/2/20x4": ""} {
		if got := isoDay(american); got != want {
			t.Errorf("isoDay(%q) = %q, want %q", american, got, want)
		}
	}
}
