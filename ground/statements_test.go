package ground_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/internal/golden"
)

// TestStatements holds what is found of each statement of testdata/statements.txt in the text
// above it, which begins with "=". A statement that begins with ">" is a quotation.
func TestStatements(t *testing.T) {
	const name = "testdata/statements.txt"
	lines, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	var text *ground.Text
	raw := ""
	for line := range strings.Lines(string(lines)) {
		if strings.HasPrefix(line, "\t") {
			continue
		}
		got.WriteString(line)
		mark, content, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		switch mark {
		case "=":
			raw = content
			text = ground.NewText(ground.Reading{Text: raw})
		case "-", ">":
			statement := ground.Statement{Content: content, Quotation: mark == ">"}
			for _, a := range ground.Check(text, statement).Anchors {
				got.WriteString("\t" + shownAnchor(&a, content, raw) + "\n")
			}
		}
	}
	golden.Compare(t, name, got.String())
}

// shownAnchor is what is found of a part of a statement: its kind and its words, what is said
// of it, and the words of the text.
func shownAnchor(a *ground.Anchor, content, raw string) string {
	shown := fmt.Sprintf("%v %q %v", a.Kind, content[a.Span[0]:a.Span[1]], a.Verdict)
	if a.At != nil {
		shown += fmt.Sprintf(" at %q", raw[a.At.Start:a.At.End])
	}
	for _, d := range a.Differences {
		shown += fmt.Sprintf("; %v %q for %q", d.Kind, content[d.Stated[0]:d.Stated[1]], raw[d.Found.Start:d.Found.End])
	}
	if a.Cut {
		shown += "; cut"
	}
	if a.Serious() {
		shown += "; serious"
	}
	return shown
}
