package fact

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/factcite/factcite/internal/jsontext"
)

// A mapping turns objects of another shape into records.
type mapping struct {
	paths   map[string]paths
	members []string // of paths, sorted
	kept    []string // members of a record that the object may have under their names
	input   string   // the name of the source of records that have none; "" for no such source
}

// paths are where the values of a member are: those of every term are taken, and of a
// term those of the first pointer that leads to something. A pointer with constant before
// it is a value.
type paths []term

// A term is pointers of which one counts.
type term []string

// What separates terms, and pointers of a term; a pointer starts with "/".
const (
	andPointer = "+/"
	orPointer  = "|/"
)

// newPaths reads what a member is mapped to.
func newPaths(text string) paths {
	if strings.HasPrefix(text, constant) {
		return paths{term{text}}
	}
	var terms paths
	for _, term := range cutPointers(text, andPointer) {
		terms = append(terms, cutPointers(term, orPointer))
	}
	return terms
}

// cutPointers cuts a text where the separator is, whose "/" stays with what follows.
func cutPointers(text, separator string) []string {
	parts := strings.Split(text, separator)
	for i := range parts[1:] {
		parts[i+1] = "/" + parts[i+1]
	}
	return parts
}

// sourceMembers are the keys of Options.Map that are members of the one source.
var sourceMembers = []string{"uri", "title", "domain", "author_person", "author_org", "published_date", "retrieved_at", "source_id", "quote", "raw_content", "content_hash", "is_full_text"}

// recordMembers are its keys that are members of the record.
var recordMembers = []string{"id", "fact_type", "content", "stance", "concepts", "sources", "metadata", "created_at"}

// constant in the place of a pointer is before a value that every record has.
const constant = "="

// newMapping checks the pointers of Options.Map; none is a nil mapping.
func newMapping(pointers map[string]string) (*mapping, error) {
	if len(pointers) == 0 {
		return nil, nil
	}
	m := &mapping{paths: map[string]paths{}, members: slices.Sorted(maps.Keys(pointers))}
	for _, member := range m.members {
		if memberPointer(member) == "" {
			return nil, fmt.Errorf("cannot map %q: it is no member of a record; use %s, concept, or one of a source: %s",
				member, strings.Join(recordMembers, ", "), strings.Join(sourceMembers, ", "))
		}
		if pointer := pointers[member]; pointer != "" && pointer[0] != '/' && !strings.HasPrefix(pointer, constant) {
			return nil, fmt.Errorf("cannot map %s to %q: a JSON pointer starts with \"/\", as in /%s, and a value that every record has with \"=\", as in %s==%s", member, pointer, pointer, member, pointer)
		}
		if escape := brokenEscape(pointers[member]); escape != "" {
			return nil, fmt.Errorf("cannot map %s to %q: in a JSON pointer %q stands for nothing; write ~0 for \"~\" and ~1 for \"/\"", member, pointers[member], escape)
		}
		m.paths[member] = newPaths(pointers[member])
	}
	if _, ok := pointers["content"]; !ok {
		return nil, fmt.Errorf("cannot map records without their content: add content=/POINTER")
	}
	m.kept = m.unmapped()
	return m, nil
}

// brokenEscape returns what in a pointer begins an escape and is none; "" if there is no such.
func brokenEscape(pointer string) string {
	if strings.HasPrefix(pointer, constant) {
		return ""
	}
	for i := range len(pointer) {
		if next := pointer[i:min(i+2, len(pointer))]; next[0] == '~' && next != "~0" && next != "~1" {
			return next
		}
	}
	return ""
}

// unmapped lists the members of a record that nothing is mapped to.
func (m *mapping) unmapped() []string {
	return slices.DeleteFunc(slices.Clone(recordMembers), func(name string) bool {
		_, mapped := m.paths[name]
		switch name {
		case "concepts":
			_, one := m.paths["concept"]
			mapped = mapped || one
		case "sources":
			mapped = mapped || slices.ContainsFunc(m.members, isSourceMember)
		}
		return mapped
	})
}

func isSourceMember(name string) bool { return slices.Contains(sourceMembers, name) }

// memberPointer returns where a key of Options.Map is in a record, or "".
func memberPointer(member string) string {
	switch {
	case member == "concept":
		return "/concepts/0/name"
	case isSourceMember(member):
		return "/sources/0/" + member
	case slices.Contains(recordMembers, member):
		return "/" + member
	}
	return ""
}

// untyped reports whether the objects have no place for a type.
func (m *mapping) untyped() bool {
	_, mapped := m.paths["fact_type"]
	return m.kept != nil && !mapped
}

// everyElement in a pointer stands for each element of an array or each member of an
// object.
const everyElement = "/*"

// valuesAt appends the values that a pointer leads to; nil stands for one that an element
// has not.
func valuesAt(values [][]byte, raw []byte, pointer string) [][]byte {
	before, after, every := strings.Cut(pointer, everyElement)
	start, end, ok := jsontext.Find(raw, before)
	if !ok {
		return append(values, nil)
	}
	if !every {
		return append(values, raw[start:end])
	}
	return eachValue(values, raw[start:end], after)
}

