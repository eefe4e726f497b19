package schema

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
)

// gambler draws random schemas, and random values that often fit them.
type gambler struct{ *rand.Rand }

func newGambler(seed uint64) gambler { return gambler{rand.New(rand.NewPCG(seed, 0))} }

// one draws one of several things.
func one[T any](g gambler, of ...T) T { return of[g.IntN(len(of))] }

func (g gambler) name() string {
	return one(g, "a", "b", "c", "a", "b", "c", "content", "é", "x/y", "~", "fact_type", "")
}

func (g gambler) text() string {
	return one(g, "", "a", "b", "ab", "abc", "aab", "äö", "a b", "A", "\n", "0", "10", "\"", "\\", "日本", "K",
		"2026-03-12", "2026-02-30", "https://example.org/a", "https://example.org/a b", "/a", "a:b",
		"7b83aa4e-5869-52f5-81ec-20b3a1b08d66", "192.0.2.1", "+1.2.3.4", "09:30:00Z", "2026-03-12T09:30:00Z", "a@example.org", "_", "😀")
}

func (g gambler) pattern() string {
	return one(g, "a", "^a", "b$", "^a*b?$", "^$", "\\S", "^[a-c]+$", "(?i)k", "^.$", "[^a]", "a|^b$", "(ab)+", "\\ba", "^\\w+$", "\\p{L}", "^(a|b)*c$", "", "^é", "\\d", "(?m)^a$", ".{2,3}", "^x?$", "$", "[\\x{3000}-\\x{9fff}]", "(?s)^.*$", "^[ -~]*$")
}

func (g gambler) number() json.Number {
	return json.Number(one(g, "0", "1", "2", "3", "-1", "-2", "10", "0.5", "1.0", "-0.5", "-0", "1e1", "2.50", "1E-1", "9007199254740993", "123456789012345678901", "1.0000000000000000000001", "2.0"))
}

func (g gambler) value(depth int) any {
	if depth <= 0 || g.IntN(3) > 0 {
		switch g.IntN(6) {
		case 0:
			return nil
		case 1:
			return g.IntN(2) == 0
		case 2:
			return g.number()
		default:
			return g.text()
		}
	}
	if g.IntN(2) == 0 {
		list := make([]any, g.IntN(4))
		for i := range list {
			list[i] = g.value(depth - 1)
		}
		return list
	}
	object := map[string]any{}
	for range g.IntN(5) {
		object[g.name()] = g.value(depth - 1)
	}
	return object
}

// schema draws a schema. Only some of the keywords fit each other.
func (g gambler) schema(depth int) any {
	if g.IntN(12) == 0 {
		return g.IntN(4) > 0
	}
	s := map[string]any{}
	for range g.IntN(3) + 1 {
		g.keyword(s, depth)
	}
	return s
}

