package document_test

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/fact/document"
	"github.com/google/go-cmp/cmp"
)

// TestKindsOfText holds how each form writes the parts of a document, and what of it is
// no fact.
func TestKindsOfText(t *testing.T) {
	testFacts(t, []documentCase{
		{"signs, accents and fonts", document.LaTeX,
			"\\begin{document}\nOne~\\label{x}\\vspace{1em}is \\textbf{bold} and \\underline{drawn}.\\\\ Two $x = 1.$ is {\\it so} \\{braced\\}, 3\\,000 \\& more.\n\nFelt \\'e \\\"{o} \\c{c} \\v{s} \\ss{} \\L odz \\o\\ and \\aa ngstrom \\'\\i n \\unknown{text} \\alpha x.\n\nA -- b --- c ``q'' `r'.\n\\end{document}\nNot this.",
			"sentence 2:1 One is bold and drawn.\nsentence 2:68 Two $x = 1.$ is \\emph{so} {braced}, 3 000 & more.\nsentence 4:1 Felt é ö ç š ß Łodz ø and ångstrom í n text αx.\nsentence 6:1 A – b — c “q” `r'.\n"},
		{"headings of each level", document.LaTeX,
			"\\section*{R\\'ef\\'erences}\n\nRoe, A. (2019). \\emph{Felt}. Springer.\n\n\\chapter{Other}\n\nUhl wrote it.\n\n\\subsubsection[Short]{Literature}\nOrr, B. (2011). Elm.\n\n\\paragraph{Notes} On felt.",
			"reference 3:1 Roe, A. (2019). Felt. Springer.\nsentence 7:1 Uhl wrote it.\nreference 10:1 Orr, B. (2011). Elm.\nsentence 12:19 On felt.\n"},
		{"what is no text", document.LaTeX,
			"\\begin{verbatim}No. Text.\\end{verbatim}A.\n\\begin{table}[ht]\\begin{tabular}{ll}a & b\\end{tabular}\\caption{A caption.}\\end{table}\n\\begin{equation*}x.\\end{equation*}B. \\[ y. \\] C. $$z.$$ D. \\(w\\) E. \\mbox{F} \\MakeUppercase{g}.",
			"sentence 1:40 A.\nsentence 2:64 A caption.\nsentence 3:35 B. C. D. w E. F g.\n"},
		{"items, links and citations", document.LaTeX,
			"\\begin{enumerate}[a)]\n\\item[1.] One.\n\\item Two \\citep[see][p.~3]{roe} is so.\n\\end{enumerate}\nAfter. \\url{https://a.example/x_y} and \\href{https://b.example}{words} and \\enquote{Felt rims}.",
			"item 2:11 One.\nitem 3:7 Two \\citep[see][p.~3]{roe} is so.\nsentence 5:1 After. https://a.example/x_y and \\href{https://b.example}{words} and “Felt rims”.\n"},
		{"entries and their spacing", document.LaTeX,
			"\\begin{thebibliography}{9}\n\\bibitem{roe}\nA. Roe.\n\\newblock Felt. % note\n   \\newblock 2019.\n\n\\bibitem[Uhl(2010)]{uhl} F.~\\emph{Uhl}, Oak floors, 2nd~ed.\\hskip 1em plus 0.5em minus 0.4em\\relax Leeds: Northgate, 2010, vol.~3\\penalty0 (2):\\penalty0 1--9.\n\\bibitem{orr} B. Orr.\\kern-.1667em\\hskip.11em Elm.\\vskip 3pt 2011.\n\\end{thebibliography}\nAs \\cite{roe} and \\nocite{zed} and \\citet*{zed}.",
			"reference 3:1 A. Roe. Felt. 2019.\nreference 7:26 F. Uhl, Oak floors, 2nd ed. Leeds: Northgate, 2010, vol. 3(2):1–9.\nreference 8:15 B. Orr. Elm. 2011.\nsentence 10:1 As \\cite{roe} and and \\citet*{zed}.\n! mention-unresolved 10:36-10:48 \"\\\\citet*{zed}\" is cited, and the list of references has no entry zed\n"},
		{"the title, footnotes and paragraphs", document.LaTeX,
			"\\title{Felt \\& oak}\\author{Roe}\\begin{document}\\maketitle \\noindent Text.\\footnote{A note. Two.} More.\\footnote{Third.}\n\\par Next.\\end{document}",
			"sentence 1:69 Text.\nsentence 1:98 More.\nsentence 1:84 A note.\nsentence 1:92 Two.\nsentence 1:113 Third.\nsentence 2:6 Next.\n"},
		{"braces that are not closed", document.LaTeX,
			`Open {brace and \emph{no end. Then more.`,
			"sentence 1:1 Open brace and no end.\nsentence 1:31 Then more.\n"},
		{"front matter of CRLF", document.Markdown,
			"---\r\ntitle: 'Carts'\r\n---\r\nText.\r\n",
			"sentence 4:1 Text.\n"},
		{"tasks and paragraphs of items", document.Markdown,
			"---\ntitle: \"A\"\n...\n# B\n\n[ ] no.\n\n- [ ] todo Roe\n- [x] done Uhl\n\n1. one\n\n   two\n\n   - three\n",
			"sentence 6:1 [ ] no.\nitem 8:7 todo Roe\nitem 9:7 done Uhl\nitem 11:4 one\nsentence 13:4 two\nitem 15:6 three\n"},
		{"a heading in bold, and references in one paragraph", document.Markdown,
			"**References**\n\nRoe, A. (2019). Felt. Springer.\nUhl, F. (2010). Oak. Springer.\n\n[3] Orr, B. (2011). Elm. Springer.\n",
			"reference 3:1 Roe, A. (2019). Felt. Springer.\nreference 4:1 Uhl, F. (2010). Oak. Springer.\nreference 6:5 Orr, B. (2011). Elm. Springer.\n"},
		{"text between lists of references", document.Markdown,
			"# References\n\n- Roe, A. (2019). Felt.\n\nSome text.\n\n## Books\n\n- Uhl, F. (2010). Oak.\n\n# Other\n\n- item\n",
			"reference 3:3 Roe, A. (2019). Felt.\nsentence 5:1 Some text.\nreference 9:3 Uhl, F. (2010). Oak.\nitem 13:3 item\n"},
		{"keys of pandoc", document.Markdown,
			"A [@roe19], [@roe] and [-@uhl, p. 3; @zed].\n\n# References\n\n[roe19] Roe, A. (2019). Felt.\n\n[^a]: Orr, B. (2011). Elm. Springer.\n",
			"sentence 1:1 A [@roe19], [@roe] and [-@uhl, p. 3; @zed].\n! mention-unresolved 1:13-1:19 \"[@roe]\" is cited, and the list of references has no entry roe\n! mention-unresolved 1:24-1:43 \"[-@uhl, p. 3; @zed]\" is cited, and the list of references has no entry uhl, zed\nreference 5:9 Roe, A. (2019). Felt.\nreference 7:7 Orr, B. (2011). Elm. Springer.\n"},
		{"numbers, ranges and superscripts", document.Markdown,
			"As [1](https://a.example) and [1] and [9] and it.⁹ And x[2-3] and [1,3;4], not [2-1], [0] or [1-300].\n\n# References\n\n1. Roe, A. (2019). Felt.\n2. Uhl, F. (2010). Oak.\n",
			"sentence 1:1 As [1](https://a.example) and [1] and [9] and it.⁹\n! mention-unresolved 1:39-1:42 \"[9]\" is cited, and the list of references has no entry 9; its last is 2\n! mention-unresolved 1:50-1:51 \"⁹\" is cited, and the list of references has no entry 9; its last is 2\nsentence 1:52 And x[2-3] and [1,3;4], not [2-1], [0] or [1-300].\n! mention-unresolved 1:57-1:62 \"[2-3]\" is cited, and the list of references has no entry 3; its last is 2\n! mention-unresolved 1:67-1:74 \"[1,3;4]\" is cited, and the list of references has no entry 3, 4; its last is 2\nreference 5:4 Roe, A. (2019). Felt.\nreference 6:4 Uhl, F. (2010). Oak.\n"},
		{"markup, code, rules and tables", document.Markdown,
			"Before\n\n<div>Some <b>bold</b> text.</div>\n\n***\n\n    code here. Not.\n\n| Day | Text |\n|---|---|\n| 3 | short |\n| 4 | this cell has more than a few words |\n",
			"sentence 1:1 Before\nsentence 3:6 Some <b>bold</b> text.\nitem 11:3 3 | short\nitem 12:7 this cell has more than a few words\n"},
		{"what the head says", document.HTML,
			"<html><head><title>Felt &amp; oak</title><link rel=canonical href='https://a.example/x'><meta property='og:url' content='https://b.example'><meta name=author content='Ana Roe'><meta name=author content='Bo Uhl'><meta property='article:published_time' content='2019-02-03'></head><body><header>Head.</header><p>Text.</p></body></html>",
			"sentence 1:311 Text.\n"},
		{"what is passed over", document.HTML,
			"<p>A<br>b. <img alt=x> <span>c</span>.</p><div class=sidebar>No.</div><div hidden>No.</div><pre>No.</pre><p class='toc'>No.</p><div role=navigation>No.<div>No.</div></div><blockquote>Quoted &copy; text; &bogus; & more &amp.</blockquote><h1>Head</h1>after",
			"sentence 1:4 A b. c.\nsentence 1:184 Quoted © text; &bogus; & more &amp.\nsentence 1:250 after\n"},
		{"what is passed over within a sentence", document.HTML,
			"<p>And <script>var a='<p>No.</p>';</script>yes, <style>p{}</style>it <math><mi>x</mi></math> is <span class=noprint>not </span>so.</p><ul class=references><li id=a>↑ <style>i{}</style>Roe, A. (2019). <i>Felt</i>.</ul>",
			"sentence 1:4 And yes, it is so.\nreference 1:185 Roe, A. (2019). Felt.\n"},
		{"lists of references in lists and below headings", document.HTML,
			"<ol start=3><li>three<li>four</ol><h2>Bibliography</h2><p>Orr, B. (2011). <b>Elm</b>.</p><h3>Sub</h3><ul><li>Ash, C. (2012). Fir.</ul><p>Text.</p><h2>End</h2><p>Text.</p><ul class=reflist><li>Roe, A. (2019). Felt.<ul><li>Uhl, F. (2010). Oak.</ul></ul><p>Text.</p>",
			"item 1:17 three\nitem 1:26 four\nreference 1:59 Orr, B. (2011). Elm.\nreference 1:110 Ash, C. (2012). Fir.\nsentence 1:138 Text.\nsentence 1:162 Text.\nreference 1:193 Roe, A. (2019). Felt.\nreference 1:222 Uhl, F. (2010). Oak.\nsentence 1:255 Text.\n"},
		{"the main text", document.HTML,
			"<p>Before.</p><article><header><p>By Roe.</p></header><p>Main.</p></article><p>After.</p>",
			"sentence 1:35 By Roe.\nsentence 1:58 Main.\n"},
		{"tables, definitions and links", document.HTML,
			"<table><tr><th>Title<th>Year</tr><tr><td>Felt</td><td></td><td>2019</td></tr></table><table><tr><td>One</td><td><p>Two</p></td></tr></table><dl><dt>Term<dd>Meaning.</dl><a href='#x'>in</a> <a href='https://a.example'>out</a> <a>none</a>",
			"item 1:42 Felt | 2019\nitem 1:101 One | Two\nsentence 1:149 Term\nitem 1:157 Meaning.\nsentence 1:183 in <a href=\"https://a.example\">out</a> none\n"},
		{"character references", document.HTML,
			"<main><p>A &lt;b&gt; &#233;&#xe9;&#x e9; &amp</p><br/><p id=x>B</p></main><footer>F.</footer>",
			"sentence 1:10 A <b> éé&#x e9; &amp\nsentence 1:63 B\n"},
		{"underlined headings, and lists with letters", document.Text,
			"Title\n=====\n\nText one.\n\nNotes:\n  a. first\n  b. second\n\nSources\n-------\n1) Roe, A. (2019). Felt.\n2) Uhl, F. (2010). Oak.\n",
			"sentence 4:1 Text one.\nitem 7:6 first\nitem 8:6 second\nreference 12:4 Roe, A. (2019). Felt.\nreference 13:4 Uhl, F. (2010). Oak.\n"},
		{"bullets that are alone are no headings", document.Text,
			"Notes\n\n- Felt rims\n\n• Oak floors\n\n* Elm\n\nHeading\n\n-> next\n",
			"item 3:3 Felt rims\nitem 5:3 Oak floors\nitem 7:3 Elm\nitem 11:4 next\n"},
		{"sentences and abbreviations", document.Text,
			"He said \"Why? Because.\" and left. No. 3 is here, and no. It is so. J. R. R. Orr came. On p. 3 it ends. They sang al. and co. The song was old. A. B. is not C. We go. In Mar. 2019 it was cold. Gen. Roe met Prof. Uhl. It was art. The vol. 3 has it. See Fig. 2. It rains.\n",
			"sentence 1:1 He said \"Why? Because.\" and left.\nsentence 1:35 No. 3 is here, and no.\nsentence 1:58 It is so.\nsentence 1:68 J. R. R. Orr came.\nsentence 1:87 On p. 3 it ends.\nsentence 1:104 They sang al. and co.\nsentence 1:126 The song was old.\nsentence 1:144 A. B. is not C.\nsentence 1:160 We go.\nsentence 1:167 In Mar. 2019 it was cold.\nsentence 1:193 Gen. Roe met Prof. Uhl.\nsentence 1:217 It was art.\nsentence 1:229 The vol. 3 has it.\nsentence 1:248 See Fig. 2.\nsentence 1:260 It rains.\n"},
		{"citations after full stops", document.Text,
			"It is quiet.[1] They roll.[2,3] (It is so.)[4] Then.¹² and more.[5] And\n",
			"sentence 1:1 It is quiet.[1]\nsentence 1:17 They roll.[2,3]\nsentence 1:33 (It is so.)[4]\nsentence 1:48 Then.¹² and more.[5]\nsentence 1:69 And\n"},
		{"words parted at line ends", document.Text,
			"A well-known fact that goes on for quite a while here is well-\nknown, and the second line is likewise long enough to be bro-\nken, as it is, at its right margin, which is near seventy.\n",
			"sentence 1:1 A well-known fact that goes on for quite a while here is well-known, and the second line is likewise long enough to be broken, as it is, at its right margin, which is near seventy.\n"},
		{"what is announced and indented", document.Text,
			"Text that starts it all.\n\nTo read:\n  Roe, A. (2019). Felt.\n  Uhl, F. (2010). Oak.\n",
			"sentence 1:1 Text that starts it all.\nreference 4:3 Roe, A. (2019). Felt.\nreference 5:3 Uhl, F. (2010). Oak.\n"},
	})
}

