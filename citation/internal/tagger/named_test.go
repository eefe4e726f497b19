package tagger

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/factcite/factcite/internal/golden"
)

// TestReadSentence holds what the model of sentences takes for titles in sentences, how sure it
// is of each, and what else it reads of a work.
func TestReadSentence(t *testing.T) {
	const name = "testdata/named.txt"
	known, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(known)) {
		if strings.HasPrefix(line, "\t") {
			continue
		}
		got.WriteString(line)
		s := phrase.NewText(strings.TrimSuffix(line, "\n"))
		n := OfSentences().ReadSentence(s, nil, nil)
		for _, w := range n.Works {
			fmt.Fprintf(&got, "\ttitle %q %.2f\n", s.Slice(w.Title), w.Sure)
			stated := statedBy(&w.Work)
			for _, field := range slices.Sorted(maps.Keys(stated)) {
				fmt.Fprintf(&got, "\t\tstates %s %q\n", field, stated[field])
			}
		}
		s.Release()
	}
	golden.Compare(t, name, got.String())
}
