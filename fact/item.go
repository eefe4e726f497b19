package fact

import (
	"slices"

	"github.com/factcite/factcite/internal/jsontext"
)

// Item is one step of a stream of records: a record, or what stood where a
// record should be. It never changes after it was yielded, and may be used by
// several goroutines, but for [Item.LocateContent].
type Item struct {
	// Record is nil where no record could be read; Problems then says why.
	Record *Record
	// JSON is the record as one JSON object, which is what a schema checks:
	// the input's own bytes where the form is JSON (bytes that are not UTF-8 as
	// U+FFFD, concepts added where the links of an export give them), else its
	// canonical form. It is nil without a record.
	JSON []byte
	// Form is the form that the record came in.
	Form Form
	// Part is what the fact is in a document that people wrote, "" in records.
	Part Part
	// Untyped says that the form has no place for a type, or had none before the record was
	// written by AppendLine: a record needs none.
	Untyped bool
	// Place is where the record starts.
	Place Place
	// Problems is what is wrong with the record as bytes or with the page or
	// export around it, in the order of their places.
	Problems []Problem

	hasID   bool            // JSON has a member "id"
	untyped bool            // JSON has the member that says that it needs no type
	raw     []byte          // the record's own bytes where the form is JSON
	tape    jsontext.Tape   // of raw; without tokens if there is none
	inside  jsontext.String // the content in raw; zero where it has to be looked for
	mapping *mapping        // that made the record of an object of another shape; nil for none
	values  []located       // the record's own values where the form is not JSON
	shared  []located       // values that it shares with the records of its group
	content []segment       // Record.Content; where the form is JSON, after LocateContent was called
	step    step            // reads content
	locate  Locator         // places content instead, if it is set
}

// Part is what a fact is in a document that people wrote.
type Part string

// The parts of a document that become facts.
const (
	Sentence Part = "sentence"  // of running text
	ListItem Part = "item"      // of a list, or a row of a table
	Listed   Part = "reference" // an entry of a list of references
)

// A Locator returns the place of the byte at offset of a content. At a seam of two
// pieces of the input it is the end of the first if end is set, else the start of the
// second.
type Locator func(offset int, end bool) Place

// NewItem returns the item of a record that is no JSON, such as a sentence of a
// document, and starts where locate says. A record without an id gets a stable one
// (see [Record]); seen counts the ids of the input, so that a content that is there
// twice gets two.
func NewItem(r *Record, form Form, part Part, seen map[string]int, locate Locator) *Item {
	if r.ID == "" {
		r.ID = deriveID(r, 1)
		known := len(seen)
		if seen[r.ID]++; len(seen) == known {
			r.ID = deriveID(r, seen[r.ID])
		}
	}
	const around = 160 // bytes, of the members around the content and of its marks that are escaped
	object := r.AppendJSON(make([]byte, 0, len(r.Content)+around))
	return &Item{Record: r, JSON: object, Form: form, Part: part, Untyped: true, Place: locate(0, false), hasID: true, locate: locate}
}

// Unreadable returns the item of what is at a place of an input and could not be
// read; format and args say why.
func Unreadable(at Place, stated, format string, args ...any) *Item {
	return unreadable(at, at, stated, format, args...)
}

// Problem is something that a reader noticed: the rule that reports it, what
// is wrong, and where.
type Problem struct {
	Rule    string // unreadable-record, duplicate-member, invalid-utf8, count-mismatch, dangling-link
	Message string
	Stated  string
	Place   Place
	End     Place // zero if not known
}

// Locate returns the half-open range of the input that holds the value at
// pointer (RFC 6901, relative to the record), or the record's own start twice
// where the input has no such value, as a page has no "/sources/0/uri".
func (it *Item) Locate(pointer string) (start, end Place) {
	if it.raw != nil {
		own := it.ownPointer(pointer)
		from, to, ok := jsontext.Find(it.raw, own)
		if !ok {
			return it.Place, it.Place
		}
		own = it.Place.Pointer + own
		return it.placeOf(from, own), it.placeOf(to, own)
	}
	if pointer == "/content" && it.locate != nil {
		return it.LocateContent(0, len(it.Record.Content))
	}
	if pointer == "/content" && len(it.content) > 0 {
		last := it.content[len(it.content)-1]
		return it.content[0].place, last.place.after(last.text)
	}
	for _, values := range [][]located{it.values, it.shared} {
		for _, v := range values {
			if v.pointer == pointer {
				return v.place, v.place.after(v.text)
			}
		}
	}
	return it.Place, it.Place
}

