package fact

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// An htmlPage is the markup of a concept page while it is read:
//
//	.type-badge  h1.node-title  p.also-known-as            the concept
//	[data-facts-visible-count]                             how many facts there are
//	details.fact-group[data-source-domain]                 a source and its facts
//	  a.fact-group-title[href]  .fact-source-author  .fact-source-date  .fact-group-count
//	  div[data-fact-text][data-fact-type]                  a fact
//	    a.fact-type-badge[href="/facts/ID"]  .fact-stance  .fact-card-content
type htmlPage struct {
	s       *stream
	tokens  *html.Tokenizer
	at      Place // of the current token
	next    Place // of the next
	capture capture

	concept Concept
	inFacts bool // the facts section began
	total   stated
	found   int

	group   *htmlGroup
	fact    *Item
	held    *Item     // the last item, which gets what is wrong after it
	waiting []Problem // for the next item
}

// A stated count is what a page says in words.
type stated struct {
	text       string
	count      int
	known      bool
	place, end Place
}

type htmlGroup struct {
	source   Source
	values   []located
	stated   stated
	found    int
	ordinals map[string]int
}

// A capture collects the text inside an element.
type capture struct {
	tag      atom.Atom // 0 while nothing is captured
	depth    int       // of elements of the same tag inside
	done     func(*capture)
	text     strings.Builder
	segments []segment
}

