package identity

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/ref"
)

// TestPairs holds of each labelled pair of references whether they are one work, in either
// order, but for the two that are known to be told wrong.
func TestPairs(t *testing.T) {
	file, err := os.Open(filepath.Join("..", "..", "testdata", "pairs.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var wrong []string
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var p struct {
			Why  string
			Same bool
			A, B ref.Reference
		}
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		same := areOneWork(p.A, p.B)
		if same != areOneWork(p.B, p.A) {
			t.Errorf("%s: one work is %t, and %t the other way round", p.Why, same, !same)
		}
		if same != p.Same {
			wrong = append(wrong, p.Why)
		}
	}
	if diff := cmp.Diff([]string{"issue with its month for number", "letters swapped in the title"}, wrong); diff != "" {
		t.Errorf("pairs that are told wrong (-want +got):\n%s", diff)
	}
}

func areOneWork(a, b ref.Reference) bool {
	var l listed
	l.add(a)
	l.add(b)
	works := Divide(l).Work
	return works[0] == works[1]
}