// eachValue appends what a pointer leads to in each part of an array or an object.
func eachValue(values [][]byte, raw []byte, pointer string) [][]byte {
	c := jsontext.NewCursor(raw, maxMaxDepth)
	c.IgnoreDuplicates = true
	if c.Peek() == '{' {
		for range c.Members() {
			values = valuesAt(values, c.Skip(), pointer)
		}
		return values
	}
	for range c.Elements() {
		values = valuesAt(values, c.Skip(), pointer)
	}
	return values
}

// values returns what is mapped to a member: the values of an array are apart.
func (m *mapping) values(raw []byte, member string) (values [][]byte) {
	for _, term := range m.paths[member] {
		values = append(values, m.valuesOf(raw, member, term.in(raw))...)
	}
	return values
}

// in returns the pointer of a term that leads to something, else its first.
func (t term) in(raw []byte) string {
	if len(t) > 1 {
		for _, pointer := range t {
			if slices.ContainsFunc(valuesAt(nil, raw, pointer), saysSomething) {
				return pointer
			}
		}
	}
	return t[0]
}

// saysSomething reports whether a value is other than null and empty.
func saysSomething(value []byte) bool {
	return len(value) > 0 && string(value) != `""` && string(value) != "[]" && string(value) != "null"
}

// valuesOf returns what a pointer leads to: the values of an array are apart.
func (m *mapping) valuesOf(raw []byte, member, pointer string) [][]byte {
	if value, ok := strings.CutPrefix(pointer, constant); ok {
		return [][]byte{jsontext.AppendQuoted(nil, value)}
	}
	found := valuesAt(nil, raw, pointer)
	if len(found) == 1 && isText(member) && len(found[0]) > 0 && found[0][0] == '[' {
		return eachValue(nil, found[0], "")
	}
	return found
}

// isText reports whether a member of a record or a source is a string.
func isText(member string) bool {
	switch member {
	case "concepts", "sources", "metadata", "is_full_text", "quote":
		return false
	}
	return true
}

// asText returns a number as a string, for ids and years are often numbers, a truth that
// was written as a string as one, as tables have it, and other values as they are.
func asText(member string, value []byte) []byte {
	if member == "is_full_text" {
		switch string(bytes.ToLower(value)) {
		case `"true"`:
			return []byte("true")
		case `"false"`:
			return []byte("false")
		}
	}
	if len(value) > 0 && isText(member) && (value[0] == '-' || '0' <= value[0] && value[0] <= '9') {
		return jsontext.AppendQuoted(nil, string(value))
	}
	return value
}

// joined returns values as one: strings with spaces between them. It is nil without any
// but nulls.
func joined(member string, values [][]byte) []byte {
	values = slices.DeleteFunc(values, func(v []byte) bool { return v == nil || string(v) == "null" })
	if len(values) == 0 {
		return nil
	}
	if len(values) == 1 {
		return asText(member, values[0])
	}
	if !isText(member) {
		return slices.Concat([]byte{'['}, slices.Concat(separated(values)...), []byte{']'})
	}
	var words []string
	for _, v := range values {
		if word := jsontext.NewCursor(asText(member, v), maxMaxDepth).Text(); word != "" {
			words = append(words, word)
		}
	}
	return jsontext.AppendQuoted(nil, strings.Join(words, " "))
}

// separated puts commas between values.
func separated(values [][]byte) [][]byte {
	var list [][]byte
	for i, v := range values {
		if i > 0 {
			list = append(list, []byte{','})
		}
		list = append(list, v)
	}
	return list
}

// record returns the record that an object of the other shape holds, as JSON.
func (m *mapping) record(raw []byte) []byte {
	own := writer{dst: []byte{'{'}}
	for _, member := range m.members {
		switch {
		case isSourceMember(member):
		case member == "concept":
			m.concepts(&own, raw)
		default:
			if value := joined(member, m.values(raw, member)); value != nil {
				own.name(member)
				own.dst = append(own.dst, value...)
			}
		}
	}
	if _, mapped := m.paths["sources"]; !mapped {
		m.sources(&own, raw)
	}
	for _, member := range m.kept {
		m.keep(&own, raw, member)
	}
	return append(own.dst, '}')
}

// concepts writes the concepts whose names are mapped.
func (m *mapping) concepts(w *writer, raw []byte) {
	var list [][]byte
	for _, name := range m.values(raw, "concept") {
		if name != nil {
			list = append(list, slices.Concat([]byte(`{"name":`), asText("name", name), []byte{'}'}))
		}
	}
	if len(list) > 0 {
		w.name("concepts")
		w.dst = append(slices.Concat(append(w.dst, '['), slices.Concat(separated(list)...)), ']')
	}
}

