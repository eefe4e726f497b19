package fact

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/google/uuid"

	"github.com/factcite/factcite/internal/jsontext"
)

// factSpace is the namespace of derived ids: the UUIDv5 of the project's name
// under the namespace of URLs.
var factSpace = uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://github.com/factcite/factcite/fact"))

// identify returns a stable id for a record that has none: that of what it says, or,
// where its content is blank, of its JSON as it is written, so that records are never one
// because neither says anything.
func identify(r *Record, raw []byte) string {
	if !isBlank(r.Content) {
		return deriveID(r, 1)
	}
	return uuid.NewSHA1(factSpace, jsontext.AppendCompact([]byte("record:"), jsontext.ToValidUTF8(raw))).String()
}

// isBlank reports whether nothing of a content can be seen.
func isBlank(content string) bool {
	return strings.IndexFunc(content, func(r rune) bool { return visible(r) >= 0 && !unicode.IsSpace(r) }) < 0
}

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
