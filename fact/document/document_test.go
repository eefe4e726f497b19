package document_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/fact/document"
)

// read lists the items of a document.
func read(t testing.TB, form fact.Form, text string) []*fact.Item {
	t.Helper()
	var items []*fact.Item
	for item, err := range document.Read(strings.NewReader(text), "doc", &document.Options{Form: form}) {
		if err != nil {
			t.Fatal(err)
		}
		items = append(items, item)
	}
	return items
}

// shown is the facts of a document, one a line: its part, line and column, and content;
// and below it what is said of it.
func shown(items []*fact.Item) string {
	var b strings.Builder
	for _, item := range items {
		if item.Record != nil {
			fmt.Fprintf(&b, "%s %d:%d %s\n", item.Part, item.Place.Line, item.Place.Column, item.Record.Content)
		}
		for _, p := range item.Problems {
			fmt.Fprintf(&b, "! %s %d:%d-%d:%d %s\n", p.Rule, p.Place.Line, p.Place.Column, p.End.Line, p.End.Column, p.Message)
		}
	}
	return b.String()
}

// documentCase is a document and the facts of it, as shown has them.
type documentCase struct {
	name       string
	form       fact.Form
	text, want string
}

func testFacts(t *testing.T, cases []documentCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			items := read(t, c.form, c.text)
			if diff := cmp.Diff(c.want, shown(items)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			checkPlaces(t, c.text, items)
		})
	}
}

