package schema

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/factcite/factcite/internal/jsontext"
	"github.com/santhosh-tekuri/jsonschema/v5"
)

// SchemaError is one reason why a schema was refused, and its place.
type SchemaError struct {
	Name    string // of the schema, as it was given to Compile or referred to
	Line    int    // from 1; 0 if the place is not known
	Column  int    // from 1, in code points
	Pointer string // RFC 6901; "" is the whole schema
	Message string
	cause   error
}

// Error gives the place and the message.
func (e *SchemaError) Error() string {
	where := e.Name
	if e.Line > 0 {
		where = fmt.Sprintf("%s:%d:%d", e.Name, e.Line, e.Column)
	}
	if e.Pointer != "" {
		where += ": " + e.Pointer
	}
	return where + ": " + e.Message
}

// Unwrap returns the error of jsonschema v5 or of the file system that caused it, if any.
func (e *SchemaError) Unwrap() error { return e.cause }

// draft is one or more drafts of JSON Schema.
type draft uint8

const (
	draft4 draft = 1 << iota
	draft6
	draft7
	draft2019
	draft2020

	allDrafts  = draft4 | draft6 | draft7 | draft2019 | draft2020
	from6      = allDrafts &^ draft4
	from7      = from6 &^ draft6
	from2019   = draft2019 | draft2020
	before2020 = allDrafts &^ draft2020
)

// draftNamed returns the draft that a $schema names.
func draftNamed(uri string) (draft, bool) {
	_, uri, _ = strings.Cut(strings.TrimSuffix(uri, "#"), "://")
	d, ok := map[string]draft{
		"json-schema.org/draft-04/schema":      draft4,
		"json-schema.org/draft-06/schema":      draft6,
		"json-schema.org/draft-07/schema":      draft7,
		"json-schema.org/draft/2019-09/schema": draft2019,
		"json-schema.org/draft/2020-12/schema": draft2020,
	}[uri]
	return d, ok
}

// holds is what the value of a keyword holds, as far as a linter must know.
type holds uint8

const (
	data       holds = iota // anything else: the meta-schema checks it
	oneSchema               // a schema
	schemaList              // an array of schemas
	schemaMap               // an object of schemas
	schemas                 // a schema, or an array of them
	dependents              // an object of schemas and of arrays of names
	patternMap              // an object of schemas by pattern
)

// keyword is where a keyword is known and what it holds.
type keyword struct {
	drafts draft
	holds  holds
}

// keywords returns the keywords that jsonschema v5 applies or that only
// describe. Those that a draft has but v5 then ignores are not among them.
func keywords() map[string]keyword {
	return map[string]keyword{
		"$schema": {allDrafts, data}, "id": {draft4, data}, "$id": {from6, data},
		"$ref": {allDrafts, data}, "$comment": {from7, data},
		"$anchor": {from2019, data}, "$vocabulary": {from2019, data},
		"$recursiveRef": {draft2019, data}, "$recursiveAnchor": {draft2019, data},
		"$dynamicRef": {draft2020, data}, "$dynamicAnchor": {draft2020, data},
		"$defs": {from2019, schemaMap}, "definitions": {allDrafts, schemaMap},

		"title": {allDrafts, data}, "description": {allDrafts, data}, "default": {allDrafts, data},
		"examples": {from6, data}, "readOnly": {from7, data}, "writeOnly": {from7, data},
		"deprecated": {from2019, data},

		"type": {allDrafts, data}, "enum": {allDrafts, data}, "const": {from6, data},
		"format": {allDrafts, data},
		"not":    {allDrafts, oneSchema}, "allOf": {allDrafts, schemaList},
		"anyOf": {allDrafts, schemaList}, "oneOf": {allDrafts, schemaList},
		"if": {from7, oneSchema}, "then": {from7, oneSchema}, "else": {from7, oneSchema},

		"minProperties": {allDrafts, data}, "maxProperties": {allDrafts, data},
		"required": {allDrafts, data}, "properties": {allDrafts, schemaMap},
		"patternProperties":    {allDrafts, patternMap},
		"additionalProperties": {allDrafts, oneSchema}, "propertyNames": {from6, oneSchema},
		"dependencies": {allDrafts, dependents}, "dependentRequired": {from2019, data},
		"dependentSchemas": {from2019, schemaMap}, "unevaluatedProperties": {from2019, oneSchema},

		"minItems": {allDrafts, data}, "maxItems": {allDrafts, data}, "uniqueItems": {allDrafts, data},
		"items": {allDrafts, schemas}, "additionalItems": {before2020, oneSchema},
		"prefixItems": {draft2020, schemaList}, "contains": {from6, oneSchema},
		"minContains": {from2019, data}, "maxContains": {from2019, data},
		"unevaluatedItems": {from2019, oneSchema},

		"minLength": {allDrafts, data}, "maxLength": {allDrafts, data}, "pattern": {allDrafts, data},
		"contentEncoding": {from7, data}, "contentMediaType": {from7, data},
		"contentSchema": {from2019, oneSchema},

		"minimum": {allDrafts, data}, "maximum": {allDrafts, data},
		"exclusiveMinimum": {allDrafts, data}, "exclusiveMaximum": {allDrafts, data},
		"multipleOf": {allDrafts, data},
	}
}

