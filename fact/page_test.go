package fact

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPages compares what is read of the pages in testdata with their goldens.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages", err)
	}
	for _, path := range pages {
		t.Run(filepath.Base(path), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			checkRead(t, Auto, text)
			got := show(readAll(t, strings.NewReader(string(text)), nil))
			golden := strings.TrimSuffix(path, ".txt") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("(-golden +got):\n%s", diff)
			}
		})
	}
}

// show writes items for people: a line for the record or for its absence, and
// one for each problem.
func show(items []*Item) string {
	var b strings.Builder
	for _, it := range items {
		if it.Record == nil {
			fmt.Fprintf(&b, "%d:%d no record\n", it.Place.Line, it.Place.Column)
		} else {
			from, to := it.LocateContent(0, len(it.Record.Content))
			fmt.Fprintf(&b, "%d:%d %s\n    content %d:%d to %d:%d\n", it.Place.Line, it.Place.Column, it.AppendLine(nil), from.Line, from.Column, to.Line, to.Column)
		}
		for _, p := range it.Problems {
			fmt.Fprintf(&b, "    %d:%d %s: %s\n", p.Place.Line, p.Place.Column, p.Rule, p.Message)
		}
	}
	return b.String()
}
