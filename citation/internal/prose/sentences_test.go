package prose

import (
	"bufio"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write testdata anew")

// TestSentences holds the works and the in-text citations of each labelled sentence, by its
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
			if works, mentions := worksIn(l.Text), mentionsIn(l.Text); works+mentions != "" {
				got.WriteString(strings.Join([]string{l.ID, works, mentions}, "\t") + "\n")
			}
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
