// Package pdf reads the texts of sources that are PDF files. It is apart from package
// texts so that programs without PDF files need not have the engine that it runs.
package pdf

import (
	"fmt"
	"strings"

	"github.com/factcite/factcite/ground"
	"github.com/factcite/factcite/internal/pdftext"
)

// Reader reads PDF files; its zero value works. Several goroutines may use it, one of
// which reads at a time. Close it after use.
type Reader struct{ pdftext.Reader }

// Read returns the text of a PDF file with its pages. What a place of it says in bytes of
// the original is -1, since a PDF has no text in its bytes.
func (r *Reader) Read(content []byte) (ground.Reading, error) {
	pages, err := r.Pages(content)
	if err != nil {
		return ground.Reading{}, fmt.Errorf("the PDF cannot be read: %w", err)
	}
	return reading(pages), nil
}

func reading(pages []string) ground.Reading {
	var text strings.Builder
	var runs []ground.Run
	for i, page := range pages {
		runs = append(runs, ground.Run{At: text.Len(), Start: -1, Page: i + 1})
		text.WriteString(page)
	}
	return ground.Reading{Text: text.String(), Runs: runs}
}
