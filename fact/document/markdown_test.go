package document

import (
	"strings"
	"testing"
)

// TestBeyondParser holds that what a parser of Markdown cannot hold is not given to it.
func TestBeyondParser(t *testing.T) {
	for _, c := range []struct {
		name, unit string
		units      int
		want       bool
	}{
		{"paragraphs", "Felt is quiet.\n\n", mostBlocks, false},
		{"more paragraphs", "a\n\n", mostBlocks + 1, true},
		{"more items", "- a\n", mostBlocks + 1, true},
		{"lines of a paragraph", "a\n", 2 * mostBlocks, false},
		{"containers", "> ", deepestMarkdown + 1, true},
	} {
		if got := isBeyondParser([]byte(strings.Repeat(c.unit, c.units))); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
