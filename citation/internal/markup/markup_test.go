package markup

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/linear"
	"github.com/google/go-cmp/cmp"
)

// shown writes what is marked as "*emphasis*", "**strong**", "[link](address)" and
// "`code`", after the words.
func shown(p Plain) []string {
	lines := []string{p.Text[:p.Words]}
	for _, m := range p.Marks {
		words := p.Text[m.Start:m.End]
		switch m.Kind {
		case Emphasis:
			words = "*" + words + "*"
		case Strong:
			words = "**" + words + "**"
		case Code:
			words = "`" + words + "`"
		case Jump:
			words = "[" + words + "](…)"
		case Link:
			words = "[" + words + "](" + p.Text[m.Address[0]:m.Address[1]] + ")"
		}
		lines = append(lines, words)
	}
	return lines
}

func TestRead(t *testing.T) {
	for source, want := range map[string][]string{
		"Felt rims are quiet.": {"Felt rims are quiet."},

		// Markdown
		"See [Felt rims](https://a.example/x_y_(z)), please.":      {"See Felt rims, please.", "[Felt rims](https://a.example/x_y_(z))"},
		`See [Felt rims](https://a.example "a (quiet) cart") now.`: {"See Felt rims now.", "[Felt rims](https://a.example)"},
		"See [Felt *rims*](<https://a.example>).":                  {"See Felt rims.", "[Felt rims](https://a.example)", "*rims*"},
		"See [Felt rims][felt] and [oak][].":                       {"See Felt rims and oak.", "[Felt rims]()", "[oak]()"},
		"See [Felt rims](#felt), [a](b c) and ![x](https://y/z).":  {"See Felt rims, [a](b c) and .", "[Felt rims](…)"},
		"See [Felt rims](rims/felt.md) and [oak](papers/oak.pdf).": {"See Felt rims and oak.", "[Felt rims](…)", "[oak]()"},
		"As [1][2] and [[3]](https://a.example) say.":              {"As [1][2] and [3] say.", "[[3]](https://a.example)"},
		"A *felt* rim, _oak_ wheels, **new** and ***loud*** ones.": {"A felt rim, oak wheels, new and loud ones.", "*felt*", "*oak*", "**new**", "*loud*"},
		"**Lee's *Felt rims*** and ***Oak* by Roe** are new.":      {"Lee's Felt rims and Oak by Roe are new.", "**Lee's Felt rims**", "*Felt rims*", "**Oak by Roe**", "*Oak*"},
		"_[Felt](https://a.example)_":                              {"Felt", "[Felt](https://a.example)", "*Felt*"},
		"2 * 3 * 4, my_snake_case and 5*6*7, a****b****":           {"2 * 3 * 4, my_snake_case and 5*6*7, a****b****"},
		"an *open one\n\nand a closed* one":                        {"an *open one\n\nand a closed* one"},
		"an *open one\nand a closed* one":                          {"an open one\nand a closed one", "*open one\nand a closed*"},
		"see https://a.example/_x_/*y and *z*":                     {"see https://a.example/_x_/*y and z", "*z*"},
		"run `load(*a*)` or ``b`c``":                               {"run load(*a*) or b`c", "`load(*a*)`", "`b`c`"},
		"- Felt rims":                                              {"Felt rims"},
		"> - ## Felt\n* rims\n- 3":                                 {"Felt\nrims\n3"},
		`\*not\* a \_mark\_, 5 \% of C:\carts`:                     {`*not* a _mark_, 5 % of C:\carts`},

		// reStructuredText
		"an article `Felt rims <https://a.example>`_ and `Oak <>`__": {"an article Felt rims and Oak", "[Felt rims](https://a.example)", "[Oak]()"},
		"an article `Felt rims `_ by A":                              {"an article Felt rims by A", "[Felt rims]()"},

		// LaTeX
		`in \emph{Road {S}cience}, \textbf{5} \& \unknown{x}`:             {`in Road {S}cience, 5 & \unknown{x}`, "*Road {S}cience*", "**5**"},
		`see \href{https://a.example}{Felt rims} at \url{https://b.test}`: {`see Felt rims at https://b.test`, "[Felt rims](https://a.example)"},
		"he said ``quiet'' and ``code``":                                  {"he said “quiet” and code", "`code`"},
		`\emph{open and \href{x y}{z}`:                                    {`\emph{open and \href{x y}{z}`},

		// HTML
		`an <i>old</i> <b>cart</b> in <A class="x" HREF='https://a.example'>Felt</A>`: {"an old cart in Felt", "*old*", "**cart**", "[Felt](https://a.example)"},
		"a<br>b, CO<sub>2</sub>, 3 < 4 > 2, <T>, <https://a.example>":                 {"a b, CO2, 3 < 4 > 2, <T>, <https://a.example>"},
		"Lee &amp; Park&#8217;s &quot;rims&quot;&nbsp;&c; AT&T;":                      {`Lee & Park’s "rims" &c; AT&T;`},
	} {
		p := Read(source)
		if diff := cmp.Diff(want, shown(p)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", source, diff)
		}
		checkSource(t, source, p)
	}
}

