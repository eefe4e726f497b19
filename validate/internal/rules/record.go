package rules

import (
	"strings"

	"github.com/factcite/factcite/validate/internal/finding"
)

func recordRules() []Rule {
	return []Rule{{
		ID:       "unreadable-record",
		Title:    "A record cannot be read",
		Family:   familyRecord,
		Severity: finding.Error,
		Doc: "What is in the place of a record is not one: broken JSON, a value that is not an object, " +
			"bytes of another kind, or more than the limits on size and nesting allow. Nothing of it is checked " +
			"and nothing of it reaches the bibliography. Repair it at the place given, or raise --max-record or --max-depth.",
		Bad: []Example{{
			Name: "facts.jsonl",
			Text: lines(
				`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				`{"id": "a2", "fact_type": "claim", "content": "Felt rims`),
			At: "2:1",
		}},
		Good: []Example{{
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
		}},
		Since: "0.1.0",
	}, {
		ID:       "schema",
		Title:    "A record breaks the schema",
		Family:   familyRecord,
		Severity: finding.Error,
		Doc: "The record is not what the JSON Schema asks for: a member is missing, has another type, or a value that " +
			"is not allowed. Tools that rely on the schema will stumble over it. The finding names the member (a JSON pointer), the " +
			"keyword of the schema and the value. `factcite schema` prints the default schema; --schema FILE takes another.",
		Bad: []Example{{
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "rumour", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
			At:   "1:27",
		}},
		Good: []Example{{
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
		}},
		Since: "0.1.0",
	}, {
		ID:       "schema-too-costly",
		Title:    "A record would take the schema too long",
		Family:   familyRecord,
		Severity: finding.Error,
		Doc: "Where a schema's alternatives (anyOf, oneOf) lie within each other and take the same values, the number of ways to read a value doubles with each level of " +
			"it. The record is wrong somewhere, and to say where would take minutes: it was not checked. Give the alternatives a member with a const that tells them apart.",
		Bad: []Example{
			{Name: "facts.jsonl", Text: lines(treeRecord(40, `"leaf"`)), At: "1:108"},
			{Name: OwnSchema, Text: lines(treeSchema)},
		},
		Good: []Example{
			{Name: "facts.jsonl", Text: lines(treeRecord(3, ""))},
			{Name: OwnSchema, Text: lines(treeSchema)},
		},
		Since: "0.2.0",
	}, {
		ID:       "duplicate-member",
		Title:    "A JSON object names a member twice",
		Family:   familyRecord,
		Severity: finding.Warning,
		Doc: "JSON leaves open which of two members of one name counts, and programs differ: one reads the first, another " +
			"the last. Two readers of this record may see two different facts. Keep one of them.",
		Bad: []Example{{
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "claim", "fact_type": "quote", "content": "Ana Roe said: 'Felt is quiet.'", "sources": [{"uri": "https://carts.example.org/a"}]}`),
			At:   "1:36",
		}},
		Good: []Example{{
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "quote", "content": "Ana Roe said: 'Felt is quiet.'", "sources": [{"uri": "https://carts.example.org/a"}]}`),
		}},
		Since: "0.1.0",
	}, {
		ID:       "invalid-utf8",
		Title:    "Bytes are not UTF-8",
		Family:   familyRecord,
		Severity: finding.Error,
		Doc: "The input holds bytes that are not UTF-8, mostly text in Latin-1 or Windows-1252. The characters they stood for " +
			"are lost to every reader. Convert the file to UTF-8. Tables, YAML and pages are read in the encoding that they look like, and this is reported only if none is found. " +
			"A .bib in another encoding is read in it as well; this is not reported if the file says so, as in \"% Encoding: Cp1251\".",
		Bad: []Example{{
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "claim", "content": "Caf` + "\xe9" + ` carts are quiet.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
			At:   "1:51",
		}},
		Good: []Example{{
			Name: "facts.jsonl",
			Text: lines(`{"id": "a1", "fact_type": "claim", "content": "Café carts are quiet.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
		}},
		Also:  []string{"unreadable-record"},
		Since: "0.1.0",
	}, {
		ID:       "fact-id-reused",
		Title:    "One id names two facts",
		Family:   familyRecord,
		Severity: finding.Error,
		Doc: "Two records have the same id and different content, so a citation of that id is ambiguous. The same fact " +
			"met again, on another page or under another node, is no finding: it is counted once. Give one of them an id of its own.",
		Bad: []Example{{
			Name: "facts.jsonl",
			Text: lines(
				`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				`{"id": "a1", "fact_type": "claim", "content": "Iron rims are loud.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
			At: "2:1",
		}},
		Good: []Example{{
			Name: "facts.jsonl",
			Text: lines(
				`{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "sources": [{"uri": "https://carts.example.org/a"}]}`,
				`{"id": "a1", "fact_type": "claim", "content": "Felt rims  are quiet.", "sources": [{"uri": "https://carts.example.org/b"}]}`,
				`{"id": "a2", "fact_type": "claim", "content": "Iron rims are loud.", "sources": [{"uri": "https://carts.example.org/a"}]}`),
		}},
		Since: "0.1.0",
	}}
}

// treeSchema is a schema whose alternatives both take what lies within.
const treeSchema = `{"properties": {"tree": {"$ref": "#/$defs/node"}}, "$defs": {"node": {"unevaluatedItems": true, "anyOf": [` +
	`{"type": "array", "items": {"$ref": "#/$defs/node"}}, {"type": "array", "items": {"$ref": "#/$defs/node"}, "maxItems": 9}]}}}`

func treeRecord(depth int, leaf string) string {
	return `{"id": "a1", "fact_type": "claim", "content": "Felt rims are quiet.", "tree": ` + strings.Repeat("[", depth) + leaf + strings.Repeat("]", depth) +
		`, "sources": [{"uri": "https://carts.example.org/a"}]}`
}