// LocateContent returns the range of the input that holds the bytes
// [start,end) of Record.Content. JSON escapes and continuation lines are
// counted as they are in the input. Offsets outside the content count as its
// ends. Where the input has what begins the range after what ends it, as a table of works
// may have an author after a title, it is what is between the two. An item remembers where it looked, so LocateContent must not be called by
// several goroutines at a time.
func (it *Item) LocateContent(start, end int) (from, to Place) {
	if it.locate != nil {
		from, to = it.locate(start, false), it.locate(max(start, end), end > start)
		if to.Offset < from.Offset {
			return to, from
		}
		return from, to
	}
	if it.content == nil && it.raw != nil {
		own := it.ownPointer("/content")
		start, end := it.inside.Start, it.inside.End
		if end == 0 {
			start, end = findInside(it.raw, own)
		}
		if end > 0 {
			place := it.placeOf(start, it.Place.Pointer+own)
			text := it.raw[start:end]
			it.content, it.step = []segment{{text: text, place: place}}, stepInJSON
			if string(text) == it.Record.Content {
				it.step = nil
			}
		}
	}
	if len(it.content) == 0 {
		return it.Place, it.Place
	}
	return it.placeOfContent(start, false), it.placeOfContent(max(start, end), end > start)
}

// findInside returns the range between the quotes of the string at pointer, which is
// empty if there is none.
func findInside(raw []byte, pointer string) (start, end int) {
	start, end, ok := jsontext.Find(raw, pointer)
	if !ok || raw[start] != '"' {
		return 0, 0
	}
	return start + 1, end - 1
}

// farWalk is how many bytes of a value are read again rather than remembered.
const farWalk = 512

// placeOfContent returns the place of the byte at offset of the content. The segment
// that holds it is cut there if it is far from the segment's start, so that
// looking up one place after the other takes time linear in the content.
func (it *Item) placeOfContent(offset int, end bool) Place {
	i, s := segmentAt(it.content, offset, end)
	read, decoded := s.walk(it.step, offset)
	place := s.place.after(s.text[:read])
	if read > farWalk && read < len(s.text) {
		rest := segment{from: decoded, text: s.text[read:], place: place}
		it.content[i].text = s.text[:read]
		it.content = slices.Insert(it.content, i+1, rest)
	}
	return place
}

// Tape returns JSON as it was read, for who looks at it a second time, or nil where it has to
// be read again.
func (it *Item) Tape() *jsontext.Tape {
	if len(it.tape.Tokens) == 0 || !it.isOwnText() {
		return nil
	}
	return &it.tape
}

// isOwnText reports whether JSON is the input's own bytes.
func (it *Item) isOwnText() bool {
	return len(it.raw) > 0 && len(it.JSON) == len(it.raw) && &it.JSON[0] == &it.raw[0]
}

// LocateJSON returns the place of the byte at offset of JSON, or the record's
// start where JSON is not the input's own bytes.
func (it *Item) LocateJSON(offset int) Place {
	if !it.isOwnText() {
		return it.Place
	}
	offset = min(max(offset, 0), len(it.raw))
	return it.placeOf(offset, it.Place.Pointer+jsontext.PointerTo(it.raw, offset))
}

// placeOf returns the place of a byte of a JSON record.
func (it *Item) placeOf(offset int, pointer string) Place {
	place := it.Place.after(it.raw[:offset])
	place.Pointer = pointer
	return place
}

// Original returns the item of the object that Options.Map made the record of, whose
// JSON is that object; any other item is its own original.
func (it *Item) Original() *Item {
	if it.mapping == nil || it.raw == nil {
		return it
	}
	original := *it
	original.mapping, original.content = nil, nil
	original.JSON = it.raw
	if invalidUTF8(it.raw) >= 0 {
		original.JSON = jsontext.ToValidUTF8(it.raw)
	}
	return &original
}

// ownPointer returns where the value at pointer is in the record's own bytes.
func (it *Item) ownPointer(pointer string) string {
	if it.mapping == nil {
		return pointer
	}
	if own, ok := it.mapping.origin(it.raw, pointer); ok {
		return own
	}
	return "/" // the empty member of the root, which records do not have
}