func TestRead(t *testing.T) {
	testFacts(t, []documentCase{
		{"sentences of wrapped text", document.Text,
			"Felt rims are quiet on oak floors and also on stone floors,\nas Okoro et al. showed. They wear out. Dr. A. Roe wrote \"Felt\nrims. A study\" (see Fig. 3. And more). It is learn-\ning by doing.\n",
			"sentence 1:1 Felt rims are quiet on oak floors and also on stone floors, as Okoro et al. showed.\nsentence 2:25 They wear out.\nsentence 2:40 Dr. A. Roe wrote \"Felt rims. A study\" (see Fig. 3. And more).\nsentence 3:40 It is learning by doing.\n"},
		{"entries of a .bib in code", document.Markdown,
			"Cite it as\n\n```bibtex\n% ours\n@misc{roe,\n  title = {Felt},\n}\n@book{uhl, title = {Wheels}}\n```\n\n```java\n@Override\nint felt() { return 1; }\n```\n",
			"sentence 1:1 Cite it as\nreference 5:1 @misc{roe, title = {Felt}, }\nreference 8:1 @book{uhl, title = {Wheels}}\n"},
		{"short lines are notes of their own", document.Text,
			"Felt rims by Okoro\nOak floors, Lind 2019\n\n- one thing\n- another\n  that goes on\n2) a number\n",
			"sentence 1:1 Felt rims by Okoro\nsentence 2:1 Oak floors, Lind 2019\nitem 4:3 one thing\nitem 5:3 another that goes on\nitem 7:4 a number\n"},
		{"what stands for the author of the entry before", document.Text,
			"Literatur\n\nRoe, Ann (2012): Felt. In: Quiet 3.\nDies. (2014): Rims. In: Quiet 4.\n———. 2015. Oak. Cork: Cart Press.\nUhl, F. Wheels. Oslo: Hub, 2010.\n---. Axles. Oslo: Hub, 2011.\n—— (2012). Hubs. Oslo: Hub.\nRoe, A., and B. Moss. Carts. Oslo: Hub, 2009.\n———. Reins. Oslo: Hub, 2010.\nLind, Bo: Floors. Oslo: Hub, 2011.\nDers.: Walls. Oslo: Hub, 2012.\n",
			"reference 3:1 Roe, Ann (2012): Felt. In: Quiet 3.\nreference 4:1 Roe, Ann (2014): Rims. In: Quiet 4.\nreference 5:1 Roe, Ann. 2015. Oak. Cork: Cart Press.\nreference 6:1 Uhl, F. Wheels. Oslo: Hub, 2010.\nreference 7:1 Uhl, F. Axles. Oslo: Hub, 2011.\nreference 8:1 Uhl, F. (2012). Hubs. Oslo: Hub.\nreference 9:1 Roe, A., and B. Moss. Carts. Oslo: Hub, 2009.\nreference 10:1 Roe, A., and B. Moss. Reins. Oslo: Hub, 2010.\nreference 11:1 Lind, Bo: Floors. Oslo: Hub, 2011.\nreference 12:1 Lind, Bo: Walls. Oslo: Hub, 2012.\n"},
		{"marks of authors in superscript", document.HTML,
			"<ul><li>T. Asante<sup>*</sup>, B. Lund<sup>&dagger;,*</sup>. Area in m<sup>2</sup>. Quiet, 2023.</li></ul>",
			"item 1:9 T. Asante, B. Lund. Area in m2. Quiet, 2023.\n"},
		{"numbered references of text", document.Text,
			"As [1] and [2–4] say.\n\nReferences\n\n[1] Roe, A. (2021). Rolling without sound. J. Quiet,\n    12(3), 45.\n[2] Uhl, F. (2010). The book of wheels. Springer.\n",
			"sentence 1:1 As [1] and [2–4] say.\n! mention-unresolved 1:12-1:17 \"[2–4]\" is cited, and the list of references has no entry 3, 4; its last is 2\nreference 5:5 Roe, A. (2021). Rolling without sound. J. Quiet, 12(3), 45.\nreference 7:5 Uhl, F. (2010). The book of wheels. Springer.\n"},
		{"hanging references of text", document.Text,
			"Literatur:\nRoe, A. (2021). Rolling without sound.\n  J. Quiet, 12(3), 45.\nUhl, F. (2010). The book of wheels.\n  Springer.\n",
			"reference 2:1 Roe, A. (2021). Rolling without sound. J. Quiet, 12(3), 45.\nreference 4:1 Uhl, F. (2010). The book of wheels. Springer.\n"},
		{"Markdown", document.Markdown,
			"---\ntitle: Carts\n---\n# Silent carts\n\nSee [Felt rims](https://a.example/x). It *is* so.[^1] And[^2]\n\n> - A quoted\n>   item\n\n```bibtex\n@book{a}\n```\n\n| Title | Year |\n|---|---|\n| Felt | 2019 |\n\n## References\n\n1. Roe, A. (2021). Felt. Springer.\n2. Uhl, F. (2010). Oak. Springer.\n\n## Then\n\nMore text.\n\n[^1]: A note.\n",
			"sentence 6:1 See [Felt rims](https://a.example/x).\nsentence 6:39 It *is* so.[^1]\nsentence 6:55 And[^2]\n! mention-unresolved 6:58-6:62 \"[^2]\" is cited, and the list of references has no entry ^2\nitem 8:5 A quoted item\nitem 17:3 Felt | 2019\nreference 21:4 Roe, A. (2021). Felt. Springer.\nreference 22:4 Uhl, F. (2010). Oak. Springer.\nsentence 26:1 More text.\nsentence 28:7 A note.\n"},
		{"links with a label instead of an address", document.Markdown,
			"See [Felt rims][f], [Oak floors][], [hay][x] and [b].\n\n[F]: https://a.example/felt\n[oak floors]: <https://a.example/oak> \"O\"\n",
			"sentence 1:1 See [Felt rims](https://a.example/felt), [Oak floors](https://a.example/oak), [hay][x] and [b].\n"},
		{"numbered paragraphs of text", document.Text,
			"2. BACKGROUND. Carts have been loud since they were first built by the river. Two studies have since proposed felt: Roe, A. (2019), \"Felt\", J. Quiet, 3(1), 2-9. The board was not told of them.\n",
			"sentence 1:4 BACKGROUND.\nsentence 1:16 Carts have been loud since they were first built by the river.\nsentence 1:79 Two studies have since proposed felt: Roe, A. (2019), \"Felt\", J. Quiet, 3(1), 2-9.\nsentence 1:162 The board was not told of them.\n"},
		{"numbered paragraphs whose subject is before them", document.Text,
			"2. RECOMMENDATION. Adopt the procedure of Report 18, Quiet Carts, prepared in June 2018. Offices should also consult Roe, A., Felt Rims, Third Edition, Harbour Press, 1988.\n3. UNESCO. Felt rims. Oak. Paris, 2019. 200 pp. Again with more of the rims of carts that are in libraries, and in the museums, and so on and on and.\n",
			"sentence 1:4 RECOMMENDATION.\nsentence 1:20 Adopt the procedure of Report 18, Quiet Carts, prepared in June 2018.\nsentence 1:90 Offices should also consult Roe, A., Felt Rims, Third Edition, Harbour Press, 1988.\n" +
				"item 2:4 UNESCO. Felt rims. Oak. Paris, 2019. 200 pp. Again with more of the rims of carts that are in libraries, and in the museums, and so on and on and.\n"},
		{"emphasis of whole sentences", document.Markdown,
			"**Felt.** It is quiet. *Oak creaks.* So does __ash.__ Elm (*A. Roe et al.* 2019) too. I read *Felt, vol.* 3. **New** rims.\n",
			"sentence 1:1 **Felt.**\nsentence 1:11 It is quiet.\nsentence 1:24 *Oak creaks.*\nsentence 1:38 So does __ash.__\nsentence 1:55 Elm (*A. Roe et al.* 2019) too.\nsentence 1:87 I read *Felt, vol.* 3.\nsentence 1:110 **New** rims.\n"},
		{"emphasis of whole sentences on a page", document.HTML,
			"<p><b>Felt.</b> It is quiet. <i>Oak <b>creaks.</b></i> So does ash.</p>",
			"sentence 1:4 <b>Felt.</b>\nsentence 1:17 It is quiet.\nsentence 1:30 <i>Oak <b>creaks.</b></i>\nsentence 1:56 So does ash.\n"},
		{"a paragraph of a page that stands for a heading", document.HTML,
			"<p>See <b>References</b> below.</p><p><b>References</b></p><ul><li>Roe, A. <i>Felt</i>. 2019.</li></ul><p>It is new.</p><h3>Then</h3><ul><li>Oak</li></ul>",
			"sentence 1:4 See <b>References</b> below.\nreference 1:68 Roe, A. Felt. 2019.\nsentence 1:107 It is new.\nitem 1:142 Oak\n"},
		{"slides", document.LaTeX,
			"\\begin{document}\n\\begin{frame}<1->[fragile]{No text}\n\\begin{itemize}\n\\item<1-> Felt \\alert<2>{is} quiet\n\\item<+-|alert@+> Oak\n\\end{itemize}\n\\begin{block}{No text}\nElm.\n\\end{block}\n\\end{frame}\n\\begin{frame}\n\\frametitle{References}\n\\begin{columns}\\column{.5\\textwidth} Roe, A. Felt. 2019.\\column{2cm}Uhl, F. Oak. 2010.\\end{columns}\n\\end{frame}\n\\begin{minipage}{.3\\linewidth}Ash.\\end{minipage}\n",
			"item 4:11 Felt is quiet\nitem 5:19 Oak\nsentence 8:1 Elm.\nreference 13:38 Roe, A. Felt. 2019.\nreference 13:69 Uhl, F. Oak. 2010.\nreference 15:31 Ash.\n"},
		{"what points to a reference", document.Text,
			"cf. also Roe, Ann. \"Felt rims.\" J. Quiet, vol. 3, no. 1, 2016, pp. 5-27.\n",
			"sentence 1:1 cf. also Roe, Ann. \"Felt rims.\" J. Quiet, vol. 3, no. 1, 2016, pp. 5-27.\n"},
		{"a heading that is a title", document.Markdown,
			"### 1. “Felt *rims*, again”\n\nBy Ana Roe, 2019. It is new.\n\n### Other\n\nText.\n",
			"sentence 1:8 “Felt *rims*, again”, By Ana Roe, 2019.\nsentence 3:19 It is new.\nsentence 7:1 Text.\n"},
		{"a list of what there is to say of a work", document.Markdown,
			"1. **Felt rims**\n   - *Authors:* A. Roe, B. Lind\n   - **Venue**: J. Quiet, 2019\n   - DOI: 10.5555/x\n2. Another\n   - item\n",
			"item 1:4 **Felt rims**, by A. Roe, B. Lind, J. Quiet, 2019, DOI: 10.5555/x\nitem 5:4 Another\nitem 6:6 item\n"},
		{"tables of works, and of other things", document.Markdown,
			"| Title | Author |\n|---|---|\n| Felt rims | A. Roe |\n\n| Date | Reading |\n|---|---|\n| Aug 3 | Felt rims by A. Roe, J. Quiet 2019. |\n| Aug 4 | none |\n",
			"item 3:15 A. Roe, \"Felt rims\"\nitem 7:11 Felt rims by A. Roe, J. Quiet 2019.\nitem 8:3 Aug 4 | none\n"},
		{"works of tables with columns in any order", document.Markdown,
			"| Year | Venue | Title | Authors | Link | Code | Notes |\n|--|--|--|--|--|--|--|\n| 2019 | QUIET 3(1) | **Felt \"rims\"** | A. Roe, B. Lind | [pdf](https://a.example/f.pdf) | [C](https://a.example/c) | as good as those of Uhl (2010) and Moss |\n| – | n/a | Oak | – | | | |\n\n| Paper | Conference | arXiv |\n|--|--|--|\n| [Quiet axles](https://a.example/q) | CARTS | 2101.00001 |\n\n| Titel | Autoren | Band | Seiten | Jahr |\n|--|--|--|--|--|\n| „Filz“ | Roe, A. | 3 | 4–9 | 2020 |\n",
			"item 3:41 A. Roe, B. Lind, “Felt \"rims\"”, QUIET 3(1), 2019, [pdf](https://a.example/f.pdf)\nitem 3:119 as good as those of Uhl (2010) and Moss\nitem 4:3 – | n/a | Oak | –\nitem 8:3 \"[Quiet axles](https://a.example/q)\", CARTS, arXiv:2101.00001\nitem 12:12 Roe, A., „Filz“, vol. 3, pp. 4–9, 2020\n"},
		{"chapters of edited books that the document names by itself", document.Text,
			"REQUIRED BOOKS (at the shop)\n  Roe, Ann, and Bo Lind, eds. Felt at Work. 2nd ed. Cork: Harbour Press, 2013.\n  Uhl, F. & Moss, B. (Eds.). Oak. Oslo: Hub, 2011.\n  The Quiet Cart, edited by Ana van der Berg (Cork: Harbour Press, 2012).\n\nSchedule\n\nWeek 3 (Jan 4)    Falk, K. \"Rims\" (in Roe and Lind, pp. 33-58)\nWeek 4 (Feb 4)    Falk, \"Rims,\" in Uhl and Moss (2011), 1-6.\nWeek 5 (Feb 5)    Falk, \"Rims,\" in van der Berg (ed.), pp. 1-6.\nWeek 6 (Feb 6)    Falk, \"Rims,\" in Uhl and Falk, 1-6.\n",
			"reference 2:3 Roe, Ann, and Bo Lind, eds. Felt at Work. 2nd ed. Cork: Harbour Press, 2013.\nreference 3:3 Uhl, F. & Moss, B. (Eds.). Oak. Oslo: Hub, 2011.\nreference 4:3 The Quiet Cart, edited by Ana van der Berg (Cork: Harbour Press, 2012).\n" +
				"item 8:19 Falk, K. \"Rims\", in Felt at Work, edited by Ann Roe and Bo Lind. 2nd ed. Cork: Harbour Press, 2013, pp. 33-58\nitem 9:19 Falk, \"Rims,\" in Oak, edited by F. Uhl and B. Moss. Oslo: Hub, 2011, 1-6.\nitem 10:19 Falk, \"Rims,\" in The Quiet Cart, edited by Ana van der Berg (Cork: Harbour Press, 2012), pp. 1-6.\nitem 11:19 Falk, \"Rims,\" in Uhl and Falk, 1-6.\n"},
		{"chapters of edited books that a list names by surnames", document.Markdown,
			"1. **Roe, Ann** / Lind, Bo (Hrsg.): *Stadt am Rad. Zur Felge*, 2. Aufl., Hamburg 2017.\n2. Eva Uhl: „Kräne\", in: Roe/Lind (Hrsg.), S. 5–8.\n",
			"item 1:4 **Roe, Ann** / Lind, Bo (Hrsg.): *Stadt am Rad. Zur Felge*, 2. Aufl., Hamburg 2017.\nitem 2:4 Eva Uhl: „Kräne\", in: Stadt am Rad. Zur Felge, edited by Ann Roe and Bo Lind. 2. Aufl., Hamburg 2017, S. 5–8.\n"},
		{"mails that quote others", document.Text,
			"> > Who says so? I know only Roe, Felt (Cork, 1951),\n> > p. 88, and that it was said before by somebody.\n> And where was it said?\nI do not know, and nobody in the whole of the town does.\n",
			"sentence 1:5 Who says so?\nsentence 1:18 I know only Roe, Felt (Cork, 1951), p. 88, and that it was said before by somebody.\nsentence 3:3 And where was it said?\nsentence 4:1 I do not know, and nobody in the whole of the town does.\n"},
		{"headings in capitals right above what is below them", document.Text,
			"REFERENCES\n\nRoe, A. (2019). Felt. Springer.\n\nGRADING\nPapers count half. Late ones lose five points.\n",
			"reference 3:1 Roe, A. (2019). Felt. Springer.\nsentence 6:1 Papers count half.\nsentence 6:20 Late ones lose five points.\n"},
		{"what holds a work is said after a heading that is its title", document.HTML,
			"<h2>3. “Felt rims”</h2><p>Ana Roe, K. V. Lind. In <em>Quiet Carts 2021</em>, pages 1–7. It is new.</p><h2>“Oak”</h2><p>By Uhl. It is old.</p>",
			"sentence 1:8 “Felt rims”, Ana Roe, K. V. Lind. In <em>Quiet Carts 2021</em>, pages 1–7.\nsentence 1:89 It is new.\nsentence 1:107 “Oak”, By Uhl.\nsentence 1:128 It is old.\n"},
		{"works of a page's table with empty cells", document.HTML,
			"<table><tr><th>Author<th>Title<th>Journal<th>DOI</tr><tr><td><td><i>Felt</i> rims<td>J. Quiet<td>10.5555/q.1</tr><tr><td>B. Lind<td>Oak<td><td></tr></table>",
			"item 1:66 \"<i>Felt</i> rims\", J. Quiet, doi:10.5555/q.1\nitem 1:122 B. Lind, \"Oak\"\n"},
		{"columns, announced lists and pages of text", document.Text,
			"TO READ\n  Roe, A. (2019). Felt. Springer.\n  Uhl, F. (2010). Oak. Springer.\n\nOther\n\nWeek 3 (Jan 4)    Roe, \"Felt\", 2019\n-> next\n\nRoe & Uhl              [Page 2]\n\nRFN 44       Felt       2016\n\nReferences\n\n[FELT]\n      Roe, A., \"Felt\", 2019.\n[Uhl10]  Uhl, F., \"Oak\", 2010.\n",
			"reference 2:3 Roe, A. (2019). Felt. Springer.\nreference 3:3 Uhl, F. (2010). Oak. Springer.\nitem 7:19 Roe, \"Felt\", 2019\nitem 8:4 next\nreference 17:7 Roe, A., \"Felt\", 2019.\nreference 18:10 Uhl, F., \"Oak\", 2010.\n"},
		{"references of a wiki, and rows of tables", document.HTML,
			"<p>So.<sup><a href=\"#cite_note-1\">[1]</a></sup></p><h2>References</h2><ol><li id=cite_note-1>^ <a href=\"#cite_ref-1\"><sup>a</sup></a> <cite>Roe, A. <i>Felt</i>. 2019.</cite></li></ol><h2>“Oak floors”</h2><p>By Uhl.</p><table><tr><th>Day<th>Text</tr><tr><td>3</td><td>Roe, A. Felt. J. Quiet 3. 2019.</td></tr></table>",
			"sentence 1:4 So.[1]\nreference 1:141 Roe, A. Felt. 2019.\nsentence 1:188 “Oak floors”, By Uhl.\nitem 1:268 Roe, A. Felt. J. Quiet 3. 2019.\n"},
		{"a dash for the author of the entry before", document.Text,
			"Works Cited\n\nWhitlow, George. “Owing.” Letters, 1999.\n\n—. “Islands.” Press, 2010.\n",
			"reference 3:1 Whitlow, George. “Owing.” Letters, 1999.\nreference 5:1 Whitlow, George. “Islands.” Press, 2010.\n"},
		{"what follows a list with bullets is none of it", document.Text,
			"to read:\n* Roe, Felt, 2019\n\nexam = 40 %\n",
			"reference 2:3 Roe, Felt, 2019\nsentence 4:1 exam = 40 %\n"},
		{"HTML", document.HTML,
			"<!doctype html><html><head><title>Carts</title></head><body><nav><a href=/x>Home. Page</a></nav><main>\n<p>Felt &amp; oak: <i class=x>Quiet\nrims</i>. See <a href='https://a.example/?a&amp;b'>this</a><sup>[<a href=\"#n\">2</a>]</sup>.</p><script>no();</script>\n<ul><li>An item<li>Another</ul><h2>References</h2><ol><li>Roe, A. (2021). Felt.</ol></main><footer>Imprint</footer>",
			"sentence 2:4 Felt & oak: <i>Quiet rims</i>.\nsentence 3:11 See <a href=\"https://a.example/?a&amp;b\">this</a>[2].\n! mention-unresolved 3:65-3:85 \"[2]\" is cited, and the list of references has no entry 2; its last is 1\nitem 4:9 An item\nitem 4:20 Another\nreference 4:59 Roe, A. (2021). Felt.\n"},
		{"LaTeX", document.LaTeX,
			"\\documentclass{article}\\title{Carts}\n\\begin{document}\n\\section{Felt}\nFelt~rims\\footnote{By M\\\"uller.} are \\emph{quiet}, 5\\% more % no\nthan oak \\cite{roe, uhl}. ``Yes'' --- so.\n\\begin{equation} x = 1. \\end{equation}\n\n\\begin{itemize}\\item One \\item Two\\end{itemize}\n\\begin{thebibliography}{9}\n\\bibitem[R]{roe} A.~Roe. \\newblock {\\em Felt} rims. \\newblock Caf{\\'e} Press, 2021.\n\\end{thebibliography}\\end{document}",
			"sentence 4:1 Felt rims are \\emph{quiet}, 5% more than oak \\cite{roe, uhl}.\n! mention-unresolved 5:10-5:25 \"\\\\cite{roe, uhl}\" is cited, and the list of references has no entry uhl\nsentence 5:27 “Yes” — so.\nsentence 4:20 By Müller.\nitem 8:22 One\nitem 8:32 Two\nreference 10:18 A. Roe. Felt rims. Café Press, 2021.\n"},
	})
}