func (s *stream) readHTML() error {
	p := &htmlPage{s: s, next: s.in.at}
	p.tokens = html.NewTokenizer(s.in.stream.Rest())
	p.tokens.SetMaxBuf(s.opts.MaxRecord)
	for !s.stopped {
		kind := p.tokens.Next()
		p.at = p.next
		p.next = p.at.after(p.tokens.Raw())
		switch kind {
		case html.ErrorToken:
			return p.finish(p.tokens.Err())
		case html.TextToken:
			p.text()
		case html.StartTagToken, html.SelfClosingTagToken:
			p.startTag(kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			p.endTag()
		}
	}
	return nil
}

func (p *htmlPage) text() {
	c := &p.capture
	if c.tag == 0 {
		return
	}
	raw := bytes.Clone(p.tokens.Raw())
	place := p.at
	if c.text.Len() == 0 {
		start := len(raw) - len(bytes.TrimLeftFunc(raw, unicode.IsSpace))
		place = place.after(raw[:start])
		raw = raw[start:]
	}
	if len(raw) == 0 {
		return
	}
	c.segments = append(c.segments, segment{from: c.text.Len(), text: raw, place: place})
	if offset := invalidUTF8(raw); offset >= 0 {
		p.invalid(utf8Problem(raw, place.after(raw[:offset]), offset))
	}
	for rest := raw; len(rest) > 0; {
		n, text := unescapeHTML(rest)
		c.text.WriteString(text)
		rest = rest[n:]
	}
}

// invalid notes text that is not UTF-8 with the fact that it is of or comes before.
func (p *htmlPage) invalid(problem Problem) {
	if p.fact != nil {
		p.fact.Problems = append(p.fact.Problems, problem)
		return
	}
	p.waiting = append(p.waiting, problem)
}

// unescapeHTML returns the next character of a text token, or the characters
// of its next reference, and its length in the input.
func unescapeHTML(text []byte) (int, string) {
	switch text[0] {
	case '\r':
		if len(text) > 1 && text[1] == '\n' {
			return 2, "\n"
		}
		return 1, "\n"
	case '&':
		return unescapeReference(text)
	}
	r, n := utf8.DecodeRune(text)
	return n, string(r)
}

// unescapeReference reads a character reference; one may lack its semicolon
// and then end in the middle of a word.
func unescapeReference(text []byte) (int, string) {
	const longest = 40
	end := 1
	for end < min(len(text), longest) && (text[end] == '#' || '0' <= text[end] && text[end] <= '9' || 'a' <= text[end]|0x20 && text[end]|0x20 <= 'z') {
		end++
	}
	if end < len(text) && text[end] == ';' {
		end++
	}
	whole := html.UnescapeString(string(text[:end]))
	if whole == string(text[:end]) {
		return 1, "&"
	}
	for n := 2; n < end; n++ {
		if part := html.UnescapeString(string(text[:n])); part != string(text[:n]) && part+string(text[n:end]) == whole {
			return n, part
		}
	}
	return end, whole
}

func stepHTML(text []byte) (read, decoded int) {
	n, s := unescapeHTML(text)
	return n, len(s)
}

// startTag handles a start tag.
func (p *htmlPage) startTag(selfClosing bool) {
	raw := bytes.Clone(p.tokens.Raw()) // reading the tag changes it
	name, more := p.tokens.TagName()
	tag := atom.Lookup(name)
	if p.capture.tag != 0 {
		switch tag {
		case p.capture.tag:
			if !selfClosing {
				p.capture.depth++
			}
		case atom.Br:
			p.capture.text.WriteByte('\n')
		}
		if tag != atom.Details && tag != atom.Div {
			return
		}
	}
	attributes := map[string]string{}
	for more {
		var key, value []byte
		key, value, more = p.tokens.TagAttr()
		if _, known := attributes[string(key)]; !known {
			attributes[string(key)] = strings.ToValidUTF8(string(value), "\uFFFD")
		}
	}
	_, isTheFact := attributes["data-fact-text"]
	class := strings.Fields(attributes["class"])
	is := func(name string) bool { return slices.Contains(class, name) }
	if _, ok := attributes["data-facts-section"]; ok {
		p.inFacts = true
	}
	if _, ok := attributes["data-facts-visible-count"]; ok {
		p.start(tag, func(c *capture) { p.total = c.stated("") })
		return
	}
	switch {
	case isTheFact:
		p.endFact(false)
		p.startFact(attributes)
	case tag == atom.Details && is("fact-group"):
		p.endGroup(false)
		p.group = &htmlGroup{ordinals: map[string]int{}}
		p.group.source.Domain = attributes["data-source-domain"]
		p.group.stated.place = p.at
	case p.fact != nil:
		p.openInFact(tag, is, attributes)
	case p.group != nil:
		p.openInGroup(tag, is, attributes, raw)
	case !p.inFacts:
		p.openInNode(tag, is)
	}
}

func (p *htmlPage) openInNode(tag atom.Atom, is func(string) bool) {
	switch {
	case is("type-badge"):
		p.start(tag, func(c *capture) { p.concept.NodeType = c.trimmed() })
	case tag == atom.H1 && is("node-title"):
		p.start(tag, func(c *capture) { p.concept.Name = c.trimmed() })
	case is("also-known-as"):
		p.start(tag, func(c *capture) {
			p.concept.Aliases = splitAliases(strings.TrimPrefix(c.trimmed(), aliasPrefix))
		})
	}
}

func (p *htmlPage) openInGroup(tag atom.Atom, is func(string) bool, attributes map[string]string, raw []byte) {
	g := p.group
	value := func(pointer string, set func(string)) {
		p.start(tag, func(c *capture) {
			set(c.trimmed())
			if len(c.segments) > 0 {
				g.values = append(g.values, located{pointer, c.segments[0].text, c.segments[0].place})
			}
		})
	}
	switch {
	case is("fact-group-title"):
		g.source.URI = strings.TrimSpace(attributes["href"])
		g.values = append(g.values, located{"/sources/0/uri", raw, p.at})
		value("/sources/0/title", func(text string) { g.source.Title = text })
	case is("source-domain"):
		value("/sources/0/domain", func(text string) {
			if g.source.Domain == "" {
				g.source.Domain = text
			}
		})
	case is("fact-source-author"):
		value("/sources/0/author_org", func(text string) {
			g.source.AuthorPerson, g.source.AuthorOrg = splitAuthor(text)
		})
	case is("fact-source-date"):
		value("/sources/0/published_date", func(text string) { g.source.PublishedDate = text })
	case is("fact-group-count"):
		p.start(tag, func(c *capture) { g.stated = c.stated(" facts", " fact") })
	}
}

func (p *htmlPage) openInFact(tag atom.Atom, is func(string) bool, attributes map[string]string) {
	it := p.fact
	value := func(pointer string, set func(string)) {
		p.start(tag, func(c *capture) {
			set(c.trimmed())
			if len(c.segments) > 0 {
				it.values = append(it.values, located{pointer, c.segments[0].text, c.segments[0].place})
			}
		})
	}
	switch {
	case is("fact-type-badge"):
		if id, ok := strings.CutPrefix(attributes["href"], "/facts/"); ok {
			it.Record.ID = id
		}
		value("/fact_type", func(text string) {
			if it.Record.Type == "" {
				it.Record.Type = Type(text)
			}
		})
	case is("fact-stance"):
		value("/stance", func(text string) { it.Record.Stance = text })
	case is("fact-card-content"):
		p.start(tag, func(c *capture) {
			it.Record.Content = c.trimmed()
			it.content = c.segments
		})
	}
}

func (p *htmlPage) start(tag atom.Atom, done func(*capture)) {
	p.capture = capture{tag: tag, done: done}
}

// endTag handles an end tag.
func (p *htmlPage) endTag() {
	name, _ := p.tokens.TagName()
	tag := atom.Lookup(name)
	if c := &p.capture; c.tag != 0 && tag == c.tag {
		if c.depth--; c.depth < 0 {
			p.endCapture()
		}
	}
	if tag == atom.Details {
		p.endGroup(false)
	}
}

func (p *htmlPage) endCapture() {
	if c := p.capture; c.tag != 0 {
		p.capture = capture{}
		c.done(&c)
	}
}

// trimmed returns the captured text; its start was trimmed before.
func (c *capture) trimmed() string { return strings.TrimRightFunc(c.text.String(), unicode.IsSpace) }

// stated reads a count that is followed by one of the words.
func (c *capture) stated(words ...string) stated {
	text := c.trimmed()
	st := stated{text: text}
	for _, word := range words {
		if digits, ok := strings.CutSuffix(text, word); ok && !st.known {
			st.count, st.known = number(digits)
		}
	}
	if len(c.segments) > 0 {
		first := c.segments[0]
		st.place, st.end = first.place, first.place.after(first.text)
	}
	return st
}

func (p *htmlPage) startFact(attributes map[string]string) {
	b := new(box)
	p.fact = &b.item
	p.fact.Record, p.fact.Place, p.fact.step = &b.record, p.at, stepHTML
	b.record.Type = Type(attributes["data-fact-type"])
	if p.concept.Name != "" {
		b.record.Concepts = []Concept{p.concept}
	}
	if p.group != nil {
		source := p.group.source
		p.s.resolveDate(&source)
		b.record.Sources = append(b.sources[:0], source)
		p.fact.shared = p.group.values
	}
}

// endFact yields the fact that was read; cut says that the page ended in it.
func (p *htmlPage) endFact(cut bool) {
	open := p.capture.tag != 0
	p.endCapture()
	it := p.fact
	if it == nil {
		return
	}
	p.fact = nil
	p.found++
	ordinals := map[string]int{}
	if p.group != nil {
		p.group.found++
		ordinals = p.group.ordinals
	}
	switch {
	case cut && open:
		it = unreadable(it.Place, p.at, excerpt([]byte(it.Record.Content)), "the page ends in the middle of this fact")
	case len(it.content) == 0 && it.Record.Content == "":
		it = unreadable(it.Place, p.at, "", "this fact has no text: no element of class \"fact-card-content\" is in it")
	default:
		r := it.Record
		if folded := Fold(r.Content); r.ID == "" {
			ordinals[folded]++
			r.ID = deriveID(r, ordinals[folded])
		}
		it.JSON = r.AppendJSON(nil)
		it.hasID = true
	}
	it.Problems = append(p.waiting, it.Problems...)
	p.waiting = nil
	p.release()
	p.held = it
}

func (p *htmlPage) release() {
	if p.held != nil {
		p.s.emit(p.held)
	}
	p.held = nil
}

// report adds a problem to the last item, or to the next if there is none.
func (p *htmlPage) report(problem Problem) {
	if p.held != nil {
		p.held.Problems = append(p.held.Problems, problem)
		return
	}
	p.waiting = append(p.waiting, problem)
}

func (p *htmlPage) endGroup(cut bool) {
	p.endFact(cut)
	g := p.group
	p.group = nil
	if g != nil && g.stated.known && g.stated.count != g.found {
		p.report(Problem{
			Rule:    "count-mismatch",
			Message: fmt.Sprintf("the source states %s, and %d can be read below it; the page was cut or changed", facts(g.stated.count), g.found),
			Stated:  g.stated.text, Place: g.stated.place, End: g.stated.end,
		})
	}
}

// finish ends the page, given why it ended.
func (p *htmlPage) finish(err error) error {
	p.endGroup(true)
	if p.total.known && p.total.count != p.found {
		p.report(Problem{
			Rule:    "count-mismatch",
			Message: fmt.Sprintf("the page states %s, and %d can be read; the page was cut or changed", facts(p.total.count), p.found),
			Stated:  p.total.text, Place: p.total.place, End: p.total.end,
		})
	}
	if p.held == nil && len(p.waiting) > 0 {
		p.held = &Item{Place: p.waiting[0].Place, Problems: p.waiting}
	}
	p.release()
	switch {
	case errors.Is(err, html.ErrBufferExceeded):
		p.s.emit(unreadable(p.at, p.at, "", "a piece of the page is longer than the %d bytes that a record may have, and the page is not read on", p.s.opts.MaxRecord))
	case err != io.EOF:
		return err
	}
	return nil
}
