package fact

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"path"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/factcite/factcite/internal/jsontext"
)

// readYAML reads documents of YAML, each a record or a list of records. Like a page it
// is read whole.
func (s *stream) readYAML() {
	limit := s.opts.MaxRecord
	for len(s.in.window()) < limit && s.in.more() {
	}
	text, at := s.in.window(), s.in.at
	if len(text) > limit {
		s.emit(unreadable(at, at, "", "the YAML is longer than the %d bytes that are read of it; raise the limit of a record, or make JSON Lines of it", limit))
		return
	}
	tokens := lexer.Tokenize(string(text))
	if token, why := costly(tokens, s.opts.MaxDepth); token != nil {
		where := at
		where.Line, where.Column = token.Position.Line, token.Position.Column
		s.emit(unreadable(where, where, "", "%s", why))
		return
	}
	file, err := parser.Parse(tokens, 0)
	if err != nil {
		where := at
		if syntax, ok := errors.AsType[yaml.Error](err); ok && syntax.GetToken() != nil {
			where.Line, where.Column = syntax.GetToken().Position.Line, syntax.GetToken().Position.Column
		}
		s.emit(unreadable(where, where, "", "the YAML cannot be read: %s", withoutExcerpt(err)))
		return
	}
	y := yamlReader{s: s, text: text, start: at, left: len(text) + limit}
	for _, document := range file.Docs {
		y.decoder, y.sizes = yaml.NewDecoder(bytes.NewReader(nil)), map[string]int{}
		y.records(document.Body)
	}
}

// mostKeys is how many keys a mapping may have that has each on its own line: the parser takes
// time that grows with the square of their number.
const mostKeys = 10_000

// costly returns the first token of YAML from which on it costs the parser too much, and why;
// nil if there is none. What starts in one column is of one value until something starts
// before it.
func costly(tokens token.Tokens, maxDepth int) (at *token.Token, why string) {
	type value struct{ column, keys int }
	var open []value
	inline := 0 // how many are open between brackets and braces
	for _, t := range tokens {
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			inline++
		case token.SequenceEndType, token.MappingEndType:
			inline--
		case token.SequenceEntryType, token.MappingValueType:
			if inline > 0 {
				break
			}
			isKey := t.Type == token.MappingValueType && t.Prev != nil
			if isKey {
				t = t.Prev
			}
			column := t.Position.Column
			for len(open) > 0 && open[len(open)-1].column > column {
				open = open[:len(open)-1]
			}
			if len(open) == 0 || open[len(open)-1].column < column {
				open = append(open, value{column: column})
			}
			last := &open[len(open)-1]
			if !isKey {
				last.keys = 0
			} else if last.keys++; last.keys > mostKeys {
				return t, fmt.Sprintf("a mapping has more than the %d keys that are read of one in YAML; make JSON Lines of it", mostKeys)
			}
		}
		if len(open)+inline > maxDepth {
			return t, fmt.Sprintf("no record can be read here: it is nested more than %d deep", maxDepth)
		}
	}
	return nil, ""
}

// withoutExcerpt returns what an error says without the lines of the input that it is about.
func withoutExcerpt(err error) string {
	if syntax, ok := errors.AsType[yaml.Error](err); ok {
		return syntax.GetMessage()
	}
	return err.Error()
}

type yamlReader struct {
	s       *stream
	text    []byte
	start   Place
	decoder *yaml.Decoder  // knows what the anchors of the document stand for
	sizes   map[string]int // of that, in bytes
	left    int            // bytes that records may have, with what their aliases stand for
	lines   []int          // where each line starts; made when it is needed
}

// size returns how many bytes of values a node is, with what its aliases stand for, or more
// than are left. It notes the sizes of anchors.
func (y *yamlReader) size(node ast.Node) (n int) {
	add := func(nodes ...ast.Node) {
		for _, node := range nodes {
			if n <= y.left {
				n += y.size(node)
			}
		}
	}
	switch node := node.(type) {
	case *ast.MappingNode:
		for _, value := range node.Values {
			add(value)
		}
	case *ast.MappingValueNode:
		add(node.Key, node.Value)
	case *ast.SequenceNode:
		add(node.Values...)
	case *ast.TagNode:
		add(node.Value)
	case *ast.MappingKeyNode:
		add(node.Value)
	case *ast.AnchorNode:
		add(node.Value)
		y.sizes[node.Name.GetToken().Value] = n
	case *ast.AliasNode:
		n = y.sizes[node.Value.GetToken().Value]
	case *ast.LiteralNode:
		n = 1 + len(node.Value.Value)
	case ast.Node:
		n = 1 + len(node.GetToken().Value)
	}
	return n
}

func (y *yamlReader) records(node ast.Node) {
	switch n := node.(type) {
	case *ast.SequenceNode:
		for _, element := range n.Values {
			if y.s.stopped {
				return
			}
			y.record(element)
		}
	case *ast.MappingNode, *ast.MappingValueNode:
		y.record(n)
	}
}

