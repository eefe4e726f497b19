package citation

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/citation/internal/markup"
	"github.com/factcite/factcite/citation/internal/prose"
	"github.com/factcite/factcite/citation/internal/tagger"
)

// TestMarksAreLookedAt holds that what the first look at marks denies is not there: a
// text is read the same if all that is marked may be a title.
func TestMarksAreLookedAt(t *testing.T) {
	texts := []string{
		"It is *quiet* here, as the [page of the mill](https://mill.example/a) says.",
		"It is in the paper [felt and hay for carts](https://mill.example/a), as `code`.",
		"It is *a study* of [lee et al.](https://mill.example/a) and [roe, 2019](https://mill.example/b).",
		"See [our paper](https://arxiv.org/abs/1811.00001) and _the_ **bold** one.",
		"A course called *felt and hay for carts*, as [we know](https://mill.example/a), *yes*.",
	}
	for _, text := range sampleTexts(t) {
		texts = append(texts, text, strings.ToLower(text))
	}
	for _, text := range texts {
		plain := markup.Read(text)
		if len(plain.Marks) == 0 {
			continue
		}
		again := markup.Read(text)
		grammar := question{lines: tagger.Trained, asked: anything}
		if diff := cmp.Diff(parse(&again, prose.OfWork, grammar), parse(&plain, look(&plain), grammar)); diff != "" {
			t.Errorf("%s (-all looked at +as it is):\n%s", text, diff)
		}
	}
}

// sampleTexts are the paragraphs of the documents in testdata that people wrote in
// Markdown, and the labelled sentences.
func sampleTexts(t *testing.T) []string {
	t.Helper()
	var texts []string
	documents, err := filepath.Glob("../testdata/documents/*.md")
	if err != nil || len(documents) == 0 {
		t.Fatal("there are no documents", err)
	}
	for _, path := range documents {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, strings.Split(string(text), "\n\n")...)
	}
	file, err := os.Open("testdata/sentences.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var labelled struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &labelled); err != nil {
			t.Fatal(err)
		}
		texts = append(texts, labelled.Text)
	}
	return texts
}
