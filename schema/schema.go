// Package schema checks fact records against a JSON Schema, draft 2020-12.
package schema

import (
	"io/fs"
)

// Options adjusts Compile. The zero value and nil mean the defaults.
type Options struct {
	Exact    bool  // send every record to jsonschema v5, without the fast pass
	MaxDepth int   // nesting of JSON; 0 is 256
	Files    fs.FS // where relative and file: references may be read; nil refuses them
}

// Schema is a compiled schema. It may be used by several goroutines.
type Schema struct{}

// Violation is one way in which a record breaks the schema.
type Violation struct {
	Pointer string // of the offending value, RFC 6901; "" is the record
	Keyword string // the schema's keyword that it breaks: "required", "enum", …
	Value   string // the offending value, shortened; "" where there is none
	Message string // what is wrong and what is expected
}

// JSON returns the text of the default schema, fact.schema.json.
func JSON() []byte { return nil }

// Default returns the default schema, compiled.
func Default(opts *Options) *Schema { return nil }

// Compile compiles a user's schema; name is used in errors and to resolve
// relative references. Nothing is ever loaded over the network.
func Compile(name string, text []byte, opts *Options) (*Schema, error) { return nil, nil }

// Check returns the violations of one record in the order of pointer, keyword
// and message, none if it is valid. An error means that it could not be
// checked: it is not JSON, or exceeds a limit.
func (s *Schema) Check(record []byte) ([]Violation, error) { return nil, nil }
