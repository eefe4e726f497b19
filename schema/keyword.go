package schema

import (
	"strings"

	"github.com/factcite/factcite/internal/text"
)

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

// describing are the keywords that assert nothing and are harmless in drafts that do
// not know them, schemas that other schemas may refer to among them.
var describing = text.WordSet("$comment", "$defs", "definitions", "title", "description", "default", "examples", "readOnly", "writeOnly", "deprecated",
	"$schema", "$id", "id", "$anchor", "$vocabulary")

// ofOthers are words that OpenAPI, editors and generators of forms add to schemas, and that
// are not misspelt however near they are to a keyword.
var ofOthers = text.WordSet("example", "nullable", "discriminator", "externalDocs", "xml", "optional", "enumNames", "enumDescriptions", "options", "order", "formats")

// needs are the keywords that assert nothing without another one beside them.
var needs = map[string]string{"then": "if", "else": "if", "minContains": "contains", "maxContains": "contains", "contentSchema": "contentMediaType"}

// typed are the types of values that a keyword says something of.
var typed = map[string][]string{
	"minimum": {"number", "integer"}, "maximum": {"number", "integer"}, "exclusiveMinimum": {"number", "integer"},
	"exclusiveMaximum": {"number", "integer"}, "multipleOf": {"number", "integer"},
	"minLength": {"string"}, "maxLength": {"string"}, "pattern": {"string"},
	"contentEncoding": {"string"}, "contentMediaType": {"string"}, "contentSchema": {"string"},
	"minItems": {"array"}, "maxItems": {"array"}, "uniqueItems": {"array"}, "items": {"array"}, "prefixItems": {"array"},
	"contains": {"array"}, "unevaluatedItems": {"array"},
	"minProperties": {"object"}, "maxProperties": {"object"}, "required": {"object"}, "properties": {"object"},
	"patternProperties": {"object"}, "additionalProperties": {"object"}, "propertyNames": {"object"},
	"dependencies": {"object"}, "dependentRequired": {"object"}, "dependentSchemas": {"object"}, "unevaluatedProperties": {"object"},
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
