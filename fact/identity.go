package fact

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/factcite/factcite/internal/jsontext"
)

// urlSpace is the namespace of URLs, of RFC 9562, section 6.6.
var urlSpace = uuid{0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8}

// factSpace is the namespace of derived ids: the UUIDv5 of the project's name
// under the namespace of URLs.
var factSpace = uuidOf(append(urlSpace[:], "https://github.com/factcite/factcite/fact"...))

// identify returns a stable id for a record that has none: that of what it says, or,
// where its content is blank, of its JSON as it is written, so that records are never one
// because neither says anything.
func identify(r *Record, raw []byte) string {
	if !isBlank(r.Content) {
		return deriveID(r, 1)
	}
	name := append(factSpace[:], "record:"...)
	return uuidOf(jsontext.AppendCompact(name, jsontext.ToValidUTF8(raw))).String()
}

// isBlank reports whether nothing of a content can be seen.
func isBlank(content string) bool {
	return strings.IndexFunc(content, func(r rune) bool { return visible(r) >= 0 && !unicode.IsSpace(r) }) < 0
}

// deriveID returns a stable id for a record that has none: a UUIDv5 over its
// concepts, its first source, its folded content and, from the second time that
// the three occur in one group of a page, their ordinal.
func deriveID(r *Record, ordinal int) string {
	const ordinary = 1024 // bytes, for which nothing is allocated
	name := append(make([]byte, 0, ordinary), factSpace[:]...)
	for i := range r.Concepts {
		name = appendField(name, r.Concepts[i].Name)
	}
	var uri, title, domain string
	if len(r.Sources) > 0 {
		uri, title, domain = r.Sources[0].URI, r.Sources[0].Title, r.Sources[0].Domain
	}
	for _, value := range [...]string{uri, title, domain, Fold(r.Content)} {
		name = appendField(name, value)
	}
	if ordinal > 1 {
		name = appendField(name, strconv.Itoa(ordinal))
	}
	return uuidOf(name).String()
}

// appendField appends a value with its length, so that no two lists of values are one text.
func appendField(dst []byte, value string) []byte {
	dst = strconv.AppendInt(dst, int64(len(value)), 10)
	dst = append(dst, ':')
	return append(dst, value...)
}
