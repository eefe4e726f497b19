package fact

import (
	"bytes"
	"slices"
	"strings"

	"github.com/factcite/factcite/internal/jsontext"
)

// A Shape is what objects that are no records have in common, and how [Options] would
// read them.
type Shape struct {
	Objects int      // how many were seen
	Members []string // of them, in their order
	Map     map[string]string
	Records string
}

// maxShown is how many objects and members of them show a shape.
const maxShown = 100

// ShapeOf returns the shape of the objects that the first bytes of JSON start with: one
// after the other, in an array, or in an array or by their keys somewhere in an object. It
// is nil if one of them has content, a type or sources, as records have, or if none has a
// member that may be content.
func ShapeOf(head []byte) *Shape {
	text := head[jsontext.BlankLength(head):]
	if members := membersOf(text); members["content"] || members["fact_type"] {
		return nil // a record, of which only the front may be there
	}
	s := &Shape{}
	objects := objectsOf(text)
	if len(objects) <= 1 && len(text) > 0 && text[0] == '{' && !(len(objects) == 1 && saysContent(objects[0])) {
		if within := manyWithin(text, "", maxWithin); len(within.objects) > 1 {
			s.Records, objects = within.pointer, within.objects
		}
	}
	s.Objects = len(objects)
	members := &membersSeen{byPointer: map[string]*memberSeen{}}
	for _, object := range objects {
		if !s.see(object, members) {
			return nil
		}
	}
	s.Map = members.suggest()
	if s.Map == nil {
		return nil
	}
	return s
}

// saysContent reports whether an object has a member that is called as content is.
func saysContent(object []byte) bool {
	for name := range membersOf(object) {
		if slices.Contains(contentNames, name) {
			return true
		}
	}
	return false
}

// objectsOf returns the first whole objects of a text or of the array that it starts with.
func objectsOf(text []byte) (objects [][]byte) {
	text = bytes.TrimPrefix(text, []byte("["))
	for len(objects) < maxShown {
		text = bytes.TrimLeft(text, " \t\r\n,")
		c := jsontext.NewCursor(text, maxMaxDepth)
		c.IgnoreDuplicates = true
		if c.Peek() != '{' {
			break
		}
		object := c.Skip()
		if c.Err() != nil {
			break
		}
		objects = append(objects, object)
		text = text[c.Offset():]
	}
	return objects
}

// maxWithin is how deep in a document its records are looked for, and the content in them.
const maxWithin = 4

// A collection is objects somewhere in a document.
type collection struct {
	pointer string
	objects [][]byte
}

// manyWithin returns the largest collection in the object that a text starts with: an
// array, or an object whose members are all objects.
func manyWithin(text []byte, pointer string, depth int) (most collection) {
	c := jsontext.NewCursor(text, maxMaxDepth)
	c.IgnoreDuplicates = true
	byKey, others := collection{pointer: pointer}, false
	if pointer == "" {
		byKey.pointer = "/"
	}
	for name := range c.Members() {
		at := pointer + "/" + jsontext.EscapePointer(string(name))
		var found collection
		first, value := c.Peek(), text[c.Offset():]
		switch {
		case first == '[':
			found = collection{at, objectsOf(value)}
		case first == '{' && depth > 1:
			found = manyWithin(value, at, depth-1)
		}
		if len(found.objects) > len(most.objects) {
			most = found
		}
		others = others || first != '{'
		if object := c.Skip(); c.Err() == nil && first == '{' && len(byKey.objects) < maxShown {
			byKey.objects = append(byKey.objects, object)
		}
	}
	if !others && len(byKey.objects) > len(most.objects) {
		return byKey
	}
	return most
}

// memberSeen is what is known of a member of objects.
type memberSeen struct {
	name                    string // the last part of its pointer, in small letters
	texts, words, addresses int    // how many values are strings, the words in them, and how many are addresses
}

// membersSeen are the members of objects and of objects in them.
type membersSeen struct {
	byPointer map[string]*memberSeen
	pointers  []string // in their order
}

// see counts the members of an object; false means that it looks like a record.
func (s *Shape) see(object []byte, members *membersSeen) bool {
	for name := range jsontext.NewCursor(object, maxMaxDepth).Members() {
		switch name := string(name); {
		case name == "content" && s.Records == "" || name == "fact_type" || name == "sources":
			return false
		case len(s.Members) < maxShown && !slices.Contains(s.Members, name):
			s.Members = append(s.Members, name)
		}
	}
	members.see(object, "", maxWithin)
	return true
}

// see counts the members of an object that a pointer leads to.
func (m *membersSeen) see(object []byte, pointer string, depth int) {
	c := jsontext.NewCursor(object, maxMaxDepth)
	for name := range c.Members() {
		name := string(name)
		at := pointer + "/" + jsontext.EscapePointer(name)
		switch {
		case c.Peek() == '{' && depth > 1:
			m.see(c.Skip(), at, depth-1)
		case c.Peek() == '"':
			m.count(at, name, c.Text())
		}
	}
}

func (m *membersSeen) count(pointer, name, text string) {
	seen := m.byPointer[pointer]
	if seen == nil {
		if len(m.pointers) == maxShown {
			return
		}
		seen = &memberSeen{name: strings.ToLower(name)}
		m.byPointer[pointer] = seen
		m.pointers = append(m.pointers, pointer)
	}
	seen.texts++
	seen.words += len(strings.Fields(text))
	if strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://") {
		seen.addresses++
	}
}

// named returns the pointer to the first member of a name that has text, or "".
func (m *membersSeen) named(names ...string) string {
	for _, name := range names {
		for _, pointer := range m.pointers {
			if m.byPointer[pointer].name == name {
				return pointer
			}
		}
	}
	return ""
}

// contentNames are what other knowledge bases call the content of a record, in small
// letters.
var contentNames = []string{"claim", "statement", "sentence", "fact", "claimreviewed", "text", "page_content", "memory", "passage", "summary", "description", "abstract", "body"}

// suggest returns the Map that would fit, or nil: what is called as content is, else a
// triple, else the longest text.
func (m *membersSeen) suggest() map[string]string {
	content := m.named(append([]string{"content"}, contentNames...)...)
	if subject, object := m.named("subject", "source", "head"), m.named("object", "target", "tail"); content == "" && subject != "" && object != "" {
		if verb := m.named("predicate", "relation", "property", "type"); verb != "" {
			content = subject + andPointer[:1] + verb + andPointer[:1] + object
		}
	}
	if content == "" {
		content = m.longest()
	}
	if content == "" {
		return nil
	}
	fit := map[string]string{"content": content}
	for _, pointer := range m.pointers {
		if seen := m.byPointer[pointer]; seen.addresses > 0 && 2*seen.addresses >= seen.texts && pointer != content {
			fit["uri"] = pointer
			break
		}
	}
	return fit
}

// longest returns the pointer to the longest text that may be a sentence, which has some
// words, or "".
func (m *membersSeen) longest() (longest string) {
	most := 0
	for _, pointer := range m.pointers {
		if seen := m.byPointer[pointer]; seen.words >= 4*seen.texts && seen.words > most {
			longest, most = pointer, seen.words
		}
	}
	return longest
}
