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
		{"an unknown alias in YAML", "- *a\n- content: Oak\n", fact.Options{Form: fact.YAML},
			"! 1:3 no record can be read here: could not find alias \"a\"\n7686 \"Oak\" 2:12-2:15 \"Oak\" in\n"},
		{"a row that is longer than a record", "content\n" + strings.Repeat("a", 21) + "\r\n" + strings.Repeat("b", 20) + "\n\"" + strings.Repeat("c", 30), fact.Options{Form: fact.CSV, MaxRecord: 20},
			"! 2:1 the line is 21 bytes long, and a record may have 20; raise the limit if it is one\n189f \"bbbbbbbbbbbbbbbbbbbb\" 3:1-3:21 \"bbbbbbbbbbbbbbbbbbbb\" in\n! 4:1 the line is 31 bytes long, and a record may have 20; raise the limit if it is one\n"},
		{"a byte order mark, spaces, and blank fields without a column", "\ufeffContent , URI\nFelt,https://a.example,, \nOak", fact.Options{Form: fact.CSV},
			"7f32 \"Felt\" 2:1-2:5 \"Felt\" https://a.example\n7686 \"Oak\" 3:1-3:4 \"Oak\" in\n"},
		{"more fields than columns", "content,id\nFelt, as said,1\nOak,2", fact.Options{Form: fact.CSV},
			"! 2:15 the row has more fields than the 2 columns that the first row names; put a field in quotation marks that holds ','\n2 \"Oak\" 3:1-3:4 \"Oak\" in\n"},
		{"text after the closing mark of a field", "id,content\n1,\"Felt\" by Roe\n2,\"Oak\"  \n3,\"El\"m, fir\n", fact.Options{Form: fact.CSV},
			"! 2:9 text follows the closing quotation mark of a field; double the marks that the field holds\n2 \"Oak\" 3:4-3:7 \"Oak\" in\n! 4:7 text follows the closing quotation mark of a field; double the marks that the field holds\n"},
		{"text after the closing mark of a column's name", "\"content\"s,id\nFelt,1\n", fact.Options{Form: fact.CSV},
			"! 1:10 text follows the closing quotation mark of a field; double the marks that the field holds\n"},
		{"a field that is never closed", "content,id\nElm,1\n\"Felt,2\nOak,3\n", fact.Options{Form: fact.CSV},
			"1 \"Elm\" 2:1-2:4 \"Elm\" in\n! 3:1 the quotation mark here is never closed; close it, or double it and put the field in quotation marks\n"},
		{"a mark within a field", "content,id\nFelt of 5\" rims,1\nOak of 6\" rims,2\n", fact.Options{Form: fact.CSV},
			"1 \"Felt of 5\\\" rims\" 2:1-2:16 \"Felt of 5\\\" rims\" in\n2 \"Oak of 6\\\" rims\" 3:1-3:15 \"Oak of 6\\\" rims\" in\n"},
		{"marks of a text where tabs part fields", "content\tid\n\"Felt\" by Roe\t1\n\"Oak\"\t2\n", fact.Options{Form: fact.TSV},
			"1 \"\\\"Felt\\\" by Roe\" 2:1-2:14 \"\\\"Felt\\\" by Roe\" in\n2 \"Oak\" 3:2-3:5 \"Oak\" in\n"},
		{"what another record names, in YAML", "- id: a1\n  content: &f Felt is quiet.\n  sources: &s [{uri: 'https://a.example'}]\n- id: a2\n  content: Oak\n  sources: *s\n- &r {id: a3, content: *f}\n- <<: *r\n  id: a4\n", fact.Options{Form: fact.YAML},
			"a1 \"Felt is quiet.\" 2:15-2:29 \"Felt is quiet.\" https://a.example\na2 \"Oak\" 5:12-5:15 \"Oak\" https://a.example\na3 \"Felt is quiet.\" 7:3-7:3 \"\" in\na4 \"Felt is quiet.\" 8:3-8:3 \"\" in\n"},
		{"what a record names of another document, in YAML", "content: &a Oak\n---\ncontent: *a\n", fact.Options{Form: fact.YAML},
			"7686 \"Oak\" 1:13-1:16 \"Oak\" in\n! 3:1 no record can be read here: could not find alias \"a\"\n"},
		{"fewer fields than columns", "id,content\n1\n2,\n,Oak\n", fact.Options{Form: fact.CSV},
			"! 2:1 the row has nothing in its column content\n! 3:1 the row has nothing in its column content\n7686 \"Oak\" 4:2-4:5 \"Oak\" in\n"},
		{"bytes that are not UTF-8", "content,id\nF\xffelt,a\n\"\xfe\",b\n", fact.Options{Form: fact.CSV},
			"a \"F\ufffdelt\" 2:1-2:6 \"F\\xffelt\" in\n! 2:2 a byte is not UTF-8, first 0xff; it is read as U+FFFD, save the text as UTF-8\n" +
				"b \"\ufffd\" 3:2-3:3 \"\\xfe\" in\n! 3:2 a byte is not UTF-8, first 0xfe; it is read as U+FFFD, save the text as UTF-8\n"},
		{"no rows", "content\n", fact.Options{Form: fact.CSV}, ""},
		{"the first of columns that says something", "n,text,note\n1,Felt,so\n2,,it\n", fact.Options{Form: fact.CSV, Map: map[string]string{"content": "/none|/note"}},
			"5101 \"so\" 2:8-2:10 \"so\" in\n251a \"it\" 3:4-3:6 \"it\" in\n"},
		{"YAML that is nested too deep", "content: {a: {b: {c: 1}}}\n", fact.Options{Form: fact.YAML, MaxDepth: 2},
			"! 1:14 no record can be read here: it is nested more than 2 deep\n"},
		{"lines that YAML folds or keeps", "- {content: Elm, fact_type: claim}\n-   content: >\n      Fir\n", fact.Options{Form: fact.YAML},
			"4aa1 \"Elm\" 1:13-1:16 \"Elm\" in\nd032 \"Fir\\n\" 3:7-4:1 \"Fir\\n\" in\n"},
		{"broken YAML", "a: [\n", fact.Options{Form: fact.YAML}, "! 1:4 the YAML cannot be read: sequence end token ']' not found\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, tabled(t, c.text, &c.options)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestAliasesOfAliases holds that the aliases of a text do not stand for more than is read of
// it, in one record or in several.
func TestAliasesOfAliases(t *testing.T) {
	for name, between := range map[string]string{"in a record": "", "in several": "- content: Oak\n"} {
		text := "- content: Felt\n  a0: &a0 [x]\n"
		for i := range 10 {
			text += between + fmt.Sprintf("  a%d: &a%d [%s]\n", i+1, i+1, strings.Repeat(fmt.Sprintf("*a%d, ", i), 10))
		}
		got := tabled(t, text, &fact.Options{Form: fact.YAML, MaxRecord: 1 << 20})
		if want := "the aliases stand for more than the 1048576 bytes that are read of YAML; write what they stand for, as JSON Lines"; !strings.Contains(got, want) {
			t.Errorf("%s: %.300s", name, got)
		}
	}
}

func FuzzTable(f *testing.F) {
	f.Add("csv", "content,id\n\"a\"\"b\",1\nc,2\n")
	f.Add("tsv", "content\tid\na\t1\n")
	f.Add("yaml", "- content: a\n  id: b\n")
	f.Add("yaml", "- &a {content: x}\n- <<: *a\n  id: *b\n")
	f.Fuzz(func(t *testing.T, form, text string) {
		if form != "csv" && form != "tsv" && form != "yaml" {
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

// TestColumns holds where each column of a table goes, and where its values are found.
func TestColumns(t *testing.T) {
	text := "content,is_full_text,quote,author_person,concept,sources,concepts,metadata,fact_type,stance,id,none\n" +
		"Felt,False,\"a \"\"b\"\"\",Roe,oak,s,c,m,claim,supports,7,n\n" + "Oak,TRUE,,,,,,,,,8,\n" + "Elm,so,,,,,,,,,9,\n"
	var got []string
	for item, err := range fact.Read(strings.NewReader(text), "in", &fact.Options{Form: fact.CSV}) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(item.JSON))
		for _, pointer := range []string{"/id", "/fact_type", "/stance", "/sources/0/quote", "/sources/0/is_full_text", "/sources/0/author_person", "/concepts/0/name", "/metadata"} {
			if from, to := item.Locate(pointer); from != to {
				got = append(got, pointer+" "+text[from.Offset:to.Offset])
			}
		}
	}
	want := []string{
		`{"id":"7","fact_type":"claim","content":"Felt","stance":"supports","concepts":[{"name":"oak"}],"sources":[{"author_person":"Roe","is_full_text":false,"quote":"a \"b\""}]}`,
		"/id 7", "/fact_type claim", "/stance supports", `/sources/0/quote a ""b""`, "/sources/0/is_full_text False", "/sources/0/author_person Roe", "/concepts/0/name oak",
		`{"id":"8","content":"Oak","sources":[{"is_full_text":true}]}`, "/id 8", "/sources/0/is_full_text TRUE",
		`{"id":"9","content":"Elm","sources":[{}]}`, "/id 9", "/sources/0/is_full_text so",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
