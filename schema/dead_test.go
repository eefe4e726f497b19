package schema_test

import (
	"strings"
	"testing"

	"github.com/factcite/factcite/schema"
)

// header begins a schema of a draft.
func header(draft string) string {
	uri := map[string]string{
		"4": "http://json-schema.org/draft-04/schema#", "6": "http://json-schema.org/draft-06/schema#", "7": "http://json-schema.org/draft-07/schema#",
		"2019": "https://json-schema.org/draft/2019-09/schema", "2020": "https://json-schema.org/draft/2020-12/schema",
	}[draft]
	return `{"$schema":"` + uri + `",`
}

// Every keyword that asserts nothing where it is, is refused.
func TestDeadKeywordsAreRefused(t *testing.T) {
	tests := []struct{ draft, rest, want string }{
		{"4", `"definitions":{"a":{}},"properties":{"x":{"$ref":"#/definitions/a","type":"string"}}}`, `"type" is ignored beside a $ref`},
		{"6", `"definitions":{"a":{}},"properties":{"x":{"$ref":"#/definitions/a","minLength":1}}}`, `"minLength" is ignored beside a $ref`},
		{"7", `"definitions":{"a":{}},"properties":{"x":{"$ref":"#/definitions/a","enum":["a"]}}}`, `"enum" is ignored beside a $ref`},
		{"7", `"then":{"minLength":1}}`, `"then" is ignored without "if"`},
		{"7", `"else":{"minLength":1}}`, `"else" is ignored without "if"`},
		{"2019", `"minContains":1}`, `"minContains" is ignored without "contains"`},
		{"2020", `"maxContains":1}`, `"maxContains" is ignored without "contains"`},
		{"2020", `"contentSchema":{"type":"object"}}`, `"contentSchema" is ignored without "contentMediaType"`},
		{"6", `"items":{"type":"string"},"additionalItems":false}`, `"additionalItems" is ignored unless "items" is an array of schemas`},
		{"2019", `"additionalItems":false}`, `"additionalItems" is ignored unless "items" is an array of schemas`},
		{"2020", `"additionalItems":false}`, `"additionalItems" is not a keyword of the draft`},
		{"6", `"contentEncoding":"base64"}`, `"contentEncoding" is not a keyword of the draft`},
		{"7", `"contentEncoding":"quoted-printable"}`, `contentEncoding "quoted-printable" is not known, and would be ignored`},
		{"7", `"type":"object","contentMediaType":"application/json"}`, `"contentMediaType" says nothing of an object`},
		{"4", `"const":1}`, `"const" is not a keyword of the draft`},
		{"7", `"dependentRequired":{"a":["b"]}}`, `"dependentRequired" is not a keyword of the draft`},
		{"7", `"unevaluatedProperties":false}`, `"unevaluatedProperties" is not a keyword of the draft`},
		{"7", `"type":"string","minimum":1}`, `"minimum" says nothing of a string`},
		{"7", `"type":"array","required":["a"]}`, `"required" says nothing of an array`},
		{"4", `"type":"object","items":{}}`, `"items" says nothing of an object`},
		{"7", `"type":["null","boolean"],"pattern":"^a"}`, `"pattern" says nothing of null or true or false`},
		{"7", `"type":"integer","enum":["1","2"]}`, `"enum" has no value that is an integer, so that the schema allows nothing`},
		{"7", `"type":"string","const":1}`, `"const" has no value that is a string, so that the schema allows nothing`},
		{"7", `"requierd":["a"]}`, `"requierd" is not a keyword, and would be ignored (did you mean "required"?)`},
		{"7", `"enum":[]}`, `an empty enum allows nothing`},
	}
	for _, tt := range tests {
		text := header(tt.draft) + tt.rest
		_, err := schema.Compile("s.json", []byte(text), nil)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", text, err, tt.want)
		}
	}
}

// Every keyword that only describes is warned of at most, and changes no verdict.
func TestDescribingKeywordsAreWarnedOf(t *testing.T) {
	tests := []struct{ draft, rest, warning string }{
		{"4", `"$comment":"x"}`, `"$comment" is not a keyword of the draft`},
		{"6", `"readOnly":true}`, `"readOnly" is not a keyword of the draft`},
		{"7", `"deprecated":true}`, `"deprecated" is not a keyword of the draft`},
		{"4", `"examples":["a"]}`, `"examples" is not a keyword of the draft`},
		{"7", `"$defs":{"a":{"type":"string"}}}`, `"$defs" is not a keyword of the draft`},
		{"7", `"markdownDescription":"x"}`, `"markdownDescription" is not a keyword, and asserts nothing`},
		{"7", `"defaultSnippets":[{"body":{}}]}`, `"defaultSnippets" is not a keyword, and asserts nothing`},
		{"7", `"tsType":"Felt"}`, `"tsType" is not a keyword, and asserts nothing`},
		{"7", `"format":"semver"}`, `format "semver" is not known, and asserts nothing`},
		{"7", `"contentMediaType":"text/html"}`, `contentMediaType "text/html" is not checked`},
		{"7", `"x-own":{"requierd":1}}`, ``},
		{"7", `"definitions":{"a":{}},"properties":{"x":{"$ref":"#/definitions/a","description":"x","default":1,"title":"t","examples":[1],"$comment":"c"}}}`, ``},
	}
	for _, tt := range tests {
		text := header(tt.draft) + tt.rest
		s, err := schema.Compile("s.json", []byte(text), nil)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		warnings := s.Warnings()
		switch {
		case tt.warning == "" && len(warnings) == 0:
		case tt.warning != "" && len(warnings) == 1 && strings.Contains(warnings[0].Error(), tt.warning):
		default:
			t.Errorf("%s: %v, want %q", text, warnings, tt.warning)
		}
	}
}

// Content that is encoded is asserted as formats are, in every draft that knows it.
func TestContentIsAssertedInEveryDraft(t *testing.T) {
	tests := []struct{ rest, good, bad string }{
		{`"contentEncoding":"base64"}`, `"ZmVsdA=="`, `"felt!"`},
		{`"contentMediaType":"application/json"}`, `"{\"a\":1}"`, `"{a}"`},
		{`"contentEncoding":"base64","contentMediaType":"application/json"}`, `"eyJhIjoxfQ=="`, `"e2F9"`},
	}
	for _, draft := range []string{"7", "2019", "2020"} {
		for _, tt := range tests {
			s, err := schema.Compile("s.json", []byte(header(draft)+tt.rest), nil)
			if err != nil {
				t.Fatal(err)
			}
			for record, want := range map[string]int{tt.good: 0, tt.bad: 1, `7`: 0} {
				if got, err := s.Check([]byte(record)); err != nil || len(got) != want {
					t.Errorf("draft %s, %s: %s: %q, %v, want %d violations", draft, tt.rest, record, told(got), err, want)
				}
			}
		}
	}
}
