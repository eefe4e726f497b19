package schema

import "testing"

const (
	at4    = `"$schema":"http://json-schema.org/draft-04/schema#",`
	at6    = `"$schema":"http://json-schema.org/draft-06/schema#",`
	at7    = `"$schema":"http://json-schema.org/draft-07/schema#",`
	at2019 = `"$schema":"https://json-schema.org/draft/2019-09/schema",`
	at2020 = `"$schema":"https://json-schema.org/draft/2020-12/schema",`
)

// publicShapes are invented after the kinds of schemas that are published for
// configuration files, packages, interfaces and exchange formats.
var publicShapes = []struct{ name, text string }{
	{"a package of draft 04", `{` + at4 + `"id":"https://schemas.example.org/package","title":"Package","type":"object","required":["name"],"properties":{"name":{"type":"string","minLength":1},"version":{"type":"string","pattern":"^\\d+\\.\\d+"}}}`},
	{"an id with a fragment", `{` + at4 + `"id":"https://schemas.example.org/a.json#","type":"object"}`},
	{"a $schema without its hash", `{"$schema":"http://json-schema.org/draft-07/schema","type":"object"}`},
	{"a $schema over https", `{"$schema":"https://json-schema.org/draft-07/schema#","type":"object"}`},
	{"no $schema", `{"type":"object","properties":{"a":{"type":"string"}}}`},
	{"an exclusive bound of draft 04", `{` + at4 + `"properties":{"ratio":{"type":"number","minimum":0,"exclusiveMinimum":true}}}`},
	{"an exclusive bound of draft 06", `{` + at6 + `"properties":{"ratio":{"type":"number","exclusiveMinimum":0}}}`},
	{"definitions and references", `{` + at7 + `"definitions":{"path":{"type":"string"}},"properties":{"in":{"$ref":"#/definitions/path"},"out":{"$ref":"#/definitions/path"}}}`},
	{"a description beside a reference", `{` + at7 + `"definitions":{"path":{"type":"string"}},"properties":{"in":{"description":"where from","$ref":"#/definitions/path","default":"."}}}`},
	{"keywords beside a reference", `{` + at2020 + `"$defs":{"path":{"type":"string"}},"properties":{"in":{"$ref":"#/$defs/path","maxLength":9}}}`},
	{"$defs in draft 07", `{` + at7 + `"$defs":{"path":{"type":"string"}},"properties":{"in":{"$ref":"#/$defs/path"}}}`},
	{"definitions in draft 2020-12", `{` + at2020 + `"definitions":{"path":{"type":"string"}},"$ref":"#/definitions/path"}`},
	{"definitions of definitions", `{` + at7 + `"definitions":{"v1":{"definitions":{"path":{"type":"string"}}}},"$ref":"#/definitions/v1/definitions/path"}`},
	{"a reference into properties", `{` + at7 + `"properties":{"a":{"type":"object","properties":{"b":{"type":"string"}}},"c":{"$ref":"#/properties/a/properties/b"}}}`},
	{"an escaped reference", `{` + at7 + `"definitions":{"a/b~c d":{"type":"string"}},"$ref":"#/definitions/a~1b~0c%20d"}`},
	{"a tree", `{` + at7 + `"definitions":{"node":{"type":"object","properties":{"kids":{"type":"array","items":{"$ref":"#/definitions/node"}}}}},"$ref":"#/definitions/node"}`},
	{"a tree of the whole", `{` + at4 + `"type":"object","properties":{"kids":{"type":"array","items":{"$ref":"#"}}}}`},
	{"JSON itself", `{` + at7 + `"definitions":{"json":{"anyOf":[{"type":["string","number","boolean","null"]},{"type":"array","items":{"$ref":"#/definitions/json"}},{"type":"object","additionalProperties":{"$ref":"#/definitions/json"}}]}},"$ref":"#/definitions/json"}`},
	{"oneOf with constants", `{` + at7 + `"oneOf":[{"properties":{"kind":{"const":"cart"}},"required":["kind"]},{"properties":{"kind":{"const":"sled"}},"required":["kind"]}]}`},
	{"oneOf of enums of draft 04", `{` + at4 + `"oneOf":[{"properties":{"kind":{"enum":["cart"]}}},{"properties":{"kind":{"enum":["sled"]}}}]}`},
	{"constants with titles", `{` + at7 + `"oneOf":[{"const":"on","title":"On","description":"runs"},{"const":"off","title":"Off"}]}`},
	{"an enum with descriptions", `{` + at7 + `"enum":["a","b"],"enumDescriptions":["first","second"],"markdownEnumDescriptions":["*first*","second"]}`},
	{"an enum of many types", `{` + at4 + `"enum":["always",true,false,null,1]}`},
	{"a text or a list of texts", `{` + at7 + `"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"},"minItems":1,"uniqueItems":true}]}`},
	{"members by pattern", `{` + at7 + `"patternProperties":{"^[a-z][a-z0-9-]*$":{"type":"object"},"^x-":{}},"additionalProperties":false}`},
	{"names by pattern", `{` + at6 + `"propertyNames":{"pattern":"^[A-Z_]+$"},"additionalProperties":{"type":["string","null"]}}`},
	{"extended by allOf", `{` + at7 + `"definitions":{"base":{"properties":{"id":{"type":"string"}}}},"allOf":[{"$ref":"#/definitions/base"},{"properties":{"n":{"type":"integer"}}}]}`},
	{"if, then and else", `{` + at7 + `"if":{"properties":{"os":{"const":"linux"}}},"then":{"required":["kernel"]},"else":{"not":{"required":["kernel"]}}}`},
	{"conditions in allOf", `{` + at7 + `"allOf":[{"if":{"required":["a"]},"then":{"required":["b"]}},{"if":{"required":["c"]},"then":{"required":["d"]}}]}`},
	{"dependencies", `{` + at4 + `"dependencies":{"card":["address"],"shipping":{"required":["street"]}}}`},
	{"dependent schemas", `{` + at2019 + `"dependentRequired":{"card":["address"]},"dependentSchemas":{"a":{"minProperties":2}}}`},
	{"a tuple of draft 07", `{` + at7 + `"items":[{"type":"string"},{"type":"number"}],"additionalItems":false}`},
	{"a tuple of draft 2020-12", `{` + at2020 + `"prefixItems":[{"type":"string"},{"type":"number"}],"items":false}`},
	{"closed over allOf", `{` + at2019 + `"allOf":[{"properties":{"a":{}}}],"properties":{"b":{}},"unevaluatedProperties":false}`},
	{"a closed list", `{` + at2020 + `"prefixItems":[{}],"contains":{"type":"string"},"minContains":0,"unevaluatedItems":{"type":"number"}}`},
	{"an anchor", `{` + at2020 + `"$defs":{"a":{"$anchor":"felt","type":"string"}},"$ref":"#felt"}`},
	{"a dynamic reference", `{` + at2020 + `"$id":"https://schemas.example.org/tree","$dynamicAnchor":"node","type":"object","properties":{"kids":{"type":"array","items":{"$dynamicRef":"#node"}}}}`},
	{"a recursive reference", `{` + at2019 + `"$id":"https://schemas.example.org/tree","$recursiveAnchor":true,"properties":{"kids":{"items":{"$recursiveRef":"#"}}}}`},
	{"a bundle", `{` + at2020 + `"$id":"https://schemas.example.org/main","$ref":"part","$defs":{"part":{"$id":"part","type":"object"}}}`},
	{"a fragment as an id", `{` + at6 + `"definitions":{"a":{"$id":"#felt","type":"string"}},"allOf":[{"$ref":"#felt"}]}`},
	{"formats that are known", `{` + at7 + `"properties":{"a":{"format":"uri"},"b":{"format":"date-time"},"c":{"format":"email"},"d":{"format":"idn-hostname"}}}`},
	{"formats of somebody's own", `{` + at4 + `"properties":{"a":{"type":"integer","format":"int64"},"b":{"type":"string","format":"path"},"c":{"format":"color-hex"}}}`},
	{"words of an editor", `{` + at7 + `"allowTrailingCommas":true,"properties":{"a":{"markdownDescription":"*a*","deprecationMessage":"no","defaultSnippets":[{"label":"x","body":{"$ref":"nowhere"}}],"doNotSuggest":true}}}`},
	{"words of a generator", `{` + at7 + `"properties":{"a":{"tsType":"Felt","javaType":"org.example.Felt","x-intellij-html-description":"<b>a</b>"}}}`},
	{"words of an interface", `{` + at4 + `"properties":{"a":{"type":"string","nullable":true,"xml":{"name":"a"},"discriminator":"kind","externalDocs":{}}}}`},
	{"comments and examples in draft 04", `{` + at4 + `"$comment":"felt","examples":[{"a":1}],"properties":{"a":{"examples":[1],"readOnly":true}}}`},
	{"true and false", `{` + at6 + `"properties":{"a":true,"b":false},"additionalProperties":true}`},
	{"an empty schema", `{}`},
	{"a vocabulary", `{` + at2020 + `"$id":"https://schemas.example.org/v","$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/core":true},"type":"object"}`},
	{"content of a text", `{` + at7 + `"properties":{"a":{"type":"string","contentEncoding":"base64","contentMediaType":"image/png"}}}`},
	{"the meta-schema extended", `{` + at7 + `"allOf":[{"$ref":"http://json-schema.org/draft-07/schema#"}]}`},
}

// What jsonschema v5 alone compiles without the network compiles here.
func TestPublicShapesCompile(t *testing.T) {
	if len(publicShapes) < 40 {
		t.Errorf("only %d shapes", len(publicShapes))
	}
	for _, shape := range publicShapes {
		if _, err := compileJudge("s.json", "s.json", []byte(shape.text), nil, new([]*SchemaError), new(documents)); err != nil {
			t.Errorf("%s: v5 does not compile it: %v", shape.name, err)
		}
		if _, err := Compile("s.json", []byte(shape.text), nil); err != nil {
			t.Errorf("%s: %v", shape.name, err)
		}
	}
}