// TestSourceOfADocument holds what a document says of itself.
func TestSourceOfADocument(t *testing.T) {
	for _, c := range []struct {
		form fact.Form
		text string
		want fact.Source
	}{
		{document.Text, "Felt is quiet on oak floors.", fact.Source{Title: "doc"}},
		{document.Markdown, "---\r\ntitle: 'Carts'\r\n---\r\nText.\r\n", fact.Source{Title: "Carts"}},
		{document.Markdown, "---\ndate: 2019\n...\n# Felt\n\nText.\n\n# Oak\n", fact.Source{Title: "Felt"}},
		{document.LaTeX, `\title{Felt \& {oak}}\begin{document}Text.\end{document}`, fact.Source{Title: "Felt & oak"}},
		{document.HTML, "<title>Felt &amp;\n oak</title><title>No</title><link rel=canonical href='https://a.example/x'><meta property='og:url' content='https://b.example'>" +
			"<meta name=author content='Ana Roe'><meta name=author content='Bo Uhl'><meta property='article:published_time' content='2019-02-03'><p>Text.",
			fact.Source{Title: "Felt & oak", URI: "https://a.example/x", AuthorPerson: "Ana Roe", PublishedDate: "2019-02-03"}},
		{document.HTML, "<meta property='og:url' content='https://b.example'><meta name=citation_author content='Roe, Ana'><meta name=citation_publication_date content=2019><p>Text.",
			fact.Source{Title: "doc", URI: "https://b.example", AuthorPerson: "Roe, Ana", PublishedDate: "2019"}},
		{document.HTML, "<link rel=canonical href='/x'><meta property='og:url' content='/y'><p>Text.", fact.Source{Title: "doc"}},
	} {
		items := read(t, c.form, c.text)
		if len(items) != 1 {
			t.Errorf("%s: %d facts", c.text, len(items))
			continue
		}
		if diff := cmp.Diff([]fact.Source{c.want}, items[0].Record.Sources); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.text, diff)
		}
	}
}

