package document

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/factcite/factcite/fact"
	"github.com/factcite/factcite/internal/latex"
)

// A latexReader reads the text between the commands of a LaTeX file. Commands that carry
// meaning (emphasis, citations, links) stay in the text; accents and other signs are
// read as Unicode.
type latexReader struct {
	source *source
	at     int
	end    int
	text   *builder
	part   fact.Part
	label  string
	listed bool
	title  string
	notes  []span // footnotes of the paragraph that is being read
	blocks []block
}

func readLaTeX(s *source) outline {
	r := &latexReader{source: s, end: len(s.text), text: newBuilder(s), part: fact.Sentence}
	if i := bytes.Index(s.text, []byte(`\begin{document}`)); i >= 0 {
		if title := bytes.LastIndex(s.text[:i], []byte(`\title{`)); title >= 0 {
			end := r.group(title + len(`\title`))
			r.title = plainLaTeX(string(s.text[title+len(`\title{`) : max(end-1, title+len(`\title{`))]))
		}
		r.at = i + len(`\begin{document}`)
	}
	if i := bytes.Index(s.text[r.at:], []byte(`\end{document}`)); i >= 0 {
		r.end = r.at + i
	}
	r.read()
	return outline{source: fact.Source{Title: r.title}, blocks: r.blocks}
}

func plainLaTeX(s string) string { return strings.Join(strings.Fields(latex.Decode(s)), " ") }

// notText are environments whose inside is no text.
var notText = func() map[string]bool {
	m := map[string]bool{}
	for _, name := range strings.Fields("equation align gather multline eqnarray math displaymath alignat flalign verbatim lstlisting minted tikzpicture tabular tabularx longtable array comment filecontents algorithm algorithmic picture pspicture") {
		m[name], m[name+"*"] = true, true
	}
	return m
}()

// droppedCommands say nothing to a reader; their number of arguments.
var droppedCommands = map[string]int{
	"label": 1, "vspace": 1, "hspace": 1, "bibliographystyle": 1, "bibliography": 1, "includegraphics": 1, "input": 1, "include": 1, "pagestyle": 1,
	"thispagestyle": 1, "usepackage": 1, "documentclass": 1, "setlength": 2, "addtolength": 2, "setcounter": 2, "renewcommand": 2, "newcommand": 2, "providecommand": 2,
	"def": 0, "let": 0, "maketitle": 0, "tableofcontents": 0, "noindent": 0, "newblock": 0, "bibinfo": 0, "centering": 0, "small": 0, "footnotesize": 0, "normalsize": 0,
	"large": 0, "Large": 0, "clearpage": 0, "newpage": 0, "bigskip": 0, "medskip": 0, "smallskip": 0, "hfill": 0, "vfill": 0, "linebreak": 0, "pagebreak": 0, "nocite": 1,
	"markboth": 2, "index": 1, "phantomsection": 0, "addcontentsline": 3, "appendix": 0, "urlstyle": 1, "expandafter": 0, "relax": 0, "protect": 0, "natexlab": 0,
	"BIBentryALTinterwordspacing": 0, "BIBentrySTDinterwordspacing": 0, "providecommands": 0, "raggedright": 0, "sloppy": 0, "begingroup": 0, "endgroup": 0, "printbibliography": 0,
	"author": 1, "date": 1, "textcolor": 1, "colorbox": 1, "fcolorbox": 2, "resizebox": 2, "scalebox": 1, "raisebox": 1, "rotatebox": 1, "parbox": 1, "fontsize": 2, "foreignlanguage": 1, "selectlanguage": 1, "hypertarget": 1, "multicolumn": 2,
	"title": 1, "affiliation": 1, "thanks": 1, "bibnamedelima": 0, "em": -1, "it": -1, "bf": -1, "sc": -1, "rm": -1, "sf": -1, "tt": -1, "sl": -1,
}

// amountAfter are the commands of TeX that a number or a length follows without braces, as
// in IEEE's "\hskip 1em plus 0.5em minus 0.4em\relax", and what that looks like.
var amountAfter = map[string]func() *regexp.Regexp{"penalty": number, "hskip": glue, "vskip": glue, "kern": glue}

// longestAmount is how many bytes a number or a length is looked for in.
const longestAmount = 100

var (
	number = pattern(`^ *-?\d+ ?`)
	glue   = pattern(`^ *-?[\d.]+ ?(?:em|ex|pt|pc|in|cm|mm|bp|sp)\b(?: plus -?[\d.]+ ?\w+)?(?: minus -?[\d.]+ ?\w+)? ?`)
)

