package fact

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// foreignSamples are invented inputs of the forms of others, named for them.
func foreignSamples(t *testing.T) map[string][]byte {
	t.Helper()
	samples := map[string][]byte{}
	files, err := filepath.Glob("../testdata/foreign/*")
	if err != nil || len(files) == 0 {
		t.Fatal(err, "no samples")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		samples[filepath.Base(file)] = text
	}
	return samples
}

// formNamed is the form that a sample is named for.
func formNamed(name string) Form {
	form, _, _ := strings.Cut(name, ".")
	form, _, _ = strings.Cut(form, "-")
	return Form(form)
}

// TestForeignForms holds that every form of others is detected in its samples, in their
// fronts too, and that its records have content and a source that has a name.
func TestForeignForms(t *testing.T) {
	seen := map[Form]bool{}
	for name, text := range foreignSamples(t) {
		form := formNamed(name)
		seen[form] = true
		if got, member := DetectSign(text); got != form || member == "" {
			t.Errorf("%s is detected as %q by %q", name, got, member)
		}
		if got := Detect(text[:len(text)-5]); got != form {
			t.Errorf("the front of %s is detected as %q", name, got)
		}
		for _, chosen := range []Form{Auto, form} {
			records := 0
			for it, err := range Read(strings.NewReader(string(text)), name, &Options{Form: chosen}) {
				if err != nil || it.Record == nil || len(it.Problems) > 0 {
					t.Fatalf("%s: %v, %+v", name, err, it)
				}
				records++
				r := it.Record
				if r.Content == "" || r.ID == "" || len(r.Sources) == 0 || it.Form != form {
					t.Errorf("%s: %+v", name, r)
				}
				for _, s := range r.Sources {
					if s.URI == "" && s.Title == "" && s.Domain == "" {
						t.Errorf("%s: a source is %+v", name, s)
					}
				}
				if from, to := it.Locate("/content"); from == to {
					t.Errorf("%s: the content is nowhere", name)
				}
			}
			if records == 0 {
				t.Errorf("%s has no record", name)
			}
		}
	}
	for _, form := range ForeignForms() {
		if !seen[form] {
			t.Errorf("there is no sample of %s", form)
		}
	}
}

// TestForeignFormsAreSure holds that records of our own and of shapes that only look alike
// are of no form of others.
func TestForeignFormsAreSure(t *testing.T) {
	for _, text := range []string{
		`{"content":"Felt is quiet.","fact_type":"claim","sources":[{"title":"Felt"}],"metadata":{}}`,
		`{"claim":"Felt is quiet.","label":"true"}`,
		`{"text":"Felt is quiet.","id":"1"}`,
		`{"id":"1","memory":"16 GB"}`,
		`{"rows":[{"text":"Felt"}]}`,
		`{"page_content":"Felt is quiet."}`,
		`{"id":"1","labels":{},"claims":[]}`,
		`[{"description":"x","id":"1"}]`,
		`[]`, `{}`, `[[[`, `{"rows":`,
	} {
		if form := Detect([]byte(text)); form != Lines && form != JSON {
			t.Errorf("%s is detected as %q", text, form)
		}
	}
}

// TestForeignMap holds that members of a Map come before those of the form, and that a form
// which is named is read where no sign of it is.
func TestForeignMap(t *testing.T) {
	for _, test := range []struct {
		text, want string
		form       Form
		pointers   map[string]string
	}{
		{`{"page_content":"Felt.","metadata":{"key":"k"}}`, `{"content":"Felt.","id":"k","sources":[{"title":"input"}],"metadata":{"key":"k"}}`, LangChain, map[string]string{"id": "/metadata/key"}},
		{`{"kwargs":{"page_content":"Felt."}}`, `{"sources":[{"title":"input"}]}`, LangChain, nil},
		{`{"facts":[{"fact":"Felt."}]}`, `{"content":"Felt.","fact_type":"claim","sources":[{"title":"input"}]}`, Graphiti, nil},
	} {
		items := readAll(t, strings.NewReader(test.text), &Options{Form: test.form, Map: test.pointers})
		if diff := cmp.Diff([]string{test.want}, jsonOf(items)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.text, diff)
		}
	}
	if len(ForeignForms()) != 12 {
		t.Errorf("the forms of others are %v", ForeignForms())
	}
}