// TestCommandsOfLaTeX holds that commands that say nothing take what they need and no more.
func TestCommandsOfLaTeX(t *testing.T) {
	for _, command := range []string{
		`\noindent`, `\centering`, `\small`, `\footnotesize`, `\normalsize`, `\large`, `\Large`, `\clearpage`, `\newpage`, `\bigskip`, `\medskip`, `\smallskip`,
		`\hfill`, `\vfill`, `\newblock`, `\relax`, `\protect`, `\begingroup`, `\endgroup`, `\sloppy`, `\raggedright`, `\appendix`, `\maketitle`, `\tableofcontents`,
		`\phantomsection`, `\BIBentryALTinterwordspacing`, `\BIBentrySTDinterwordspacing`, `\printbibliography`, `\linebreak`, `\pagebreak`,
		`\label{a}`, `\vspace*{1em}`, `\hspace{1em}`, `\input{a}`, `\include{a}`, `\pagestyle{a}`, `\setcounter{a}{1}`, `\setlength{a}{1em}`, `\index{a}`,
		`\addcontentsline{a}{b}{c}`, `\thispagestyle{a}`, `\usepackage[b]{a}`, `\documentclass{a}`, `\addtolength{a}{1em}`, `\newcommand{a}{b}`, `\providecommand{a}{b}`,
		`\urlstyle{a}`, `\expandafter`, `\author{a}`, `\date{a}`, `\title{a}`, `\affiliation{a}`, `\thanks{a}`, `\bibnamedelima`, `\natexlab`, `\em`, `\bf`, `\tt`,
		`\addcontentsline{a}{b}{c}`, `\markboth{a}{b}`, `\renewcommand{a}[1]{b}`, `\nocite{a}`, `\bibliographystyle{a}`, `\bibliography{a}`, `\includegraphics[b]{a}`,
	} {
		if diff := cmp.Diff("sentence 1:1 Felt rims are quiet.\n", shown(read(t, document.LaTeX, `Felt `+command+`{rims} are quiet.`))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", command, diff)
		}
	}
}

