package fact

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestOtherShapes reads records of other shapes, invented after public layouts.
func TestOtherShapes(t *testing.T) {
	type pointers = map[string]string
	for _, test := range []struct {
		name, text, records string
		pointers            pointers
		want                []string
	}{
		{"a constant, an id of digits, members under their names",
			`{"id":7,"claim":"Felt is quiet.","stance":"supports","metadata":{"a":1},"concepts":"felt"}`, "",
			pointers{"content": "/claim", "fact_type": "=claim", "title": "=Felt & Oak"},
			[]string{`{"content":"Felt is quiet.","fact_type":"claim","sources":[{"title":"Felt & Oak"}],"id":"7","stance":"supports","metadata":{"a":1}}`}},
		{"an array of strings is joined", `{"doc_id":4983,"title":"Felt","abstract":["One.","Two."],"year":2020}`, "",
			pointers{"content": "/abstract", "id": "/doc_id", "title": "/title", "published_date": "/year"},
			[]string{`{"content":"One. Two.","id":"4983","sources":[{"published_date":"2020","title":"Felt"}]}`}},
		{"several sources", `{"claim":"C.","evidence":[{"url":"https://a.example/1","page":"A"},{"url":"https://a.example/2"}],"by":"Roe"}`, "",
			pointers{"content": "/claim", "uri": "/evidence/*/url", "title": "/evidence/*/page", "author_person": "/by"},
			[]string{`{"content":"C.","sources":[{"author_person":"Roe","title":"A","uri":"https://a.example/1"},{"author_person":"Roe","uri":"https://a.example/2"}]}`}},
		{"sources that are strings", `{"text":"C.","sources":["https://a.example/1","https://a.example/2"]}`, "",
			pointers{"content": "/text", "uri": "/sources"},
			[]string{`{"content":"C.","sources":[{"uri":"https://a.example/1"},{"uri":"https://a.example/2"}]}`}},
		{"several contents and concepts", `{"chunks":[{"t":"A."},{"t":"B."}],"tags":["felt","oak"]}`, "",
			pointers{"content": "/chunks/*/t", "concept": "/tags"},
			[]string{`{"concepts":[{"name":"felt"},{"name":"oak"}],"content":"A. B."}`}},
		{"an array in an object", `{"meta":{"n":2},"results":[{"memory":"A."},{"memory":"B."}],"relations":[{"memory":"not this"}]}`, "/results",
			pointers{"content": "/memory"}, []string{`{"content":"A."}`, `{"content":"B."}`}},
		{"an object of objects", "{\"chunk-1\":{\"text\":\"A.\"},\n\"chunk-2\":{\"text\":\"B.\"}}", "/",
			pointers{"content": "/text"}, []string{`{"content":"A."}`, `{"content":"B."}`}},
		{"an array in each line", "{\"claims\":[{\"text\":\"A.\"}]}\n{\"claims\":[]}\n{\"claims\":[{\"text\":\"B.\"}]}", "/claims",
			pointers{"content": "/text"}, []string{`{"content":"A."}`, `{"content":"B."}`}},
		{"arrays by key", `{"entities":{"Q1":{"claims":{"P1":[{"text":"A."}],"P2":[{"text":"B."}]}}}}`, "/entities/*/claims/*",
			pointers{"content": "/text"}, []string{`{"content":"A."}`, `{"content":"B."}`}},
		{"records under names of their own", `{"data":[{"content":"A.","id":"1"}]}`, "/data", nil, []string{`{"content":"A.","id":"1"}`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for it, err := range Read(strings.NewReader(test.text), "x.json", &Options{Map: test.pointers, Records: test.records}) {
				if err != nil || it.Record == nil {
					t.Fatal(err, it)
				}
				got = append(got, string(it.JSON))
				if it.Untyped != (test.pointers != nil && test.pointers["fact_type"] == "") {
					t.Errorf("untyped: %v", it.Untyped)
				}
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestMappedPlaces holds that findings about mapped members lead to where they came from.
func TestMappedPlaces(t *testing.T) {
	text := `{"d":[{"t":"Felt.","refs":[{"u":"a"},{"u":"b"}],"urls":["c","d"],"id":"x"}]}`
	for it, err := range Read(strings.NewReader(text), "x.json", &Options{Records: "/d", Map: map[string]string{
		"content": "/t", "uri": "/refs/*/u", "title": "/urls", "fact_type": "=claim"}}) {
		if err != nil {
			t.Fatal(err)
		}
		for pointer, want := range map[string]string{
			"/content": `"Felt."`, "/sources/1/uri": `"b"`, "/sources/1/title": `"d"`, "/id": `"x"`, "/fact_type": "",
		} {
			from, to := it.Locate(pointer)
			if got := text[from.Offset:to.Offset]; got != want {
				t.Errorf("%s is located at %q, want %q", pointer, got, want)
			}
		}
		if got := string(it.Original().JSON); got != text[6:len(text)-2] {
			t.Errorf("the original is %s", got)
		}
	}
}

func FuzzReadWithin(f *testing.F) {
	f.Add(`{"a":[{"content":"x"}],"b":{"c":{"content":"y"}}}`, "/b")
	f.Add(`[[{"content":"x"}],{"a":[1]}]`, "/*/a")
	f.Add(`{"a":{"b":`, "/a/*/b")
	f.Fuzz(func(t *testing.T, text, records string) {
		read := 0
		for it, err := range Read(strings.NewReader(text), "x", &Options{Records: records, Map: map[string]string{"content": "/*", "uri": records}}) {
			if err != nil {
				return
			}
			if read++; read > len(text)+2 {
				t.Fatal("more items than bytes")
			}
			it.Locate("/sources/1/uri")
			it.Locate("/content")
		}
	})
}

func TestShapeOf(t *testing.T) {
	for _, test := range []struct{ head, members, content, uri, records string }{
		{`{"claim":"Felt is quiet.","url":"https://a.example/1"}` + "\n" + `{"claim":"Oak","url":null,"n":1}`, "claim url n", "/claim", "/url", ""},
		{`[{"id":1,"line":"Felt is quiet on oak.","label":"true"},{"line":"A cart is a cart.`, "id line label", "/line", "", ""},
		{`{"took":3,"results":[{"memory":"Felt is quiet."},{"memory":"Oak is hard."}]}`, "memory", "/memory", "", "/results"},
		{`[{"subject":"felt","predicate":"dampens","object":"noise"}]`, "subject predicate object", "/subject+/predicate+/object", "", ""},
		{`{"f1":{"text":"Felt is quiet.","src":"https://a.example/1"},"f2":{"text":"Oak"}}`, "text src", "/text", "/src", "/"},
		{`{"data":{"items":[{"claim":"Felt is quiet."},{"claim":"Oak."}]}}`, "claim", "/claim", "", "/data/items"},
		{`{"took":1,"hits":{"hits":[{"_id":"1","_source":{"text":"Felt."}},{"_id":"2","_source":{"text":"Oak."}}`, "_id _source", "/_source/text", "", "/hits/hits"},
		{`[{"ID":1,"Claim":"Felt is quiet.","Source":"https://a.example/1"}]`, "ID Claim Source", "/Claim", "/Source", ""},
		{`{"claim":"Felt is quiet.","evidence":[{"text":"a b c d"},{"text":"e"}]}`, "claim evidence", "/claim", "", ""},
		{`{"pages":{"a":{"memory":"Felt."},"b":{"memory":"Oak."}},"n":2}`, "memory", "/memory", "", "/pages"},
		{`{"doc-1":{"content":"Felt is quiet."},"doc-2":{"content":"Oak."}}`, "content", "/content", "", "/"},
		{`{"a":1}` + "\n" + `{"b":"x"}`, "", "", "", ""},
		{`{"claim":"Felt is quiet."}` + "\n" + `{"content":"Felt is quiet."}`, "", "", "", ""},
		{`{"fact_type":"claim","text":"Felt is quiet."}`, "", "", "", ""},
		{`{"id":"a","fact_type":"claim","content":"Felt is quiet.","sources":[{"title":"Felt"},{"title":"Oak"},`, "", "", "", ""},
		{`[1,2]`, "", "", "", ""}, {`{"claim":`, "", "", "", ""}, {"", "", "", "", ""},
	} {
		s := ShapeOf([]byte(test.head))
		if s == nil {
			s = &Shape{}
		}
		got := []string{strings.Join(s.Members, " "), s.Map["content"], s.Map["uri"], s.Records}
		if diff := cmp.Diff([]string{test.members, test.content, test.uri, test.records}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.head, diff)
		}
	}
}

func TestColumnsOf(t *testing.T) {
	for head, want := range map[string]string{
		`{"text":{"0":"Felt is quiet.","1":"Oak."},"n":{"0":1,"1":2}}`:                         "text n",
		`{"text":["Felt is quiet.","Oak."],"label":[0,1]}`:                                     "text label",
		`{"columns":["id","text"],"index":[0],"data":[["a","Felt is quiet."]]}`:                "columns index data",
		`{"ids":["a"],"embeddings":null,"documents":["Felt is quiet."],"metadatas":[{"a":1}]}`: "ids embeddings documents metadatas",
		`{"text":{"0":"Felt is quiet.","1":"Oa`:                                                "",
		`{"text":["Felt"],"label":[0],"more":["Fel`:                                            "text label more",
		`{"id":"a","text":["Felt"],"label":[0]}`:                                               "",
		`{"f1":{"text":"Felt"},"f2":{"text":"Oak"}}`:                                           "",
		`{"a":{"text":"Felt"},"b":{"claim":"Oak"}}`:                                            "",
		`{"content":"Felt is quiet.","sources":[{"title":"Felt"}]}`:                            "",
		`{"facts":[{"content":"Felt"}],"nodes":[]}`:                                            "",
		`{"aliases":["Felt"]}`:                                                                 "", `{}`: "", `[]`: "", "": "", `"x"`: "",
	} {
		if got := strings.Join(ColumnsOf([]byte(head)), " "); got != want {
			t.Errorf("%s has the columns %q, want %q", head, got, want)
		}
	}
}
