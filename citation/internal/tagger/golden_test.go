package tagger

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/factcite/factcite/internal/golden"
)

// TestModel holds what the trained model takes the parts of lines for, how probable that
// is of the least sure token of each, and by how much a token the line is a reference.
func TestModel(t *testing.T) {
	const name = "testdata/model.txt"
	known, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(known)) {
		text := shown.ReplaceAllString(strings.TrimSuffix(line, "\n"), "")
		got.WriteString(read(text) + "\n")
	}
	golden.Compare(t, name, got.String())
}

// shown matches what [read] adds to a line.
var shown = regexp.MustCompile(`⟨[^⟩]*⟩`)

// read returns a line with the labels before their tokens.
func read(text string) string {
	l := NewLine(text)
	defer l.Release()
	Trained().Read(l)
	Trained().marginals(l)
	var b strings.Builder
	fmt.Fprintf(&b, "⟨%.2f⟩", l.margin/float32(len(l.Tokens)))
	at := 0
	for _, r := range l.runs() {
		start := l.Tokens[r.from].Start
		fmt.Fprintf(&b, "%s⟨%s %.2f⟩", text[at:start], r.label, r.sure)
		at = start
	}
	return b.String() + text[at:]
}
