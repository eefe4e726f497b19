package schema

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/factcite/factcite/internal/golden"
)

// broken has a schema and a record that breaks it for each keyword that asserts anything.
var broken = map[string][]struct{ schema, record string }{
	"type":    {{`{"type":["string","null"]}`, `7`}},
	"enum":    {{`{"enum":["a",1,null]}`, `7`}, {`{"enum":[{"a":1},[2]]}`, `7`}},
	"const":   {{`{"const":"a"}`, `7`}, {`{"const":{"a":1}}`, `7`}, {`{"const":[1]}`, `[]`}},
	"format":  {{`{"format":"date"}`, `"x"`}, {`{"format":"uri"}`, `"a b"`}},
	"pattern": {{`{"pattern":"^a$"}`, `"b"`}},

	"minLength": {{`{"minLength":2}`, `"a"`}},
	"maxLength": {{`{"maxLength":2}`, `"abc"`}},

	"minimum":          {{`{"minimum":9223372036854775808}`, `1`}, {`{"minimum":1.0}`, `0`}, {`{"properties":{"":{"minimum":2}}}`, `{"":1}`}},
	"maximum":          {{`{"maximum":1e6}`, `1000001`}, {`{"maximum":1E+2}`, `1e3`}},
	"exclusiveMinimum": {{`{"exclusiveMinimum":0.10}`, `0.1`}, {`{` + at4 + `"minimum":1.50,"exclusiveMinimum":true}`, `1.5`}},
	"exclusiveMaximum": {{`{"exclusiveMaximum":-0}`, `1`}, {`{` + at4 + `"maximum":1.50,"exclusiveMaximum":true}`, `1.5`}},
	"multipleOf":       {{`{"multipleOf":1e-2}`, `0.001`}},

	"items":            {{`{"items":false}`, `[1]`}, {`{"items":{"type":"string"}}`, `[1]`}},
	"prefixItems":      {{`{"prefixItems":[{"type":"string"}]}`, `[1]`}},
	"additionalItems":  {{`{` + at7 + `"items":[{}],"additionalItems":false}`, `[1,2]`}, {`{` + at7 + `"items":[{}],"additionalItems":{"type":"string"}}`, `[1,2]`}},
	"unevaluatedItems": {{`{"unevaluatedItems":false}`, `[1,2]`}, {`{"prefixItems":[{}],"unevaluatedItems":{"type":"string"}}`, `[1,2]`}},
	"minItems":         {{`{"minItems":2}`, `[]`}},
	"maxItems":         {{`{"maxItems":1}`, `[1,2]`}},
	"uniqueItems":      {{`{"uniqueItems":true}`, `[1,1]`}, {`{"uniqueItems":true}`, `["a","b","a"]`}},
	"contains":         {{`{"contains":{"type":"string"}}`, `[1]`}, {`{` + at7 + `"contains":{"type":"string"}}`, `[1]`}},
	"minContains":      {{`{"contains":{"type":"string"},"minContains":2}`, `["a",1]`}},
	"maxContains":      {{`{"contains":{"type":"string"},"maxContains":1}`, `["a","b"]`}},

	"required":              {{`{"required":["a","b"]}`, `{}`}},
	"properties":            {{`{"properties":{"a":false}}`, `{"a":1}`}},
	"patternProperties":     {{`{"patternProperties":{"^a":{"type":"string"}}}`, `{"a":1}`}},
	"additionalProperties":  {{`{"additionalProperties":false}`, `{"a":1}`}, {`{"additionalProperties":{"type":"string"}}`, `{"a":1}`}},
	"propertyNames":         {{`{"propertyNames":{"maxLength":1}}`, `{"ab":1}`}, {`{"propertyNames":{"not":{"const":"ab"}}}`, `{"ab":1}`}, {`{"propertyNames":false}`, `{"ab":1}`}},
	"minProperties":         {{`{"minProperties":1}`, `{}`}},
	"maxProperties":         {{`{"maxProperties":0}`, `{"a":1}`}},
	"dependencies":          {{`{` + at7 + `"dependencies":{"a":["b"]}}`, `{"a":1}`}, {`{` + at7 + `"dependencies":{"a":{"required":["b"]}}}`, `{"a":1}`}},
	"dependentRequired":     {{`{"dependentRequired":{"it's":["b'c"]}}`, `{"it's":1}`}},
	"dependentSchemas":      {{`{"dependentSchemas":{"a":{"required":["b"]}}}`, `{"a":1}`}},
	"unevaluatedProperties": {{`{"unevaluatedProperties":false}`, `{"a":1}`}, {`{"unevaluatedProperties":{"type":"string"}}`, `{"a":1}`}},

	"contentEncoding":  {{`{"contentEncoding":"base64"}`, `"%"`}},
	"contentMediaType": {{`{"contentMediaType":"application/json"}`, `"{"`}},
	"contentSchema": {{`{"contentMediaType":"application/json","contentSchema":{"required":["a"]}}`, `"{}"`},
		{`{"properties":{"t":{"contentMediaType":"application/json","contentSchema":{"$ref":"#/$defs/c"}}},"$defs":{"c":{"properties":{"a":{"type":"string"}}}}}`, `{"t":"{\"a\":1}"}`}},

	"not":   {{`{"not":{}}`, `1`}},
	"allOf": {{`{"allOf":[{"type":"string"},{"minimum":3}]}`, `1`}},
	"anyOf": {{`{"anyOf":[{"minimum":3},{"multipleOf":2}]}`, `1`}},
	"oneOf": {{`{"oneOf":[{"minimum":3},{"multipleOf":2}]}`, `1`}, {`{"oneOf":[{},{}]}`, `1`}},
	"if":    {{`{"if":{"type":"number"},"then":{"minimum":3}}`, `1`}},
	"then":  {{`{"if":true,"then":false}`, `1`}},
	"else":  {{`{"if":{"type":"string"},"else":false}`, `1`}},

	"$ref":          {{`{"$ref":"#/$defs/a","$defs":{"a":{"type":"string"}}}`, `1`}, {`{"$ref":"http://json-schema.org/draft-07/schema#"}`, `{"minLength":-1}`}},
	"$recursiveRef": {{`{` + at2019 + `"$recursiveAnchor":true,"properties":{"a":{"$recursiveRef":"#"},"n":{"type":"null"}}}`, `{"a":{"n":1}}`}},
	"$dynamicRef": {{`{` + at2020 + `"$id":"https://a.example/tree","$dynamicAnchor":"node","properties":{"a":{"$dynamicRef":"#node"},"n":{"type":"null"}}}`, `{"a":{"n":1}}`},
		{`{` + at2020 + `"$id":"https://a.example/s","$ref":"list","$defs":{"text":{"$dynamicAnchor":"T","minLength":3},"list":{"$id":"list","items":{"$dynamicRef":"#T"},"$defs":{"any":{"$dynamicAnchor":"T"}}}}}`, `["a"]`}},
}

