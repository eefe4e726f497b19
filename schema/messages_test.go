package schema_test

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/schema"
	"github.com/google/go-cmp/cmp"
)

const draft07 = `"$schema":"http://json-schema.org/draft-07/schema#",`

// kinds are alternatives that the member kind tells apart.
const kinds = `{"oneOf":[` +
	`{"$ref":"#/$defs/person"},` +
	`{"allOf":[{"type":"object","properties":{"kind":{"$ref":"#/$defs/firm"},"role":{"enum":["buyer","seller"]}},"required":["kind"]}]}],` +
	`"$defs":{"firm":{"enum":["firm","guild"]},"person":{"type":"object","properties":{"kind":{"const":"person"},"role":{"enum":["author","editor"]}},"required":["kind","role"]}}}`

// What is said of a value that alternatives refuse, of numbers, names and contents, with
// the fast pass and without it.
func TestMessages(t *testing.T) {
	tests := []struct{ name, schema, record, want string }{
		// The alternative that is meant.
		{"a member names it, and another member is wrong", kinds, `{"kind":"person","role":"editr"}`,
			`/role enum: role is "editr", want one of author, editor (did you mean "editor"?)`},
		{"a member names it with one of several constants", kinds, `{"kind":"guild","role":"author"}`,
			`/role enum: role is "author", want one of buyer, seller`},
		{"a member names it and another is missing", kinds, `{"kind":"person"}`,
			` required: the record has no member "role"`},
		{"a member names none", kinds, `{"kind":"frm"}`,
			`/kind enum: kind is "frm", want one of person, firm, guild (did you mean "firm"?)`},
		{"a number names it", `{"anyOf":[{"properties":{"version":{"const":1},"n":{"type":"string"}}},{"properties":{"version":{"const":2},"n":{"type":"null"}}}]}`, `{"version":2,"n":7}`,
			`/n type: n is 7, want null`},
		{"true names it", `{"anyOf":[{"properties":{"ok":{"const":true},"n":{"type":"string"}}},{"properties":{"ok":{"const":false},"n":{"type":"null"}}}]}`, `{"ok":false,"n":7}`,
			`/n type: n is 7, want null`},
		{"the member that most alternatives speak of counts",
			`{"anyOf":[{"properties":{"kind":{"const":"a"},"mode":{"enum":["fast"]},"n":{"type":"null"}}},{"properties":{"kind":{"const":"b"},"n":{"type":"string"}}}]}`, `{"mode":"fast","kind":"b","n":7}`,
			`/n type: n is 7, want a string`},
		{"its type", `{"anyOf":[{"type":"string","minLength":9},{"type":"object","required":["a"]}]}`, `{}`,
			` required: the record has no member "a"`},
		{"only types", `{"anyOf":[{"type":"string"},{"$ref":"#/$defs/o"}],"$defs":{"o":{"type":["object","string"]}}}`, `7`,
			` anyOf: the record is 7, want a string or an object`},
		{"only constants", `{"oneOf":[{"const":"a","title":"first"},{"const":"b","title":"second"},{"type":"null"}]}`, `"c"`,
			` enum: the record is "c", want one of a, b`},
		{"the one that fails last", `{"anyOf":[{"required":["z"]},{"properties":{"a":{"properties":{"b":{"type":"string"}}}},"required":["a"]}]}`, `{"a":{"b":1}}`,
			`/a/b type: a.b is 1, want a string`},
		{"the one that lacks least", `{"anyOf":[{"required":["x","y","z"]},{"required":["a","b"]}]}`, `{"a":1}`,
			` required: the record has no member "b"`},
		{"no telling", `{"anyOf":[{"required":["a"]},{"required":["b"]}]}`, `{}`,
			` anyOf: the record is an object, which is none of the 2 alternatives that the schema allows`},
		{"no telling of a text", `{"anyOf":[{"format":"date"},{"pattern":"^x"}]}`, `"y"`,
			` anyOf: the record is "y", which is none of the 2 alternatives that the schema allows`},
		{"more than one", `{"oneOf":[{"required":["a"]},{"required":["b"]}]}`, `{"a":1,"b":2}`,
			` oneOf: the record is an object, want exactly one of the schema's 2 alternatives`},

		// Numbers.
		{"the greatest of 64 bits", `{"minimum":9223372036854775807}`, `1`, ` minimum: the record is 1, want at least 9223372036854775807`},
		{"a million with an exponent", `{"maximum":1e6}`, `1000001`, ` maximum: the record is 1000001, want at most 1e6`},
		{"a whole number with a fraction", `{"minimum":1.0}`, `0.50`, ` minimum: the record is 0.50, want at least 1.0`},
		{"a million", `{"maximum":1000000}`, `1000001`, ` maximum: the record is 1000001, want at most 1000000`},
		{"a fraction", `{"exclusiveMinimum":0.1}`, `0.1`, ` exclusiveMinimum: the record is 0.1, want more than 0.1`},
		{"a large one", `{"minimum":1.25e300}`, `1`, ` minimum: the record is 1, want at least 1.25e300`},
		{"a small one", `{"minimum":1e-45}`, `0`, ` minimum: the record is 0, want at least 1e-45`},
		{"a small one below 0", `{"maximum":-12e-46}`, `0`, ` maximum: the record is 0, want at most -12e-46`},
		{"a multiple", `{"multipleOf":0.01}`, `0.001`, ` multipleOf: the record is 0.001, want a multiple of 0.01`},
		{"constants as they are written", `{"enum":[9223372036854775807,1.50,1e6]}`, `1`, ` enum: the record is 1, want one of 9223372036854775807, 1.50, 1e6`},
		{"a constant", `{"const":1e6}`, `1`, ` const: the record is 1, want 1e6`},

		// What jsonschema v5 has words of its own for.
		{"too few of a kind", `{"contains":{"type":"string"}}`, `[1]`, ` minContains: the record has too few items of the kind that the schema asks for, want at least 1`},
		{"items after a tuple", `{` + draft07 + `"items":[{}],"additionalItems":false}`, `[1,2,3]`, ` additionalItems: the record has 3 items, want at most 1`},
		{"a name of a pattern", `{"propertyNames":{"pattern":"^a"}}`, `{"b":1}`, `/b propertyNames: the schema does not allow the name "b", want one that matches "^a"`},
		{"a long name", `{"propertyNames":{"maxLength":1}}`, `{"bcd":1}`, `/bcd propertyNames: the schema does not allow the name "bcd", want at most 1 character`},
		{"a short name", `{"propertyNames":{"minLength":2}}`, `{"b":1}`, `/b propertyNames: the schema does not allow the name "b", want at least 2 characters`},
		{"a name of a list", `{"propertyNames":{"enum":["title","year"]}}`, `{"titel":1}`, `/titel propertyNames: the schema does not allow the name "titel", want one of title, year (did you mean "title"?)`},
		{"a name of a format", `{"propertyNames":{"format":"date"}}`, `{"b":1}`, `/b propertyNames: the schema does not allow the name "b", want one of the format "date"`},
		{"one name", `{"propertyNames":{"const":"a"}}`, `{"b":1}`, `/b propertyNames: the schema does not allow the name "b", want "a"`},
		{"an encoding", `{"contentEncoding":"base64"}`, `"%%"`, ` contentEncoding: the record is "%%", want text in base64`},
		{"a kind of content", `{"contentMediaType":"application/json"}`, `"%%"`, ` contentMediaType: the record is "%%", want text that holds application/json`},
		{"a member that is needed", `{"dependentRequired":{"a":["b"]}}`, `{"a":1}`, ` dependentRequired: the record has no member "b", which it needs since it has "a"`},

		{"too short, where the title says what is wanted", `{"minLength":3,"title":"a sentence"}`, `"ab"`, ` minLength: the record has 2 characters, want at least 3`},
		{"empty, where the title says what is wanted", `{"minLength":3,"title":"a sentence"}`, `""`, ` minLength: the record is empty, want a sentence`},

		// What is wrong is in a member without a name, which jsonschema v5 takes for the object.
		{"its number", `{"properties":{"":{"exclusiveMinimum":3}}}`, `{"":1}`, ` exclusiveMinimum: the record breaks the schema's "exclusiveMinimum"`},
		{"its greatest number", `{"properties":{"":{"maximum":3}}}`, `{"":4}`, ` maximum: the record breaks the schema's "maximum"`},
		{"its items", `{"properties":{"":{"minItems":3}}}`, `{"":[1]}`, ` minItems: the record breaks the schema's "minItems"`},
		{"its text", `{"properties":{"":{"pattern":"^x"}}}`, `{"":"y"}`, ` pattern: the record breaks the schema's "pattern"`},

		// Suggestions.
		{"no suggestion at half a word's distance", `{"enum":["claim","quote"]}`, `"cat"`, ` enum: the record is "cat", want one of claim, quote`},
		{"nor of half a candidate", `{"enum":["leng"]}`, `"length"`, ` enum: the record is "length", want one of leng`},
		{"nor of short words", `{"properties":{"id":{}},"additionalProperties":false}`, `{"ip":1}`, `/ip additionalProperties: ip is not a member that the schema allows`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, exact := range []bool{false, true} {
				s, err := schema.Compile("s.json", []byte(tt.schema), &schema.Options{Exact: exact})
				if err != nil {
					t.Fatal(err)
				}
				got, err := s.Check([]byte(tt.record))
				if diff := cmp.Diff(tt.want, strings.Join(told(got), "\n")); err != nil || diff != "" {
					t.Errorf("exact %v: %v (-want +got):\n%s", exact, err, diff)
				}
			}
		})
	}
}

