package document

import (
	"bytes"
	"cmp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/factcite/factcite/fact"
)

// An htmlReader reads the main text of a page from its tokens, whose lengths add up to
// their places.
type htmlReader struct {
	source   *source
	end      int
	at, next int // of the current token and of what follows
	tokens   *html.Tokenizer

	text    *builder
	part    fact.Part
	label   string
	skipped []atom.Atom // the element that is passed over, and those of its name in it
	title   bool        // in the title
	raised  bool        // in superscript
	row     bool        // in a row of a table
	head    bool        // the row has the names of the columns
	cell    bool        // in a cell of the row
	cells   []passage   // of the row
	columns columns     // of the table
	carried passage     // a heading that is the title of what the next paragraph is about
	lists   []htmlList
	listed  int    // level of the heading that announced references; 0 for none
	items   bool   // and they are items of a list: other text is none of them
	heading int    // level of the heading that is being read
	main    int    // how many elements that hold the main text are open
	links   []bool // of the open links: they lead out of the page

	about  fact.Source
	blocks []htmlBlock
}

// An htmlList is a list that is open.
type htmlList struct {
	ordered    bool
	number     int
	references bool
}

// An htmlBlock is a block that may be outside the main text.
type htmlBlock struct {
	block
	main bool
}

func newHTMLReader(s *source, start, end int) *htmlReader {
	return &htmlReader{
		source: s, end: end, next: start, text: newBuilder(s), part: fact.Sentence,
		tokens: html.NewTokenizer(bytes.NewReader(s.text[start:end])),
	}
}

func readHTML(s *source) outline {
	r := newHTMLReader(s, 0, len(s.text))
	r.read()
	doc := outline{source: r.about}
	inMain := 0
	for _, b := range r.blocks {
		if b.main {
			inMain += len(b.text.text)
		}
	}
	for _, b := range r.blocks {
		if b.main || inMain == 0 {
			doc.blocks = append(doc.blocks, b.block)
		}
	}
	return doc
}

// kept are the elements whose tags stay in the text, for they carry meaning.
var kept = map[atom.Atom]bool{atom.I: true, atom.Em: true, atom.Cite: true, atom.B: true, atom.Strong: true, atom.Q: true}

// passedOver are the elements that hold no text of the page.
var passedOver = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Nav: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Math: true,
	atom.Select: true, atom.Button: true, atom.Form: true, atom.Pre: true, atom.Textarea: true, atom.Iframe: true, atom.Object: true, atom.Canvas: true,
	atom.Aside: true, atom.Dialog: true, atom.Figcaption: false, atom.Audio: true, atom.Video: true,
}

// embedded are those of them that may be within a sentence.
var embedded = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Math: true, atom.Select: true, atom.Button: true,
	atom.Textarea: true, atom.Iframe: true, atom.Object: true, atom.Canvas: true, atom.Audio: true, atom.Video: true,
}

// inline are the elements that do not part text.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true, atom.Data: true, atom.Dfn: true,
	atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true, atom.Kbd: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Samp: true,
	atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.U: true, atom.Var: true, atom.Wbr: true,
	atom.Img: true, atom.Big: true, atom.Tt: true, atom.Label: true, atom.Input: true, 0: true,
}

// chrome are classes and roles of what surrounds a text.
var chrome = pattern(`(?i)(?:^|[\s_-])(?:nav|navbar|navigation|navbox|menu|sidebar|breadcrumbs?|cookie|toc|share|social|banner|contentinfo|search|complementary|advert|ads|mw-editsection|mw-cite-backlink|mw-jump-link|noprint|visually-hidden|sr-only|skip-link|newsletter|subscribe)(?:$|[\s_-])`)

var referenceClass = pattern(`(?i)(?:^|[\s_-])(?:references?|reflist|bibliography|doc-bibliography|citations|footnotes|doc-endnotes|ref-list|csl-bib-body|works-cited)(?:$|[\s_-])`)

// read reads the tokens.
func (r *htmlReader) read() {
	for {
		kind := r.tokens.Next()
		r.at = r.next
		r.next = min(r.at+len(r.tokens.Raw()), r.end)
		switch kind {
		case html.ErrorToken:
			r.flush()
			return
		case html.TextToken:
			r.characters()
		case html.StartTagToken, html.SelfClosingTagToken:
			r.open(kind == html.SelfClosingTagToken)
		case html.EndTagToken:
			name, _ := r.tokens.TagName()
			r.close(atom.Lookup(name))
		}
	}
}

// characters adds a text token, with its entities decoded.
func (r *htmlReader) characters() {
	raw := r.source.text[r.at:r.next]
	if r.title {
		r.about.Title = cmp.Or(r.about.Title, strings.Join(strings.Fields(html.UnescapeString(string(raw))), " "))
		return
	}
	if len(r.skipped) > 0 || r.raised && isNoteMark(string(raw)) {
		return
	}
	for from := 0; from < len(raw); {
		amp := bytes.IndexByte(raw[from:], '&')
		if amp < 0 {
			r.text.copy(r.at+from, r.next)
			return
		}
		r.text.copy(r.at+from, r.at+from+amp)
		from += amp
		n := entityLength(raw[from:])
		r.text.put(html.UnescapeString(string(raw[from:from+n])), r.at+from, r.at+from+n)
		from += n
	}
}

