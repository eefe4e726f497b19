package fact

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/factcite/factcite/internal/jsontext"
)

// A mapping turns objects of another shape into records.
type mapping struct {
	pointers map[string]string
	members  []string // of pointers, sorted
}

// sourceMembers are the keys of Options.Map that are members of the one source.
var sourceMembers = []string{"uri", "title", "domain", "author_person", "author_org", "published_date", "retrieved_at", "source_id", "quote", "raw_content", "content_hash", "is_full_text"}

// recordMembers are its keys that are members of the record.
var recordMembers = []string{"id", "fact_type", "content", "stance", "concepts", "sources", "metadata", "created_at"}

// newMapping checks the pointers of Options.Map; none is a nil mapping.
func newMapping(pointers map[string]string) (*mapping, error) {
	if len(pointers) == 0 {
		return nil, nil
	}
	m := &mapping{pointers: pointers, members: slices.Sorted(maps.Keys(pointers))}
	for _, member := range m.members {
		if memberPointer(member) == "" {
			return nil, fmt.Errorf("cannot map %q: it is no member of a record; use %s, concept, or one of a source: %s",
				member, strings.Join(recordMembers, ", "), strings.Join(sourceMembers, ", "))
		}
		if pointer := pointers[member]; pointer != "" && pointer[0] != '/' {
			return nil, fmt.Errorf("cannot map %s to %q: a JSON pointer starts with \"/\", as in /%s", member, pointer, pointer)
		}
	}
	if _, ok := pointers["content"]; !ok {
		return nil, fmt.Errorf("cannot map records without their content: add content=/POINTER")
	}
	return m, nil
}

// memberPointer returns where a key of Options.Map is in a record, or "".
func memberPointer(member string) string {
	switch {
	case member == "concept":
		return "/concepts/0/name"
	case slices.Contains(sourceMembers, member):
		return "/sources/0/" + member
	case slices.Contains(recordMembers, member):
		return "/" + member
	}
	return ""
}

// cutPointer cuts the tokens of prefix off pointer.
func cutPointer(pointer, prefix string) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(pointer, prefix)
	return rest, ok && (rest == "" || rest[0] == '/')
}

// everyElement in a pointer stands for each element of an array.
const everyElement = "/*"

// valueAt returns the value at a pointer, or an array of the values that it leads to
// where everyElement is in it.
func valueAt(raw []byte, pointer string) (value []byte, ok bool) {
	before, after, every := strings.Cut(pointer, everyElement)
	start, end, ok := jsontext.Find(raw, before)
	if !ok || !every {
		return raw[start:end], ok
	}
	if raw[start] != '[' {
		return nil, false
	}
	list := []byte{'['}
	c := jsontext.NewCursor(raw[start:end], maxMaxDepth)
	for range c.Elements() {
		element := c.Skip()
		from, to, ok := jsontext.Find(element, after)
		if !ok {
			continue
		}
		if len(list) > 1 {
			list = append(list, ',')
		}
		list = append(list, element[from:to]...)
	}
	return append(list, ']'), true
}

// record returns the record that an object of the other shape holds, as JSON.
func (m *mapping) record(raw []byte) []byte {
	var own, source writer
	for _, member := range m.members {
		value, ok := valueAt(raw, m.pointers[member])
		if !ok {
			continue
		}
		w := &own
		if slices.Contains(sourceMembers, member) {
			w = &source
		}
		if member == "concept" {
			w.name("concepts")
			w.dst = append(append(append(w.dst, `[{"name":`...), value...), "}]"...)
			continue
		}
		w.name(member)
		w.dst = append(w.dst, value...)
	}
	if source.later && m.pointers["sources"] == "" {
		own.name("sources")
		own.dst = append(append(append(own.dst, "[{"...), source.dst...), "}]"...)
	}
	return append(append([]byte{'{'}, own.dst...), '}')
}