// samples are documents of every form.
var samples = map[fact.Form]string{
	document.Text:     "Notes\n=====\n\nFelt rims are quiet. See Roe, A. (2019). Felt. Springer.\n* one – “two”\n  three\n\nReferences\n[1] Roe, A., 2021. A.\n\tB.\n",
	document.Markdown: "# A\n\nFelt *rims*, see [this](https://a.example).\n\n1. One\n   more\n\n> quoted. Twice\n\n| a | b |\n|--|--|\n| c | d |\n\n<p>e &amp; <b>f</b></p>\n\n[^x]: Note\n",
	document.HTML:     "<p>Felt &eacute;&lt; <i>rims</i> <a href=\"https://a.example\">x</a>.\r\n<li>Item<table><tr><td>a<td>b</table>",
	document.LaTeX:    "\\begin{document} M\\\"uller \\'{e} \\emph{a {b} c} \\href{https://a.example}{d} {\\em e} \\ss{} x\\footnote{n} % c\n\n\\item i $x$ \\cite{k} \\bibitem{k} Roe.\n",
	document.BBL:      "\\begin{thebibliography}{1}\n\\bibitem{a} A.~Roe. \\newblock Felt.\n\\end{thebibliography}\n",
}

// checkPlaces holds that each place of a content is in the document, that none comes
// before one of an earlier byte, but in the row of a table and in a chapter with its book,
// and that a letter is the letter that is there, unless it is one of several that stand for
// the same bytes, or markup stands for it.
func checkPlaces(t *testing.T, text string, items []*fact.Item) {
	t.Helper()
	for _, item := range items {
		if item.Record == nil {
			continue
		}
		content, last := item.Record.Content, int64(-1)
		ordered := item.Part != fact.ListItem && !strings.Contains(content, ", edited by ")
		if !utf8.ValidString(content) {
			t.Errorf("the content %q is not UTF-8", content)
		}
		for i, r := range content {
			after := i + utf8.RuneLen(r)
			from, to := item.LocateContent(i, after)
			next, _ := item.LocateContent(after, len(content))
			isShared := from.Offset == last || from.Offset == next.Offset
			if from.Offset < last && ordered || to.Offset < from.Offset || to.Offset > int64(len(text)) {
				t.Fatalf("byte %d of %q is at [%d,%d) after %d in %d bytes", i, content, from.Offset, to.Offset, last, len(text))
			}
			last = from.Offset
			if isShared {
				continue
			}
			stated, _ := utf8.DecodeRuneInString(text[from.Offset:])
			if (unicode.IsLetter(r) || unicode.IsDigit(r)) && unicode.ToLower(stated) != unicode.ToLower(r) && !strings.ContainsRune("&\\<{=", stated) {
				t.Fatalf("byte %d of %q is %q, and in the document %q", i, content, r, stated)
			}
			line := 1 + strings.Count(strings.ReplaceAll(strings.ReplaceAll(text[:from.Offset], "\r\n", "\n"), "\r", "\n"), "\n")
			if !strings.Contains(text, "\r") && from.Line != line {
				t.Fatalf("offset %d is said to be in line %d, and is in %d", from.Offset, from.Line, line)
			}
		}
	}
}

