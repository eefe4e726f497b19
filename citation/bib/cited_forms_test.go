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
		{"NEWS.md", "- Mended by @ana\n- [by Ana\n- @bo]", ""},
		{"news_of_carts.md", "As @roe2019 says.", "roe2019"},
		{"list.md", "text\n\n- item\n\n    @a\n\n-no item\n\n    @no\n\n2) item\n\n\t@b\n\n2)no\n\n    @no\n\n1.\n\n    @no", "a b"},
		{"list.md", "- item\n\ntext\n\n    @no", ""},
		{"fence.md", "~~~ r\n@no\n~~~~\n@a ```@no``` @b\n````\n@no\n```\n@no\n```` x\n@no", "a b"},
		{"span.md", "`@no\n@no` @a\n\n``@b\n\n@c `` `@d\n\n` @e", "a b c d e"},
		{"links.md", "[x](y@no) <https://x.org/@no> <b @a> https://x.org/@no) @b <SCRIPT>@no\n@no</script>@c <!-- @no --> @d", "a b c d"},
		{"keys.md", "@{a b} @{no @{ @{} @* @_x @x--y @x. @:no @fig-no @figs @eq:no @lst-no @sec:", "a b * _x x x figs sec"},
		{"paper.typ", "https://x.org @a //@no\n/* @no", "a"},
		{"paper.typ", "@b. @c: ``` @no ``` @d #cite( <e>) #cite(f) <no label> #cite(<g) x@no 1@no @ @h", "b c d e h"},
		{"paper.typ", "#cite(<" + strings.Repeat("x", maxOption) + ">) @a", "a"},
		{"paper.rst", "``:cite:`no`` `x` cite:`no` :cites:`no` :x:`no` :cite:t:`a`:cite:`b` :footcite:p:`c` :cite:`no", "a b c"},
		{"paper.md", "{cite`no` cite}`no` {x}`no` {cite:t}`a`", "a"},
		{"paper.tex", "\\verb*|\\cite{no}| \\verb{\\cite{no}} \\cite{a} \\verb\n\\cite{b} \\verb|\\cite{no}\n\\cite{c}", "a b c"},
		{"paper.tex", "\\cite\n{a} \\cite %x\n [see]\n{b} \\cite\n\n{no} \\cite", "a b"},
		{"paper.aux", "\\citation{a}\\citation b\\abx@aux@cite{0}{b}\\abx@aux@cite{0}{c", "a b"},
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

// TestFilesThatNamePeople holds that in files that a project thanks people in, an "@" outside
// brackets is no citation.
func TestFilesThatNamePeople(t *testing.T) {
	for name := range strings.FieldsSeq("readme changelog changes history news contributing contributors authors security code_of_conduct") {
		for _, path := range []string{name + ".md", "docs/" + strings.ToUpper(name) + ".markdown", name + ".de.md"} {
			if keys := CitedKeys(path, []byte("Thanks to @ana. [@roe]")); len(keys) != 1 || keys[0].Key != "roe" {
				t.Errorf("%s cites %+v", path, keys)
			}
		}
	}
}