// TestDetect holds by what the form of a document is known.
func TestDetect(t *testing.T) {
	for _, c := range []struct {
		name, head string
		want       fact.Form
	}{
		{"a.TXT", "<html>", document.Text}, {"a.md", "", document.Markdown}, {"a.htm", "", document.HTML}, {"a.ltx", "", document.LaTeX}, {"a.bbl", "", document.BBL},
		{"a.docx", "", document.DOCX}, {"a.odt", "", document.ODT}, {"a.pdf", "", document.PDF}, {"a.b.rmd", "", document.Markdown},
		{"a", "%PDF-1.7", document.PDF}, {"a", " %PDF-1.7", document.Text},
		{"a", "PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", document.ODT},
		{"a", "PK\x03\x04 word/document.xml", document.DOCX},
		{"a", "PK\x03\x04 [Content_Types].xml", document.DOCX},
		{"a", "PK\x03\x04 [Content_Types].xml xl/", ""}, {"a", "PK\x03\x04 [Content_Types].xml ppt/", ""}, {"a", "PK\x03\x04 a.txt", ""},
		{"a", "\\begin{thebibliography}{9}", document.BBL}, {"a", "% $ biblatex auxiliary", document.BBL},
		{"a.txt", "\\begin{thebibliography}{9}", document.BBL}, {"a.txt", "So\n\\section{A}", document.LaTeX}, {"a.text", "From: a@b.example\nMIME-Version: 1.0\n", document.EML},
		{"a.txt", "# A", document.Text}, {"a.txt", "a\x00b", document.Text}, {"a.txt", "", document.Text}, {"a.md", "\\section{A}", document.Markdown},
		{"a", "So\n\\section{A}", document.LaTeX}, {"a", "As \\citep[see]{roe} says.", document.LaTeX}, {"a", "A \\section{A}", document.Text},
		{"a", " <!DOCTYPE html>", document.HTML}, {"a", "<p>a", document.HTML}, {"a", "a <p>", document.Text},
		{"a", "# A", document.Markdown}, {"a", "- a", document.Markdown}, {"a", "a **b** c", document.Markdown}, {"a", "[a](https://b.example)", document.Markdown},
		{"a", "So it is.", document.Text}, {"a", " \n", ""}, {"a", "", ""}, {"a", "a\x00b", ""},
	} {
		if got := document.Detect(c.name, []byte(c.head)); got != c.want {
			t.Errorf("%s, %q is %q, want %q", c.name, c.head, got, c.want)
		}
	}
}

