package document

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extensionast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	markdowntext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/factcite/factcite/fact"
)

// A markdownReader walks the blocks of a Markdown text.
type markdownReader struct {
	source  *source
	title   string
	carried passage        // a heading that is the title of what the next paragraph is about
	listed  int            // level of the heading that announced references; 0 for none
	items   bool           // the references are items of a list: other text is none of them
	links   parser.Context // knows the addresses that the labels of links stand for
	labels  bool           // there are such labels
	blocks  []block
}

func readMarkdown(s *source) outline {
	r := &markdownReader{source: s}
	text := s.text
	if end := frontMatter(text); end > 0 {
		r.title = frontTitle(text[:end])
		text = bytes.Clone(text)
		blankOut(text[:end])
	}
	blocks, parses := countBlocks(text)
	if !parses {
		return readText(s)
	}
	r.blocks = make([]block, 0, blocks)
	r.links = parser.NewContext()
	root := newMarkdownParser().Parse(markdowntext.NewReader(text), parser.WithContext(r.links))
	r.labels = len(r.links.References()) > 0
	r.children(root, 0)
	return outline{source: fact.Source{Title: r.title}, blocks: r.blocks}
}

// frontMatter returns the length of the YAML that pandoc and static sites allow before
// a text.
func frontMatter(text []byte) int {
	if !bytes.HasPrefix(text, []byte("---\n")) && !bytes.HasPrefix(text, []byte("---\r\n")) {
		return 0
	}
	for _, end := range []string{"\n---", "\n..."} {
		if i := bytes.Index(text, []byte(end)); i > 0 && i < 64<<10 {
			return i + len(end)
		}
	}
	return 0
}

// frontTitle returns the title that YAML in front of a text gives.
func frontTitle(front []byte) string {
	for line := range strings.Lines(string(front)) {
		if title, ok := strings.CutPrefix(line, "title:"); ok {
			return strings.Trim(strings.TrimSpace(title), `"'`)
		}
	}
	return ""
}

// blankOut makes a text blank and leaves its lines.
func blankOut(text []byte) {
	for i, c := range text {
		if c != '\n' && c != '\r' {
			text[i] = ' '
		}
	}
}

func (r *markdownReader) children(parent ast.Node, depth int) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		r.node(n, depth)
	}
}

func (r *markdownReader) node(n ast.Node, depth int) {
	switch n := n.(type) {
	case *ast.Heading:
		r.heading(n)
	case *writtenText, *ast.Paragraph, *ast.TextBlock:
		r.paragraph(n, fact.Sentence)
	case *ast.List:
		r.list(n, depth)
	case *ast.HTMLBlock:
		r.html(n)
	case *extensionast.Footnote:
		r.footnote(n, depth)
	case *extensionast.Table:
		r.table(n)
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		r.entries(n)
	case *ast.ThematicBreak:
	default:
		if depth < deepestMarkdown {
			r.children(n, depth+1)
		}
	}
}

// heading notes whether references follow: up to the next heading that is not below.
func (r *markdownReader) heading(n *ast.Heading) {
	text := strings.TrimSpace(string(linesOf(r.source, n)))
	if lines := n.Lines(); lines.Len() == 1 {
		r.carried = passage{}
		if mayBeTitle(text) {
			b := newBuilder(r.source)
			b.copy(lines.At(0).Start, lines.At(0).Stop)
			r.carried = titleIn(b.passage())
		}
	}
	if r.title == "" && n.Level == 1 {
		r.title = text
	}
	if r.listed == 0 || n.Level <= r.listed {
		r.listed, r.items = 0, false
		if isListHeading(text) {
			r.listed = n.Level
		}
	}
}

// linesOf returns the text of a block's lines.
func linesOf(s *source, n ast.Node) []byte {
	var text []byte
	lines := n.Lines()
	for i := range lines.Len() {
		at := lines.At(i)
		text = append(text, s.text[at.Start:at.Stop]...)
	}
	return text
}

// paragraph reads lines of text, in which references may follow each other.
func (r *markdownReader) paragraph(n ast.Node, part fact.Part) {
	lines := n.Lines()
	if lines.Len() == 1 && r.announces(lines.At(0)) {
		return
	}
	for start := 0; start < lines.Len(); {
		label, marker := r.labelOf(lines.At(start))
		end := start + 1
		for end < lines.Len() && !r.startsEntry(lines, start, end) {
			end++
		}
		b := newBuilder(r.source)
		b.grow(lines.At(end-1).Stop - lines.At(start).Start)
		for i := start; i < end; i++ {
			at := lines.At(i)
			from := at.Start
			if i == start {
				from += marker
			}
			b.copy(min(from, at.Stop), at.Stop)
			b.blank(at.Stop)
		}
		r.add(part, label, b.passage())
		start = end
	}
}