func TestPlaces(t *testing.T) {
	for form, text := range samples {
		items := read(t, form, text)
		if len(items) == 0 {
			t.Errorf("%s has no facts", form)
		}
		checkPlaces(t, text, items)
	}
}

// TestPlacesOfWhatIsWrittenAnew holds that a tag or character that is written in another way
// stands as a whole for what it was, if it is as long by chance too.
func TestPlacesOfWhatIsWrittenAnew(t *testing.T) {
	for form, texts := range map[fact.Form][]string{
		document.HTML:  {`<A href="http://<">`, `<p>See <A  href='https://a.example/<'>the cart</a>.</p>`, `<p>R&eacute;ne &Aring;s</p>`},
		document.LaTeX: {`R\'ene \AA s {\em a cart}.`, `\textit{Carts} \enquote{of felt}`},
	} {
		for _, text := range texts {
			checkPlaces(t, text, read(t, form, text))
		}
	}
}

func FuzzRead(f *testing.F) {
	for form, text := range samples {
		f.Add(string(form), text)
	}
	f.Fuzz(func(t *testing.T, form, text string) {
		if !utf8.ValidString(text) || strings.ContainsRune(text, 0) || strings.HasPrefix(text, "\ufeff") || len(text) > 1<<12 {
			return
		}
		if _, known := samples[fact.Form(form)]; known {
			checkPlaces(t, text, read(t, fact.Form(form), text))
		}
	})
}
