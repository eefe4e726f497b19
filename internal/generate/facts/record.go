package facts

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// record is a fact before it is written.
type record struct {
	id, kind, content, stance, created string
	page                               page
}

// style is how a record is written, which differs between the programs that
// write exports.
type style struct {
	spaced bool // a space after commas and colons
	ascii  bool // everything else escaped
}

// appendJSON appends the record as an export has it.
func (r record) appendJSON(to []byte, s style) []byte {
	w := writer{to: to, style: s}
	w.object(r.members()...)
	return w.to
}

// members returns the members of the record in their order.
func (r record) members() []member {
	source := object{
		{"source_id", text(r.page.id)},
		{"uri", text(r.page.uri)},
		{"title", text(r.page.title)},
		{"domain", text(r.page.domain)},
		{"retrieved_at", text(r.created)},
		{"published_date", optional(r.page.date)},
		{"author_person", optional(r.page.person)},
		{"author_org", optional(r.page.organisation)},
		{"is_full_text", raw("true")},
	}
	members := []member{
		{"id", text(r.id)},
		{"content", text(r.content)},
		{"fact_type", text(r.kind)},
		{"stance", optional(r.stance)},
		{"metadata", raw("null")},
		{"created_at", text(r.created)},
		{"sources", array{source}},
	}
	if r.page.alias == "" {
		return members
	}
	return append(members, member{"concepts", array{object{
		{"name", text(r.page.concept)},
		{"aliases", array{text(r.page.alias)}},
		{"node_type", text("concept")},
	}}})
}

// The values of JSON, as far as records need them.
type (
	member struct {
		name  string
		value any // text, raw, array or object
	}
	text   string
	raw    string // JSON that is written as it is
	array  []any
	object []member
)

// optional is a text, or null for "".
func optional(s string) any {
	if s == "" {
		return raw("null")
	}
	return text(s)
}

// writer appends JSON in one style.
type writer struct {
	to []byte
	style
}

func (w *writer) value(v any) {
	switch v := v.(type) {
	case text:
		w.text(string(v))
	case raw:
		w.to = append(w.to, v...)
	case object:
		w.object(v...)
	case array:
		w.to = append(w.to, '[')
		for i, item := range v {
			w.comma(i)
			w.value(item)
		}
		w.to = append(w.to, ']')
	default:
		panic(fmt.Sprintf("no JSON for %T", v))
	}
}

func (w *writer) object(members ...member) {
	w.to = append(w.to, '{')
	for i, m := range members {
		w.comma(i)
		w.text(m.name)
		w.to = append(w.to, ':')
		w.space()
		w.value(m.value)
	}
	w.to = append(w.to, '}')
}

func (w *writer) comma(i int) {
	if i > 0 {
		w.to = append(w.to, ',')
		w.space()
	}
}

func (w *writer) space() {
	if w.spaced {
		w.to = append(w.to, ' ')
	}
}

func (w *writer) text(s string) {
	w.to = append(w.to, '"')
	for _, r := range s {
		switch {
		case strings.ContainsRune(`"\`, r):
			w.to = append(w.to, '\\', byte(r))
		case r == '\n':
			w.to = append(w.to, `\n`...)
		case r < utf8.RuneSelf || !w.ascii:
			w.to = utf8.AppendRune(w.to, r)
		case r <= 0xffff:
			w.to = fmt.Appendf(w.to, `\u%04x`, r)
		default:
			high, low := utf16.EncodeRune(r)
			w.to = fmt.Appendf(w.to, `\u%04x\u%04x`, high, low)
		}
	}
	w.to = append(w.to, '"')
}

// spoiled appends the record with one thing wrong in it, of the kinds that turn
// up in real files.
func (in inventor) spoiled(to []byte, r record, s style) []byte {
	members := r.members()
	source := members[6].value.(array)[0].(object)
	switch in.IntN(17) {
	case 0:
		members[1].value = text(in.one("", " ", "\n"))
	case 1:
		members = append(members[:1], members[2:]...)
	case 2:
		members[2].value = text(in.one("clam", "Claim", "refrence", "fact", ""))
	case 3:
		members = append(members[:2], members[3:]...)
	case 4:
		members[2].name = "factType"
	case 5:
		members[3].value = text("support")
	case 6:
		members[5].value = text(in.one("yesterday", "2026-13-01T00:00:00", "12.03.2026"))
	case 7:
		members[6].value = array{}
	case 8:
		members = append(members[:6], members[7:]...)
	case 9:
		members[6].value = text(r.page.domain)
	case 10:
		source[1].value = text(in.one(r.page.domain, "https://"+r.page.domain+"/a b", `https://`+r.page.domain+`/<a>`))
	case 11:
		source[8].value = text("yes")
	case 12:
		source[2].value = raw("2026")
	case 13:
		members = append(members, member{"concepts", array{object{{"node_type", text("idea")}}}})
	case 14:
		members[0].value = raw("17")
	case 15:
		line := record.appendJSON(r, to, s)
		return line[:len(to)+(len(line)-len(to))/2] // cut in the middle
	case 16:
		line := record.appendJSON(r, to, s)
		return append(line[:len(line)-1], ",}"...) // a trailing comma
	}
	w := writer{to: to, style: s}
	w.object(members...)
	return w.to
}