// announces reports whether a line in bold, or with a colon, stands for the heading of
// a list of references.
func (r *markdownReader) announces(at markdowntext.Segment) bool {
	text := bytes.TrimSpace(r.source.text[at.Start:at.Stop])
	if !bytes.HasPrefix(text, []byte("**")) && !bytes.HasPrefix(text, []byte("__")) && !bytes.HasSuffix(text, []byte(":")) {
		return false
	}
	bold := isListHeading(string(text))
	if bold {
		r.listed = 6
	}
	return bold
}

// entries reads a block of code that is entries of a .bib, as pages have them to be
// copied. Code of other kinds has no facts.
func (r *markdownReader) entries(n ast.Node) {
	lines := n.Lines()
	for start := 0; start < lines.Len(); {
		end := start + 1
		for end < lines.Len() && !r.opensEntry(lines.At(end)) {
			end++
		}
		if r.opensEntry(lines.At(start)) {
			b := newBuilder(r.source)
			for i := start; i < end; i++ {
				b.copy(lines.At(i).Start, lines.At(i).Stop)
				b.blank(lines.At(i).Stop)
			}
			if p := b.passage(); strings.Count(p.text, "{") == strings.Count(p.text, "}") { // else it is cut off
				r.blocks = append(r.blocks, block{part: fact.Listed, text: p})
			}
		}
		start = end
	}
}

// entryStart is the line that an entry of a .bib starts with.
var entryStart = pattern(`^@[a-zA-Z]+ *[{(] *[^\s{}(),=]*,`)

func (r *markdownReader) opensEntry(at markdowntext.Segment) bool {
	return entryStart().Match(r.source.text[at.Start:at.Stop])
}

// labelOf returns the label that a line starts with if it is that of a reference.
func (r *markdownReader) labelOf(at markdowntext.Segment) (label string, marker int) {
	line := r.source.text[at.Start:at.Stop]
	rest := bytes.TrimLeft(line, " \t")
	if len(rest) == 0 || rest[0] != '\\' && !mayBeLabel(rest[0]) || r.listed == 0 && rest[0] != '[' {
		return "", 0
	}
	label, n := cutLabel(strings.ReplaceAll(string(rest), `\[`, "["))
	if n == 0 {
		return "", 0
	}
	return label, len(line) - len(rest) + n
}

// startsEntry reports whether the line at i starts another reference than that of the
// lines before.
func (r *markdownReader) startsEntry(lines *markdowntext.Segments, start, i int) bool {
	at := lines.At(i)
	if _, marker := r.labelOf(at); marker > 0 {
		_, first := r.labelOf(lines.At(start))
		return first > 0 || r.listed > 0
	}
	if r.listed == 0 {
		return false
	}
	before := lines.At(i - 1)
	text := strings.TrimRight(string(r.source.text[before.Start:before.Stop]), " \r\n\\")
	return endsEntry(text) && startsEntry(strings.TrimLeft(string(r.source.text[at.Start:at.Stop]), " \t*_"))
}

// labelled is the end of the words of a link, and a label instead of an address: "][id]".
var labelled = pattern(`\]\[([^\[\]]{0,200})\]`)

// linked returns a passage in which the labels of links are the addresses that they stand
// for, as if the text had them: "[T][id]" is "[T](https://example.org)".
func (r *markdownReader) linked(p passage) passage {
	if !r.labels || !strings.Contains(p.text, "][") {
		return p
	}
	var changes []change
	for _, m := range labelled().FindAllStringSubmatchIndex(p.text, -1) {
		label := p.text[m[2]:m[3]]
		if label == "" { // "[T][]"
			label = p.text[strings.LastIndexByte(p.text[:m[0]], '[')+1 : m[0]]
		}
		if reference, known := r.links.Reference(util.ToLinkReference([]byte(label))); known {
			changes = append(changes, change{m[0] + 1, m[1], "(" + string(reference.Destination()) + ")"})
		}
	}
	return p.with(changes)
}

// add adds a block; in a list of references everything is an entry.
func (r *markdownReader) add(part fact.Part, label string, p passage) {
	if r.listed > 0 && (part == fact.ListItem || !r.items || label != "") || label != "" && looksListed(p.text) {
		r.items = r.items || part == fact.ListItem
		part = fact.Listed
	}
	if part != fact.Listed && !strings.HasPrefix(label, "^") {
		label = ""
	}
	about := r.carried.text != ""
	if about {
		p, r.carried = r.carried.join(", ", p), passage{}
	}
	r.blocks = append(r.blocks, block{part: part, label: label, text: r.linked(p), about: about})
}

