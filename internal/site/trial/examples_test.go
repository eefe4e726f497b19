package trial_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factcite/factcite/citation"
	"github.com/factcite/factcite/internal/golden"
	"github.com/factcite/factcite/internal/site/trial"
)

// TestExamples holds what the page shows of the texts that it offers to try, and of one in
// which some sentences name no work.
func TestExamples(t *testing.T) {
	examples := append(trial.Examples(), trial.Example{Label: "with nothing beside", Text: `The cart rolls.

The paper 'Über Räder' by Ana Roe was published in the Journal of Quiet in 2019.

Its rims hum (Uhl, 2010).
`})
	var b strings.Builder
	for _, example := range examples {
		got := read(t, example.Name, example.Text)
		fmt.Fprintf(&b, "== %s, %s, read as %s\n%s\n", example.Label, example.Name, got.Form, got.Summary)
		for _, note := range got.Notes {
			fmt.Fprintf(&b, "note: %s\n", note)
		}
		for _, s := range got.Sentences {
			fmt.Fprintf(&b, "%d:%d ", s.Line, s.Column)
			for _, piece := range s.Pieces {
				switch {
				case piece.Open:
					b.WriteString("[" + piece.Label + ": ")
				case piece.Close:
					b.WriteString("]")
				default:
					b.WriteString(piece.Text)
				}
			}
			fmt.Fprintf(&b, " %q\n", s.Derived)
		}
		for _, f := range got.Findings {
			fmt.Fprintf(&b, "%d:%d %s\n", f.Line, f.Column, f.Rule)
		}
		for _, entries := range got.Entries {
			if entries.Format == citation.BibTeX {
				b.WriteString(entries.Text)
			}
		}
	}
	golden.Compare(t, filepath.Join("testdata", "examples.txt"), b.String())
}
