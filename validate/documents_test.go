package validate_test

import (
	"fmt"
	"iter"
	"strings"
	"testing"

	documents "github.com/factcite/factcite/fact/document"
	"github.com/factcite/factcite/internal/golden"
	"github.com/factcite/factcite/validate"
)

// papers are documents that are checked together: those with a list of references cite what is
// in it, the others what any of them has.
var papers = []struct{ name, text string }{
	{"listed.md", `# Carts at rest

Felt rims are quiet (Roe, 2019), as Roe (2018) doubts and Lind and Falk (2011) do not.
Oak is loud (Moss, 2001; Moss, 2002a). See also Holm et al. (2015) and Roe et al. (2019).
In "Carts of the Coast", Ana Roe (2012) says that iron is louder still.

## References

- Roe, A. (2019). Felt rims and quiet carts. Journal of Reading Rooms, 7, 11-19.
- Lind, B., & Falk, C. (2011). Oak floors and their wear. Wheel Press.
- Moss, D. (2002). Iron tyres on stone. Journal of Reading Rooms, 3(2), 45-41.
- Holm, E., Oja, F., & Tamm, G. (2051). A house of straw. Journal of Reading Rooms, 4, 1-9.
- Unread, U. (2003). A paper that nobody cites. Journal of Reading Rooms, 5, 1-3.
`},
	{"unlisted.md", `# Carts at work

Felt rims are quiet (Roe, 2019). Straw is warm (Holm et al., 2051), says Nobody (1999).
The paper "Felt rims and quiet carts" was published in the Journal of Reading Rooms in 2018.
The book *Oak Floors and Their Wear* by Bo Lind came out in 2011.
`},
	{"numbered.md", `# Carts in numbers

Felt rims are quiet [1], oak is not [2, 3], and iron is worst [7].

## References

[1] A. Roe, "Felt rims and quiet carts," Journal of Reading Rooms, vol. 7, pp. 11-19, 2019.
[2] B. Lind and C. Falk, Oak Floors and Their Wear. Wheel Press, 2011.
[3] A. Roe, "Felt rims and quiet carts," Journal of Reading Rooms, vol. 8, pp. 11-19, 2019. doi:10.99999/jrr.7
`},
	{"carts.tex", `\documentclass{article}
\begin{document}
Felt rims are quiet \cite{roe19}, and straw is \cite{holm51}.
\begin{thebibliography}{9}
\bibitem{roe19} A. Roe. Felt rims and quiet carts. \emph{Journal of Reading Rooms}, 7:11--19, 2019.
\bibitem{lind11} B. Lind, C. Falk. \emph{Oak floors and their wear}. Wheel Press, 2011.
\end{thebibliography}
\end{document}
`},
}

// TestFindingsOfDocuments holds what is found in documents alone, and in all of them together.
func TestFindingsOfDocuments(t *testing.T) {
	var got strings.Builder
	var all []iter.Seq2[validate.Input, error]
	tell := func(name string, inputs iter.Seq2[validate.Input, error]) {
		fmt.Fprintf(&got, "# %s\n\n", name)
		for _, f := range check(t, inputs, &validate.Options{Today: today}) {
			fmt.Fprintf(&got, "%s:%d:%d: %s %s %s: %s\n", f.Path, f.Line, f.Column, f.Severity, f.Rule, f.Fact, f.Message)
		}
		got.WriteString("\n")
	}
	for _, p := range papers {
		read := func(yield func(validate.Input, error) bool) {
			validate.Facts(documents.Read(strings.NewReader(p.text), p.name, nil))(yield)
		}
		all = append(all, read)
		tell(p.name, read)
	}
	tell("all of them", both(all...))
	golden.Compare(t, "testdata/documents.txt", got.String())
}
