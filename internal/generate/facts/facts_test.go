package facts_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"github.com/factcite/factcite/internal/generate/facts"
)

func TestLinesAreTheSameForTheSameSeed(t *testing.T) {
	draw := func(seed uint64) (lines [][]byte) {
		for line := range facts.Lines(300, facts.Options{Seed: seed, Bad: 0.1}) {
			lines = append(lines, bytes.Clone(line))
		}
		return lines
	}
	first := draw(1)
	if !slices.EqualFunc(first, draw(1), bytes.Equal) {
		t.Error("the same seed gives other lines")
	}
	if slices.EqualFunc(first, draw(2), bytes.Equal) {
		t.Error("another seed gives the same lines")
	}
}

func TestLinesHaveTheSharesThatTheyClaim(t *testing.T) {
	const count = 20_000
	var size, references, wide, escaped, spaced int
	sentences := map[string]bool{}
	for line := range facts.Lines(count, facts.Options{Seed: 1}) {
		var record struct {
			FactType string `json:"fact_type"`
			Content  string
		}
		if err := json.Unmarshal(line, &record); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		size += len(line)
		if record.FactType == "reference" {
			references++
			sentences[record.Content] = true
		}
		if bytes.Contains(line, []byte(`": `)) {
			spaced++
		}
		switch {
		case bytes.Contains(line, []byte(`\u`)):
			escaped++
		case len(line) != len([]rune(string(line))):
			wide++
		}
	}
	for name, share := range map[string]struct{ got, least, most int }{
		"mean length":     {size / count, 550, 750},
		"references":      {references * 100 / count, 18, 22},
		"other scripts":   {wide * 100 / count, 9, 60},
		"escapes":         {escaped * 1000 / count, 10, 50},
		"spaces":          {spaced * 100 / count, 18, 22},
		"other sentences": {len(sentences) * 100 / references, 90, 100},
	} {
		if share.got < share.least || share.got > share.most {
			t.Errorf("%s: %d, want %d to %d", name, share.got, share.least, share.most)
		}
	}
}