// record emits the record that a node is.
func (y *yamlReader) record(node ast.Node) {
	at := y.placeOf(node)
	if y.left -= y.size(node); y.left < 0 {
		y.s.emit(unreadable(at, at, "", "the aliases stand for more than the %d bytes that are read of YAML; write what they stand for, as JSON Lines", y.s.opts.MaxRecord))
		return
	}
	if n := notFinite(node); n != nil {
		y.s.emit(unreadable(y.placeOf(n), y.placeOf(n), n.String(), "%s is no number of JSON, which a record is; put it in quotation marks", n))
		return
	}
	ast.Walk(asWritten{}, node)
	var value any
	if err := y.decoder.DecodeFromNode(node, &value); err != nil {
		y.s.emit(unreadable(at, at, "", "no record can be read here: %s", withoutExcerpt(err)))
		return
	}
	object, err := json.Marshal(value)
	if err != nil || len(object) == 0 || object[0] != '{' {
		y.s.emit(unreadable(at, at, excerpt([]byte(node.String())), "a record is a mapping, and this is none"))
		return
	}
	d := decoder{Cursor: jsontext.Cursor{MaxDepth: y.s.opts.MaxDepth}}
	if y.s.decoder.mapping != nil {
		object = y.s.decoder.mapping.record(object)
	}
	it, _, broken := d.decode(object)
	if broken != nil {
		y.s.emit(unreadable(at, at, "", "no record can be read here: %s", broken.Message))
		return
	}
	r := it.Record
	if len(r.Sources) == 0 && !bytes.Contains(object, []byte(`"sources"`)) {
		r.Sources = []Source{{Title: path.Base(y.s.path)}}
		it.JSON = r.AppendJSON(nil)
	}
	it.Place, it.raw, it.hasID, it.Untyped = at, nil, d.seen.id, r.Type == ""
	if r.ID == "" {
		r.ID = identify(r, object)
	}
	content, found := y.content(at, r.Content)
	it.locate = func(offset int, _ bool) Place {
		if !found {
			return at
		}
		return content.after([]byte(r.Content[:min(max(offset, 0), len(r.Content))]))
	}
	y.s.emit(it)
}

// notFinite returns the first node that is a NaN, or else an infinity; nil if there is none.
func notFinite(node ast.Node) ast.Node {
	for _, kind := range []ast.NodeType{ast.NanType, ast.InfinityType} {
		if found := ast.Filter(kind, node); len(found) > 0 {
			return found[0]
		}
	}
	return nil
}

// asWritten visits nodes and makes texts of numbers: of those in the place of a text, such as
// the id 7, and of whole ones that JSON would write in another way, such as 012.
type asWritten struct {
	metadata bool // whose members may be of any kind
}

// Visit implements [ast.Visitor].
func (v asWritten) Visit(node ast.Node) ast.Visitor {
	switch n := node.(type) {
	case *ast.MappingValueNode:
		member := n.Key.String()
		n.Value = numberAsWritten(n.Value, !v.metadata && isText(member) && memberPointer(member) != "")
		v.metadata = v.metadata || member == "metadata"
	case *ast.SequenceNode:
		for i, value := range n.Values {
			n.Values[i] = numberAsWritten(value, false)
		}
	}
	return v
}

func numberAsWritten(node ast.Node, text bool) ast.Node {
	switch n := node.(type) {
	case *ast.IntegerNode:
		if text || fmt.Sprint(n.Value) != n.Token.Value {
			return ast.String(n.Token)
		}
	case *ast.FloatNode:
		if text {
			return ast.String(n.Token)
		}
	}
	return node
}

// content returns where the content of the record at a place starts, if its words are after
// that as they are, and not where an alias leads to.
func (y *yamlReader) content(at Place, content string) (start Place, found bool) {
	first, _, _ := strings.Cut(content, "\n")
	rest := y.text[at.Offset-y.start.Offset:]
	const longest = 64 << 10
	i := bytes.Index(rest[:min(len(rest), longest)], []byte(first))
	if i < 0 || first == "" {
		return at, false
	}
	return at.after(rest[:i]), true
}

// placeOf returns the place of a node.
func (y *yamlReader) placeOf(node ast.Node) Place {
	if y.lines == nil {
		y.lines = []int{0}
		for i, c := range y.text {
			if c == '\n' {
				y.lines = append(y.lines, i+1)
			}
		}
	}
	token := node.GetToken()
	if m, ok := node.(*ast.MappingNode); ok && len(m.Values) > 0 {
		token = m.Values[0].Key.GetToken()
	} else if m, ok := node.(*ast.MappingValueNode); ok {
		token = m.Key.GetToken()
	}
	at := y.start
	line := min(max(token.Position.Line, 1), len(y.lines))
	start := y.lines[line-1]
	at.Line, at.Column = line, 1
	at.Offset += int64(start)
	indent := y.text[start:]
	for n := 1; n < token.Position.Column && len(indent) > 0 && indent[0] != '\n'; n++ {
		at = at.after(indent[:1])
		indent = indent[1:]
	}
	return at
}