// headings are the commands of sections.
var headings = map[string]bool{"part": true, "chapter": true, "section": true, "subsection": true, "subsubsection": true, "paragraph": true, "subparagraph": true, "frametitle": true}

// titledBlocks are the environments whose argument is their title.
var titledBlocks = map[string]bool{"block": true, "alertblock": true, "exampleblock": true}

// measure is an argument that is no text but how wide or how many: {.5\textwidth}, {2cm}, {3}.
var measure = pattern(`^\{ *(?:-?[\d.]*(?:\\[a-z]*(?:width|height|skip|sep|indent)|em|ex|pt|pc|in|cm|mm)|\d+) *\}`)

// overlay says on which slides something is: <1->, <+-|alert@+>.
var overlay = pattern(`^<[\d+\-,.|@a-z: ]{1,30}>`)

func (r *latexReader) read() {
	text := r.source.text
	start := r.at
	copyTo := func(end int) {
		if end > start {
			r.text.copy(start, end)
		}
	}
	for r.at < r.end {
		switch c := text[r.at]; c {
		case '%':
			copyTo(r.at)
			r.at = r.lineEnd(r.at)
			start = r.at
		case '\n':
			next := r.at + 1
			for next < r.end && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r') {
				next++
			}
			if next < r.end && text[next] == '\n' {
				copyTo(r.at)
				r.flush()
				r.at = next
				start = r.at
				continue
			}
			r.at = next
		case '\\':
			copyTo(r.at)
			r.command()
			start = r.at
		case '$':
			if bytes.HasPrefix(text[r.at:r.end], []byte("$$")) {
				copyTo(r.at)
				r.at = r.after("$$", r.at+2)
				start = r.at
				continue
			}
			r.at++
		case '{', '}':
			copyTo(r.at)
			r.brace(c)
			start = r.at
		case '~':
			copyTo(r.at)
			r.text.blank(r.at)
			r.at++
			start = r.at
		case '-', '`', '\'':
			n := 1
			for r.at+n < r.end && n < 3 && text[r.at+n] == c {
				n++
			}
			if n > 1 {
				copyTo(r.at)
				r.text.put(latex.Decode(string(text[r.at:r.at+n])), r.at, r.at+n)
				start = r.at + n
			}
			r.at += n
		default:
			r.at++
		}
	}
	copyTo(r.end)
	r.flush()
}

// brace leaves out braces that only group, and reads those that hold an accent or
// change the font.
func (r *latexReader) brace(c byte) {
	text := r.source.text
	if c == '{' {
		if m := oldFont().FindSubmatchIndex(text[r.at:min(r.at+8, r.end)]); m != nil {
			end := r.group(r.at)
			if !r.plain() {
				r.text.put(`\emph{`, r.at, r.at+m[1])
			}
			inner := r.at + m[1]
			if end > inner {
				r.inside(inner, end-1)
			}
			if !r.plain() {
				r.text.put("}", end-1, end)
			}
			r.at = end
			return
		}
	}
	r.at++
}

var oldFont = pattern(`^\{\\(?:em|it|sl|itshape)\b ?`)

// inside reads a part of the text as it reads the whole, without ending the paragraph.
func (r *latexReader) inside(start, end int) {
	inner := latexReader{source: r.source, at: start, end: end, text: r.text, listed: r.plain()}
	inner.read()
}

// plain reports whether the text is an entry of a list of references, which is read
// without its emphasis.
func (r *latexReader) plain() bool { return r.listed || r.part == fact.Listed }

