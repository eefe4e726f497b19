package document

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	markdowntext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newInlineParser returns a parser of the same blocks as newMarkdownParser does, which goes
// through what is within them and looks for definitions in every paragraph.
func newInlineParser() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(append(parser.DefaultBlockParsers(), util.Prioritized(extension.NewFootnoteBlockParser(), 999))...),
		parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(), util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
	)
}

// blocksBy returns the blocks that a parser finds in a text, and where its links lead.
func blocksBy(p parser.Parser, text string) ([]block, map[string]string) {
	s := newSource("doc", []byte(text))
	r := &markdownReader{source: s, links: parser.NewContext()}
	root := p.Parse(markdowntext.NewReader(s.text), parser.WithContext(r.links))
	r.labels = len(r.links.References()) > 0
	r.children(root, 0)
	links := map[string]string{}
	for _, link := range r.links.References() {
		links[string(link.Label())] = string(link.Destination())
	}
	return r.blocks, links
}

// TestWrittenText holds that the blocks of paragraphs that are left as they are written are
// those of a parser that reads them, whatever follows what.
func TestWrittenText(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	parts := strings.Split("a b;# References;- ;1. ;  ;    ;> ;\n;\n;\n\n;[a]: b;[a];===;---;-;*;| x | y |;|---|---|;`c`;```;<div>;</div>;[^n]: ;[^n];**B**;:;\\;[1] Roe, A. (2019). Felt.;\r\n;\t;)  ;2) ;+ ;  \n;\n===\n;\n---\n;[x]: y \"t\"\n;|a|b|\n|-|-|\n|c|d|\n", ";")
	for range 20_000 {
		var text strings.Builder
		for range random.IntN(25) {
			text.WriteString(parts[random.IntN(len(parts))])
		}
		want, wantLinks := blocksBy(newInlineParser(), text.String())
		got, links := blocksBy(newMarkdownParser(), text.String())
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(block{}, passage{}, piece{}), cmpopts.IgnoreFields(passage{}, "source")); diff != "" || !maps.Equal(links, wantLinks) {
			t.Fatalf("%q: links %v, want %v (-want +got):\n%s", text.String(), slices.Sorted(maps.Keys(links)), slices.Sorted(maps.Keys(wantLinks)), diff)
		}
	}
}

// TestPiecesOfDefinitions holds that the definitions of a paragraph that is handed on in pieces
// are those of the whole, and the text after them is the same.
func TestPiecesOfDefinitions(t *testing.T) {
	for _, definition := range []string{"[%]: b\n", "  [a\n%]: b\n", "[%]: b\n 'felt\n rims'\n", "[%]:\nb\n\"[%]\n\"\n"} {
		for count := range 150 {
			var text strings.Builder
			for i := range count {
				text.WriteString(strings.ReplaceAll(definition, "%", strconv.Itoa(i)))
			}
			text.WriteString("Felt.\n[c]: d\n")
			want, wantLinks := blocksBy(newInlineParser(), text.String())
			got, links := blocksBy(newMarkdownParser(), text.String())
			if diff := cmp.Diff(want, got, cmp.AllowUnexported(block{}, passage{}, piece{}), cmpopts.IgnoreFields(passage{}, "source")); diff != "" || !maps.Equal(links, wantLinks) {
				t.Fatalf("%d of %q: links %v, want %v (-want +got):\n%s", count, definition, slices.Sorted(maps.Keys(links)), slices.Sorted(maps.Keys(wantLinks)), diff)
			}
		}
	}
}