func TestNumbersThatJSONLacksAreNamed(t *testing.T) {
	for record, want := range map[string]string{
		`{"a":NaN}`:       `at byte 5: NaN is no number of JSON; write null`,
		`{"a":Infinity}`:  `at byte 5: Infinity is no number of JSON; write null`,
		`{"a":-Infinity}`: `at byte 6: Infinity is no number of JSON; write null`,
	} {
		if _, err := schema.Default(nil).Check([]byte(record)); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", record, err, want)
		}
	}
}

// What the meta-schema of a draft refuses is told as what a schema of a user refuses is.
func TestInvalidSchemasAreToldInOurWords(t *testing.T) {
	for text, want := range map[string]string{
		`{"maxLength":-1}`:                  `s.json:1:14: /maxLength: maxLength is -1, want at least 0`,
		`{"maxLength":1.5}`:                 `s.json:1:14: /maxLength: maxLength is 1.5, want an integer`,
		`{"multipleOf":0}`:                  `s.json:1:15: /multipleOf: multipleOf is 0, want more than 0`,
		`{"allOf":[]}`:                      `s.json:1:10: /allOf: allOf has no items, want at least 1`,
		`{"required":["a","a"]}`:            `s.json:1:13: /required: required has an item twice`,
		`{"type":"strin"}`:                  `s.json:1:9: /type: type is "strin", want one of array, boolean, integer, null, number, object, string (did you mean "string"?)`,
		`{"properties":{"a":7}}`:            `s.json:1:20: /properties/a: properties.a is 7, want an object or true or false`,
		`[]`:                                `s.json:1:1: the schema is an array, want an object or true or false`,
		`{` + draft07 + `"enum":[1,1]}`:     `s.json:1:61: /enum: enum has an item twice`,
		`{"minLength":"a","maxLength":"b"}`: "s.json:1:30: /maxLength: maxLength is \"b\", want an integer\ns.json:1:14: /minLength: minLength is \"a\", want an integer",
		`{"type":"text","minLength":1}`:     `s.json:1:9: /type: type is "text", want one of array, boolean, integer, null, number, object, string`,
		strings.Replace(`{D"required":true}`, "D", `"$schema":"http://json-schema.org/draft-04/schema#",`, 1): `s.json:1:65: /required: required is true, want an array`,
	} {
		_, err := schema.Compile("s.json", []byte(text), nil)
		if err == nil {
			t.Errorf("%s compiles", text)
			continue
		}
		if diff := cmp.Diff(want, err.Error()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
	}
}
