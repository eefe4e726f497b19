package markup

import (
	"strings"

	"github.com/factcite/factcite/citation/ref"
	"github.com/factcite/factcite/internal/text"
)

// anchor is an <a> that is open: where its words begin, and its address.
type anchor struct {
	words   int
	address ref.Span
}

// tags are the elements of HTML that occur in sentences, by what they mark.
var tags = map[string]string{
	"i": "<i>", "em": "<i>", "cite": "<i>", "var": "<i>", "dfn": "<i>",
	"b": "<b>", "strong": "<b>",
	"a": "<a>", "p": "", "br": "", "li": "", "ul": "", "ol": "", "div": "", "hr": "", "td": "", "tr": "", "h1": "", "h2": "", "h3": "", "h4": "",
	"span": "", "sup": "", "sub": "", "small": "", "u": "", "mark": "", "abbr": "", "blockquote": "", "kbd": "", "code": "", "tt": "", "font": "", "nobr": "", "wbr": "",
}

// longestTag is how many bytes a tag may have.
const longestTag = 2000

// readTag reads a tag of HTML.
func (s *scanner) readTag(i int) (next int) {
	name := i + 1
	if strings.HasPrefix(s.source[name:], "/") {
		name++
	}
	end := name
	for end < len(s.source) && end < name+16 && (text.IsLetter(s.source[end]) || text.IsDigit(s.source[end])) {
		end++
	}
	meaning, known := tags[strings.ToLower(s.source[name:end])]
	size := strings.IndexAny(s.source[end:min(len(s.source), i+longestTag)], "<>")
	if !known || size < 0 || s.source[end+size] == '<' {
		return i
	}
	next = end + size + 1
	closing := name == i+2
	switch {
	case meaning == "":
		s.write(i, next, s.spaceFor(s.source[name:end], i, next))
		return next
	case meaning == "<a>":
		s.readAnchor(closing, i, next)
	case !closing:
		s.opened[meaning] = next
	default:
		if words, ok := s.opened[meaning]; ok {
			delete(s.opened, meaning)
			s.mark(map[string]Kind{"<i>": Emphasis, "<b>": Strong}[meaning], words, i, ref.Span{})
		}
	}
	s.leaveOut(i, next)
	return next
}

// spaceFor is what to write for a tag between two words: nothing for one of a
// character's, a space for one that breaks the line.
func (s *scanner) spaceFor(name string, start, end int) string {
	switch strings.ToLower(name) {
	case "span", "sup", "sub", "small", "u", "mark", "abbr", "kbd", "code", "tt", "font", "wbr", "nobr":
		return ""
	}
	if start == 0 || end == len(s.source) {
		return ""
	}
	return " "
}

// readAnchor reads the <a> or the </a> from start to end.
func (s *scanner) readAnchor(closing bool, start, end int) {
	if !closing {
		s.anchors = append(s.anchors, anchor{end, s.hrefIn(start, end)})
		return
	}
	if last := len(s.anchors) - 1; last >= 0 {
		s.mark(Link, s.anchors[last].words, start, s.anchors[last].address)
		s.anchors = s.anchors[:last]
	}
}

// hrefIn is where the address in the tag from start to end is.
func (s *scanner) hrefIn(start, end int) ref.Span {
	at := strings.Index(strings.ToLower(s.source[start:end]), "href=")
	if at < 0 {
		return ref.Span{}
	}
	from := start + at + len("href=")
	ends := " >"
	if quote := s.source[from]; quote == '"' || quote == '\'' {
		ends = string(quote)
		from++
	}
	size := strings.IndexAny(s.source[from:end], ends)
	if size < 0 || !isAddress(s.source[from:from+size]) {
		return ref.Span{}
	}
	return ref.Span{from, from + size}
}
