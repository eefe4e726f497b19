package bib

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Citations of each kind of document, beside what looks like one.
func TestCitedKeysOfOtherForms(t *testing.T) {
	tests := []struct{ path, text, want string }{
		{"book.md", "Felt {cite}`roe2019` and {cite:p}`lim2020, kolt2021`, {footcite:t}`fox`; {ref}`rims` and `@code`.", "roe2019 lim2020 kolt2021 fox"},
		{"chapter.md", "Felt :cite:`roe2019` and :numref:`fig_x`.", "roe2019"},
		{"index.rst", "Felt :cite:p:`roe2019,lim2020`, :footcite:`fox` and :doc:`other`, ``:cite:`code```.", "roe2019 lim2020 fox"},
		{"paper.typ", "See @roe2019. And @lim:2020[p. 3], #cite(<fox>, form: \"prose\"), @intro. // @no\n= Start <intro>\n`@raw` /* @none */ ana@carts.org \\@x", "roe2019 lim:2020 fox"},
		{"README.md", "Thanks to @ana and @bo. As [see @roe2019; @lim2020] says.", "roe2019 lim2020"},
		{"docs/CHANGELOG.md", "- Mended by @ana", ""},
		{"page.md", "<style>\n@media print { a { color: red } }\n</style>\n\n@roe2019 says.", "roe2019"},
		{"paper.tex", "\\cite{own,roe2019}\n\\begin{thebibliography}{9}\\bibitem[A]{own} Own.\\end{thebibliography}", "roe2019"},
	}
	for _, test := range tests {
		var keys []string
		for _, c := range CitedKeys(test.path, []byte(test.text)) {
			keys = append(keys, c.Key)
			if !strings.HasPrefix(strings.Split(test.text, "\n")[c.Line-1][c.Column-1:], c.Key) {
				t.Errorf("%s: %q is not at %d:%d", test.path, c.Key, c.Line, c.Column)
			}
		}
		if diff := cmp.Diff(test.want, strings.Join(keys, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.path, diff)
		}
	}
}
