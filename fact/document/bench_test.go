package document_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/fact/document"
)

// A text of the kind that people write, in several forms; %[1]d makes its sentences differ.
var benchmarked = map[fact.Form]string{
	document.Text:     "Felt rims are quiet on %[1]d oak floors, as the study \"Rolling without sound\" (Roe et al. 2021)\nshowed in three libraries. They wear out after %[1]d years, however, and then they squeal [3].\n\n- a list of %[1]d things that carts need\n- and another %[1]d\n\n",
	document.Markdown: "## Felt\n\nFelt rims are *quiet* on %[1]d oak floors, as [Rolling without sound](https://a.example/x) (Roe et al. 2021)\nshowed in three libraries. They wear out after %[1]d years, however, and then they squeal [3].\n\n- a list of %[1]d **things** that carts need\n- and another %[1]d\n\n",
	document.HTML:     "<h2>Felt</h2><p>Felt rims are <i>quiet</i> on %[1]d oak floors, as <a href=\"https://a.example/x\">Rolling without sound</a> (Roe et al. 2021)\nshowed in three libraries. They wear out after %[1]d years, however, and then they squeal&nbsp;[3].</p><ul><li>a list of %[1]d things that carts need</li><li>and another %[1]d</li></ul>\n",
	document.LaTeX:    "\\section{Felt}\nFelt rims are \\emph{quiet} on %[1]d oak floors, as ``Rolling without sound'' \\cite{roe}\nshowed in three libraries. They wear out after %[1]d years, however, and then they squeal.\n\n\\begin{itemize}\n\\item a list of %[1]d things that carts need\n\\end{itemize}\n\n",
}

func BenchmarkRead(b *testing.B) {
	for _, form := range []fact.Form{document.Text, document.Markdown, document.HTML, document.LaTeX} {
		var written strings.Builder
		for n := 0; written.Len() < 1<<20; n++ {
			fmt.Fprintf(&written, benchmarked[form], n)
		}
		text := written.String()
		b.Run(string(form), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				for range document.Read(strings.NewReader(text), "doc", &document.Options{Form: form}) {
				}
			}
		})
	}
}
