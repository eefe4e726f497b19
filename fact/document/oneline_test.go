package document_test

import (
	"testing"

	"github.com/factcite/factcite/fact/document"
)

// TestListsInOneLine holds that entries are told from each other that a list has in one line,
// where it is certain where each starts.
func TestListsInOneLine(t *testing.T) {
	const roe, lind, uhl = "Roe, A. B., & Lind, C. (2019). Felt rims. Journal of Carts, 3(1), 1–9.", "Lind, C. (2020). Oak wheels. Torf Press.", "van der Uhl, D. (2021). Elm hubs. https://doi.org/10.5555/12"
	testFacts(t, []documentCase{
		{"numbers in brackets", document.Text, "Felt is quiet [2].\n\nReferences\n\n[1] " + roe + " [2] " + lind + " [3] " + uhl + "\n",
			"sentence 1:1 Felt is quiet [2].\nreference 5:5 " + roe + "\nreference 5:80 " + lind + "\nreference 5:125 " + uhl + "\n"},
		{"names and years", document.Text, "References\n\n" + roe + " " + uhl + " " + lind + "\n",
			"reference 3:1 " + roe + "\nreference 3:72 " + uhl + "\nreference 3:133 " + lind + "\n"},
		{"in Markdown", document.Markdown, "# References\n\n" + lind + " " + uhl + "\n",
			"reference 3:1 " + lind + "\nreference 3:42 " + uhl + "\n"},
		{"in a page", document.HTML, "<h2>References</h2><p>[1] " + lind + " [2] " + uhl + "</p>",
			"reference 1:27 " + lind + "\nreference 1:72 " + uhl + "\n"},
		{"in LaTeX", document.LaTeX, "\\section*{References}\n" + lind + " " + uhl + "\n",
			"reference 2:1 " + lind + "\nreference 2:42 " + uhl + "\n"},
		{"others that an entry cites", document.Text, "References\n\n[1] Lind, C. (2020). Oak wheels. It follows [2] in this.\n[2] " + uhl + "\n",
			"reference 3:5 Lind, C. (2020). Oak wheels. It follows [2] in this.\nreference 4:5 " + uhl + "\n"},
		{"what an entry is about", document.Text, "References\n\nLind, C. (2020). Review of Roe, A. (2019). Felt rims. Torf Press.\n",
			"reference 3:1 Lind, C. (2020). Review of Roe, A. (2019). Felt rims. Torf Press.\n"},
		{"no names at its start", document.Text, "References\n\nOak wheels (2020). Torf Press. Roe, A. (2019). Felt rims. Torf Press.\n",
			"reference 3:1 Oak wheels (2020). Torf Press. Roe, A. (2019). Felt rims. Torf Press.\n"},
	})
}
