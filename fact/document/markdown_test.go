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
		{"paragraphs", "Felt is quiet.\n\n", mostBlocks, true},
		{"more paragraphs", "a\n\n", mostBlocks + 1, false},
		{"more items", "- a\n", mostBlocks + 1, false},
		{"lines of a paragraph", "a\n", 2 * mostBlocks, true},
		{"containers", "> ", deepestMarkdown + 1, false},
	} {
		if _, parses := countBlocks([]byte(strings.Repeat(c.unit, c.units))); parses != c.want {
			t.Errorf("%s: %v, want %v", c.name, parses, c.want)
		}
	}
}