// command reads a command.
func (r *latexReader) command() {
	text := r.source.text
	start := r.at
	end := start + 1
	for end < r.end && (text[end]|0x20 >= 'a' && text[end]|0x20 <= 'z') {
		end++
	}
	if end == start+1 {
		r.sign(start)
		return
	}
	name := string(text[start+1 : end])
	if end < r.end && text[end] == '*' {
		end++
	}
	r.at = end
	r.at += r.lengthOf(overlay)
	if m := amountAfter[name]; m != nil {
		r.at += r.lengthOf(m)
		if name != "penalty" {
			r.text.blank(start)
		}
		return
	}
	switch dropped, known := droppedCommands[name]; {
	case name == "begin":
		r.environment()
	case name == "end":
		r.endEnvironment()
	case name == "item":
		r.flush()
		r.skipOptional()
		r.part = fact.ListItem
	case name == "bibitem":
		r.bibitem()
	case name == "par":
		r.flush()
	case name == "column":
		r.flush()
		r.at += r.lengthOf(measure)
	case headings[name]:
		r.heading()
	case name == "footnote":
		r.footnote()
	case strings.Contains(name, "cite") && name != "nocite":
		r.citation(start)
	case name == "emph" || name == "textit" || name == "textsl" || name == "href" || name == "enquote" || name == "url" || name == "path" || name == "nolinkurl":
		r.kept(start, name)
	case known:
		if dropped >= 0 {
			r.skipOptional()
		}
		for range dropped {
			r.skipOptional()
			r.at = r.group(r.at)
		}
		if r.at < r.end && text[r.at] == ' ' && dropped <= 0 {
			r.text.blank(r.at)
		}
	case strings.HasPrefix(name, "text") && !isSymbol(name) || name == "mbox" || name == "uppercase" || name == "lowercase" || name == "MakeUppercase" || name == "ul" || name == "underline" || name == "bibnamefont" || name == "bibfnamefont" || name == "bibfield" || name == "doi":
		// what is in its braces is text
	default:
		r.letter(start, end)
	}
}

// isSymbol reports whether a command stands for a character by itself, as \textendash does
// and \textbf does not.
func isSymbol(name string) bool {
	decoded := latex.Decode(`\` + name)
	return decoded != "" && decoded[0] != '\\'
}

// sign reads a command of one sign: an accent, an escaped character, a space.
func (r *latexReader) sign(start int) {
	text := r.source.text
	if start+1 >= r.end {
		r.at = r.end
		return
	}
	switch text[start+1] {
	case '\\': // ends a line, and may say how far the next is: \\*[1em]
		r.at = start + 2
		if r.at < r.end && text[r.at] == '*' {
			r.at++
		}
		r.skipOptional()
		r.text.blank(start)
	case '[':
		r.at = r.after(`\]`, start+2)
	case '(':
		r.at = start + 2
	case ' ', '\n', ',', ';', ':', '!', '/', '-', ')', ']':
		r.at = start + 2
		if strings.IndexByte(" \n,;:", text[start+1]) >= 0 {
			r.text.blank(start)
		}
	case '\'', '`', '^', '"', '~', '=', '.':
		r.letter(start, start+2)
	default:
		r.at = start + 2
		r.text.put(string(text[start+1:start+2]), start, start+2)
	}
}

