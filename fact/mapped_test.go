package fact

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// mapped is the records of an input as they were mapped, with the parts of the input that
// pointers into them lead to, and what could not be read.
func mapped(t *testing.T, text string, options *Options, pointers []string) (got []string) {
	t.Helper()
	for it, err := range Read(strings.NewReader(text), "x.json", options) {
		if err != nil {
			t.Fatal(err)
		}
		if it.Record != nil {
			got = append(got, it.Record.ID[:min(len(it.Record.ID), 4)]+" "+string(it.JSON))
			for _, pointer := range pointers {
				from, to := it.Locate(pointer)
				got = append(got, pointer+" "+text[from.Offset:to.Offset])
			}
		}
		for _, p := range it.Problems {
			got = append(got, fmt.Sprintf("! %d:%d-%d:%d %s", p.Place.Line, p.Place.Column, p.End.Line, p.End.Column, p.Message))
		}
	}
	return got
}

// TestMapped holds what becomes of records of other shapes, where their values came from,
// and what is said of an input that has none where they should be.
func TestMapped(t *testing.T) {
	type pointers = map[string]string
	for _, test := range []struct {
		text, records string
		pointers      pointers
		asked         []string
		want          []string
	}{
		{
			text:     `{"c":"A.","full":true,"qs":["a","b"],"raw":"r"}`,
			pointers: pointers{"content": "/c", "is_full_text": "/full", "quote": "/qs", "raw_content": "/raw"},
			asked:    []string{"/sources/0/quote", "/sources/0/is_full_text", "/sources/0/raw_content", "/sources/0"},
			want: []string{
				`ad4f {"content":"A.","sources":[{"is_full_text":true,"quote":["a","b"],"raw_content":"r"}]}`,
				`/sources/0/quote ["a","b"]`,
				"/sources/0/is_full_text true",
				`/sources/0/raw_content "r"`,
				"/sources/0 ",
			},
		},
		{
			text:     `{"c":"A.","full":false,"q":"a"}`,
			pointers: pointers{"content": "/c", "is_full_text": "/full", "quote": "/q"},
			asked:    []string{"/sources/0/quote"},
			want: []string{
				`ad4f {"content":"A.","sources":[{"is_full_text":false,"quote":"a"}]}`,
				`/sources/0/quote "a"`,
			},
		},
		{
			text:     `{"c":"A.","tags":["felt",7,"oak"]}`,
			pointers: pointers{"content": "/c", "concept": "/tags"},
			asked:    []string{"/concepts/0/name", "/concepts/1/name", "/concepts/2/name", "/concepts/3/name"},
			want: []string{
				`eb57 {"concepts":[{"name":"felt"},{"name":"7"},{"name":"oak"}],"content":"A."}`,
				`/concepts/0/name "felt"`,
				"/concepts/1/name 7",
				`/concepts/2/name "oak"`,
				"/concepts/3/name ",
			},
		},
		{
			text:     `{"b":"B.","a":"","c":["C.",null,3]}`,
			pointers: pointers{"content": "/a|/b+/c"},
			asked:    []string{"/content"},
			want: []string{
				`20c9 {"content":"B. C. 3"}`,
				`/content "B."`,
			},
		},
		{
			text:     `{"a":null,"b":[],"c":"C."}`,
			pointers: pointers{"content": "/a|/b|/c"},
			asked:    []string{"/content"},
			want: []string{
				`f628 {"content":"C."}`,
				`/content "C."`,
			},
		},
		{
			text:     `{"a":null,"b":"x"}`,
			pointers: pointers{"content": "/a|/c", "title": "/b"},
			asked:    []string{"/content"},
			want: []string{
				`835e {"sources":[{"title":"x"}]}`,
				"/content null",
			},
		},
		{
			text:     `{"m":{"k 1":{"u":"a"},"k~/2":{"u":"b"}},"t":"A."}`,
			pointers: pointers{"content": "/t", "uri": "/m/*/u"},
			asked:    []string{"/sources/0/uri", "/sources/1/uri", "/sources/2/uri"},
			want: []string{
				`c890 {"content":"A.","sources":[{"uri":"a"},{"uri":"b"}]}`,
				`/sources/0/uri "a"`,
				`/sources/1/uri "b"`,
				"/sources/2/uri ",
			},
		},
		{
			text:     `{"t":"A.","sources":[{"uri":"a"}],"concepts":[{"name":"x"}],"stance":7,"metadata":[1]}`,
			pointers: pointers{"content": "/t", "sources": "/sources", "concepts": "/concepts"},
			asked:    []string{"/sources/0/uri", "/concepts/0/name", "/stance", "/metadata"},
			want: []string{
				`3cfd {"concepts":[{"name":"x"}],"content":"A.","sources":[{"uri":"a"}],"stance":"7"}`,
				`/sources/0/uri "a"`,
				`/concepts/0/name "x"`,
				"/stance 7",
				"/metadata [1]",
			},
		},
		{
			text:     `{"t":"A.","sources":[{"uri":"a"}],"concepts":[{"name":"x"}],"created_at":"2019"}`,
			pointers: pointers{"content": "/t"},
			asked:    []string{"/sources/0/uri", "/concepts/0/name", "/created_at"},
			want: []string{
				`3cfd {"content":"A.","concepts":[{"name":"x"}],"sources":[{"uri":"a"}],"created_at":"2019"}`,
				`/sources/0/uri "a"`,
				`/concepts/0/name "x"`,
				`/created_at "2019"`,
			},
		},
		{
			text:     `{"t":"A.","y":2019,"z":-3,"n":"b"}`,
			pointers: pointers{"content": "/t", "published_date": "/y", "source_id": "/z", "title": "/n"},
			asked:    []string{"/sources/0/published_date"},
			want: []string{
				`2d89 {"content":"A.","sources":[{"published_date":"2019","source_id":"-3","title":"b"}]}`,
				"/sources/0/published_date 2019",
			},
		},
		{
			text:     `{"t":"A.","u":["a","b"],"n":["N"],"d":["1","2","3"]}`,
			pointers: pointers{"content": "/t", "uri": "/u", "title": "/n", "published_date": "/d"},
			asked:    []string{"/sources/2/published_date", "/sources/1/title", "/sources/2/uri"},
			want: []string{
				`e30a {"content":"A.","sources":[{"published_date":"1","title":"N","uri":"a"},{"published_date":"2","title":"N","uri":"b"},{"published_date":"3","title":"N"}]}`,
				`/sources/2/published_date "3"`,
				`/sources/1/title "N"`,
				"/sources/2/uri ",
			},
		},
		{
			text:     `{"t":"A.","m":{"a":1}}`,
			pointers: pointers{"content": "/t", "metadata": "/m", "fact_type": "=claim"},
			asked:    []string{"/metadata/a", "/fact_type"},
			want: []string{
				`ad4f {"content":"A.","fact_type":"claim","metadata":{"a":1}}`,
				"/metadata/a 1",
				"/fact_type ",
			},
		},
		{
			text:    `{"b":{"x":{"content":"A."},"y":{"id":"z","content":"B."}}}`,
			records: "/b",
			asked:   []string{"/content"},
			want: []string{
				`x {"content":"A."}`,
				`/content "A."`,
				`z {"id":"z","content":"B."}`,
				`/content "B."`,
			},
		},
		{
			text:    `{"b":{"content":"A."}}`,
			records: "/b",
			asked:   []string{"/content"},
			want: []string{
				`ad4f {"content":"A."}`,
				`/content "A."`,
			},
		},
		{
			text:    `[{"b":[{"content":"A."}]},{"b":[{"content":"B."}]},{"c":1}]`,
			records: "/1/b",
			asked:   []string{"/content"},
			want: []string{
				`d213 {"content":"B."}`,
				`/content "B."`,
			},
		},
		{
			text:    "{\"a\":1}\n{\"b\":[{\"content\":\"x\"}]}",
			records: "/b",
			want: []string{
				`3665 {"content":"x"}`,
			},
		},
		{
			text:    `{"a~b":[{"content":"x"}]}`,
			records: "/a~0b",
			want: []string{
				`3665 {"content":"x"}`,
			},
		},
		{
			text:    `{"b":[5,{"content":"x"}]}`,
			records: "/b",
			want: []string{
				"! 1:7-1:8 no record can be read here: a record is an object in braces, and this is a number",
				`3665 {"content":"x"}`,
			},
		},
		{
			text:    `{"b":5}`,
			records: "/b",
			want: []string{
				"! 1:6-1:7 no record can be read here: a record is an object in braces, and this is a number",
			},
		},
		{
			text:    `{"b":{"a":1}}`,
			records: "/b",
			want: []string{
				`5747 {"a":1}`,
			},
		},
		{
			text:    "",
			records: "/b",
			want: []string{
				`! 1:1-1:1 nothing is at "/b", where the records should be`,
			},
		},
		{
			text:    `{"a":1}`,
			records: "/b",
			want: []string{
				`! 1:1-1:1 nothing is at "/b", where the records should be`,
			},
		},
		{
			text:    "[1,2]",
			records: "/b",
			want: []string{
				`! 1:1-1:1 nothing is at "/b", where the records should be`,
			},
		},
		{
			text:    `"x"`,
			records: "/b",
			want: []string{
				`! 1:1-1:1 nothing is at "/b", where the records should be`,
			},
		},
		{
			text:    `{"b":[]}`,
			records: "/b",
			want:    nil,
		},
		{
			text:    `{"a":{"b":1`,
			records: "/b",
			want: []string{
				"! 1:6-1:12 no record can be read from here on: it ends in the middle, at column 12",
				`! 1:1-1:1 nothing is at "/b", where the records should be`,
			},
		},
		{
			text:    `{"a" 1,"b":[{"content":"x"}]}`,
			records: "/b",
			want: []string{
				"! 1:2-1:30 no record can be read from here on: a member should stand here",
				`! 1:1-1:1 nothing is at "/b", where the records should be`,
			},
		},
		{
			text:    "{,}",
			records: "/b",
			want: []string{
				"! 1:2-1:4 no record can be read from here on: a member should stand here",
				`! 1:1-1:1 nothing is at "/b", where the records should be`,
			},
		},
		{
			text:    "[[,",
			records: "/*/b",
			want: []string{
				`! 1:3-1:4 no record can be read from here on: want a value, not ","`,
				`! 1:1-1:1 nothing is at "/*/b", where the records should be`,
			},
		},
		{
			text:    `{"b":[{"content":"x"}`,
			records: "/b",
			want: []string{
				`3665 {"content":"x"}`,
				"! 1:22-1:22 the array is not closed: the input was cut, and records may be missing",
			},
		},
		{
			text:    `{"b":{"x":{"content":"x"},"y":`,
			records: "/b",
			want: []string{
				`x {"content":"x"}`,
				"! 1:27-1:31 no record can be read from here on: the object is not closed",
			},
		},
		{
			text:    `{"a":nul,"b":[]}`,
			records: "/b",
			want: []string{
				`! 1:6-1:17 no record can be read from here on: want "null", not ",", at column 9`,
				`! 1:1-1:1 nothing is at "/b", where the records should be`,
			},
		},
		{
			text:    "[1",
			records: "/3",
			want: []string{
				"! 1:3-1:3 no record can be read from here on: the array is not closed",
				`! 1:1-1:1 nothing is at "/3", where the records should be`,
			},
		},
		{
			text:    `{"a":[1`,
			records: "/a/b",
			want: []string{
				"! 1:8-1:8 no record can be read from here on: the array is not closed",
				`! 1:1-1:1 nothing is at "/a/b", where the records should be`,
			},
		},
	} {
		options := &Options{Map: test.pointers, Records: test.records}
		if diff := cmp.Diff(test.want, mapped(t, test.text, options, test.asked)); diff != "" {
			t.Errorf("%s, from %q by %v (-want +got):\n%s", test.text, test.records, test.pointers, diff)
		}
	}
}
