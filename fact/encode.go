package fact

import (
	"bytes"
	"encoding/json"

	"github.com/factcite/factcite/internal/jsontext"
)

// AppendJSON appends the record in its canonical form: one JSON object on one
// line, members in the order of the struct, empty ones left out except content
// and sources. It never fails: what is not UTF-8 becomes U+FFFD and a Metadata
// or ProviderMetadata that is not JSON is left out.
func (r *Record) AppendJSON(dst []byte) []byte {
	w := writer{dst: append(dst, '{')}
	w.text("id", r.ID)
	w.text("fact_type", string(r.Type))
	w.name("content")
	w.dst = jsontext.AppendQuoted(w.dst, r.Content)
	w.text("stance", r.Stance)
	if len(r.Concepts) > 0 {
		w.name("concepts")
		w.dst = appendConcepts(w.dst, r.Concepts)
	}
	w.name("sources")
	w.dst = append(w.dst, '[')
	for i := range r.Sources {
		if i > 0 {
			w.dst = append(w.dst, ',')
		}
		w.dst = r.Sources[i].appendJSON(w.dst)
	}
	w.dst = append(w.dst, ']')
	w.raw("metadata", r.Metadata)
	w.text("created_at", r.CreatedAt)
	return append(w.dst, '}')
}

// MarshalJSON returns the canonical form of AppendJSON.
func (r *Record) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil), nil }

func appendConcepts(dst []byte, concepts []Concept) []byte {
	dst = append(dst, '[')
	for i := range concepts {
		if i > 0 {
			dst = append(dst, ',')
		}
		c := &concepts[i]
		w := writer{dst: append(dst, '{')}
		w.name("name")
		w.dst = jsontext.AppendQuoted(w.dst, c.Name)
		if len(c.Aliases) > 0 {
			w.name("aliases")
			for j, alias := range c.Aliases {
				w.dst = append(w.dst, "[,"[min(j, 1)])
				w.dst = jsontext.AppendQuoted(w.dst, alias)
			}
			w.dst = append(w.dst, ']')
		}
		w.text("node_type", c.NodeType)
		w.text("stance", c.Stance)
		dst = append(w.dst, '}')
	}
	return append(dst, ']')
}

func (s *Source) appendJSON(dst []byte) []byte {
	w := writer{dst: append(dst, '{')}
	w.text("source_id", s.ID)
	w.text("uri", s.URI)
	w.text("title", s.Title)
	w.text("domain", s.Domain)
	w.text("provider_id", s.ProviderID)
	w.text("retrieved_at", s.RetrievedAt)
	w.text("published_date", s.PublishedDate)
	w.text("author_person", s.AuthorPerson)
	w.text("author_org", s.AuthorOrg)
	w.text("attribution", s.Attribution)
	w.text("context_snippet", s.ContextSnippet)
	w.text("raw_content", s.RawContent)
	w.text("content_hash", s.ContentHash)
	if s.IsFullText {
		w.name("is_full_text")
		w.dst = append(w.dst, "true"...)
	} else if s.IsPartial {
		w.name("is_full_text")
		w.dst = append(w.dst, "false"...)
	}
	w.text("content_type", s.ContentType)
	w.texts("quote", s.Quotes)
	w.raw("provider_metadata", s.ProviderMetadata)
	return append(w.dst, '}')
}

// A writer appends the members of one object.
type writer struct {
	dst   []byte
	later bool // a member was written
}

func (w *writer) name(name string) {
	if w.later {
		w.dst = append(w.dst, ',')
	}
	w.later = true
	w.dst = append(w.dst, '"')
	w.dst = append(w.dst, name...)
	w.dst = append(w.dst, `":`...)
}

func (w *writer) text(name, value string) {
	if value != "" {
		w.name(name)
		w.dst = jsontext.AppendQuoted(w.dst, value)
	}
}

// texts writes one value as a string, and more as an array.
func (w *writer) texts(name string, values []string) {
	if len(values) == 1 {
		w.name(name)
		w.dst = jsontext.AppendQuoted(w.dst, values[0])
		return
	}
	for i, value := range values {
		if i == 0 {
			w.name(name)
			w.dst = append(w.dst, '[')
		} else {
			w.dst = append(w.dst, ',')
		}
		w.dst = jsontext.AppendQuoted(w.dst, value)
	}
	if len(values) > 0 {
		w.dst = append(w.dst, ']')
	}
}

func (w *writer) raw(name string, value json.RawMessage) {
	if len(value) > 0 && json.Valid(value) {
		w.name(name)
		w.dst = jsontext.AppendCompact(w.dst, value)
	}
}

// untypedMember is true in records that were written without a type because what they were
// read of has no place for one, so that they need none where they are read again.
const untypedMember = "untyped"

// AppendLine appends the record as one line of JSON Lines, without the line's
// end: Item.JSON without white space between its values, and with the id that
// the reader derived where it has none. A record whose form has no place for a type, as a
// text or a table, says so in the member "untyped". Reading the line gives the same Record, and
// appending what was read gives the same line.
// An item without a record appends nothing.
func (it *Item) AppendLine(dst []byte) []byte {
	if it.Record == nil {
		return dst
	}
	object := bytes.TrimLeft(it.JSON, " \t\r\n")
	if !it.hasID && len(object) > 0 {
		dst = append(dst, `{"id":`...)
		dst = jsontext.AppendQuoted(dst, it.Record.ID)
		object = bytes.TrimLeft(object[1:], " \t\r\n")
		if object[0] != '}' {
			dst = append(dst, ',')
		}
	}
	dst = jsontext.AppendCompact(dst, object)
	if it.Untyped && it.Record.Type == "" && !it.untyped && len(dst) > 0 {
		dst = append(dst[:len(dst)-1], `,"`+untypedMember+`":true}`...)
	}
	return dst
}