// jsonOf is the records of items as JSON.
func jsonOf(items []*Item) []string {
	var list []string
	for _, it := range items {
		list = append(list, string(it.JSON))
	}
	return list
}

// TestForeignMetadata holds that every layout of a form that has metadata keeps them,
// wherever they are.
func TestForeignMetadata(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`{"page_content":"Felt.","metadata":{"page":2}}`, `{"page":2}`},
		{`{"lc":1,"kwargs":{"page_content":"Felt.","metadata":{"page":2}}}`, `{"page":2}`},
		{`{"document":{"page_content":"Felt.","metadata":{"page":2}},"score":0.5}`, `{"page":2}`},
		{`{"id_":"n","text":"Felt.","metadata":{"page":2},"class_name":"TextNode"}`, `{"page":2}`},
		{`{"node":{"id_":"n","text":"Felt.","metadata":{"page":2}},"score":0.5}`, `{"page":2}`},
		{`{"docstore/data":{"n":{"__data__":{"id_":"n","text":"Felt.","metadata":{"page":2}}}}}`, `{"page":2}`},
		{`{"docstore/data":{"n":{"__data__":{"doc_id":"n","text":"Felt.","extra_info":{"page":2}}}}}`, `{"page":2}`},
		{`{"text":"Felt.","doc_id":"n","extra_info":{"page":2}}`, `{"page":2}`},
		{`{"memory":"Felt.","id":"m","hash":"h","metadata":{"page":2}}`, `{"page":2}`},
		{`{"lc":1,"kwargs":{"page_content":"Felt.","metadata":{}}}`, `{}`},
	} {
		if diff := cmp.Diff(test.want, string(theRecord(t, test.text, nil).Metadata)); diff != "" {
			t.Errorf("the metadata of %s (-want +got):\n%s", test.text, diff)
		}
	}
}

// theRecord is the one record of an input that is called notes.json.
func theRecord(t *testing.T, text string, opts *Options) *Record {
	t.Helper()
	var found []*Record
	for it, err := range Read(strings.NewReader(text), "notes.json", opts) {
		if err != nil || it.Record == nil {
			t.Fatalf("%s: %v, %+v", text, err, it)
		}
		found = append(found, it.Record)
	}
	if len(found) != 1 {
		t.Fatalf("%s has %d records", text, len(found))
	}
	return found[0]
}

// TestForeignSources holds that each record of a form of others has a source with a name:
// its title, its address, what is in the place of that, or the input.
func TestForeignSources(t *testing.T) {
	for _, test := range []struct {
		text string
		want Source
	}{
		{`{"page_content":"Felt.","metadata":{"source":"https://a.example/1"}}`, Source{URI: "https://a.example/1"}},
		{`{"page_content":"Felt.","metadata":{"source":"https://a.example/1","title":"On felt"}}`, Source{URI: "https://a.example/1", Title: "On felt"}},
		{`{"page_content":"Felt.","metadata":{"source":"notes/felt.md"}}`, Source{Title: "notes/felt.md"}},
		{`{"page_content":"Felt.","metadata":{"source":"notes/felt.md","title":"On felt"}}`, Source{Title: "On felt"}},
		{`{"page_content":"Felt.","metadata":{"source":"C:\\notes\\felt.md"}}`, Source{Title: `C:\notes\felt.md`}},
		{`{"page_content":"Felt.","metadata":{"source":"see: the shelf"}}`, Source{Title: "see: the shelf"}},
		{`{"page_content":"Felt.","metadata":{"source":"","title":null}}`, Source{Title: "notes.json"}},
		{`{"page_content":"Felt.","metadata":{}}`, Source{Title: "notes.json"}},
		{`{"claim":"Felt.","label":"SUPPORTS","id":1,"evidence":[[[1,2,"Felt rim",0]]]}`, Source{Title: "Felt rim", Domain: "en.wikipedia.org"}},
	} {
		if diff := cmp.Diff([]Source{test.want}, theRecord(t, test.text, nil).Sources); diff != "" {
			t.Errorf("the sources of %s (-want +got):\n%s", test.text, diff)
		}
	}
}