// letter reads a command that stands for a letter, with the letter under an accent. The
// argument of one that nobody knows is text.
func (r *latexReader) letter(start, end int) {
	text := r.source.text
	name := string(text[start+1 : end])
	if len(name) > 1 {
		if !isSymbol(name) {
			r.skipOptional()
			return
		}
		r.text.put(latex.Decode(`\`+name), start, end)
		if end < r.end && text[end] == ' ' {
			r.at = end + 1 // the space ends the command
		}
		return
	}
	argument := end
	for argument < r.end && text[argument] == ' ' {
		argument++
	}
	switch {
	case argument == r.end:
	case text[argument] == '{':
		end = r.group(argument)
	case text[argument] == '\\':
		end = argument + 2
	default:
		end = argument + 1
		for end < r.end && text[end]&0xC0 == 0x80 {
			end++
		}
	}
	const longest = 40 // of an accent and what is under it
	decoded := latex.Decode(string(text[start:min(end, r.end)]))
	if end-start > longest || strings.HasPrefix(decoded, `\`) {
		r.at = start + 1 + len(name)
		return
	}
	r.text.put(decoded, start, end)
	r.at = end
}

// citation keeps a citation as it is written.
func (r *latexReader) citation(start int) {
	r.skipOptional()
	r.skipOptional()
	r.at = r.group(r.at)
	r.text.copy(start, r.at)
}

// kept keeps a command whose argument means something, and reads the argument.
func (r *latexReader) kept(start int, name string) {
	r.skipOptional()
	if name == "href" {
		r.at = r.group(r.at)
	}
	open := r.at
	end := r.group(open)
	if end <= open+1 {
		return
	}
	switch name {
	case "url", "path", "nolinkurl":
		r.text.copy(open+1, end-1)
	case "enquote":
		r.text.put("“", start, open+1)
		r.inside(open+1, end-1)
		r.text.put("”", end-1, end)
	case "emph", "textit", "textsl":
		if r.plain() {
			r.inside(open+1, end-1)
			break
		}
		fallthrough
	default:
		r.text.copy(start, open+1)
		r.inside(open+1, end-1)
		r.text.copy(end-1, end)
	}
	r.at = end
}

// bibitem starts an entry of the list of references.
func (r *latexReader) bibitem() {
	r.flush()
	r.skipOptional()
	end := r.group(r.at)
	if end > r.at+1 {
		r.label = strings.TrimSpace(string(r.source.text[r.at+1 : end-1]))
	}
	r.at = end
	r.part = fact.Listed
}

// heading notes whether references follow.
func (r *latexReader) heading() {
	r.flush()
	r.skipOptional()
	end := r.group(r.at)
	if end > r.at+1 {
		r.listed = isListHeading(plainLaTeX(string(r.source.text[r.at+1 : end-1])))
	}
	r.at = end
}

// footnote puts a note aside until its paragraph ends.
func (r *latexReader) footnote() {
	r.skipOptional()
	end := r.group(r.at)
	if end > r.at+1 {
		r.notes = append(r.notes, span{r.at + 1, end - 1})
	}
	r.at = end
}

// environment reads \begin{name}.
func (r *latexReader) environment() {
	end := r.group(r.at)
	if end <= r.at+1 {
		return
	}
	name := string(r.source.text[r.at+1 : end-1])
	r.at = end
	switch {
	case notText[name]:
		r.at = r.after(`\end{`+name+`}`, r.at)
	case name == "thebibliography":
		r.flush()
		r.at = r.group(r.at)
	default:
		r.flush()
		r.at += r.lengthOf(overlay)
		r.skipOptional()
		switch {
		case name == "frame":
			r.heading()
		case titledBlocks[name]:
			r.at = r.group(r.at)
		default:
			r.at += r.lengthOf(measure)
		}
	}
}

// lengthOf returns how long what looks so is here, 0 if nothing does.
func (r *latexReader) lengthOf(shape func() *regexp.Regexp) int {
	return len(shape().Find(r.source.text[r.at:min(r.at+longestAmount, r.end)]))
}

func (r *latexReader) endEnvironment() {
	r.at = r.group(r.at)
	r.flush()
	r.part, r.label = fact.Sentence, ""
}

// skipOptional passes over an argument in brackets.
func (r *latexReader) skipOptional() {
	if r.at < r.end && r.source.text[r.at] == '[' {
		const longest = 1000
		if end := bytes.IndexByte(r.source.text[r.at:min(r.at+longest, r.end)], ']'); end >= 0 {
			r.at += end + 1
		}
	}
}

// longestGroup is how far a closing brace is looked for.
const longestGroup = 4 << 10

// group returns where the group that starts at start ends, after its brace; start if
// there is none.
func (r *latexReader) group(start int) int {
	text := r.source.text[:min(start+longestGroup, len(r.source.text))]
	if start >= len(text) || text[start] != '{' {
		return start
	}
	depth := 0
	for i := start; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return start + 1
}

// after returns the offset after a mark, or the end.
func (r *latexReader) after(mark string, from int) int {
	if i := bytes.Index(r.source.text[min(from, r.end):r.end], []byte(mark)); i >= 0 {
		return from + i + len(mark)
	}
	return r.end
}

// lineEnd returns the offset after the line that an offset is in, and after the
// indentation of the next, as TeX reads it.
func (r *latexReader) lineEnd(at int) int {
	if i := bytes.IndexByte(r.source.text[at:r.end], '\n'); i >= 0 {
		at += i + 1
	} else {
		return r.end
	}
	for at < r.end && (r.source.text[at] == ' ' || r.source.text[at] == '\t') {
		at++
	}
	return at
}

// flush ends the paragraph, and reads its footnotes.
func (r *latexReader) flush() {
	if r.part == "" { // of a reader within another
		return
	}
	p := r.text.passage()
	r.text = newBuilder(r.source)
	if p.text != "" {
		part := r.part
		if r.listed {
			part = fact.Listed
		}
		r.blocks = append(r.blocks, block{part: part, label: r.label, text: p})
		if r.part == fact.ListItem {
			r.part = fact.Sentence
		}
		r.label = ""
	}
	notes := r.notes
	r.notes = nil
	for _, n := range notes {
		inner := latexReader{source: r.source, at: n.start, end: n.end, text: newBuilder(r.source), part: fact.Sentence}
		inner.read()
		r.blocks = append(r.blocks, inner.blocks...)
	}
}
