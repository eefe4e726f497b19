package formatted

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/internal/golden"
)

// TestSentences holds what is read of each labelled sentence as of a line of a list, by its
// ID. What is right is in the labels, which citation holds; here nothing changes unseen.
func TestSentences(t *testing.T) {
	var got strings.Builder
	for _, name := range []string{"sentences.jsonl", "kinds.jsonl"} {
		file, err := os.Open(filepath.Join("..", "..", "testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		for lines := bufio.NewScanner(file); lines.Scan(); {
			var l struct{ ID, Text string }
			if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
				t.Fatal(err)
			}
			s := phrase.NewText(l.Text)
			works := []string{namedWorkIn(s)}
			if parts, _ := Split(s); parts != nil {
				works = works[:0]
				for _, part := range parts {
					works = append(works, namedWorkIn(part))
				}
			}
			if read := strings.Join(works, "; "); read != "" {
				got.WriteString(l.ID + "\t" + read + "\n")
			}
			s.Release()
		}
	}
	golden.Compare(t, "testdata/sentences.txt", got.String())
}
