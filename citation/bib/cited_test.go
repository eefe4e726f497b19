package bib

import (
	"fmt"
	"strings"
	"testing"

	"github.com/factcite/factcite/internal/linear"
	"github.com/google/go-cmp/cmp"
)

func TestCitedKeys(t *testing.T) {
	tests := []struct {
		name, path, text string
		want             []string // "line:column key"
	}{
		{"LaTeX and natbib", "a.tex",
			`\cite{a}, \citep[see][p.~9]{b,c} and \Citet*{d} \nocite{*}`,
			[]string{"1:7 a", "1:29 b", "1:31 c", "1:46 d", "1:57 *"}},
		{"biblatex", "a.tex",
			`\parencite[cf.][]{a} \textcites(see)()[1]{b}[2]{c}{d} \volcite[a]{2}[5]{e} \autocite [9] {f} \citefield{g}{title}`,
			[]string{"1:19 a", "1:43 b", "1:49 c", "1:52 d", "1:73 e", "1:91 f", "1:105 g"}},
		{"keys over lines, with comments", "a.tex",
			"\\cite{ä, % \\cite{no}\n  b ,\n%c,\n d}\n% \\cite{no}\n50\\% \\cite{e}",
			[]string{"1:7 ä", "2:3 b", "4:2 d", "6:12 e"}},
		{"options with brackets and braces", "a.tex",
			`\cite[{[1]}][\S{}~3]{a} \cite[open {b}`,
			[]string{"1:22 a"}},
		{"verbatim text and what only looks like a citation", "a.tex",
			"\\verb|\\cite{no}| \\lstinline[language=C]!\\cite{no}! \\begin{verbatim}\n\\cite{no}\n\\end{verbatim} \\citestyle{authoryear} \\newcommand{\\x}[1]{\\cite{#1}} \\excite{no}\\cite{}\\\\cite{no}\\cite{yes}\\end{document}\\cite{no}",
			[]string{"3:103 yes"}},
		{"aux of BibTeX and biblatex", "a.aux",
			"\\relax\n\\citation{a,b}\n\\abx@aux@cite{0}{c}\n\\abx@aux@cite{d}\n\\bibdata{refs}\n\\citation{*}\n",
			[]string{"2:11 a", "2:13 b", "3:18 c", "4:15 d", "6:11 *"}},
		{"pandoc", "a.md",
			"[@a; see @b, pp. 1-2; -@c] and @d [p. 3] says, @e's {@f} @{https://x.org/g?h} (@i:j.k.) *@l*.",
			[]string{"1:3 a", "1:11 b", "1:25 c", "1:33 d", "1:49 e", "1:55 f", "1:60 https://x.org/g?h", "1:81 i:j.k", "1:91 l"}},
		{"code, mail, links and labels are no citations", "a.qmd",
			"mail ada@example.org, `@no`, ``a ` @no``, <mailto:x@no.org> [x](http://x/@no) https://x.org/@no \\@no @fig:x @tbl-y\n\n```r\n@no\n```\n\n    @no\n\n<!-- @no\n@no --> @yes\n~~~\n@no\n~~~\n`` @also `\n\n1. item\n\n    @in-item\n",
			[]string{"10:10 yes", "14:5 also", "18:6 in-item"}},
		{"front matter", "a.markdown", "---\nnocite: |\n  @*, @a\n---\n", []string{"3:4 *", "3:8 a"}},
		{"byte order mark", "a.tex", "\ufeff\\cite{a}", []string{"1:7 a"}},
		{"Unicode keys", "a.md", "Größe: [@müller_2020]", []string{"1:10 müller_2020"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, k := range CitedKeys(test.path, []byte(test.text)) {
				if k.Path != test.path {
					t.Errorf("path %q", k.Path)
				}
				got = append(got, fmt.Sprintf("%d:%d %s", k.Line, k.Column, k.Key))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Text made to be searched again and again takes time linear in its length.
func TestCitedKeysLinear(t *testing.T) {
	for _, test := range []struct{ path, piece string }{
		{"a.tex", `\cite[`}, {"a.tex", `\cite{`}, {"a.tex", `\cite[{`}, {"a.tex", `\begin{verbatim}`}, {"a.tex", `\verb|`}, {"a.tex", "\\cite%\n"},
		{"a.md", "`"}, {"a.md", "<http"}, {"a.md", "](x"}, {"a.md", "@{x"}, {"a.md", "` `` ``` "}, {"a.md", "\\```"}, {"a.md", "<!--"}, {"a.md", "```\n"}, {"a.md", "@a:"}, {"a.aux", `\citation{`},
	} {
		t.Run(test.path+" "+test.piece, func(t *testing.T) {
			linear.Check(t, 128<<10, func(size int) func() {
				text := []byte(strings.Repeat(test.piece, size/len(test.piece)))
				return func() { CitedKeys(test.path, text) }
			})
		})
	}
}

func FuzzCitedKeys(f *testing.F) {
	f.Add("a.tex", []byte(`\cite[see][9]{a, b}\verb|\cite{c}| % \cite{d}`))
	f.Add("a.md", []byte("[@a; -@b] `@c` \n\n    @d\n<!-- @e -->"))
	f.Add("a.aux", []byte(`\citation{a,b}\abx@aux@cite{0}{c}`))
	f.Fuzz(func(t *testing.T, path string, text []byte) {
		lines := strings.Split(string(text), "\n")
		line, column := 0, 0
		for _, k := range CitedKeys(path, text) {
			if k.Line < line || k.Line == line && k.Column <= column {
				t.Fatalf("%+v after %d:%d", k, line, column)
			}
			line, column = k.Line, k.Column
			if line > len(lines) {
				t.Fatalf("%+v is beyond the last line", k)
			}
			stands := []rune(strings.TrimPrefix(lines[line-1], byteOrderMark))
			word, _, _ := strings.Cut(k.Key, " ") // a key may go on in the next line
			if key := []rune(word); word == "" || column-1+len(key) > len(stands) || string(stands[column-1:column-1+len(key)]) != word && !strings.ContainsRune(k.Key, '\ufffd') {
				t.Fatalf("%+v does not stand there: %q", k, lines[line-1])
			}
		}
	})
}