// isNoteMark reports whether superscript is but a mark, such as that of the students
// among the authors.
func isNoteMark(s string) bool {
	return strings.Trim(html.UnescapeString(s), "*†‡§¶#✉ ,") == ""
}

// entityLength returns the length of the character reference that a text starts with,
// or of the ampersand alone.
func entityLength(text []byte) int {
	const longest = 40
	for n := 1; n < min(len(text), longest); n++ {
		c := text[n]
		switch {
		case c == ';':
			return n + 1
		case c != '#' && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z'):
			return 1
		}
	}
	return 1
}

// open reads a start tag.
func (r *htmlReader) open(selfClosing bool) {
	name, more := r.tokens.TagName()
	tag := atom.Lookup(name)
	attributes := r.attributes(more)
	if len(r.skipped) > 0 {
		if tag == r.skipped[0] && !selfClosing && !isVoid(tag) {
			r.skipped = append(r.skipped, tag)
		}
		return
	}
	described := attributes["class"] + " " + attributes["role"] + " " + attributes["id"]
	_, hidden := attributes["hidden"]
	switch {
	case isVoid(tag) || selfClosing && tag == 0:
	case passedOver[tag] || hidden || tag != atom.Body && tag != atom.Html && tag != atom.Main && tag != atom.Article && chrome().MatchString(described) ||
		(tag == atom.Footer || tag == atom.Header) && r.main == 0:
		if !inline[tag] && !embedded[tag] {
			r.flush()
		}
		r.skipped = append(r.skipped, tag)
		return
	}
	if !inline[tag] {
		r.openBlock(tag, described, attributes)
		return
	}
	switch {
	case tag == atom.Sup:
		r.raised = true
	case tag == atom.A:
		r.openLink(attributes["href"])
	case kept[tag] && !r.isListed():
		r.tag("<" + tag.String() + ">")
	}
}

// isListed reports whether the text is an entry of a list of references, which is read
// without its emphasis.
func (r *htmlReader) isListed() bool {
	return r.part == fact.Listed || r.listed > 0 || r.inReferences()
}

func isVoid(tag atom.Atom) bool {
	switch tag {
	case atom.Br, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta, atom.Wbr, atom.Area, atom.Base, atom.Col, atom.Embed, atom.Source, atom.Track:
		return true
	}
	return false
}

// attributes are those of the tag that count here.
func (r *htmlReader) attributes(more bool) map[string]string {
	found := map[string]string{}
	for more {
		var key, value []byte
		key, value, more = r.tokens.TagAttr()
		switch string(key) {
		case "class", "role", "id", "href", "rel", "name", "content", "property", "hidden", "start", "value":
			if _, twice := found[string(key)]; !twice {
				found[string(key)] = strings.ToValidUTF8(string(value), "\uFFFD")
			}
		}
	}
	return found
}

func (r *htmlReader) openBlock(tag atom.Atom, described string, attributes map[string]string) {
	if r.row && (tag == atom.Td || tag == atom.Th || tag == atom.P || tag == atom.Div || tag == atom.Br) {
		if tag == atom.Td || tag == atom.Th {
			r.head = tag == atom.Th
			r.separate()
		}
		r.text.blank(r.at)
		return
	}
	if tag == atom.Br {
		r.text.blank(r.at)
		return
	}
	r.flush()
	switch tag {
	case atom.Title:
		r.title = true
	case atom.Main, atom.Article:
		r.main++
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.heading = int(tag.String()[1] - '0')
	case atom.Ol, atom.Ul, atom.Dl:
		start, _ := strconv.Atoi(attributes["start"])
		r.lists = append(r.lists, htmlList{ordered: tag == atom.Ol, number: max(start, 1), references: referenceClass().MatchString(described) || r.inReferences()})
	case atom.Li, atom.Dd:
		r.openItem()
	case atom.Tr:
		r.row, r.head, r.part = true, false, fact.ListItem
	case atom.Table:
		r.columns = columns{}
	case atom.Link, atom.Meta:
		r.describe(attributes)
	}
}

// separate parts the cells of a row.
func (r *htmlReader) separate() {
	if p := r.text.passage(); r.cell || p.text != "" {
		r.cells = append(r.cells, p)
		r.text = newBuilder(r.source)
	}
	r.cell = true
}

func (r *htmlReader) openItem() {
	r.part = fact.ListItem
	if len(r.lists) == 0 {
		return
	}
	list := &r.lists[len(r.lists)-1]
	if list.references || r.listed > 0 {
		r.part = fact.Listed
		if list.ordered {
			r.label = strconv.Itoa(list.number)
		}
	}
	list.number++
}