// linter looks for what jsonschema v5 would pass over in silence.
type linter struct {
	*tape
	file     string
	draft    draft
	keywords map[string]keyword
	ids      []string // of the schema and of those in it
	problems []error
}

// maxSchemaDepth is how deep a schema may be nested.
const maxSchemaDepth = 256

// lint returns the problems of a schema's text as one error.
func lint(file string, text []byte) error {
	l := &linter{tape: newTape(maxSchemaDepth, nil), file: file, draft: draft2020, keywords: keywords()}
	if err := l.read(text); err != nil {
		at := positionOf(text, err.Offset)
		return &SchemaError{Name: file, Line: at.Line, Column: at.Column, Message: "the schema is not JSON: " + err.Message, cause: err}
	}
	if i, ok := l.child(0, "$schema"); ok && l.tokens[i].kind == kindString {
		named, known := draftNamed(l.textOf(i))
		if !known {
			l.report(i, "/$schema", fmt.Sprintf("%q is not a draft that is known here, want %q or that of 2019-09, 07, 06 or 04", l.textOf(i), jsonschema.Draft2020.URL()))
			return errors.Join(l.problems...)
		}
		l.draft = named
	}
	l.names()
	l.schema(0, "")
	return errors.Join(l.problems...)
}

// report notes a problem with the token at i.
func (l *linter) report(i int, pointer, message string) {
	at := positionOf(l.text, l.offset(i))
	l.problems = append(l.problems, &SchemaError{Name: l.file, Line: at.Line, Column: at.Column, Pointer: pointer, Message: message})
}

// names collects the ids of the schemas, and reports members given twice.
func (l *linter) names() {
	for i, tok := range l.tokens {
		if tok.kind != kindObject {
			continue
		}
		seen := map[string]bool{}
		for name, value := range l.members(i) {
			text := l.textOf(name)
			if seen[text] {
				l.report(name, "", fmt.Sprintf("%q is given twice in one object", text))
			}
			seen[text] = true
			if (text == "$id" || text == "id") && l.tokens[value].kind == kindString {
				l.ids = append(l.ids, l.textOf(value))
			}
		}
	}
}

// schema checks the schema at token i, and those in it.
func (l *linter) schema(i int, pointer string) {
	if l.tokens[i].kind != kindObject {
		return // true, false, or what the meta-schema refuses
	}
	for name, value := range l.members(i) {
		word := l.textOf(name)
		if strings.HasPrefix(word, "x-") {
			continue
		}
		at := join(pointer, word)
		known, ok := l.keywords[word]
		if !ok || known.drafts&l.draft == 0 {
			l.report(name, at, l.unknown(word, ok))
			continue
		}
		l.value(word, value, at)
		switch known.holds {
		case oneSchema:
			l.schema(value, at)
		case schemaList:
			l.list(value, at)
		case schemas:
			l.schema(value, at)
			l.list(value, at)
		case schemaMap, dependents, patternMap:
			for name, value := range l.members(value) {
				if known.holds == patternMap {
					l.pattern(name, join(at, l.textOf(name)))
				}
				l.schema(value, join(at, l.textOf(name)))
			}
		}
	}
}

