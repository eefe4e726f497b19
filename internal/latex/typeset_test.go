package latex

import (
	"slices"
	"strings"
	"testing"

	"github.com/factcite/factcite/internal/outside"
	"github.com/factcite/factcite/internal/text"
)

func TestLaTeXTypesetsTheTables(t *testing.T) {
	outside.Need(t, "pdflatex")
	var characters []rune
	for r := range commands {
		characters = append(characters, r)
	}
	for r := range escapes {
		characters = append(characters, r)
	}
	for r := rune(0xC0); r < 0x180; r++ {
		characters = append(characters, r)
	}
	slices.Sort(characters)
	var document strings.Builder
	document.WriteString("\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{textcomp}\n\\begin{document}\n")
	for _, r := range characters {
		if written := Encode(string(r), ASCII); text.IsASCII(written) {
			document.WriteString(written + "\n")
		}
	}
	document.WriteString("\\end{document}\n")
	outside.Run(t, "a.tex", []byte(document.String()), "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "a.tex")
}