// sources writes as many sources as the longest list that is mapped to a member of one;
// what is there once is each one's.
func (m *mapping) sources(w *writer, raw []byte) {
	lists := map[string][][]byte{}
	most := 0
	for _, member := range m.members {
		if isSourceMember(member) {
			lists[member] = m.values(raw, member)
			if slices.ContainsFunc(lists[member], func(v []byte) bool { return v != nil }) {
				most = max(most, len(lists[member]))
			}
		}
	}
	if m.input != "" {
		most = max(most, 1)
	}
	for i := range most {
		if i == 0 {
			w.name("sources")
			w.dst = append(w.dst, '[')
		} else {
			w.dst = append(w.dst, ',')
		}
		w.dst = append(w.dst, m.source(lists, i)...)
	}
	if most > 0 {
		w.dst = append(w.dst, ']')
	}
}

// source returns one of the sources whose members are in lists.
func (m *mapping) source(lists map[string][][]byte, i int) []byte {
	own := map[string][]byte{}
	for member, values := range lists {
		if len(values) == 1 {
			own[member] = asText(member, values[0])
		} else if i < len(values) {
			own[member] = asText(member, values[i])
		}
	}
	if m.input != "" {
		m.nameSource(own)
	}
	source := writer{dst: []byte{'{'}}
	for _, member := range slices.Sorted(maps.Keys(own)) {
		if own[member] != nil {
			source.name(member)
			source.dst = append(source.dst, own[member]...)
		}
	}
	return append(source.dst, '}')
}

// nameSource gives a source of a form of others a title where it has none: what is in the
// place of its address and is none, as a path is, or the name of the input.
func (m *mapping) nameSource(source map[string][]byte) {
	if uri := source["uri"]; !bytes.Contains(uri, []byte(":")) || bytes.ContainsAny(uri, " \\") {
		delete(source, "uri")
		if !saysSomething(source["title"]) && saysSomething(uri) {
			source["title"] = uri
		}
	}
	if !saysSomething(source["uri"]) && !saysSomething(source["title"]) && !saysSomething(source["domain"]) {
		source["title"] = jsontext.AppendQuoted(nil, m.input)
	}
}

// keep writes a member that has its own name already, if its value is of the kind that a
// record's has.
func (m *mapping) keep(w *writer, raw []byte, member string) {
	start, end, ok := jsontext.Find(raw, "/"+member)
	if !ok {
		return
	}
	value := asText(member, raw[start:end])
	wanted := byte('"')
	switch member {
	case "concepts", "sources":
		wanted = '['
	case "metadata":
		wanted = '{'
	}
	if value[0] == wanted {
		w.name(member)
		w.dst = append(w.dst, value...)
	}
}

// origin returns where in an object the value at a pointer into its record came from.
func (m *mapping) origin(raw []byte, pointer string) (string, bool) {
	parts := strings.Split(strings.TrimPrefix(pointer, "/"), "/")
	member, index := parts[0], 0
	rest := parts[1:]
	if len(parts) > 2 && (member == "sources" || member == "concepts") {
		if _, whole := m.paths[member]; !whole && !slices.Contains(m.kept, member) {
			index, _ = strconv.Atoi(parts[1])
			member, rest = parts[2], parts[3:]
			if parts[0] == "concepts" {
				member = "concept"
			}
		}
	}
	if _, mapped := m.paths[member]; !mapped {
		return pointer, slices.Contains(m.kept, member)
	}
	own, ok := m.pointerTo(raw, member, index)
	for _, part := range rest {
		own += "/" + part
	}
	return own, ok
}

// pointerTo returns where one of the values of a member is; what is there once is that of
// each index.
func (m *mapping) pointerTo(raw []byte, member string, index int) (string, bool) {
	if len(m.values(raw, member)) == 1 {
		index = 0
	}
	for _, term := range m.paths[member] {
		pointer := term.in(raw)
		values := m.valuesOf(raw, member, pointer)
		if index >= len(values) {
			index -= len(values)
			continue
		}
		if strings.HasPrefix(pointer, constant) {
			return "", false
		}
		start, end, ok := jsontext.Find(raw, pointer)
		if ok && raw[start] == '[' && !bytes.Equal(raw[start:end], values[0]) {
			pointer += everyElement // the values of an array are apart
		}
		return nthOf(raw, pointer, &index)
	}
	return "", false
}

// nthOf returns the pointer, without "*", to one of the values that a pointer leads to, and
// takes off index those that come before.
func nthOf(raw []byte, pointer string, index *int) (string, bool) {
	before, after, every := strings.Cut(pointer, everyElement)
	start, end, ok := jsontext.Find(raw, before)
	if !every || !ok {
		*index--
		return pointer, ok && *index < 0
	}
	c := jsontext.NewCursor(raw[start:end], maxMaxDepth)
	c.IgnoreDuplicates = true
	if c.Peek() == '{' {
		for name := range c.Members() {
			part := before + "/" + jsontext.EscapePointer(string(name))
			if own, ok := nthOf(c.Skip(), after, index); ok {
				return part + own, true
			}
		}
		return "", false
	}
	for i := range c.Elements() {
		if own, ok := nthOf(c.Skip(), after, index); ok {
			return before + "/" + strconv.Itoa(i) + own, true
		}
	}
	return "", false
}
