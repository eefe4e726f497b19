package citation

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/factcite/factcite/internal/outside"
)

// LaTeX typesets every character of the tables, and a document that cites our
// works with plain and with biblatex, hostile ones among them: no error, and
// nothing of a fact is run.

const latexPreamble = "\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{textcomp}\n"

// typesetWorks are our own works: those of a page in the repository's testdata, the
// hostile ones, and some of the pairs.
func typesetWorks(t *testing.T) *Bibliography {
	t.Helper()
	b := new(Bibliography)
	for i := range hostileReferences {
		b.Add("hostile fact", &hostileReferences[i])
	}
	page, err := os.ReadFile("../testdata/pages/synthetic-data.txt")
	if err != nil {
		t.Fatal(err)
	}
	before := len(b.Works())
	for line := range strings.Lines(string(page)) {
		if sentence, ok := strings.CutPrefix(line, "reference"); ok {
			for _, r := range Parse(strings.TrimSpace(sentence)).References {
				b.Add("page", &r)
			}
		}
	}
	if len(b.Works()) == before {
		t.Fatal("the page names no work")
	}
	for _, p := range readPairs(t) {
		b.Add("pair", &p.A)
	}
	return b
}

func TestLaTeXTypesetsOurEntries(t *testing.T) {
	works := typesetWorks(t)
	var citations strings.Builder
	for _, w := range works.Works() {
		citations.WriteString("\\cite{" + w.Key + "}\n")
	}
	tests := map[Format]struct {
		needs         []string
		document, run string
		warning       string         // how the program's warnings start
		expected      *regexp.Regexp // warnings
	}{
		BibTeX: {[]string{"pdflatex", "bibtex", "plain.bst"},
			latexPreamble + "\\usepackage{url}\n\\begin{document}\n" + citations.String() + "\\bibliographystyle{plain}\n\\bibliography{refs}\n\\end{document}\n",
			"bibtex a && cat a.blg", "Warning--", plainWarnings},
		BibLaTeX: {[]string{"pdflatex", "biber", "biblatex.sty", "etoolbox.sty"},
			latexPreamble + "\\usepackage[backend=biber]{biblatex}\n\\addbibresource{refs.bib}\n\\begin{document}\n" + citations.String() + "\\printbibliography\n\\end{document}\n",
			"biber a && cat a.blg", "WARN", biberNotice},
	}
	for format, test := range tests {
		t.Run(string(format), func(t *testing.T) {
			refs := string(written(t, works, WriteOptions{Format: format}))
			latex := "pdflatex -interaction=nonstopmode -halt-on-error a.tex"
			script := "cat > refs.bib <<'END-OF-REFS' && " + latex + " > first && " + test.run + " && " + latex + " > second && " + latex +
				"\n" + refs + "END-OF-REFS\n"
			if format == BibLaTeX && os.Getenv("FACTCITE_LONG") == "" {
				t.Skip("typesetting with biblatex takes ten seconds; set FACTCITE_LONG=1")
			}
			outside.Need(t, test.needs...)
			output, _ := outside.Run(t, "a.tex", []byte(test.document), "sh", "-c", script)
			for line := range strings.Lines(output) {
				if strings.HasPrefix(line, "! ") || strings.Contains(line, "Citation") && strings.Contains(line, "undefined") {
					t.Errorf("LaTeX says %s", line)
				}
				if at := strings.Index(line, test.warning); at >= 0 && !test.expected.MatchString(strings.TrimSpace(line[at:])) {
					t.Errorf("the .blg says %s", line)
				}
			}
			if !strings.Contains(output, "Output written on a.pdf") {
				t.Errorf("no document:\n%s", output)
			}
		})
	}
}
