package prose

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factcite/factcite/internal/golden"
)

// TestSentences holds the works and the in-text citations of each labelled sentence, by its
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
			if works, mentions := worksIn(l.Text), mentionsIn(l.Text); works+mentions != "" {
				got.WriteString(strings.Join([]string{l.ID, works, mentions}, "\t") + "\n")
			}
		}
	}
	golden.Compare(t, "testdata/sentences.txt", got.String())
}