// TestMayCite holds what a text has that may name a work.
func TestMayCite(t *testing.T) {
	for text, want := range map[string]bool{
		"in 1999": true, "in 2019.": true, "in 1599": false, "in 2199": false, "in 12019": false,
		"https://a.example": true, "a doi of it": true, "arXiv": true, "ISBN 3": true, "": false, "So it is.": false,
	} {
		if got := document.MayCite([]byte(text)); got != want {
			t.Errorf("%q: %t, want %t", text, got, want)
		}
	}
}

// TestReadSaysWhatItCannot holds that a document that cannot be read is a fact that says why.
func TestReadSaysWhatItCannot(t *testing.T) {
	for _, c := range []struct {
		opts document.Options
		text string
		want string
	}{
		{document.Options{Form: document.Text, MaxSize: 1 << 20}, strings.Repeat("a", 1<<20+1), "! unreadable-record 1:1-1:1 the document is longer than 1 MiB and is not read; split it\n"},
		{document.Options{Form: document.Text, MaxFact: 4}, "Felt. Oak is.", "! unreadable-record 1:1-1:1 a sentence is 5 bytes long, and a record may have 4; raise the limit if it is one\n! unreadable-record 1:7-1:7 a sentence is 7 bytes long, and a record may have 4; raise the limit if it is one\n"},
		{document.Options{Form: document.Text, MaxFact: 5}, "Felt.", "sentence 1:1 Felt.\n"},
		{document.Options{Form: "runes"}, "Felt.", "! unreadable-record 1:1-1:1 \"runes\" is no form of documents\n"},
		{document.Options{Form: document.HTML}, "Felt.", "! unreadable-record 1:1-1:1 no markup is here; the input starts with \"Felt.\"\n"},
		{document.Options{Form: document.Text}, strings.Repeat("a\x01", 8), "! unreadable-record 1:1-1:1 this is no text: 8 of its first 16 bytes are control characters; if it is, it is in an encoding that is not known\n"},
		{document.Options{Form: document.Text}, strings.Repeat("a\x01", 7), "sentence 1:1 " + strings.Repeat("a\x01", 7) + "\n"},
		{document.Options{Form: document.Text}, strings.Repeat("\x7f", 8) + strings.Repeat("a", 393), "sentence 1:1 " + strings.Repeat("\x7f", 8) + strings.Repeat("a", 393) + "\n"},
		{document.Options{}, "# Felt\n\nOak.", "sentence 3:1 Oak.\n"},
	} {
		var items []*fact.Item
		for item, err := range document.Read(strings.NewReader(c.text), "doc", &c.opts) {
			if err != nil {
				t.Fatal(err)
			}
			items = append(items, item)
		}
		if diff := cmp.Diff(c.want, shown(items)); diff != "" {
			t.Errorf("%.40q (-want +got):\n%s", c.text, diff)
		}
	}
	for item, err := range document.Read(iotest.ErrReader(errors.New("the disk is gone")), "doc", nil) {
		if item != nil || err == nil || err.Error() != "reading doc: the disk is gone" {
			t.Errorf("%v, %v", item, err)
		}
	}
}
