package fact

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf8"
)

// A decoder turns the bytes of JSON objects into items. It is strict about
// JSON and lenient about the record: a member of the wrong type leaves its
// field zero, since saying so is the schema's task.
type decoder struct {
	cursor
	inner   cursor   // reads a mapped or mended copy while the cursor keeps what it saw in the input's own bytes
	mapping *mapping // of objects of another shape; nil for none

	seen members // of the record that was decoded last
}

// members tells which of the members that make an object a record it had.
type members struct {
	id, content, other bool
	inside             span // of the content, without its quotes; zero if it is no string
}

// looksLikeRecord tells a record from the objects that one holds, such as its
// sources: it is how a reader finds the next record after broken bytes.
func (m members) looksLikeRecord() bool { return m.content && m.other }

// A box is an item with room for its record, to make both at once.
type box struct {
	item    Item
	record  Record
	sources [1]Source
}

// decode reads the object at the front of data and returns its item, complete
// but for its place, and its length. The item shares memory with data.
func (d *decoder) decode(data []byte) (*Item, int, *syntaxError) {
	b := new(box)
	d.reset(data, d.maxDepth)
	if d.mapping == nil {
		d.record(&d.cursor, b)
		b.item.inside = d.seen.inside
	} else {
		d.skip()
	}
	if d.err != nil {
		return nil, 0, d.err
	}
	raw := data[:d.pos:d.pos]
	it := &b.item
	it.Record, it.JSON, it.raw = &b.record, raw, raw
	if d.invalid {
		it.JSON = mendUTF8(raw)
	}
	if d.mapping != nil {
		it.pointers = d.mapping.pointers
		it.JSON = d.mapping.record(it.JSON)
	}
	if len(it.JSON) != len(raw) || d.mapping != nil {
		d.inner.reset(it.JSON, maxMaxDepth)
		d.record(&d.inner, b)
	}
	it.hasID = d.seen.id
	d.seen.other = d.seen.other || d.mapping != nil
	return it, len(raw), nil
}

// mendUTF8 replaces each byte that is not UTF-8 by U+FFFD, as encoding/json
// does. What is UTF-8 comes back as it is.
func mendUTF8(raw []byte) []byte {
	if utf8.Valid(raw) {
		return raw
	}
	mended := make([]byte, 0, len(raw)+64)
	for len(raw) > 0 {
		n, r := stepText(raw)
		if r == verbatim {
			mended = append(mended, raw[:n]...)
		} else {
			mended = utf8.AppendRune(mended, r)
		}
		raw = raw[n:]
	}
	return mended
}

// finish places an item that was just decoded, lists what is wrong with its
// bytes, and gives it an id if it has none.
func (d *decoder) finish(it *Item, at Place) {
	it.Place = at
	if len(d.duplicates) > 0 || len(d.surrogates) > 0 || d.mapping != nil || len(it.JSON) != len(it.raw) {
		d.byteProblems(it)
	}
	if it.Record.ID == "" {
		it.Record.ID = deriveID(it.Record, 1)
	}
}

func (d *decoder) byteProblems(it *Item) {
	for _, offset := range d.duplicates {
		start, end, _ := (&cursor{data: it.raw, pos: offset, maxDepth: 1}).stringSpan()
		pointer := pointerTo(it.raw, offset)
		object := "the record"
		if parent := pointer[:strings.LastIndexByte(pointer, '/')]; parent != "" {
			object = fmt.Sprintf("the object at %q", parent)
		}
		it.Problems = append(it.Problems, Problem{
			Rule:    "duplicate-member",
			Message: fmt.Sprintf("member %q stands twice in %s; the last one counts, remove the other", appendUnquoted(nil, it.raw[start:end]), object),
			Stated:  string(appendUnquoted(nil, it.raw[start:end])),
			Place:   it.placeOf(offset, it.Place.Pointer+pointer),
			End:     it.placeOf(end+1, it.Place.Pointer+pointer),
		})
	}
	for _, offset := range d.surrogates {
		pointer := it.Place.Pointer + pointerTo(it.raw, offset)
		it.Problems = append(it.Problems, Problem{
			Rule:    "invalid-utf8",
			Message: fmt.Sprintf("%q is half of a surrogate pair and stands for no character; it is read as U+FFFD", it.raw[offset:offset+6]),
			Stated:  string(it.raw[offset : offset+6]),
			Place:   it.placeOf(offset, pointer),
			End:     it.placeOf(offset+6, pointer),
		})
	}
	if offset := invalidUTF8(it.raw); offset >= 0 {
		pointer := it.Place.Pointer + pointerTo(it.raw, offset)
		it.Problems = append(it.Problems, utf8Problem(it.raw, it.placeOf(offset, pointer), offset))
	}
}

// utf8Problem says that text is not UTF-8 from offset, which is at place.
func utf8Problem(text []byte, place Place, offset int) Problem {
	bad := 0
	for rest := text[offset:]; len(rest) > 0; {
		n, r := stepText(rest)
		if r != verbatim {
			bad++
		}
		rest = rest[n:]
	}
	count := "a byte is"
	if bad > 1 {
		count = fmt.Sprintf("%d bytes are", bad)
	}
	return Problem{
		Rule:    "invalid-utf8",
		Message: fmt.Sprintf("%s not UTF-8, first 0x%02x; it is read as U+FFFD, save the text as UTF-8", count, text[offset]),
		Stated:  fmt.Sprintf("0x%02x", text[offset]),
		Place:   place,
		End:     place.after(text[offset : offset+1]),
	}
}

