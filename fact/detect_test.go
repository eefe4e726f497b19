package fact

import (
	"strings"
	"testing"
)

func TestDetect(t *testing.T) {
	for _, test := range []struct {
		head string
		want Form
	}{
		{"", Auto},
		{" \n", Auto},
		{"hello", Auto},
		{"\x00\x01Facts (2)\n", Auto},
		{"concept\n\nfelt\n\nFacts (2)\n\nSources\n", PageText},
		{"felt\r\nFacts (2)\r\n", PageText},
		{"felt\nSee Facts (2)\n", Auto},
		{"\ufeff<!DOCTYPE html><html>", PageHTML},
		{"  <div data-facts-section>", PageHTML},
		{"[", JSON},
		{"[{\"content\":\"x\"}]", JSON},
		{"{\n  \"content\": \"x\"\n}\n", JSON},
		{"{\"content\":\"x\"}", Lines},
		{"{\"content\":\"x\"}\n{\"content\":\"y\"}\n", Lines},
		{"{\"content\":\"x\n{\"content\":\"y\"}\n", Lines},
		{"{\"content\":\"" + strings.Repeat("x", 1<<16), Lines},
		{"{\"content\":\"x\",\"facts\":[1]}", Lines},
		{"{\"facts\":[]}", Export},
		{"{\n\"metadata\":{\"export_type\":\"facts\"},\n\"other\":", Export},
		{"{\"metadata\":{\"k\":1},\"content\":\"x\"}", Lines},
		{"{\"nodes\":[{\"concept\":\"x", Export},
		{"{\"nodes\":[],\"edges\":[],", Export},
		{"{\"schema_version\": 2, \"metadata\":{", Bundle},
		{"{\"nodes\":[{\"id\":\"n\",\"x\":\"", Export},
		{"{\"nodes\":[\"n0\"],\"text\":\"x\"}", Lines},
		{"{\"nodes\":[\"n0\"]}\n", Lines},
		{"{\"facts\":[\"Felt absorbs water.\"]}\n", Lines},
		{"{\"uid\":\"u\",\"text\":\"x\",\"facts\":[]}\n", Lines},
		{"{\"uid\":\"u\",\"nodes\":[{\"concept\":\"felt\"}]}\n{\"uid\":\"v\"}\n", Lines},
		{"{\"nodes\":[{\"concept\":\"felt\"}]}\n{\"nodes\":[]}\n", Export},
		{"{\"nodes\":[{\"name\":\"felt\"}],\"edges\":[{\"from\":1}]}\n", Lines},
		{"{\"edges\":[{\"uuid\":\"e\",\"fact\":\"Felt is quiet.\"}]}\n", Lines},
		{"{\"edges\":[{\"supporting_fact_ids\":[]}],\"x\":1}\n", Export},
		{"{\"conversation\":\"c1\",\"text\":\"x\"}\n", Lines},
		{"{\"schema_version\":1,\"text\":\"x\"}\n", Lines},
		{"{\"schema_version\":1,\"text\":\"x\",\"sources\":[\"u\"]}\n", Lines},
		{"{\"schema_version\":2,\"facts\":[{\"text\":\"A.\"}]}\n", Bundle},
		{"{\"schema_version\":2,\"sources\":[{\"idx\":0,\"x\":\"", Bundle},
		{"@book{x,\n", Bib},
		{"% refs\n@ARTICLE (x,\n", Bib},
		{"@book{x, note={\nFacts (2)\n}}", Bib},
		{"mail me at a@b {c}", Auto},
		{"{\"nodes\":[{\"concept\":\"felt\"}],\"uid\":1} x\n{\"uid\":2}\n", Export},
		{"{\"nodes\":[{\"concept\":\"felt\"}],\"uid\":1} \n \n {\"uid\":2}\n", Lines},
		{"{\"nodes\":[{\"concept\":\"felt\"}],\"uid\":1}\nx {", Export},
		{"{\\em Felt}", Auto},
		{"[1] Roe, A.", Auto}, {"[12]", JSON}, {"[12] \n", JSON}, {"[1], 2", JSON}, {"[1", JSON}, {"[1, 2]", JSON}, {"[]", JSON}, {"[true]", JSON}, {"[nul", Auto}, {"[\"a\"]", JSON}, {"[-1]", JSON},
		{"[Felt](https://a.example)", Auto}, {"[^note]: Roe", Auto}, {"[ ] read Roe", Auto}, {"[[Felt]] is quiet", Auto}, {"[1–3] Roe", Auto}, {"[…] Roe", Auto}, {"[ 1, 2]", JSON}, {"[[1, 2]]", JSON}, {"[[]]", JSON}, {"[[\"a\"]]", JSON}, {"[1e5, 2]", JSON}, {"[e5]", Auto}, {"[ ]", JSON}, {"[ ], [ ]", JSON}, {"[@roe]", Auto}, {"[!NOTE]", Auto}, {"[*a*]", Auto}, {"[_a_]", Auto},
		{"{draft} Felt", Auto}, {"{note: ask Roe}", Auto}, {"{ Felt }", Auto}, {"{{title}}", Auto}, {"{% raw %}", Auto}, {"{1} Roe", Auto}, {"{content: \"Felt\"}", Lines}, {"{'content': 'Felt'}", Lines}, {"{id:1}", Lines}, {"{a: true}", Lines}, {"{ }", Lines}, {"{", Lines},
		{"Felt.\n{\"a\": 1}\nOak.\n", Auto}, {"broken\n{\"content\": 1}\n\n{\"content\": 2}", Lines},
		{"Facts (123456789)\n", PageText}, {"Facts (1234567890)\n", Auto}, {"Facts ()\n", Auto}, {"Facts (2) \n", PageText}, {"Facts (2\n", Auto},
		{"@book", Auto}, {"@ {", Auto}, {"@book {", Bib}, {"@book [", Auto}, {"@", Auto}, {"@string{a = {b}}", Bib},
		{"so\n  {\"a\":1}\n", Lines}, {"so\n  { \"a\":1}\n", Auto},
	} {
		if got := Detect([]byte(test.head)); got != test.want {
			t.Errorf("Detect(%.60q) = %q, want %q", test.head, got, test.want)
		}
	}
}

