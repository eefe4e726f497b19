package fact

import (
	"strconv"

	"github.com/google/uuid"
)

// factSpace is the namespace of derived ids: the UUIDv5 of the project's name
// under the namespace of URLs.
var factSpace = uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://github.com/factcite/factcite/fact"))

// deriveID returns a stable id for a record that has none: a UUIDv5 over its
// concepts, its first source, its folded content and, from the second time that
// the three occur in one group of a page, their ordinal.
func deriveID(r *Record, ordinal int) string {
	name := make([]byte, 0, 256+len(r.Content))
	field := func(value string) {
		name = strconv.AppendInt(name, int64(len(value)), 10)
		name = append(name, ':')
		name = append(name, value...)
	}
	for _, concept := range r.Concepts {
		field(concept.Name)
	}
	var source Source
	if len(r.Sources) > 0 {
		source = r.Sources[0]
	}
	field(source.URI)
	field(source.Title)
	field(source.Domain)
	field(Fold(r.Content))
	if ordinal > 1 {
		field(strconv.Itoa(ordinal))
	}
	return uuid.NewSHA1(factSpace, name).String()
}