// invalidUTF8 is the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(text []byte) int {
	if utf8.Valid(text) {
		return -1
	}
	for i := 0; i < len(text); {
		n, r := stepText(text[i:])
		if r != verbatim {
			return i
		}
		i += n
	}
	return -1
}

// record reads one record with c. It must name every member of [Record].
func (d *decoder) record(c *cursor, b *box) {
	r := &b.record
	*r = Record{}
	d.seen = members{}
	o, _ := c.openObject()
	for {
		name, ok := c.next(&o)
		if !ok {
			return
		}
		switch string(name) {
		case "id":
			d.seen.id = true
			r.ID = c.text()
		case "fact_type":
			d.seen.other = true
			r.Type = Type(c.keyword())
		case "content":
			d.seen.content = true
			d.seen.inside = span{}
			isText, start := c.peek() == '"', c.pos+1
			if r.Content = c.text(); isText {
				d.seen.inside = span{start, c.pos - 1}
			}
		case "stance":
			r.Stance = c.keyword()
		case "concepts":
			r.Concepts = c.concepts()
		case "sources":
			d.seen.other = true
			r.Sources = c.sources(b.sources[:0])
		case "metadata":
			r.Metadata = c.rawValue()
		case "created_at":
			r.CreatedAt = c.text()
		default:
			c.skip()
		}
	}
}

// keywords are strings of which records repeat a few over and over.
var keywords = []string{
	string(Claim), string(Account), string(Measurement), string(Formula), string(Quote), string(Procedure),
	string(Reference), string(Code), string(Image), string(Perspective),
	"supports", "challenges", "neutral", "concept", "entity", "event", "location", "synthesis", "supersynthesis",
}

// keyword is text for a string that is probably one of keywords, whose memory it then shares.
func (c *cursor) keyword() string {
	if c.peek() != '"' {
		c.skip()
		return ""
	}
	before := c.pos
	start, end, escaped := c.stringSpan()
	if c.err != nil {
		return ""
	}
	if !escaped {
		for _, word := range keywords {
			if string(c.data[start:end]) == word {
				return word
			}
		}
	}
	c.pos = before
	return c.text()
}

// rawValue returns the next value without white space, or nil for null.
func (c *cursor) rawValue() json.RawMessage {
	raw := c.skip()
	if len(raw) == 0 || raw[0] == 'n' {
		return nil
	}
	if bytes.ContainsAny(raw, " \t\r\n") {
		return appendCompact(nil, raw)
	}
	return raw
}

func (c *cursor) concepts() []Concept {
	var concepts []Concept
	if !c.openArray() {
		return nil
	}
	for first := true; c.element(first); first = false {
		concepts = append(concepts, c.concept())
	}
	return concepts
}

// openArray enters an array, or skips a value of another kind.
func (c *cursor) openArray() bool {
	if c.peek() != '[' {
		c.skip()
		return false
	}
	return c.open('[')
}

func (c *cursor) concept() (concept Concept) {
	if c.peek() != '{' {
		c.skip()
		return
	}
	o, _ := c.openObject()
	for {
		name, ok := c.next(&o)
		if !ok {
			return
		}
		switch string(name) {
		case "name":
			concept.Name = c.text()
		case "aliases":
			concept.Aliases = c.texts()
		case "node_type":
			concept.NodeType = c.keyword()
		case "stance":
			concept.Stance = c.keyword()
		default:
			c.skip()
		}
	}
}

// texts reads an array of strings; elements of another kind are left out.
func (c *cursor) texts() []string {
	var list []string
	if !c.openArray() {
		return nil
	}
	for first := true; c.element(first); first = false {
		if c.peek() == '"' {
			list = append(list, c.text())
		} else {
			c.skip()
		}
	}
	return list
}

func (c *cursor) sources(list []Source) []Source {
	if !c.openArray() {
		return nil
	}
	for first := true; c.element(first); first = false {
		list = append(list, Source{})
		c.source(&list[len(list)-1])
	}
	if len(list) == 0 {
		return nil
	}
	return list
}

func (c *cursor) source(s *Source) {
	if c.peek() != '{' {
		c.skip()
		return
	}
	o, _ := c.openObject()
	for {
		name, ok := c.next(&o)
		if !ok {
			return
		}
		switch string(name) {
		case "source_id":
			s.ID = c.textLike(&c.lastSource.ID)
		case "uri":
			s.URI = c.textLike(&c.lastSource.URI)
		case "title":
			s.Title = c.textLike(&c.lastSource.Title)
		case "domain":
			s.Domain = c.textLike(&c.lastSource.Domain)
		case "provider_id":
			s.ProviderID = c.textLike(&c.lastSource.ProviderID)
		case "retrieved_at":
			s.RetrievedAt = c.text()
		case "published_date":
			s.PublishedDate = c.textLike(&c.lastSource.PublishedDate)
		case "author_person":
			s.AuthorPerson = c.textLike(&c.lastSource.AuthorPerson)
		case "author_org":
			s.AuthorOrg = c.textLike(&c.lastSource.AuthorOrg)
		case "attribution":
			s.Attribution = c.textLike(&c.lastSource.Attribution)
		case "context_snippet":
			s.ContextSnippet = c.text()
		case "raw_content":
			s.RawContent = c.text()
		case "content_hash":
			s.ContentHash = c.text()
		case "is_full_text":
			raw := c.skip()
			s.IsFullText = string(raw) == "true"
		case "content_type":
			s.ContentType = c.textLike(&c.lastSource.ContentType)
		case "provider_metadata":
			s.ProviderMetadata = c.rawValue()
		default:
			c.skip()
		}
	}
}
