package ref

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadDate(t *testing.T) {
	for text, want := range map[string]string{
		"2024-05-12": "2024-05-12", "2024/5/2": "2024-05-02", "2024-05": "2024-05", "2024": "2024", "2024/05/": "2024-05", "2024-05-12T10:00:00Z": "2024-05-12",
		"12 May 2024": "2024-05-12", "May 12, 2024": "2024-05-12", "May 2024": "2024-05", "12. May 2024": "2024-05-12", "Sept. 2019": "2019-09",
		"": "", "last spring": "", "2024-13-01": "", "2024-05-32": "", "2024 2025": "", "12 2024": "", "12": "", "May": "", "12 13 May 2024": "",
	} {
		if diff := cmp.Diff(want, ISODate(ReadDate(text))); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}
