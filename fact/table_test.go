package fact_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/fact"
)

// tabled is the records of an input, one a line, with the places of their contents'
// first and last bytes, and what could not be read.
func tabled(t *testing.T, text string, options *fact.Options) string {
	t.Helper()
	var b strings.Builder
	for item, err := range fact.Read(strings.NewReader(text), "dir/in", options) {
		if err != nil {
			t.Fatal(err)
		}
		if r := item.Record; r != nil {
			from, to := item.LocateContent(0, len(r.Content))
			fmt.Fprintf(&b, "%s %q %d:%d-%d:%d %q %s\n", r.ID[:min(len(r.ID), 4)], r.Content, from.Line, from.Column, to.Line, to.Column, text[from.Offset:to.Offset], r.Sources[0].URI+r.Sources[0].Title)
		}
		for _, p := range item.Problems {
			fmt.Fprintf(&b, "! %d:%d %s\n", p.Place.Line, p.Place.Column, p.Message)
		}
	}
	return b.String()
}

func TestTables(t *testing.T) {
	for _, c := range []struct {
		name, text string
		options    fact.Options
		want       string
	}{
		{"quoted fields and lines in them", "content,ID,uri\r\n\"Felt, \"\"é\"\"\nrims\",a1,https://a.example\r\nOak,a2,\r\n", fact.Options{Form: fact.CSV},
			"a1 \"Felt, \\\"é\\\"\\nrims\" 2:2-3:5 \"Felt, \\\"\\\"é\\\"\\\"\\nrims\" https://a.example\na2 \"Oak\" 4:1-4:4 \"Oak\" in\n"},
		{"semicolons, and a row without content", "id;content\n1;\n2;Felt, oak\n", fact.Options{Form: fact.CSV},
			"! 2:1 the row has nothing in its column content\n2 \"Felt, oak\" 3:3-3:12 \"Felt, oak\" in\n"},
		{"columns by name", "N\tA/B\tX\n7\tFelt\t8\n", fact.Options{Form: fact.TSV, Map: map[string]string{"content": "/A~1B", "id": "/N", "uri": "/X"}},
			"7 \"Felt\" 2:3-2:7 \"Felt\" 8\n"},
		{"no column for the content", "a,b\n1,2\n", fact.Options{Form: fact.CSV},
			"! 1:1 no column is called content; the columns are a, b: say which it is, as in --map content=/a\n"},
		{"a column that is not there", "a,b\n1,2\n", fact.Options{Form: fact.CSV, Map: map[string]string{"content": "/c"}},
			"! 1:1 no column is called \"c\"; the columns are a, b\n"},
		{"a list in YAML", "- id: a1\n  content: Felt is quiet.\n  sources: [{uri: 'https://a.example'}]\n- content: |\n    Oak\n- 5\n", fact.Options{Form: fact.YAML},
			"a1 \"Felt is quiet.\" 2:12-2:26 \"Felt is quiet.\" https://a.example\n7686 \"Oak\\n\" 5:5-6:1 \"Oak\\n\" in\n! 6:3 a record is a mapping, and this is none\n"},
		{"documents of YAML, mapped", "text: Felt\n---\ntext: Oak\n", fact.Options{Form: fact.YAML, Map: map[string]string{"content": "/text"}},
			"5852 \"Felt\" 1:7-1:11 \"Felt\" in\n7686 \"Oak\" 3:7-3:10 \"Oak\" in\n"},
		{"YAML that is longer than a record", "- content: Felt is quiet.\n", fact.Options{Form: fact.YAML, MaxRecord: 10},
			"! 1:1 the YAML is longer than the 10 bytes that are read of it; raise the limit of a record, or make JSON Lines of it\n"},
		{"broken YAML", "a: [\n", fact.Options{Form: fact.YAML}, "! 1:4 the YAML cannot be read: sequence end token ']' not found\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, tabled(t, c.text, &c.options)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func FuzzTable(f *testing.F) {
	f.Add("csv", "content,id\n\"a\"\"b\",1\nc,2\n")
	f.Add("tsv", "content\tid\na\t1\n")
	f.Add("yaml", "- content: a\n  id: b\n")
	f.Fuzz(func(t *testing.T, form, text string) {
		if form != "csv" && form != "tsv" && (form != "yaml" || strings.ContainsAny(text, "&*")) {
			return
		}
		for item, err := range fact.Read(strings.NewReader(text), "in", &fact.Options{Form: fact.Form(form)}) {
			if err != nil {
				t.Fatal(err)
			}
			if item.Record == nil {
				continue
			}
			for i := range len(item.Record.Content) + 1 {
				if from, _ := item.LocateContent(i, i); from.Offset < 0 || form != "yaml" && from.Offset > int64(len(text)) {
					t.Fatalf("byte %d of %q is at %d of %d", i, item.Record.Content, from.Offset, len(text))
				}
			}
		}
	})
}
