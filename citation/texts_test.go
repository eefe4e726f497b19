package citation

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/internal/golden"
)

// TestTexts holds all that is read of the texts of testdata/texts.txt.
func TestTexts(t *testing.T) {
	const name = "testdata/texts.txt"
	held, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(held)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "\t") {
			continue
		}
		got.WriteString(line + "\n")
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		e := Parse(line)
		got.WriteString(asRead(&e))
		checkExtraction(t, line)
		if diff := cmp.Diff(e.Mentions, ParseMentions(line)); diff != "" {
			t.Errorf("%s: its citations alone (-Parse +ParseMentions):\n%s", line, diff)
		}
	}
	golden.Compare(t, name, got.String())
}

// asRead is all that is read of a text, a line each.
func asRead(e *Extraction) string {
	s := "\t" + string(e.Class)
	if e.Several {
		s += ", of several references"
	}
	s += "\n"
	for i := range e.References {
		s += "\t" + inShort(&e.References[i]) + "\n"
		if e.References[i].Kind != "" {
			s += fmt.Sprintf("\t\ta %s\n", e.References[i].Kind)
		}
	}
	for _, m := range e.Mentions {
		s += fmt.Sprintf("\tcites %s %s%s\n", strings.Join(m.Authors, "; "), m.Year, map[bool]string{true: " et al."}[m.EtAl])
	}
	for _, n := range e.Named {
		s += fmt.Sprintf("\tnames %s\n", strings.TrimSpace(string(n.Kind)+" "+n.Title))
	}
	return s
}