func (g gambler) keyword(s map[string]any, depth int) {
	sub := func() any {
		if depth <= 0 {
			return one[any](g, true, true, false, map[string]any{"type": "string"}, map[string]any{"minLength": 2}, map[string]any{"const": "a"})
		}
		return g.schema(depth - 1)
	}
	subs := func() []any {
		list := make([]any, g.IntN(3)+1)
		for i := range list {
			list[i] = sub()
		}
		return list
	}
	names := func() []any {
		drawn := map[string]bool{}
		for range g.IntN(3) {
			drawn[g.name()] = true
		}
		list := []any{}
		for name := range drawn {
			list = append(list, name)
		}
		return list
	}
	object := func(value func() any) map[string]any {
		m := map[string]any{}
		for range g.IntN(4) {
			m[g.name()] = value()
		}
		return m
	}
	switch g.IntN(39) {
	case 0, 1, 2:
		s["type"] = one[any](g, "object", "object", "array", "string", "string", "number", "integer", "boolean", "null",
			[]any{"string", "null"}, []any{"object", "array"}, []any{"integer", "string"}, []any{"number", "integer"})
	case 3:
		list := []any{}
		for range g.IntN(3) + 1 {
			list = append(list, g.value(1))
		}
		s["enum"] = list
	case 4:
		s["const"] = g.value(1)
	case 5, 6, 7, 8:
		s["properties"] = object(sub)
	case 9, 10:
		s["required"] = names()
	case 11, 12:
		s["additionalProperties"] = one(g, any(false), sub())
	case 13:
		s["patternProperties"] = map[string]any{g.pattern(): sub()}
	case 14:
		s["propertyNames"] = sub()
	case 15:
		s["minProperties"] = g.IntN(4)
	case 16:
		s["maxProperties"] = g.IntN(4)
	case 17:
		s["dependentRequired"] = object(func() any { return names() })
	case 18:
		s["dependentSchemas"] = object(sub)
	case 19, 20:
		s["items"] = sub()
	case 21:
		s["prefixItems"] = subs()
	case 22:
		s["contains"] = sub()
	case 23:
		s["contains"] = sub()
		s["minContains"] = g.IntN(3)
		s["maxContains"] = g.IntN(3)
	case 24:
		s["minItems"] = g.IntN(4)
	case 25:
		s["maxItems"] = g.IntN(4)
	case 26:
		s["uniqueItems"] = true
	case 27:
		s["minLength"] = g.IntN(4)
	case 28:
		s["maxLength"] = g.IntN(4)
	case 29:
		s["pattern"] = g.pattern()
	case 30:
		s["format"] = one(g, "uri", "uuid", "date", "date-time", "ipv4", "time", "email", "uri-reference", "regex")
	case 31:
		s[one(g, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")] = g.number()
	case 32:
		s["multipleOf"] = json.Number(one(g, "1", "2", "0.5"))
	case 33:
		s["allOf"] = subs()
	case 34:
		s["anyOf"] = subs()
	case 35:
		s["oneOf"] = subs()
	case 36:
		s["not"] = sub()
	case 37:
		s["if"], s["then"], s["else"] = sub(), sub(), sub()
	case 38:
		switch g.IntN(4) {
		case 0:
			s["unevaluatedProperties"] = sub()
		case 1:
			s["unevaluatedItems"] = sub()
		default:
			s["$ref"] = one(g, "#/$defs/x", "#/$defs/y")
		}
	}
}

// rootSchema draws a schema with definitions that others may refer to.
func (g gambler) rootSchema() map[string]any {
	root, ok := g.schema(3).(map[string]any)
	if !ok {
		root = map[string]any{}
		g.keyword(root, 3)
	}
	root["$defs"] = map[string]any{"x": g.schema(2), "y": g.schema(2)}
	return root
}

// fitting draws a value that a schema is likely to allow.
func (g gambler) fitting(schema any, root map[string]any, depth int) any {
	s, ok := schema.(map[string]any)
	if !ok || depth <= 0 || g.IntN(12) == 0 {
		return g.value(2)
	}
	if list, ok := s["enum"].([]any); ok {
		return one(g, list...)
	}
	if v, ok := s["const"]; ok {
		return v
	}
	for _, keyword := range []string{"allOf", "anyOf", "oneOf"} {
		if list, ok := s[keyword].([]any); ok && g.IntN(2) == 0 {
			return g.fitting(one(g, list...), root, depth-1)
		}
	}
	if ref, ok := s["$ref"].(string); ok && g.IntN(2) == 0 {
		return g.fitting(root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")], root, depth-1)
	}
	switch {
	case s["type"] == "object" || s["properties"] != nil || s["required"] != nil || s["additionalProperties"] != nil || s["propertyNames"] != nil || s["minProperties"] != nil || s["dependentRequired"] != nil:
		properties, _ := s["properties"].(map[string]any)
		object := map[string]any{}
		for _, name := range sortedKeys(properties) {
			if g.IntN(3) > 0 {
				object[name] = g.fitting(properties[name], root, depth-1)
			}
		}
		required, _ := s["required"].([]any)
		for _, name := range required {
			if name := name.(string); object[name] == nil && g.IntN(8) > 0 {
				object[name] = g.fitting(properties[name], root, depth-1)
			}
		}
		for range g.IntN(2) {
			object[g.name()] = g.fitting(s["additionalProperties"], root, depth-1)
		}
		return object
	case s["type"] == "array" || s["items"] != nil || s["prefixItems"] != nil || s["contains"] != nil || s["minItems"] != nil || s["uniqueItems"] != nil:
		list := make([]any, g.IntN(4))
		prefix, _ := s["prefixItems"].([]any)
		for i := range list {
			switch {
			case i < len(prefix):
				list[i] = g.fitting(prefix[i], root, depth-1)
			case s["items"] != nil && s["contains"] == nil:
				list[i] = g.fitting(s["items"], root, depth-1)
			case s["contains"] != nil:
				list[i] = g.fitting(s["contains"], root, depth-1)
			default:
				list[i] = g.value(1)
			}
		}
		return list
	case s["type"] == "number" || s["type"] == "integer" || s["minimum"] != nil || s["maximum"] != nil:
		return g.number()
	case s["type"] == "string" || s["pattern"] != nil || s["format"] != nil || s["minLength"] != nil:
		return g.text()
	}
	return g.value(2)
}

// write writes a value as JSON in one of the many ways to do so.
func (g gambler) write(b *strings.Builder, v any) {
	g.space(b)
	switch v := v.(type) {
	case map[string]any:
		b.WriteByte('{')
		names := sortedKeys(v)
		g.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		if len(names) > 0 && g.IntN(40) == 0 {
			names = append(names, names[0])
		}
		for i, name := range names {
			if i > 0 {
				b.WriteByte(',')
			}
			g.space(b)
			g.writeText(b, name)
			g.space(b)
			b.WriteByte(':')
			if i >= len(v) {
				g.write(b, g.value(1)) // the member is given twice
			} else {
				g.write(b, v[name])
			}
		}
		b.WriteByte('}')
	case []any:
		b.WriteByte('[')
		for i, item := range v {
			if i > 0 {
				b.WriteByte(',')
			}
			g.write(b, item)
		}
		b.WriteByte(']')
	case string:
		g.writeText(b, v)
	default:
		text, err := json.Marshal(v)
		if err != nil {
			panic(err)
		}
		b.Write(text)
	}
	g.space(b)
}

func (g gambler) space(b *strings.Builder) {
	if g.IntN(10) == 0 {
		b.WriteString(one(g, " ", "\n", "\t", "  ", "\r\n"))
	}
}

func (g gambler) writeText(b *strings.Builder, s string) {
	escaping := g.IntN(10) == 0
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r < 0x10000 && (r < ' ' || r == '"' || r == '\\' || escaping):
			fmt.Fprintf(b, `\u%04x`, r)
		case escaping:
			r -= 0x10000
			fmt.Fprintf(b, `\u%04X\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		default:
			b.WriteRune(r)
		}
	}
	if g.IntN(200) == 0 {
		b.WriteString(one(g, `\ud800`, "\xff", `\udc00`))
	}
	b.WriteByte('"')
}
