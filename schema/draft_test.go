package schema_test

import (
	"testing"

	"github.com/factcite/factcite/schema"
)

// Each keyword of draft 2020-12, in the shapes that the draft's own test suite
// has: which instances are valid, and which are not.
func TestKeywordsOfTheDraft(t *testing.T) {
	tests := []struct {
		name, schema string
		valid        []string
		invalid      []string
	}{
		{"true", `true`, []string{`1`, `{}`, `null`}, nil},
		{"false", `false`, nil, []string{`1`, `{}`, `null`}},
		{"type integer", `{"type":"integer"}`, []string{`1`, `1.0`, `-0`, `1e2`}, []string{`1.1`, `"1"`, `null`, `true`, `1e-1`}},
		{"type number", `{"type":"number"}`, []string{`1`, `1.1`, `1e-5`}, []string{`"1"`, `[]`}},
		{"types", `{"type":["string","array"]}`, []string{`"a"`, `[]`}, []string{`{}`, `null`, `1`}},
		{"null is not false", `{"type":"boolean"}`, []string{`true`, `false`}, []string{`0`, `""`, `null`}},
		{"enum", `{"enum":[6,"foo",[],true,{"foo":12}]}`, []string{`6`, `6.0`, `"foo"`, `[]`, `true`, `{"foo":12}`, `{"foo":12.0}`}, []string{`{"foo":13}`, `null`, `[0]`, `false`}},
		{"enum with an escaped text", `{"enum":["foo\nbar","foo\rbar"]}`, []string{`"foo\nbar"`, `"foo\rbar"`, `"foo\u000abar"`}, []string{`"foobar"`, `"foo\\nbar"`}},
		{"enum: false is not 0", `{"enum":[false]}`, []string{`false`}, []string{`0`, `0.0`, `[false]`}},
		{"const", `{"const":2}`, []string{`2`, `2.0`}, []string{`5`, `"2"`}},
		{"const null", `{"const":null}`, []string{`null`}, []string{`0`, `false`, `""`}},
		{"const of a large number", `{"const":9007199254740992}`, []string{`9007199254740992`}, []string{`9007199254740993`, `9007199254740991`}},
		{"const: -2.0 is -2", `{"const":-2.0}`, []string{`-2`, `-2.0`}, []string{`2`, `-2.00001`}},
		{"multipleOf", `{"multipleOf":1.5}`, []string{`0`, `4.5`, `"a"`}, []string{`35`}},
		{"minimum", `{"minimum":1.1}`, []string{`2.6`, `1.1`, `"x"`}, []string{`0.6`}},
		{"minimum of integers", `{"minimum":-2}`, []string{`-1`, `0`, `-2`, `-2.0`, `-1.5`}, []string{`-2.0001`, `-3`}},
		{"exclusiveMinimum", `{"exclusiveMinimum":2}`, []string{`2.2`, `3`}, []string{`2`, `2.0`, `1.9`}},
		{"maximum", `{"maximum":300}`, []string{`299.97`, `300`, `300.00`}, []string{`300.5`, `301`}},
		{"exclusiveMaximum", `{"exclusiveMaximum":-1}`, []string{`-1.5`, `-2`}, []string{`-1`, `-0.5`}},
		{"minLength counts code points", `{"minLength":2}`, []string{`"foo"`, `"fo"`, `"💩💩"`, `1`}, []string{`"f"`, `"💩"`, `"\ud83d\udca9"`}},
		{"maxLength counts code points", `{"maxLength":2}`, []string{`"f"`, `"fo"`, `"💩💩"`, `100`}, []string{`"foo"`}},
		{"pattern", `{"pattern":"^a*$"}`, []string{`"aaa"`, `""`, `1`, `{}`}, []string{`"abc"`}},
		{"pattern is not anchored", `{"pattern":"a+"}`, []string{`"xxaayy"`}, []string{`"xyz"`}},
		{"pattern beyond ASCII", `{"pattern":"^[ä-ö]+日?$"}`, []string{`"äö"`, `"ö日"`}, []string{`"日"`, `"aö"`}},
		{"required", `{"required":["a","b"]}`, []string{`{"a":1,"b":null}`, `[]`}, []string{`{}`, `{"a":1}`, `{"A":1,"b":2}`}},
		{"required names of prototypes", `{"required":["__proto__","toString"]}`, []string{`{"__proto__":1,"toString":2}`}, []string{`{}`, `{"toString":1}`}},
		{"properties", `{"properties":{"a":{"type":"integer"},"b":{"type":"string"}}}`, []string{`{"a":1,"b":"x"}`, `{}`, `{"c":[]}`, `[]`}, []string{`{"a":1,"b":{}}`, `{"a":[],"b":{}}`}},
		{"properties with escaped names", `{"properties":{"a\nb":{"type":"number"},"a\"b":{"type":"number"},"a/b":{"type":"number"},"a~b":{"type":"number"}}}`, []string{`{"a\nb":1,"a\"b":2,"a/b":3,"a~b":4}`}, []string{`{"a\nb":"1"}`, `{"a\"b":"1"}`, `{"a/b":"1"}`, `{"a~b":"1"}`, `{"a\/b":"1"}`}},
		{"patternProperties", `{"patternProperties":{"f.*o":{"type":"integer"}}}`, []string{`{"foo":1}`, `{"foo":1,"foooooo":2}`, `{"bar":"x"}`}, []string{`{"foo":"bar","fooooo":2}`, `{"foo":"a","foooooo":"b"}`}},
		{"additionalProperties beside others", `{"properties":{"a":{}},"patternProperties":{"^v":{}},"additionalProperties":false}`, []string{`{"a":1}`, `{"a":1,"vroom":2}`, `[]`}, []string{`{"a":1,"q":1}`}},
		{"additionalProperties with a schema", `{"properties":{"a":{}},"additionalProperties":{"type":"boolean"}}`, []string{`{"a":1,"c":true}`}, []string{`{"a":1,"c":12}`}},
		{"additionalProperties does not look into allOf", `{"allOf":[{"properties":{"a":{}}}],"additionalProperties":{"type":"boolean"}}`, []string{`{"a":true}`}, []string{`{"a":1}`}},
		{"propertyNames", `{"propertyNames":{"maxLength":3}}`, []string{`{"f":{},"foo":{}}`, `{}`, `[1,2]`}, []string{`{"foobar":{}}`}},
		{"minProperties", `{"minProperties":1}`, []string{`{"a":1}`, `[]`}, []string{`{}`}},
		{"maxProperties", `{"maxProperties":1}`, []string{`{"a":1}`, `{}`}, []string{`{"a":1,"b":2}`}},
		{"dependentRequired", `{"dependentRequired":{"b":["a"]}}`, []string{`{}`, `{"a":1}`, `{"a":1,"b":2}`}, []string{`{"b":2}`}},
		{"dependentSchemas", `{"dependentSchemas":{"b":{"properties":{"a":{"type":"integer"}}}}}`, []string{`{"a":1,"b":2}`, `{"a":"x"}`}, []string{`{"a":"x","b":2}`}},
		{"items", `{"items":{"type":"integer"}}`, []string{`[1,2,3]`, `[]`, `{"a":"b"}`}, []string{`[1,"x"]`}},
		{"prefixItems", `{"prefixItems":[{"type":"integer"},{"type":"string"}],"items":false}`, []string{`[1,"a"]`, `[1]`, `[]`}, []string{`["a"]`, `[1,"a",2]`}},
		{"contains", `{"contains":{"minimum":5}}`, []string{`[3,4,5]`, `[5]`, `{}`}, []string{`[2,3]`, `[]`}},
		{"minContains 0", `{"contains":{"const":1},"minContains":0,"maxContains":1}`, []string{`[]`, `[1]`, `[2]`}, []string{`[1,1]`}},
		{"minContains", `{"contains":{"const":1},"minContains":2}`, []string{`[1,1]`, `[1,2,1]`}, []string{`[1]`, `[1,2]`}},
		{"minItems", `{"minItems":1}`, []string{`[1]`, `""`}, []string{`[]`}},
		{"maxItems", `{"maxItems":1}`, []string{`[]`, `[1]`}, []string{`[1,2]`}},
		{"uniqueItems", `{"uniqueItems":true}`, []string{`[1,2]`, `[0,false]`, `[1,true]`, `["a","b"]`, `[{"a":1},{"a":2}]`, `[[1],[true]]`}, []string{`[1,1]`, `[1.0,1.00,1]`, `["a","\u0061"]`, `[{"a":1,"b":2},{"b":2,"a":1}]`, `["a","b","a"]`}},
		{"allOf", `{"allOf":[{"required":["a"]},{"required":["b"]}]}`, []string{`{"a":1,"b":2}`}, []string{`{"a":1}`, `{}`}},
		{"anyOf", `{"anyOf":[{"type":"integer"},{"minimum":2}]}`, []string{`1`, `2.5`, `3`}, []string{`1.5`}},
		{"oneOf", `{"oneOf":[{"type":"integer"},{"minimum":2}]}`, []string{`1`, `2.5`}, []string{`3`, `1.5`}},
		{"not", `{"not":{"type":["integer","boolean"]}}`, []string{`"foo"`, `1.5`}, []string{`1`, `true`}},
		{"not a closed object", `{"not":{"properties":{"a":{"type":"string"}}}}`, []string{`{"a":1}`}, []string{`{"a":"x"}`, `{}`, `1`}},
		{"if without then", `{"if":{"const":0}}`, []string{`0`, `"hello"`}, nil},
		{"if, then and else", `{"if":{"exclusiveMaximum":0},"then":{"minimum":-10},"else":{"multipleOf":2}}`, []string{`-1`, `4`, `"a"`}, []string{`-100`, `3`}},
		{"$ref beside keywords", `{"$defs":{"a":{"maxItems":2}},"properties":{"foo":{"$ref":"#/$defs/a","minItems":1}}}`, []string{`{"foo":[1]}`}, []string{`{"foo":[]}`, `{"foo":[1,2,3]}`}},
		{"$ref to an escaped name", `{"$defs":{"a/b~c%d":{"type":"integer"}},"properties":{"x":{"$ref":"#/$defs/a~1b~0c%25d"}}}`, []string{`{"x":1}`}, []string{`{"x":"a"}`}},
		{"a tree", `{"properties":{"n":{"type":"integer"},"kids":{"type":"array","items":{"$ref":"#"}}},"additionalProperties":false}`, []string{`{"n":1,"kids":[{"n":2},{"kids":[{"n":3}]}]}`}, []string{`{"kids":[{"kids":[{"n":"3"}]}]}`, `{"kids":[{"m":1}]}`}},
		{"$anchor", `{"$ref":"#foo","$defs":{"A":{"$anchor":"foo","type":"integer"}}}`, []string{`1`}, []string{`"a"`}},
		{"$id within", `{"$id":"https://example.org/root.json","$ref":"a.json","$defs":{"A":{"$id":"a.json","type":"integer"}}}`, []string{`1`}, []string{`"a"`}},
		{"$dynamicRef", `{"$id":"https://example.org/strings","$ref":"list","$defs":{"s":{"$dynamicAnchor":"items","type":"string"},"list":{"$id":"list","type":"array","items":{"$dynamicRef":"#items"},"$defs":{"items":{"$dynamicAnchor":"items"}}}}}`, []string{`["a","b"]`}, []string{`["a",42]`}},
		{"the meta-schema", `{"$ref":"https://json-schema.org/draft/2020-12/schema"}`, []string{`{"minLength":1}`, `true`}, []string{`{"minLength":-1}`, `1`}},
		{"unevaluatedProperties", `{"properties":{"a":{}},"allOf":[{"properties":{"b":{}}}],"unevaluatedProperties":false}`, []string{`{"a":1,"b":2}`}, []string{`{"a":1,"b":2,"c":3}`}},
		{"unevaluatedItems", `{"prefixItems":[{}],"unevaluatedItems":false}`, []string{`[1]`}, []string{`[1,2]`}},
		{"format", `{"format":"date"}`, []string{`"2026-03-12"`, `"2024-02-29"`, `12`}, []string{`"2026-02-29"`, `"2026-3-12"`, `"x"`}},
		{"format uuid", `{"format":"uuid"}`, []string{`"2EB8AA08-AA98-11EA-B4AA-73B441D16380"`, `7`}, []string{`"2eb8aa08-aa98-11ea-b4aa-73b441d1638"`, `"2eb8aa08aa9811eab4aa73b441d16380"`}},
		{"draft 7", `{"$schema":"http://json-schema.org/draft-07/schema#","items":[{"type":"integer"}],"additionalItems":{"type":"string"},"dependencies":{"a":["b"],"c":{"required":["d"]}}}`, []string{`[1,"a"]`, `{"a":1,"b":2}`, `{"c":1,"d":2}`}, []string{`[1,2]`, `["a"]`, `{"a":1}`, `{"c":1}`}},
		{"content of draft 7", `{"$schema":"http://json-schema.org/draft-07/schema#","contentEncoding":"base64"}`, []string{`"Zm9v"`}, []string{`"*"`}},
		{"draft 4", `{"$schema":"http://json-schema.org/draft-04/schema#","maximum":3,"exclusiveMaximum":true}`, []string{`2.2`}, []string{`3`}},
		{"an unused name that is long", `{"properties":{"a":{"maxLength":1}}}`, []string{`{"b":"` + long + `"}`}, []string{`{"a":"` + long + `"}`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, exact := range []bool{false, true} {
				s, err := schema.Compile("s.json", []byte(tt.schema), &schema.Options{Exact: exact})
				if err != nil {
					t.Fatal(err)
				}
				for _, record := range tt.valid {
					if got, err := s.Check([]byte(record)); err != nil || got != nil {
						t.Errorf("exact %v: %s: %q, %v", exact, record, told(got), err)
					}
				}
				for _, record := range tt.invalid {
					if got, err := s.Check([]byte(record)); err != nil || len(got) == 0 {
						t.Errorf("exact %v: %s is valid, %v", exact, record, err)
					}
				}
			}
		})
	}
}

const long = "0123456789012345678901234567890123456789012345678901234567890123456789"