// TestAlternativePointers holds what "|" and "+" between pointers mean, and that places
// lead to what was read.
func TestAlternativePointers(t *testing.T) {
	text := `{"a":null,"b":"","c":"Felt","d":["is","quiet"],"u":[{"r":["x:1","x:2"]},{"r":["x:3"]}],"v":"x:4","n":[1]}`
	members := map[string]string{"content": "/a|/b|/c+/d", "uri": "/u/*/r/*+/v", "title": "/a|/zz", "id": "/b|/a"}
	for it, err := range Read(strings.NewReader(text), "x", &Options{Map: members}) {
		if err != nil {
			t.Fatal(err)
		}
		want := `{"content":"Felt is quiet","id":"","sources":[{"title":null,"uri":"x:1"},{"title":null,"uri":"x:2"},{"title":null,"uri":"x:3"},{"title":null,"uri":"x:4"}]}`
		if diff := cmp.Diff(want, string(it.JSON)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		for pointer, want := range map[string]string{
			"/content": `"Felt"`, "/sources/0/uri": `"x:1"`, "/sources/1/uri": `"x:2"`, "/sources/2/uri": `"x:3"`, "/sources/3/uri": `"x:4"`,
			"/sources/2/title": "null", "/sources/9/uri": "", "/stance": "",
		} {
			from, to := it.Locate(pointer)
			if got := text[from.Offset:to.Offset]; got != want {
				t.Errorf("%s is located at %q, want %q", pointer, got, want)
			}
		}
	}
}

// TestWrittenRecordsAreReadAsTheyWere holds that what is written of records of any form is
// read as the same records, needs a type only where they did, and is written as it was.
func TestWrittenRecordsAreReadAsTheyWere(t *testing.T) {
	inputs := foreignSamples(t)
	inputs["table.csv"] = []byte("content,uri\nFelt is quiet,https://a.example/\n")
	inputs["list.yaml"] = []byte("- content: Felt is quiet\n  sources: [{uri: 'https://a.example/'}]\n")
	inputs["typed.jsonl"] = []byte(`{"content":"Felt is quiet.","fact_type":"claim","sources":[{"title":"Felt"}]}`)
	inputs["bare.jsonl"] = []byte(`{"content":"Felt is quiet.","sources":[{"title":"Felt"}]}`)
	for name, text := range inputs {
		read := 0
		var options Options
		switch filepath.Ext(name) {
		case ".csv":
			options.Form = CSV
		case ".yaml":
			options.Form = YAML
		}
		for it, err := range Read(strings.NewReader(string(text)), name, &options) {
			if err != nil {
				t.Fatal(err)
			}
			line := it.AppendLine(nil)
			for again, err := range Read(strings.NewReader(string(line)), name, &Options{Form: Lines}) {
				if err != nil || again.Record == nil {
					t.Fatalf("%s: %v, %s", name, err, line)
				}
				read++
				if diff := cmp.Diff(it.Record, again.Record); diff != "" || it.Untyped != again.Untyped {
					t.Errorf("%s: untyped %v, then %v (-first +again):\n%s", name, it.Untyped, again.Untyped, diff)
				}
				if diff := cmp.Diff(string(line), string(again.AppendLine(nil))); diff != "" {
					t.Errorf("%s: (-first +again):\n%s", name, diff)
				}
			}
		}
		if read == 0 {
			t.Errorf("nothing is read of %s", name)
		}
	}
}
