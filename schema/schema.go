// Package schema checks fact records against a JSON Schema, draft 2020-12. It knows
// records as JSON only, not where they come from nor what they mean.
//
// [github.com/santhosh-tekuri/jsonschema/v5] is the judge. It is preceded by a fast
// pass, planned from the schema that it has compiled, which accepts most records and
// says what is commonly wrong with the others at a twentieth of the cost, and leaves
// everything else to the judge. The two never differ; Options.Exact is for those who
// doubt it. It is longer than 3,000 lines because the two judges each tell in words what
// is wrong.
package schema

import (
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/factcite/factcite/internal/jsontext"
)

// Options adjusts Compile. The zero value and nil mean the defaults.
type Options struct {
	Exact    bool   // send every record to jsonschema v5, without the fast pass
	MaxDepth int    // nesting of JSON; 0 is 256
	Files    fs.FS  // where relative and file: references may be read; nil refuses them
	Path     string // of the schema in Files, against which they are resolved; "" is at the root
}

// Schema is a compiled schema. It may be used by several goroutines.
type Schema struct {
	judge  *jsonschema.Schema
	places map[string]*jsonschema.Schema // by location, for messages
	plan   *plan                         // nil if every record goes to the judge
	tapes  sync.Pool                     // of *tape

	warnings []*SchemaError
	digest   string
}

//go:embed fact.schema.json
var factSchema string

// JSON returns the text of the default schema, fact.schema.json.
func JSON() []byte { return []byte(factSchema) }

// Default returns the default schema, compiled.
func Default(opts *Options) *Schema {
	s, err := Compile("fact.schema.json", JSON(), opts)
	if err != nil {
		panic(fmt.Sprintf("the embedded schema does not compile: %v", err))
	}
	return s
}

// Compile compiles a user's schema. name is what errors call it; relative and file:
// references are resolved in Options.Files, what leads out of there is refused, and
// nothing is ever loaded over the network. A byte order mark is skipped.
//
// A schema is refused, with one [*SchemaError] for each reason up to 20 (errors.As
// finds the first), not only where its meta-schema says so, but also where it would be
// ignored in silence: a misspelt keyword or one of another draft (x-… are allowed),
// siblings of $ref up to draft 07, "then" without "if" and its like, keywords that the
// type leaves nothing to say of, an unknown contentEncoding, a member given twice, an
// empty enum, text after the schema, a number beyond the limits of [Schema.Check], a
// pattern that Go's regexp does not know. What only describes is among
// [Schema.Warnings]. Formats and encodings are asserted in every draft, and URIs
// strictly by RFC 3986 and 3987.
func Compile(name string, text []byte, opts *Options) (*Schema, error) {
	if opts == nil {
		opts = new(Options)
	}
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	at := cmp.Or(opts.Path, path.Base(filepath.ToSlash(name)))
	warnings, err := lint(name, at, text)
	if err != nil {
		return nil, err
	}
	var read documents
	read.add(at, text)
	judge, err := compileJudge(name, at, text, opts.Files, &warnings, &read)
	if err != nil {
		return nil, err
	}
	s := newSchema(judge, opts)
	s.digest = read.digest()
	s.warnings = warnings
	return s, nil
}

// Warnings returns what is odd about the schema and changes no verdict: keywords that
// are somebody's own or describe in another draft, formats that are not known.
func (s *Schema) Warnings() []*SchemaError { return s.warnings }

// Digest returns the SHA-256, in hexadecimal, of what the schema was compiled of: its text
// and those of the files that it refers to, with their names.
func (s *Schema) Digest() string { return s.digest }

func newSchema(judge *jsonschema.Schema, opts *Options) *Schema {
	s := &Schema{judge: judge, places: subschemas(judge)}
	if !opts.Exact {
		s.plan = newPlan(judge)
	}
	maxDepth := opts.MaxDepth
	if maxDepth == 0 {
		maxDepth = 256
	}
	s.tapes.New = func() any { return newTape(maxDepth, s.plan) }
	return s
}

// Check returns the violations of one record, none if it is valid, in the order
// of their pointers, where item 10 follows item 9, and then of their keywords. It
// returns at most 100 and then one that counts the rest.
//
// A member given twice counts with its last value and an invalid byte as U+FFFD,
// as encoding/json reads them; both are for other rules to report.
//
// An error is a [*RecordError] and means that the record could not be checked:
// it is not JSON, is nested deeper than Options.MaxDepth, has more than 262,144
// values and member names, or a number of more than 400 characters or with an
// exponent over 400; or jsonschema v5 would have to apply the schema to it far more
// often than it has values.
func (s *Schema) Check(record []byte) ([]Violation, error) {
	t := s.tapes.Get().(*tape)
	defer s.release(t)
	if err := t.read(record); err != nil {
		return nil, err
	}
	if s.plan.accepts(t) {
		return nil, nil
	}
	failures, known := s.plan.failures(t)
	if !known {
		if err := s.tooCostly(t); err != nil {
			return nil, err
		}
		var err error
		if failures, err = s.judged(t); err != nil {
			return nil, err
		}
	}
	if len(failures) == 0 {
		return nil, nil
	}
	return t.violations(failures), nil
}

// Accepts reports whether the fast pass finds a record valid that was read already. Of one that
// it does not accept only [Schema.Check] knows whether it is.
func (s *Schema) Accepts(record *jsontext.Tape) bool {
	t := s.tapes.Get().(*tape)
	defer s.release(t)
	return record.Depth <= t.cursor.MaxDepth && t.load(record) == nil && s.plan.accepts(t)
}

func (s *Schema) release(t *tape) {
	t.text, t.tokens = nil, nil
	s.tapes.Put(t)
}

// CheckUntyped is Check for a record of a form that does not state fact types, as
// the v1 graph bundle: it may lack the member fact_type, and if it has one, that
// is checked.
func (s *Schema) CheckUntyped(record []byte) ([]Violation, error) {
	violations, err := s.Check(record)
	violations = slices.DeleteFunc(violations, func(v Violation) bool {
		return v.Keyword == "required" && v.Pointer == "" && v.Member == "fact_type"
	})
	if len(violations) == 0 {
		return nil, err
	}
	return violations, err
}
