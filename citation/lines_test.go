package citation

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/golden"
)

// TestLines holds what is read of the lines of testdata/lines.txt.
func TestLines(t *testing.T) {
	const name = "testdata/lines.txt"
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(want)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "\t") {
			continue
		}
		got.WriteString(line + "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		e := Parse(line)
		for i := range e.References {
			got.WriteString("\t" + inShort(&e.References[i]) + "\n")
		}
		checkExtraction(t, line)
	}
	golden.Compare(t, name, got.String())
}

// inShort is a reference as its type and what it states, in the order of the table of fields.
func inShort(r *Reference) string {
	s := string(r.Type)
	for _, row := range ref.Fields {
		switch {
		case row.Names(r) != nil:
			if names := ref.SpokenNames(*row.Names(r)); names != "" {
				s += fmt.Sprintf("; %s %s", row.Name, names)
			}
		case row.Text(r) != nil && *row.Text(r) != "":
			s += fmt.Sprintf("; %s %s", row.Name, *row.Text(r))
		}
	}
	return s
}
