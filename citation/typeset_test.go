package citation

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// LaTeX typesets every character of the tables, and a document that cites our
// works with plain and with biblatex, hostile ones among them: no error, and
// nothing of a fact is run.

const latexPreamble = "\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{textcomp}\n"

func TestLaTeXTypesetsTheTables(t *testing.T) {
	var characters []rune
	for r := range latexCommands {
		characters = append(characters, r)
	}
	for r := range latexEscapes {
		characters = append(characters, r)
	}
	for r := rune(0xC0); r < 0x180; r++ {
		characters = append(characters, r)
	}
	slices.Sort(characters)
	var document strings.Builder
	document.WriteString(latexPreamble + "\\begin{document}\n")
	for _, r := range characters {
		if written := encodeLaTeX(string(r), latexASCII); isASCII(written) {
			document.WriteString(written + "\n")
		}
	}
	document.WriteString("\\end{document}\n")
	runReader(t, "a.tex", []byte(document.String()), "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "a.tex")
}

// typesetWorks are our own works: those of the pages in the repository's testdata
// where it has any, the hostile ones, and some of the pairs.
func typesetWorks(t *testing.T) *Bibliography {
	t.Helper()
	b := new(Bibliography)
	for i := range hostileReferences {
		b.Add("hostile fact", &hostileReferences[i])
	}
	pages, err := filepath.Glob("../testdata/*synthetic*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if sentence, ok := strings.CutPrefix(line, "reference"); ok {
				for _, r := range Parse(strings.TrimSpace(sentence)).References {
					b.Add("page", &r)
				}
			}
		}
	}
	for _, p := range readPairs(t) {
		b.Add("pair", &p.A)
	}
	return b
}

func TestLaTeXTypesetsOurEntries(t *testing.T) {
	tests := map[Format]struct{ document, run string }{
		BibTeX: {latexPreamble + "\\usepackage{url}\n\\begin{document}\n\\nocite{*}\n\\bibliographystyle{plain}\n\\bibliography{refs}\n\\end{document}\n",
			"bibtex a || true"},
		BibLaTeX: {latexPreamble + "\\usepackage[backend=biber]{biblatex}\n\\addbibresource{refs.bib}\n\\begin{document}\n\\nocite{*}\n\\printbibliography\n\\end{document}\n",
			"biber a"},
	}
	for format, test := range tests {
		t.Run(string(format), func(t *testing.T) {
			refs := string(written(t, typesetWorks(t), WriteOptions{Format: format}))
			latex := "pdflatex -interaction=nonstopmode -halt-on-error a.tex"
			script := "cat > refs.bib <<'END-OF-REFS' && " + latex + " && (" + test.run + ") && " + latex + " && " + latex +
				"\n" + refs + "END-OF-REFS\n"
			if missing := missingPrograms("pdflatex", "bibtex", "biber"); missing != "" {
				t.Skipf("%s is not installed", missing)
			}
			if format == BibLaTeX && exec.Command("kpsewhich", "etoolbox.sty").Run() != nil {
				t.Skip("biblatex is not installed with what it needs (Debian: texlive-bibtex-extra, texlive-latex-recommended)")
			}
			output, _ := runReader(t, "a.tex", []byte(test.document), "sh", "-c", script)
			for line := range strings.Lines(output) {
				if strings.HasPrefix(line, "! ") || strings.Contains(line, "Citation") && strings.Contains(line, "undefined") {
					t.Errorf("LaTeX says %s", line)
				}
			}
			if !strings.Contains(output, "Output written on a.pdf") {
				t.Errorf("no document:\n%s", output)
			}
		})
	}
}
