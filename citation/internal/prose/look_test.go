package prose

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/internal/linear"
)

// TestLookOfHostileText holds that a first look at a text of marks, and of words that announce
// something, goes over no part of it again and again.
func TestLookOfHostileText(t *testing.T) {
	pieces := []string{"–", "– ", "’", "“", "a – ", "a – b ", "by\n", "by ", "data by\n", "in\n", "online\n", "felt online ", "paper\n", "version ", "authors of ", "published\t", "Lee's ", "2019 ", "Lee 2019, "}
	for mark := '!'; mark < '\x7f'; mark++ {
		pieces = append(pieces, string(mark), "a "+string(mark)+" ", "a"+string(mark))
	}
	for _, piece := range pieces {
		t.Run(piece, func(t *testing.T) {
			linear.Check(t, 100_000, func(size int) func() {
				text := strings.Repeat(piece, size/len(piece))
				return func() { Look(text) }
			})
		})
	}
}