// checkSource holds that every word that is written as in the source is found there.
func checkSource(t *testing.T, source string, p Plain) {
	t.Helper()
	for i := range p.Text {
		sp := p.InSource(ref.Span{i, i + 1})
		if sp[0] < 0 || sp[0] > sp[1] || sp[1] > len(source) {
			t.Fatalf("%q: byte %d of %q is at %v", source, i, p.Text, sp)
		}
		written := sp[1] == sp[0]+1
		if written && source[sp[0]] != p.Text[i] {
			t.Errorf("%q: byte %d of %q is %q in the source", source, i, p.Text, source[sp[0]:sp[1]])
		}
	}
	for _, m := range p.Marks {
		if m.Start < 0 || m.Start >= m.End || m.End > p.Words || m.Address[0] > m.Address[1] || m.Address[1] > len(p.Text) {
			t.Errorf("%q: mark %v of %d bytes", source, m, p.Words)
		}
	}
}

func TestInSource(t *testing.T) {
	const source = "- Lee &amp; *Park* wrote [Felt](https://a.example)."
	p := Read(source)
	for words, want := range map[string]string{
		"Lee & Park":        "Lee &amp; *Park",
		"Park wrote":        "Park* wrote",
		"&":                 "&amp;",
		"Felt":              "Felt",
		"https://a.example": "https://a.example",
	} {
		at := strings.Index(p.Text, words)
		if at < 0 {
			t.Fatalf("%q is not in %q", words, p.Text)
		}
		sp := p.InSource(ref.Span{at, at + len(words)})
		if got := source[sp[0]:sp[1]]; got != want {
			t.Errorf("%q was read from %q, want %q", words, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("- [a *b* c](https://x/(y) \"z\") `d <https://e>`_ \\emph{f} <i>g</i> &amp; ``h'' ![i](j)")
	f.Fuzz(func(t *testing.T, source string) {
		checkSource(t, source, Read(source))
	})
}

// TestReadOfHostileText holds that marks which open and are never closed, or close
// and were never opened, do not make the reader read a text over and over.
func TestReadOfHostileText(t *testing.T) {
	for _, piece := range []string{"[", "](", "]", "[a](", "[a](b", "[a][", "*a ", "a* ", "*", "_", "` ", "``a ", "`a", "<i>", "<a href=", "<a href='x'>", "</a>", "\\emph{", "\\href{", "\\href{a}{", "{", "}", "&", "&a", "- ", "> ", "https://", "![a](b)"} {
		t.Run(piece, func(t *testing.T) {
			linear.Check(t, 20_000, func(size int) func() {
				text := "*a " + strings.Repeat(piece, size/len(piece))
				return func() { Read(text) }
			})
		})
	}
}

func TestReadPlaces(t *testing.T) {
	address := "https://a.example/" + strings.Repeat("x", longestAddress)
	for source, want := range map[string][]string{
		// The beginnings of lines.
		"# Felt":                       {"Felt"},
		"### Felt":                     {"Felt"},
		"#felt":                        {"#felt"},
		"+ Felt\n+ rims":               {"Felt\nrims"},
		"• Felt":                       {"Felt"},
		"> > Felt":                     {"Felt"},
		"a *b*\n\t- rims":              {"a b\nrims", "*b*"},
		"a *b*\n  indented":            {"a b\n  indented", "*b*"},
		"see [a\n\nb](https://a.test)": {"see [a\n\nb](https://a.test)"},

		// The addresses of links.
		"[a](http://a.test)":                     {"a", "[a](http://a.test)"},
		"[a](doi:10.5555/1)":                     {"a", "[a](doi:10.5555/1)"},
		"[a](10.5555/1)":                         {"a", "[a](10.5555/1)"},
		"[a]( https://a.test)":                   {"a", "[a](https://a.test)"},
		"[a](notes.md)":                          {"a", "[a](…)"},
		"[a](https://a.test":                     {"[a](https://a.test"},
		"[a](https://a.test \"b)":                {"[a](https://a.test \"b)"},
		"[a](https://a.test/((((x)))))":          {"[a](https://a.test/((((x)))))"},
		"[a](https://a.test/(((x))))":            {"a", "[a](https://a.test/(((x))))"},
		"[a](" + address + ")":                   {"[a](" + address + ")"},
		"[a] (https://a.test)":                   {"[a] (https://a.test)"},
		"[a][b\nc]":                              {"[a][b\nc]"},
		"a] and [b](https://a.test)":             {"a] and b", "[b](https://a.test)"},
		"![a](https://a.test) b":                 {" b"},
		"see http://a.test/_x_ and _y_":          {"see http://a.test/_x_ and y", "*y*"},
		"see _x_ and https://a.test/_y_":         {"see x and https://a.test/_y_", "*x*"},
		`see \href{https://a.test}{*a* b}`:       {"see a b", "[a b](https://a.test)", "*a*"},
		`see \href{#a}{b}`:                       {"see b", "[b]()"},
		`see \href{https://a.test} {b}`:          {`see \href{https://a.test} {b}`},
		`see \url{https://a.test/x y}`:           {`see \url{https://a.test/x y}`},
		"<a href=https://a.test>b</a>":           {"b", "[b](https://a.test)"},
		"<a href=https://a.test class=x>b</a>":   {"b", "[b](https://a.test)"},
		`<a href="https://a.test" class=x>b</a>`: {"b", "[b](https://a.test)"},
		`<a href="#x">b</a>`:                     {"b", "[b]()"},
		`<a name=x>b</a>`:                        {"b", "[b]()"},
		"b</a>":                                  {"b"},

		"[![a](a.png)](https://doi.org/10.5555/1)": {"a", "[a](https://doi.org/10.5555/1)"},
		"[![a](a.png)](https://arxiv.org/abs/1)":   {"a", "[a](https://arxiv.org/abs/1)"},
		"[![a](a.png)](https://a.test) b":          {" b"},
		"[![a](a.png)] b":                          {"[] b"},
		"x![a](a.png)":                             {"x"},
		"[a](paper.PDF)":                           {"a", "[a]()"},
		`[a](https://a.test "")`:                   {"a", "[a](https://a.test)"},
		`[a](https://a.test "b") c`:                {"a c", "[a](https://a.test)"},
		"[a](https://a.test\n\"b\")":               {"a", "[a](https://a.test)"},
		"[a](https://a.test b)":                    {"[a](https://a.test b)"},
		"[a](<https://a.test>) b":                  {"a b", "[a](https://a.test)"},
		"[]":                                       {"[]"},
		"[12](https://a.test)":                     {"12", "[12](https://a.test)"},
		`\url{} a`:                                 {" a"},
		`\href{}{a}`:                               {"a", "[a]()"},
		`\url{a`:                                   {`\url{a`},
		`\emph{a} {b} \emph c`:                     {`a {b} \emph c`, "*a*"},

		// Emphasis and code.
		"***a*** b":                          {"a b", "*a*"},
		"****a**** b":                        {"****a**** b"},
		"*a*":                                {"a", "*a*"},
		"a *":                                {"a *"},
		"* ":                                 {""},
		"*a *b*":                             {"*a b", "*b*"},
		"a* b*":                              {"a* b*"},
		"**":                                 {"**"},
		"a **b** *c* d":                      {"a b c d", "**b**", "*c*"},
		"`a``":                               {"`a``"},
		"``a` b``":                           {"a` b", "`a` b`"},
		"``":                                 {"``"},
		"``''":                               {"``''"},
		"``a`` ''":                           {"a ''", "`a`"},
		"`a `_ b":                            {"a b", "[a]()"},
		"`a <https://b.c>`__, `d <e>`_":      {"a, d", "[a](https://b.c)", "[d](e)"},
		"__new__ and _old_":                  {"new and old", "**new**", "*old*"},
		"* a * b":                            {"a * b"},
		"a *b * c":                           {"a *b * c"},
		"a **b* c":                           {"a **b* c"},
		"x *b*c":                             {"x *b*c"},
		"5*b*":                               {"5*b*"},
		"(*b*), “_c_”":                       {"(b), “c”", "*b*", "*c*"},
		"a `b":                               {"a `b"},
		"a `` b":                             {"a `` b"},
		"``a'' ``b'' c":                      {"“a” “b” c"},
		"`a` b":                              {"a b", "`a`"},
		`\textit{a} \textsl{b} \bibinfo{c}`:  {"a b c", "*a*", "*b*", "*c*"},
		`\texttt{a}`:                         {"a", "`a`"},
		`a \_ \# \$ \{ \} \[ \] \` + "` \\~": {"a _ # $ { } [ ] ` ~"},
		`a \- b \`:                           {`a \- b \`},

		// One mark right after another, or in it.
		`\url{https://a.test}*b* c`:         {"https://a.testb c", "*b*"},
		`\emph{*a*}{*b*}*c*`:                {"a{b}c", "*a*", "*a*", "*b*", "*c*"},
		`\emph{a}\textbf{b}`:                {"ab", "*a*", "**b**"},
		`}*a*]*b*`:                          {"}a]b", "*a*", "*b*"},
		`\_*a*\&[b](https://a.test)`:        {"_a&b", "*a*", "[b](https://a.test)"},
		"[[a](https://a.test)":              {"[a", "[a](https://a.test)"},
		"[*a*](https://a.test)[b][]*c*":     {"abc", "*a*", "[a](https://a.test)", "[b]()", "*c*"},
		"[a](https://a.test)*b*":            {"ab", "[a](https://a.test)", "*b*"},
		"![a *b* c](d.png) e *f* g":         {" e f g", "*f*"},
		"[a `b` *c*][d *e* f] g *h*":        {"a b c g h", "[a b c]()", "`b`", "*c*", "*h*"},
		"*Lee's **a*** b":                   {"Lee's a b", "*Lee's a*", "**a**"},
		"__a _b___ c":                       {"a b c", "**a b**", "*b*"},
		"x *a **b***":                       {"x a b", "*a b*", "**b**"},
		"the[a](https://a.test) ha_b_ h*c*": {"thea ha_b_ h*c*", "[a](https://a.test)"},
		"http:[a](https://a.test)":          {"http:a", "[a](https://a.test)"},
		"`a`*b*``c``":                       {"abc", "`a`", "*b*", "`c`"},
		"a <i>b</i>*c*<br>*d*":              {"a bc d", "*b*", "*c*", "*d*"},
		"&amp;*a* &lt":                      {"&a &lt", "*a*"},
		"a &":                               {"a &"},
		"##\n- ":                            {"##\n"},
		"#":                                 {"#"},

		// Tags and character references.
		"<em>a</em> <cite>b</cite> <var>c</var> <dfn>d</dfn>": {"a b c d", "*a*", "*b*", "*c*", "*d*"},
		"<strong>a</strong>": {"a", "**a**"},
		"a</i> b":            {"a b"},
		"<p>a</p>":           {"a"},
		"a<p>b<p>c":          {"a b c"},
		"a<BR/>b":            {"a b"},
		"a<li>b</li><ul>c<ol>d<div>e<hr>f<td>g<tr>h<h1>i<h2>j<h3>k<h4>l<blockquote>m":                                                                    {"a b  c d e f g h i j k l m"},
		"<span>a</span><sup>b</sup><small>c</small><u>d</u><mark>e</mark><abbr>f</abbr><kbd>g</kbd><code>h</code><tt>i</tt><font>j</font>k<wbr>l<nobr>m": {"abcdefghijklm"},
		"a <i <b>c</b>":                      {"a <i c", "**c**"},
		"<unknown>a":                         {"<unknown>a"},
		"&lt;i&gt; &#x2013; &nosuch; & &amp": {"<i> – &nosuch; & &amp"},
	} {
		p := Read(source)
		if diff := cmp.Diff(want, shown(p)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", source, diff)
		}
		if !MayHave(source) && p.Text != source {
			t.Errorf("%s is said to have no markup", source)
		}
		checkSource(t, source, p)
	}
}

// A text may have markup that has one of its signs, or opens as an item does.
func TestMayHave(t *testing.T) {
	for source, want := range map[string]bool{
		"": false, "Felt rims, 1-9 (2001).": false, "-felt": false, "a - b + c > d # e • f": false,
		"- a": true, "+ a": true, "> a": true, "#": true, "•a": true, "a [": true, "a*": true, "a_": true, "a`": true, "a<": true, "a&": true, `a\`: true,
	} {
		if MayHave(source) != want {
			t.Errorf("%q may have markup: %t", source, !want)
		}
	}
}

// A text without markup is the text itself.
func TestReadWithoutMarkup(t *testing.T) {
	for _, source := range []string{"", "Felt rims - quiet + old > new #1 • rims", "a_b", "-rims", "C & A"} {
		p := Read(source)
		if p.Text != source || p.Words != len(source) || p.HasMarkup() || p.Marks != nil {
			t.Errorf("%q is read as %+v", source, p)
		}
		if sp := (ref.Span{0, len(source)}); p.InSource(sp) != sp {
			t.Errorf("%q comes from %v", source, p.InSource(sp))
		}
	}
	p := Read("*Felt*")
	if sp := (ref.Span{2, 2}); !p.HasMarkup() || p.InSource(sp) != sp {
		t.Errorf("an empty span comes from %v", p.InSource(sp))
	}
}
