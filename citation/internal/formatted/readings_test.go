package formatted

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/internal/phrase"
	"github.com/google/go-cmp/cmp"
)

// reading is a line of a reference list, invented, with what is read from it: the
// type, and the words of each field in the order in which they are found. Kinds of
// lines are beside each other: what ends names and titles, what volumes, issues,
// pages and years look like, titles of several sentences, journals with commas.
type reading struct{ Text, Works string }

func readings(t *testing.T) (all []reading) {
	t.Helper()
	data, err := os.ReadFile("testdata/readings.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		var r reading
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

// workIn is what a text is read as, in the form of readings.
func workIn(s *phrase.Text) string {
	found, ok := ReadFormatted(s)
	if !ok {
		return ""
	}
	w := found.Settled()
	fields := make([]string, 0, len(w.Spans))
	for f := range w.Spans {
		fields = append(fields, f)
	}
	slices.SortFunc(fields, func(a, b string) int { return w.Spans[a][0] - w.Spans[b][0] })
	for i, f := range fields {
		fields[i] = fmt.Sprintf("%s %q", f, s.Slice(w.Spans[f]))
	}
	return string(w.Type) + ": " + strings.Join(fields, ", ")
}

func TestReadings(t *testing.T) {
	for _, r := range readings(t) {
		s := phrase.NewText(r.Text)
		if diff := cmp.Diff(r.Works, workIn(s)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", r.Text, diff)
		}
		s.Release()
	}
}