func (r *htmlReader) inReferences() bool {
	return len(r.lists) > 0 && r.lists[len(r.lists)-1].references
}

// describe reads what the head says of the page.
func (r *htmlReader) describe(attributes map[string]string) {
	content := strings.TrimSpace(attributes["content"])
	switch {
	case attributes["rel"] == "canonical":
		if href := attributes["href"]; strings.HasPrefix(href, "http") {
			r.about.URI = href
		}
	case content == "":
	case attributes["property"] == "og:url" && r.about.URI == "" && strings.HasPrefix(content, "http"):
		r.about.URI = content
	case attributes["name"] == "author" || attributes["name"] == "citation_author":
		if r.about.AuthorPerson == "" {
			r.about.AuthorPerson = content
		}
	case attributes["property"] == "article:published_time" || attributes["name"] == "citation_publication_date":
		r.about.PublishedDate = content
	}
}

// backLink is the address of a link from a note back to its citation.
var backLink = pattern(`#(?:cite_?ref|fnref|footnote-?ref|ref-link)`)

// openLink keeps a link that leads to another place.
func (r *htmlReader) openLink(href string) {
	if backLink().MatchString(href) {
		r.skipped = append(r.skipped, atom.A)
		return
	}
	out := strings.HasPrefix(href, "http://") || strings.HasPrefix(href, "https://")
	r.links = append(r.links, out)
	if out {
		r.tag(`<a href="` + html.EscapeString(href) + `">`)
	}
}

// tag adds a tag that stays.
func (r *htmlReader) tag(text string) { r.text.put(text, r.at, r.next) }

// close reads an end tag.
func (r *htmlReader) close(tag atom.Atom) {
	if n := len(r.skipped); n > 0 {
		if tag == r.skipped[n-1] {
			r.skipped = r.skipped[:n-1]
		}
		return
	}
	switch {
	case tag == atom.Sup:
		r.raised = false
		return
	case tag == atom.A:
		if n := len(r.links); n > 0 {
			if r.links[n-1] {
				r.tag("</a>")
			}
			r.links = r.links[:n-1]
		}
		return
	case kept[tag] && !r.isListed():
		r.tag("</" + tag.String() + ">")
		return
	case inline[tag]:
		return
	case r.row && (tag == atom.Td || tag == atom.Th || tag == atom.P || tag == atom.Div):
		r.text.blank(r.at)
		return
	}
	if r.heading > 0 {
		r.endHeading()
		return
	}
	if tag == atom.Tr && r.row {
		r.endRow()
	}
	r.flush()
	switch tag {
	case atom.Title:
		r.title = false
	case atom.Main, atom.Article:
		r.main = max(r.main-1, 0)
	case atom.Ol, atom.Ul, atom.Dl:
		r.lists = r.lists[:max(len(r.lists)-1, 0)]
	}
	r.part, r.label = fact.Sentence, ""
}

// endHeading notes whether references follow.
func (r *htmlReader) endHeading() {
	p := r.text.passage()
	text := p.text
	r.text = newBuilder(r.source)
	r.carried = titleIn(p)
	if r.listed == 0 || r.heading <= r.listed {
		r.listed, r.items = 0, false
		if isListHeading(text) {
			r.listed = r.heading
		}
	}
	r.heading = 0
}

// flush ends the block.
func (r *htmlReader) flush() {
	if r.heading > 0 {
		r.endHeading()
		return
	}
	p := r.text.passage()
	r.text = newBuilder(r.source)
	if r.row {
		return
	}
	if p.text == "" || r.announces(p.text) {
		return
	}
	about := r.carried.text != ""
	if about {
		p, r.carried = r.carried.join(", ", p), passage{}
	}
	part := r.part
	if r.listed > 0 && part == fact.Sentence && !r.items || r.inReferences() {
		part = fact.Listed
	}
	r.items = r.items || part == fact.Listed && len(r.lists) > 0
	if part == fact.Listed {
		text := strings.TrimLeft(p.text, "^↑ ")
		p = p.part(len(p.text)-len(text), len(p.text))
	}
	r.blocks = append(r.blocks, htmlBlock{block{part: part, label: r.label, text: p, about: about}, r.main > 0})
	r.label = ""
}

// announces reports whether a paragraph alone stands for the heading of a list of references.
func (r *htmlReader) announces(text string) bool {
	const lowest = 6 // level of headings
	stands := r.part == fact.Sentence && len(r.lists) == 0 && isListHeading(withoutTags(text))
	if stands {
		r.listed, r.items = lowest, false
	}
	return stands
}

// endRow adds the facts of a row.
func (r *htmlReader) endRow() {
	cells := append(r.cells, r.text.passage())
	r.text, r.cells, r.cell, r.row = newBuilder(r.source), nil, false, false
	if r.head {
		r.columns = columnsOf(cells)
		return
	}
	for _, p := range r.columns.facts(cells) {
		r.blocks = append(r.blocks, htmlBlock{block{part: fact.ListItem, text: p}, r.main > 0})
	}
}