// TestIsForeign holds that an object without a member of a record is no record, and that of a
// cut one this is known after some members.
func TestIsForeign(t *testing.T) {
	for head, want := range map[string]bool{
		`{"name":"felt","version":"1"}`: true, ` {"name":"felt","content":"x"}`: false, `{"fact_type":"claim"}`: false, `{"a":1,"sources":[]}`: false,
		`[{"a":1}]`: true, ` [ {"a":1,"content":"x"}]`: false, `[{"content":"x"}]`: false, `[]`: false, `[1]`: true, `5`: true, ``: false,
		`{"a":1,"b":2,"c":3,"d":4,"e`: true, `{"a":1,"b":2,"c":3,"d`: false, `{"a":1,"a":2,"b":3,"c":4,`: true,
	} {
		if got := IsForeign([]byte(head)); got != want {
			t.Errorf("%s: %t, want %t", head, got, want)
		}
	}
}

// TestHasContentColumn holds which first lines are those of tables of records.
func TestHasContentColumn(t *testing.T) {
	for head, want := range map[string]bool{
		"id,content\n": true, "id;Content;a,b": true, "\ufeffcontent\tid": true, "\"id\", \"content\"\n": false, "\"id\",\"content\"\n": true, " content ,id": true,
		"id,text\ncontent,a\n": false, "contents,id": false, "": false, "content": true, "a;b;c,content": false,
	} {
		if got := HasContentColumn([]byte(head)); got != want {
			t.Errorf("%q: %t, want %t", head, got, want)
		}
	}
}