// describes are the keywords that no record can break.
var describes = strings.Fields(`$schema $id id $comment $anchor $vocabulary $recursiveAnchor $dynamicAnchor $defs definitions
	title description default examples readOnly writeOnly deprecated`)

// TestWords holds where each keyword is broken and what is said of it, with the fast pass and
// without it.
func TestWords(t *testing.T) {
	var got strings.Builder
	for _, name := range slices.Sorted(maps.Keys(broken)) {
		for _, c := range broken[name] {
			fmt.Fprintf(&got, "%s %s\n", c.schema, c.record)
			var fast []Violation
			for _, exact := range []bool{false, true} {
				s, err := Compile("s.json", []byte(c.schema), &Options{Exact: exact})
				if err != nil {
					t.Fatal(err)
				}
				violations, err := s.Check([]byte(c.record))
				if err != nil {
					t.Fatalf("%s: %v", c.schema, err)
				}
				if !exact {
					fast = violations
				} else if diff := cmp.Diff(fast, violations); diff != "" {
					t.Errorf("%s (-fast +exact):\n%s", c.schema, diff)
				}
			}
			for _, v := range fast {
				fmt.Fprintf(&got, "\t%d–%d %s: %s %q %q: %s\n", v.Start, v.End, v.Pointer, v.Keyword, v.Member, v.Value, v.Message)
			}
		}
	}
	golden.Compare(t, "testdata/words.txt", got.String())
}

// What is said of a keyword is none of the messages of jsonschema v5, and numbers are told
// as they are written in the schema.
func TestWordsAreOurOwn(t *testing.T) {
	for name := range keywords() {
		if len(broken[name]) == 0 && !slices.Contains(describes, name) {
			t.Errorf("no record breaks %s", name)
		}
	}
	for name, cases := range broken {
		for _, c := range cases {
			for _, exact := range []bool{false, true} {
				s, err := Compile("s.json", []byte(c.schema), &Options{Exact: exact})
				if err != nil {
					t.Errorf("%s: %v", c.schema, err)
					continue
				}
				violations, err := s.Check([]byte(c.record))
				if err != nil || len(violations) == 0 {
					t.Errorf("%s: %s breaks %s: %v, %v", name, c.record, c.schema, violations, err)
				}
				record, _ := decode([]byte(c.record))
				foreign := messagesOfV5(s.judge.Validate(record))
				for _, v := range violations {
					if said := saidBy(foreign, v.Message); said != "" {
						t.Errorf("%s: %q is v5's %q", c.schema, v.Message, said)
					}
					if number := strings.Trim(strings.TrimPrefix(c.schema, `{"`+name+`":`), "}"); v.Keyword == name && name != "minLength" && isNumber(number) && !strings.Contains(v.Message, number) {
						t.Errorf("%s: %q does not tell the number as it is written", c.schema, v.Message)
					}
				}
			}
		}
	}
}

func isNumber(text string) bool { return text != "" && strings.Trim(text, "0123456789.eE+-") == "" }

// messagesOfV5 returns what jsonschema v5 says, with its causes.
func messagesOfV5(err error) (messages []string) {
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		return nil
	}
	messages = []string{invalid.Message}
	for _, cause := range invalid.Causes {
		messages = append(messages, messagesOfV5(cause)...)
	}
	return messages
}

func saidBy(messages []string, message string) string {
	for _, m := range messages {
		if m != "" && m != "not allowed" && strings.Contains(message, m) {
			return m
		}
	}
	return ""
}
