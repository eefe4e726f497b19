package fact

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/factcite/factcite/internal/jsontext"
)

// A decoder turns the bytes of JSON objects into items. It is strict about
// JSON and lenient about the record: a member of the wrong type leaves its
// field zero, since saying so is the schema's task.
type decoder struct {
	jsontext.Cursor
	mapping *mapping // of objects of another shape; nil for none

	seen members // of the record that was decoded last
}

// members tells which of the members that make an object a record it had.
type members struct {
	id, content, other bool
	untyped            bool            // it says of itself that it needs no type
	inside             jsontext.String // the content; zero if it is no string
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
func (d *decoder) decode(data []byte) (*Item, int, *jsontext.SyntaxError) {
	b := new(box)
	d.Record = d.mapping == nil
	d.Reset(data)
	if d.mapping == nil {
		d.record(&d.Cursor, b)
	} else {
		d.Skip()
	}
	if err := d.Err(); err != nil {
		return nil, 0, err
	}
	raw := data[:d.Offset():d.Offset()]
	it := &b.item
	it.Record, it.JSON, it.raw = &b.record, raw, raw
	if d.InvalidUTF8 {
		it.JSON = jsontext.ToValidUTF8(raw)
	}
	if d.mapping == nil {
		it.tape, _ = d.Tape()
		it.tape.Tokens = slices.Clone(it.tape.Tokens)
		it.inside = d.seen.inside
		it.untyped = d.seen.untyped
		it.Untyped = it.untyped && b.record.Type == ""
	} else {
		it.mapping = d.mapping
		it.JSON = d.mapping.record(it.JSON)
		d.record(jsontext.NewCursor(it.JSON, maxMaxDepth), b)
		d.seen.other = true
		it.Untyped = b.record.Type == "" && d.mapping.untyped()
	}
	it.hasID = d.seen.id
	return it, len(raw), nil
}

// finish places an item that was just decoded, lists what is wrong with its
// bytes, and gives it an id if it has none.
func (d *decoder) finish(it *Item, at Place) {
	it.Place = at
	if len(d.Duplicates) > 0 || len(d.LoneSurrogates) > 0 || d.mapping != nil || len(it.JSON) != len(it.raw) {
		d.byteProblems(it)
	}
	if it.Record.ID == "" {
		it.Record.ID = identify(it.Record, it.raw)
	}
}

func (d *decoder) byteProblems(it *Item) {
	for _, offset := range d.Duplicates {
		c := jsontext.NewCursor(it.raw[offset:], 0)
		name := c.Text()
		pointer := jsontext.PointerTo(it.raw, offset)
		object := "the record"
		if parent := pointer[:strings.LastIndexByte(pointer, '/')]; parent != "" {
			object = fmt.Sprintf("the object at %q", parent)
		}
		it.Problems = append(it.Problems, Problem{
			Rule:    "duplicate-member",
			Message: fmt.Sprintf("member %q stands twice in %s; the last one counts, remove the other", name, object),
			Stated:  name,
			Place:   it.placeOf(offset, it.Place.Pointer+pointer),
			End:     it.placeOf(offset+c.Offset(), it.Place.Pointer+pointer),
		})
	}
	for _, offset := range d.LoneSurrogates {
		pointer := it.Place.Pointer + jsontext.PointerTo(it.raw, offset)
		it.Problems = append(it.Problems, Problem{
			Rule:    "invalid-utf8",
			Message: fmt.Sprintf("%q is half of a surrogate pair and stands for no character; it is read as U+FFFD", it.raw[offset:offset+6]),
			Stated:  string(it.raw[offset : offset+6]),
			Place:   it.placeOf(offset, pointer),
			End:     it.placeOf(offset+6, pointer),
		})
	}
	if offset := invalidUTF8(it.raw); offset >= 0 {
		pointer := it.Place.Pointer + jsontext.PointerTo(it.raw, offset)
		it.Problems = append(it.Problems, utf8Problem(it.raw, it.placeOf(offset, pointer), offset))
	}
}

// utf8Problem says that text is not UTF-8 from offset, which is at place.
func utf8Problem(text []byte, place Place, offset int) Problem {
	bad := 0
	for rest := text[offset:]; len(rest) > 0; {
		r, n := utf8.DecodeRune(rest)
		if r == utf8.RuneError && n == 1 {
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

// invalidUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8(text []byte) int {
	if utf8.Valid(text) {
		return -1
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 {
			return i
		}
		i += n
	}
	return -1
}

// record reads one record with c. It must name every member of [Record].
func (d *decoder) record(c *jsontext.Cursor, b *box) {
	r := &b.record
	*r = Record{}
	d.seen = members{}
	for name := range c.Members() {
		switch string(name) {
		case "id":
			d.seen.id = true
			r.ID = c.Text()
		case "fact_type":
			d.seen.other = true
			r.Type = Type(c.Text())
		case "content":
			d.seen.content = true
			d.seen.inside, _ = c.ReadString()
			r.Content = string(c.Unquoted(d.seen.inside))
		case "stance":
			r.Stance = c.Text()
		case "concepts":
			r.Concepts = readConcepts(c)
		case "sources":
			d.seen.other = true
			r.Sources = readSources(c, b.sources[:0])
		case "metadata":
			r.Metadata = readRaw(c)
		case "created_at":
			r.CreatedAt = c.Text()
		case untypedMember:
			d.seen.untyped = string(c.Skip()) == "true"
		}
	}
}

// readRaw reads a value of any kind without white space; null is nil.
func readRaw(c *jsontext.Cursor) json.RawMessage {
	raw := c.Skip()
	if len(raw) == 0 || raw[0] == 'n' {
		return nil
	}
	if c.InvalidUTF8 {
		raw = jsontext.ToValidUTF8(raw)
	}
	if bytes.ContainsAny(raw, " \t\r\n") {
		return jsontext.AppendCompact(nil, raw)
	}
	return raw
}

func readConcepts(c *jsontext.Cursor) (concepts []Concept) {
	for range c.Elements() {
		concepts = append(concepts, readConcept(c))
	}
	return concepts
}

func readConcept(c *jsontext.Cursor) (concept Concept) {
	for name := range c.Members() {
		switch string(name) {
		case "name":
			concept.Name = c.Text()
		case "aliases":
			concept.Aliases = readTexts(c)
		case "node_type":
			concept.NodeType = c.Text()
		case "stance":
			concept.Stance = c.Text()
		}
	}
	return concept
}

// readTexts reads an array of strings; elements of another kind are left out.
func readTexts(c *jsontext.Cursor) (texts []string) {
	for range c.Elements() {
		if s, ok := c.ReadString(); ok {
			texts = append(texts, string(c.Unquoted(s)))
		}
	}
	return texts
}

// readQuotes reads a string or an array of strings; empty ones are left out.
func readQuotes(c *jsontext.Cursor) []string {
	if c.Peek() == '[' {
		return slices.DeleteFunc(readTexts(c), func(quote string) bool { return quote == "" })
	}
	if quote := c.Text(); quote != "" {
		return []string{quote}
	}
	return nil
}

// readSources appends the sources of an array; none are nil.
func readSources(c *jsontext.Cursor, sources []Source) []Source {
	for range c.Elements() {
		sources = append(sources, Source{})
		readSource(c, &sources[len(sources)-1])
	}
	if len(sources) == 0 {
		return nil
	}
	return sources
}

func readSource(c *jsontext.Cursor, s *Source) {
	for name := range c.Members() {
		switch string(name) {
		case "source_id":
			s.ID = c.Text()
		case "uri":
			s.URI = c.Text()
		case "title":
			s.Title = c.Text()
		case "domain":
			s.Domain = c.Text()
		case "provider_id":
			s.ProviderID = c.Text()
		case "retrieved_at":
			s.RetrievedAt = c.Text()
		case "published_date":
			s.PublishedDate = c.Text()
		case "author_person":
			s.AuthorPerson = c.Text()
		case "author_org":
			s.AuthorOrg = c.Text()
		case "attribution":
			s.Attribution = c.Text()
		case "context_snippet":
			s.ContextSnippet = c.Text()
		case "raw_content":
			s.RawContent = c.Text()
		case "content_hash":
			s.ContentHash = c.Text()
		case "is_full_text":
			full := string(c.Skip())
			s.IsFullText, s.IsPartial = full == "true", full == "false"
		case "quote":
			s.Quotes = readQuotes(c)
		case "content_type":
			s.ContentType = c.Text()
		case "provider_metadata":
			s.ProviderMetadata = readRaw(c)
		}
	}
}