// list reads a list: the first paragraph of each item is one, what else is in it is read as what it is.
func (r *markdownReader) list(n *ast.List, depth int) {
	number := n.Start
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		first := item.FirstChild()
		if first != nil && isText(first) {
			next := first.NextSibling()
			details, ok := next.(*ast.List)
			if ok = ok && isDetails(r.source, details); ok {
				next = details.NextSibling()
			} else {
				details = nil
			}
			r.item(first, details, n.IsOrdered(), number)
			first = next
		}
		for ; first != nil && depth < deepestMarkdown; first = first.NextSibling() {
			r.node(first, depth+1)
		}
		number++
	}
}

// item reads the text of an item of a list.
func (r *markdownReader) item(n ast.Node, details *ast.List, ordered bool, number int) {
	b := newBuilder(r.source)
	lines := n.Lines()
	label, marker := "", 0
	if lines.Len() > 0 {
		label, marker = r.labelOf(lines.At(0))
		b.grow(lines.At(lines.Len()-1).Stop - lines.At(0).Start)
	}
	for i := range lines.Len() {
		at := lines.At(i)
		from := at.Start
		if i == 0 {
			from += marker
			if bytes.HasPrefix(r.source.text[from:at.Stop], []byte("[ ] ")) || bytes.HasPrefix(r.source.text[from:at.Stop], []byte("[x] ")) {
				from += len("[ ] ")
			}
		}
		b.copy(min(from, at.Stop), at.Stop)
		b.blank(at.Stop)
	}
	if label == "" && ordered && r.listed > 0 {
		label = strconv.Itoa(number)
	}
	p := b.passage()
	if details != nil {
		p = r.withDetails(p, details)
	}
	r.add(fact.ListItem, label, p)
}

// detail is the start of an item that says one thing of what the list is about.
var detail = pattern(`^[*_]{0,2}(\p{Lu}[\p{L} ]{2,20}):[*_]{0,2} *|^[*_]{2}(\p{Lu}[\p{L} ]{2,20})[*_]{2}: *`)

// isDetails reports whether every item of a list says one thing of a work: "Authors: …",
// "Venue: …".
func isDetails(s *source, list *ast.List) bool {
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		first := item.FirstChild()
		if first == nil || first.Lines() == nil || !detail().Match(linesOf(s, first)) {
			return false
		}
	}
	return true
}

// spokenDetails are the words that a reference has for what a detail is called.
var spokenDetails = map[string]string{"author": "by ", "authors": "by ", "doi": "DOI: ", "isbn": "ISBN ", "arxiv": "arXiv:"}

// withDetails adds to a work what the items of a list say of it.
func (r *markdownReader) withDetails(p passage, list *ast.List) passage {
	var whole joiner
	whole.add("", p)
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		b := newBuilder(r.source)
		lines := item.FirstChild().Lines()
		for i := range lines.Len() {
			at := lines.At(i)
			from := at.Start
			if m := detail().FindSubmatch(r.source.text[from:at.Stop]); i == 0 && m != nil {
				from += len(m[0])
				if spoken := spokenDetails[strings.ToLower(string(m[1])+string(m[2]))]; spoken != "" {
					b.put(spoken, at.Start, from)
				}
			}
			b.copy(from, at.Stop)
			b.blank(at.Stop)
		}
		whole.add(", ", b.passage())
	}
	return whole.passage()
}

// footnote reads a note, which the text cites by its label.
func (r *markdownReader) footnote(n *extensionast.Footnote, depth int) {
	label := "^" + string(n.Ref)
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		before := len(r.blocks)
		r.node(child, depth+1)
		for i := before; i < len(r.blocks); i++ {
			b := &r.blocks[i]
			b.label = label
			if b.part == fact.Sentence && looksListed(b.text.text) {
				b.part = fact.Listed
			}
		}
	}
}

// table reads the rows of a table.
func (r *markdownReader) table(n *extensionast.Table) {
	var head columns
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []passage
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			b := newBuilder(r.source)
			for i := range cell.Lines().Len() {
				at := cell.Lines().At(i)
				b.copy(at.Start, at.Stop)
			}
			cells = append(cells, b.passage())
		}
		if row.Kind() == extensionast.KindTableHeader {
			head = columnsOf(cells)
			continue
		}
		for _, p := range head.facts(cells) {
			r.add(fact.ListItem, "", p)
		}
	}
}

// html reads markup between the blocks.
func (r *markdownReader) html(n *ast.HTMLBlock) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	end := lines.At(lines.Len() - 1).Stop
	if n.HasClosure() {
		end = max(end, n.ClosureLine.Stop)
	}
	h := newHTMLReader(r.source, lines.At(0).Start, end)
	h.read()
	for _, b := range h.blocks {
		r.add(b.part, b.label, b.text)
	}
}
