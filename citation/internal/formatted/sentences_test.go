package formatted

import (
	"bufio"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/internal/phrase"
)

var update = flag.Bool("update", false, "write testdata anew")

// TestSentences holds what is read of each labelled sentence as of a line of a list, by its
// ID. What is right is in the labels, which citation holds; here nothing changes unseen.
func TestSentences(t *testing.T) {
	const golden = "testdata/sentences.txt"
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
			works := []string{workIn(s)}
			if parts, _ := Split(s); parts != nil {
				works = works[:0]
				for _, part := range parts {
					works = append(works, workIn(part))
				}
			}
			if read := strings.Join(works, "; "); read != "" {
				got.WriteString(l.ID + "\t" + read + "\n")
			}
			s.Release()
		}
	}
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("%s is out of date; look at the difference and run with -update (-want +got):\n%s", golden, diff)
	}
}
