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
// after the other, in an array, or in an array in an object. It is nil if one of them
// has content, a type or sources, as records have, or if none has a member that may be
// content.
func ShapeOf(head []byte) *Shape {
	text := head[jsontext.BlankLength(head):]
	objects := objectsOf(text)
	s := &Shape{}
	if len(objects) == 1 {
		if name, inside := longestArray(objects[0]); inside != nil {
			s.Records = "/" + jsontext.EscapePointer(name)
			objects = objectsOf(inside)
		}
	}
	s.Objects = len(objects)
	members := map[string]*memberSeen{}
	for _, object := range objects {
		if !s.see(object, members) {
			return nil
		}
	}
	s.Map = suggest(s.Members, members)
	if s.Map == nil {
		return nil
	}
	return s
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

// longestArray returns the member of an object that holds most objects.
func longestArray(object []byte) (longest string, array []byte) {
	c := jsontext.NewCursor(object, maxMaxDepth)
	most := 1
	for name := range c.Members() {
		name := string(name)
		if c.Peek() != '[' {
			continue
		}
		value := c.Skip()
		if n := len(objectsOf(value)); n > most {
			longest, array, most = name, value, n
		}
	}
	return longest, array
}

// memberSeen is what is known of a member of objects.
type memberSeen struct {
	texts, words, addresses int // how many values are strings, the words in them, and how many are addresses
}

// see counts the members of an object; false means that it looks like a record.
func (s *Shape) see(object []byte, members map[string]*memberSeen) bool {
	c := jsontext.NewCursor(object, maxMaxDepth)
	for name := range c.Members() {
		name := string(name)
		if name == "content" || name == "fact_type" || name == "sources" {
			return false
		}
		if members[name] == nil {
			if len(s.Members) == maxShown {
				continue
			}
			members[name] = &memberSeen{}
			s.Members = append(s.Members, name)
		}
		if c.Peek() == '"' {
			text := c.Text()
			members[name].texts++
			members[name].words += len(strings.Fields(text))
			if strings.HasPrefix(text, "http://") || strings.HasPrefix(text, "https://") {
				members[name].addresses++
			}
		}
	}
	return true
}

// contentNames are what other knowledge bases call the content of a record.
var contentNames = []string{"claim", "statement", "sentence", "fact", "claimReviewed", "text", "page_content", "memory", "passage", "summary", "description", "abstract", "body"}

// suggest returns the Map that would fit, or nil.
func suggest(names []string, members map[string]*memberSeen) map[string]string {
	content, address := "", ""
	for _, name := range contentNames {
		if m := members[name]; m != nil && m.texts > 0 {
			content = name
			break
		}
	}
	for _, name := range names {
		m := members[name]
		if address == "" && m.addresses > 0 && 2*m.addresses >= m.texts {
			address = name
		}
		if slices.Contains(contentNames, content) || m.texts == 0 || m.words < 4*m.texts {
			continue // a name says more than a length, and a sentence has some words
		}
		if content == "" || m.words > members[content].words {
			content = name
		}
	}
	if content == "" {
		return nil
	}
	fit := map[string]string{"content": "/" + jsontext.EscapePointer(content)}
	if address != "" && address != content {
		fit["uri"] = "/" + jsontext.EscapePointer(address)
	}
	return fit
}