// list checks the schemas in the array at token i.
func (l *linter) list(i int, pointer string) {
	for n, item := range l.items(i) {
		l.schema(item, fmt.Sprintf("%s/%d", pointer, n))
	}
}

// unknown says that a word is no keyword, or none of the schema's draft.
func (l *linter) unknown(word string, elsewhere bool) string {
	if elsewhere {
		return fmt.Sprintf("%q is not a keyword of the draft that the schema uses, and would be ignored", word)
	}
	var known []string
	for name, k := range l.keywords {
		if k.drafts&l.draft != 0 {
			known = append(known, name)
		}
	}
	return fmt.Sprintf("%q is not a keyword, and would be ignored%s; begin the names of your own members with \"x-\"", word, didYouMean(word, known))
}

// value checks the value of a keyword where jsonschema v5 does not.
func (l *linter) value(word string, i int, pointer string) {
	tok := l.tokens[i]
	switch {
	case word == "enum" && tok.kind == kindArray && tok.extra == 0:
		l.report(i, pointer, "an empty enum allows nothing, and jsonschema v5 would allow everything")
	case tok.kind != kindString:
	case word == "format":
		l.format(i, pointer)
	case word == "pattern":
		l.pattern(i, pointer)
	case word == "$ref":
		l.reference(i, pointer)
	}
}

func (l *linter) format(i int, pointer string) {
	format := l.textOf(i)
	if _, ok := jsonschema.Formats[format]; ok {
		return
	}
	var known []string
	for name := range jsonschema.Formats {
		known = append(known, name)
	}
	slices.Sort(known)
	l.report(i, pointer, fmt.Sprintf("format %q is not known, and would be ignored%s; known are %s", format, didYouMean(format, known), strings.Join(known, ", ")))
}

func (l *linter) pattern(i int, pointer string) {
	if _, err := regexp.Compile(l.textOf(i)); err != nil {
		l.report(i, pointer, fmt.Sprintf("pattern %q is not one of Go's RE2 syntax: %v", l.textOf(i), err))
	}
}

// reference checks that a reference into the same document leads somewhere, and
// that no other is remote.
func (l *linter) reference(i int, pointer string) {
	reference := l.textOf(i)
	if into, ok := strings.CutPrefix(reference, "#"); ok && len(l.ids) == 0 {
		if strings.HasPrefix(into, "/") {
			if _, found := l.locate(segments(pointerOf(into))); !found {
				l.report(i, pointer, fmt.Sprintf("the schema has nothing at %q", reference))
			}
		}
		return
	}
	document, _, _ := strings.Cut(reference, "#")
	if _, meta := draftNamed(document); meta || !isAbsolute(document) || strings.HasPrefix(document, "file:") {
		return
	}
	if strings.HasPrefix(document, "https://json-schema.org/draft/") || slices.Contains(l.ids, document) {
		return
	}
	if len(l.ids) > 0 && !strings.HasPrefix(document, "http:") && !strings.HasPrefix(document, "https:") {
		return // perhaps resolved against an id; the compiler tells
	}
	l.report(i, pointer, fmt.Sprintf("%q is a remote reference, and nothing is loaded over the network: put the schema under $defs", reference))
}

// placed makes the error for the value at a pointer into a schema.
func placed(file string, text []byte, pointer, message string) *SchemaError {
	e := &SchemaError{Name: file, Pointer: pointer, Message: message}
	t := newTape(maxSchemaDepth, nil)
	if t.read(text) != nil {
		return e
	}
	if i, ok := t.locate(segments(pointer)); ok {
		at := positionOf(text, t.offset(i))
		e.Line, e.Column = at.Line, at.Column
	}
	return e
}

// positionOf returns the line and the column of an offset.
func positionOf(text []byte, offset int) jsontext.Position {
	return jsontext.Position{Line: 1, Column: 1}.After(text[:offset])
}
