package record

import (
	"testing"
)

func TestSaysWithdrawn(t *testing.T) {
	for comment, want := range map[string]bool{
		"This paper has been withdrawn by the author": true, "Withdrawn": true, "Paper withdrawn due to an error": true,
		"9 pages": false, "": false, "replaces a withdrawn paper": false,
	} {
		if got := saysWithdrawn(comment); got != want {
			t.Errorf("saysWithdrawn(%q) = %v", comment, got)
		}
	}
}
