package document

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	markdowntext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newMarkdownParser returns a parser of CommonMark with tables and footnotes that reads
// blocks alone: what is within a line stays as it is written.
func newMarkdownParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(), util.Prioritized(extension.NewFootnoteBlockParser(), 999))...),
		parser.WithParagraphTransformers(
			util.Prioritized(linkDefinitions{}, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
			util.Prioritized(asWritten{}, 999),
		),
	)
}

// linkDefinitions takes the definitions of links out of a paragraph that starts with one.
type linkDefinitions struct{}

// Transform implements [parser.ParagraphTransformer]. It hands a paragraph on in pieces, for
// the work on each definition grows with the length of what it is in.
func (linkDefinitions) Transform(n *ast.Paragraph, reader markdowntext.Reader, context parser.Context) {
	lines, parent := n.Lines(), n.Parent()
	if !startsDefinition(lines.At(0), reader.Source()) {
		return
	}
	for lines.Len() > 0 {
		end := endOfDefinitions(lines, reader.Source())
		piece := ast.NewParagraph()
		piece.SetBlankPreviousLines(n.HasBlankPreviousLines())
		piece.Lines().AppendAll(lines.Sliced(0, end))
		lines.SetSliced(end, lines.Len())
		parent.InsertBefore(parent, n, piece)
		parser.LinkReferenceParagraphTransformer.Transform(piece, reader, context)
		if piece.Parent() != nil { // text follows the definitions
			parent.RemoveChild(parent, piece)
			piece.Lines().AppendAll(lines.Sliced(0, lines.Len()))
			n.SetLines(piece.Lines())
			return
		}
	}
	parent.RemoveChild(parent, n)
}

// endOfDefinitions returns after which line of a paragraph another definition may start, but
// not before many.
func endOfDefinitions(lines *markdowntext.Segments, source []byte) int {
	const many = 64
	for i := many; i < lines.Len(); i++ {
		if startsDefinition(lines.At(i), source) {
			return i
		}
	}
	return lines.Len()
}

// startsDefinition reports whether a line may be the first of the definition of a link.
func startsDefinition(line markdowntext.Segment, source []byte) bool {
	return bytes.HasPrefix(util.TrimLeftSpace(source[line.Start:line.Stop]), []byte("["))
}

// A writtenText is a paragraph as it is written. The parser would go through another for
// what it has of inline markup.
type writtenText struct{ ast.BaseBlock }

var kindWrittenText = ast.NewNodeKind("WrittenText")

// Kind, IsRaw and Dump implement [ast.Node].
func (*writtenText) Kind() ast.NodeKind { return kindWrittenText }

func (*writtenText) IsRaw() bool { return true }

func (n *writtenText) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// isText reports whether a block is lines of text.
func isText(n ast.Node) bool {
	switch n.(type) {
	case *writtenText, *ast.Paragraph, *ast.TextBlock:
		return true
	}
	return false
}

// asWritten puts a writtenText in the place of a paragraph, but of one that an underlining
// makes a heading: it is none of the open blocks any more.
type asWritten struct{}

// Transform implements [parser.ParagraphTransformer].
func (asWritten) Transform(n *ast.Paragraph, reader markdowntext.Reader, context parser.Context) {
	if !slices.ContainsFunc(context.OpenedBlocks(), func(open parser.Block) bool { return open.Node == n }) {
		return
	}
	parser.NewParagraphParser().Close(n, reader, context)
	if parent := n.Parent(); parent != nil {
		written := &writtenText{}
		written.SetLines(n.Lines())
		written.SetBlankPreviousLines(n.HasBlankPreviousLines())
		parent.ReplaceChild(parent, n, written)
	}
}

// The parser asks every container that is open at each line of a text: deepestMarkdown is
// how many may be in one another, and fewSteps is how often it may ask though that is more
// than once for each byte. It holds all blocks of a text at a time, 600 bytes each.
const (
	deepestMarkdown = 100
	fewSteps        = 4 << 20
	mostBlocks      = 150_000
)

// countBlocks returns about how many blocks a text has, and reports whether the parser should
// read it: it should not if lines open more containers in one another than anybody would
// write, or than it can ask at each line of so long a text, or more blocks than it should hold.
func countBlocks(text []byte) (blocks int, parses bool) {
	lines, deepest := 0, 0
	afterBlank := true
	for line := range bytes.Lines(text) {
		lines++
		depth := containersOf(line)
		if depth > deepest && !isRule(line) {
			deepest = depth
		}
		blank := len(bytes.TrimSpace(line)) == 0
		if !blank && (afterBlank || depth > 0) {
			blocks++
		}
		afterBlank = blank
	}
	return blocks, deepest <= deepestMarkdown && deepest*lines <= max(len(text), fewSteps) && blocks <= mostBlocks
}

// containersOf is at most in how many containers the last is that a line opens: one for
// each mark before it, and one for each two columns of the indentation, which is the least
// that another has.
func containersOf(line []byte) (deepest int) {
	const tab, narrowest = 4, 2
	marks, columns := 0, 0
	for len(line) > 0 {
		n := 1
		switch line[0] {
		case ' ':
			columns++
		case '\t':
			columns += tab
		default:
			if n = containerMark(line); n == 0 {
				return deepest
			}
			marks++
			deepest = marks + max(columns-marks, 0)/narrowest // a mark has a space after it
		}
		line = line[n:]
	}
	return deepest
}

// containerMark returns the length of the mark that a container begins with, 0 for none.
func containerMark(line []byte) int {
	n := 1
	switch c := line[0]; {
	case c == '>':
		return n
	case c == '[':
		if end := bytes.Index(line, []byte("]:")); end >= 0 && bytes.HasPrefix(line, []byte("[^")) {
			return end + len("]:")
		}
		return 0
	case '0' <= c && c <= '9':
		for n < len(line) && '0' <= line[n] && line[n] <= '9' {
			n++
		}
		if n == len(line) || line[n] != '.' && line[n] != ')' {
			return 0
		}
		n++
	case c != '-' && c != '*' && c != '+':
		return 0
	}
	if n < len(line) && bytes.IndexByte([]byte(" \t\r\n"), line[n]) < 0 {
		return 0
	}
	return n
}

// isRule reports whether a line is a rule across the page: one mark again and again.
func isRule(line []byte) bool {
	const fewest = 3
	line = bytes.TrimSpace(line)
	return (line[0] == '-' || line[0] == '*') && bytes.Count(line, line[:1]) >= fewest && len(bytes.Trim(line, string(line[:1])+" \t")) == 0
}
