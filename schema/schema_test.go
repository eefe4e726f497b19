package schema_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/factcite/factcite/schema"
	"github.com/google/go-cmp/cmp"
)

// told returns what a user sees of a violation.
func told(violations []schema.Violation) []string {
	var lines []string
	for _, v := range violations {
		lines = append(lines, fmt.Sprintf("%s %s: %s", v.Pointer, v.Keyword, v.Message))
	}
	return lines
}

func TestCheckTellsWhatIsWrong(t *testing.T) {
	const rest = `,"sources":[{"domain":"example.org"}]}`
	tests := []struct {
		name   string
		record string
		want   []string
	}{
		{"a fact", `{"fact_type":"claim","content":"Felt rims roll quietly."` + rest, nil},
		{"unknown members", `{"fact_type":"claim","content":"x","mood":1` + rest, nil},
		{"nulls of an export", `{"fact_type":"claim","content":"x","stance":null,"concepts":null,"metadata":null,"created_at":null,"embedding":null,"sources":[{"source_id":null,"uri":null,"title":null,"domain":null,"provider_id":null,"retrieved_at":null,"published_date":null,"author_person":null,"author_org":null,"attribution":null,"context_snippet":null,"raw_content":null,"content_hash":null,"is_full_text":null,"content_type":null,"provider_metadata":null}]}`, nil},
		{"timestamps with and without a zone", `{"fact_type":"claim","content":"x","created_at":"2026-04-09T08:30:15.123456","sources":[{"retrieved_at":"2026-04-09T08:30:15Z"},{"retrieved_at":"2026-04-09 08:30:15+00:00"}]}`, nil},
		{"a date in words", `{"fact_type":"claim","content":"x","sources":[{"published_date":"4 days ago"}]}`, nil},
		{"a number of as many digits as may be", `{"fact_type":"claim","content":"x","metadata":{"n":` + strings.Repeat("9", 400) + `}` + rest, nil},
		{"an IRI", `{"fact_type":"claim","content":"x","sources":[{"uri":"https://example.org/Räder?q=ñ#α"}]}`, nil},

		{"a type that is misspelt", `{"fact_type":"clam","content":"x"` + rest, []string{
			`/fact_type enum: fact_type is "clam", want one of claim, account, measurement, formula, quote, procedure, reference, code, image, perspective (did you mean "claim"?)`,
		}},
		{"no type", `{"content":"x"` + rest, []string{
			` required: the record has no member "fact_type"`,
		}},
		{"a member under another name", `{"factType":"claim","content":"x"` + rest, []string{
			` required: the record has no member "fact_type" (is it "factType"?)`,
		}},
		{"nothing at all", `{}`, []string{
			` required: the record has no member "content"`,
			` required: the record has no member "fact_type"`,
			` required: the record has no member "sources"`,
		}},
		{"blank content", `{"fact_type":"claim","content":" \t\u0020"` + rest, []string{
			`/content pattern: content is " \t ", want a sentence, not blank`,
		}},
		{"content of another type", `{"fact_type":"claim","content":["x"]` + rest, []string{
			`/content type: content is an array, want a sentence, not blank`,
		}},
		{"an empty id", `{"id":"","fact_type":"claim","content":"x"` + rest, []string{
			`/id minLength: id is empty, want an id, any text that is not empty`,
		}},
		{"no source", `{"fact_type":"claim","content":"x","sources":[]}`, []string{
			`/sources minItems: sources has no items, want at least 1`,
		}},
		{"a source that is text", `{"fact_type":"claim","content":"x","sources":["example.org"]}`, []string{
			`/sources/0 type: sources[0] is "example.org", want an object`,
		}},
		{"a URI with a space", `{"fact_type":"claim","content":"x","sources":[{"uri":"https://example.org/a b"}]}`, []string{
			`/sources/0/uri format: sources[0].uri is "https://example.org/a b", want an absolute URI without spaces, such as "https://example.org/felt"`,
		}},
		{"a date where a timestamp belongs", `{"fact_type":"claim","content":"x","created_at":"yesterday"` + rest, []string{
			`/created_at pattern: created_at is "yesterday", want a UTC timestamp, such as "2026-03-12T09:30:00Z" (the zone may be left out)`,
		}},
		{"a concept without a name", `{"fact_type":"claim","content":"x","concepts":[{"node_type":"idea"}]` + rest, []string{
			`/concepts/0 required: concepts[0] has no member "name"`,
			`/concepts/0/node_type enum: concepts[0].node_type is "idea", want one of concept, entity, event, location, perspective, synthesis, supersynthesis, null`,
		}},
		{"an embedding of words", `{"fact_type":"claim","content":"x","embedding":[0.5,"a"]` + rest, []string{
			`/embedding/1 type: embedding[1] is "a", want a number`,
		}},
		{"not an object", `[]`, []string{` type: the record is an array, want a fact record`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, exact := range []bool{false, true} {
				got, err := schema.Default(&schema.Options{Exact: exact}).Check([]byte(tt.record))
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(tt.want, told(got)); diff != "" {
					t.Errorf("exact %v (-want +got):\n%s", exact, diff)
				}
			}
		})
	}
}

func TestCheckPlacesTheValue(t *testing.T) {
	record := `{"sources" : [ {"uri": "a b"} ], "fact_type":"clam", "content":"x"}`
	violations, err := schema.Default(nil).Check([]byte(record))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, v := range violations {
		got = append(got, v.Value+"|"+record[v.Start:v.End])
	}
	if diff := cmp.Diff([]string{`clam|"clam"`, `a b|"a b"`}, got); diff != "" {
		t.Error(diff)
	}
}

func TestCheckRefusesWhatIsNoRecord(t *testing.T) {
	deep := strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000)
	tests := []struct {
		name, record, want string
	}{
		{"empty", ``, `at byte 0: it ends in the middle`},
		{"cut", `{"content":"x"`, `at byte 14: it ends in the middle`},
		{"text after it", `{} {}`, `at byte 3: want the end, not "{"`},
		{"no name", `{1:2}`, `at byte 1: want a member name, not "1"`},
		{"a trailing comma", `{"a":1,}`, `at byte 7: want a member name, not "}"`},
		{"a control character", "{\"a\":\"b\nc\"}", `at byte 7: the control character "\n" stands in a string that starts 2 bytes before it; write it as an escape, or close the string`},
		{"a bad escape", `{"a":"\x"}`, `at byte 6: "\\x" is no escape`},
		{"a leading zero", `{"a":01}`, `at byte 6: want "," or "}", not "1"`},
		{"nested deeply", deep, `at byte 256: it is nested more than 256 deep`},
		{"a number that crashes the judge", `{"metadata":{"n":1e1000001}}`, `at byte 17: a number with an exponent over 400`},
		{"its negative", `{"metadata":{"n":-1e-99999999999999999999}}`, `at byte 17: a number with an exponent over 400`},
		{"a number of many digits", `[` + strings.Repeat("9", 401) + `]`, `at byte 1: a number of more than 400 characters`},
		{"many values", `[` + strings.Repeat("1,", 300_000) + `1]`, `at byte 524287: the record has more than 262144 values and member names`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			violations, err := schema.Default(nil).Check([]byte(tt.record))
			var broken *schema.RecordError
			if !errors.As(err, &broken) || err.Error() != tt.want {
				t.Errorf("error %v, want %s", err, tt.want)
			}
			if violations != nil {
				t.Errorf("violations beside an error: %v", violations)
			}
		})
	}
}

func TestCheckTellsAtMostAHundredViolations(t *testing.T) {
	record := `{"fact_type":"claim","content":"x","sources":[` + strings.Repeat("1,", 150) + `1]}`
	got, err := schema.Default(nil).Check([]byte(record))
	if err != nil || len(got) != 101 {
		t.Fatalf("%d violations, %v", len(got), err)
	}
	if got[2].Pointer != "/sources/2" || got[99].Pointer != "/sources/99" {
		t.Errorf("order: %s, %s", got[2].Pointer, got[99].Pointer)
	}
	want := "the record breaks the schema in 51 more places"
	if last := got[100]; last.Message != want || last.Keyword != "more" {
		t.Errorf("got %+v, want %q", last, want)
	}
}

func TestCheckIsDeterministic(t *testing.T) {
	s := schema.Default(nil)
	record := []byte(`{"id":"","fact_type":"x","content":"","stance":"y","created_at":"z","sources":[{"uri":" ","title":1,"is_full_text":0}]}`)
	first, _ := s.Check(record)
	for range 50 {
		again, _ := s.Check(record)
		if diff := cmp.Diff(first, again); diff != "" {
			t.Fatal(diff)
		}
	}
	if len(first) != 8 {
		t.Errorf("%d violations, want 8: %q", len(first), told(first))
	}
}

func TestCompileRefusesWhatWouldBeIgnored(t *testing.T) {
	tests := []struct {
		name, text, want string
	}{
		{"trailing text", "{}\n}", `s.json:2:1: the schema is not JSON: want the end, not "}"`},
		{"a misspelt keyword", "{\n  \"requird\": [\"a\"]\n}", `s.json:2:3: /requird: "requird" is not a keyword, and would be ignored (did you mean "required"?); begin the names of your own members with "x-"`},
		{"in a subschema", `{"properties":{"a":{"allOf":[{"typ":"string"}]}}}`, `s.json:1:31: /properties/a/allOf/0/typ: "typ" is not a keyword, and would be ignored (did you mean "type"?); begin the names of your own members with "x-"`},
		{"a keyword of another draft", `{"additionalItems":false}`, `s.json:1:2: /additionalItems: "additionalItems" is not a keyword of the draft that the schema uses, and would be ignored`},
		{"a member given twice", `{"type":"string","type":"number"}`, `s.json:1:18: "type" is given twice in one object`},
		{"what needs another keyword", `{"then":{"type":"string"}}`, `s.json:1:2: /then: "then" is ignored without "if"`},
		{"a count of nothing", `{"minContains":2}`, `s.json:1:2: /minContains: "minContains" is ignored without "contains"`},
		{"siblings of $ref", `{"$schema":"http://json-schema.org/draft-07/schema#","$ref":"#/definitions/a","maxLength":2,"title":"x","definitions":{"a":{}}}`, `s.json:1:79: /maxLength: "maxLength" is ignored beside a $ref up to draft 07; put both into an allOf`},
		{"items after one schema", `{"$schema":"http://json-schema.org/draft-07/schema#","items":{},"additionalItems":false}`, `s.json:1:65: /additionalItems: "additionalItems" is ignored unless "items" is an array of schemas`},
		{"a bound of another type", `{"type":["string","null"],"minimum":5}`, `s.json:1:27: /minimum: "minimum" says nothing of a string or null, which is all that the schema allows`},
		{"an unknown encoding", `{"contentEncoding":"base32"}`, `s.json:1:20: /contentEncoding: contentEncoding "base32" is not known, and would be ignored; known is base64`},
		{"an empty enum", `{"enum":[]}`, `s.json:1:9: /enum: an empty enum allows nothing, and jsonschema v5 would allow everything`},
		{"a bound that is dropped", `{"minimum":1e1000001}`, `s.json:1:12: the schema is not JSON: a number with an exponent over 400`},
		{"a pattern that RE2 lacks", `{"pattern":"(?=a)"}`, "s.json:1:12: /pattern: pattern \"(?=a)\" is not one of Go's RE2 syntax: error parsing regexp: invalid or unsupported Perl syntax: `(?=`"},
		{"a remote reference", `{"$ref":"https://example.org/s.json"}`, `s.json:1:9: /$ref: "https://example.org/s.json" is a remote reference, and nothing is loaded over the network: put the schema under $defs`},
		{"a remote reference after an id", `{"$id":"https://example.org/a.json","$ref":"b.json"}`, `s.json: "https://example.org/b.json" is a remote reference, and nothing is loaded over the network: put the schema under $defs`},
		{"a file that no folder was named for", `{"$ref":"file:///etc/passwd"}`, `s.json: the schema refers to the file "/etc/passwd", and no folder was named for such files`},
		{"a reference to nothing", `{"$ref":"#/$defs/a"}`, `s.json:1:9: /$ref: the schema has nothing at "#/$defs/a"`},
		{"an unknown draft", `{"$schema":"https://example.org/draft"}`, `s.json:1:12: /$schema: "https://example.org/draft" is not a draft that is known here, want "https://json-schema.org/draft/2020-12/schema" or that of 2019-09, 07, 06 or 04`},
		{"a type that is none", `{"properties":{"a":{"type":"text"}}}`, `s.json:1:28: /properties/a/type: properties.a.type is "text", want one of array, boolean, integer, null, number, object, string`},
		{"a loop", `{"$ref":"#"}`, `s.json: infinite loop file:///s.json#/$ref`},
		{"not an object", `7`, `s.json:1:1: the schema is 7, want an object or true or false`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := schema.Compile("s.json", []byte(tt.text), nil)
			if err == nil {
				t.Fatal("compiles")
			}
			if diff := cmp.Diff(tt.want, err.Error()); diff != "" {
				t.Error(diff)
			}
			var refused *schema.SchemaError
			if !errors.As(err, &refused) {
				t.Errorf("%T, want a *SchemaError", err)
			}
		})
	}
}

func TestCompileReadsFilesOnlyBelowTheirFolder(t *testing.T) {
	files := fstest.MapFS{
		"defs/source.json":  {Data: []byte(`{"type":"string"}`)},
		"defs/broken.json":  {Data: []byte("{\"type\":\n\"string\"")},
		"defs/invalid.json": {Data: []byte("{\n\"properties\": {\"a\":{\"type\":\"text\"}}}")},
		"s.json":            {Data: []byte(`{}`)},
	}
	opts := &schema.Options{Files: files}
	s, err := schema.Compile("somewhere/s.json", []byte(`{"items":{"$ref":"defs/source.json"}}`), opts)
	if err != nil {
		t.Fatal(err)
	}
	got, err := s.Check([]byte(`["a",7]`))
	if diff := cmp.Diff([]string{`/1 type: [1] is 7, want a string`}, told(got)); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
	for reference, want := range map[string]string{
		"defs/broken.json":       `defs/broken.json:2:9: the schema is not JSON: it ends in the middle`,
		"defs/invalid.json":      `defs/invalid.json:2:28: /properties/a/type: properties.a.type is "text", want one of array, boolean, integer, null, number, object, string`,
		"/s.json":                `s.json:1:9: /$ref: "/s.json" leaves the folder below which files are read; name one that holds both schemas (--schema-root)`,
		"../../../../etc/passwd": `s.json:1:9: /$ref: "../../../../etc/passwd" leaves the folder below which files are read; name one that holds both schemas (--schema-root)`,
		"file:///etc/passwd":     `s.json: a reference to a file: open etc/passwd: file does not exist`,
		"file://host/s.json":     `s.json: "file://host/s.json" is a remote reference, and nothing is loaded over the network: put the schema under $defs`,
	} {
		_, err := schema.Compile("s.json", []byte(`{"$ref":"`+reference+`"}`), opts)
		if err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", reference, err, want)
		}
	}
}

// What resolving a reference would pass over in silence is an error, whichever keyword
// refers and whatever the schema is called.
func TestReferencesThatLeaveTheFolder(t *testing.T) {
	files := fstest.MapFS{"up.json": {Data: []byte(`{}`)}, "in/up.json": {Data: []byte(`{}`)}}
	for _, text := range []string{
		`{"$ref":"../up.json"}`,
		`{"$ref":"%2e%2e/up.json"}`,
		`{"items":{"$ref":"./a/../../up.json#/x"}}`,
		`{"$ref":"/up.json"}`,
		`{"$dynamicRef":"../up.json"}`,
		`{"$schema":"https://json-schema.org/draft/2019-09/schema","$recursiveRef":"../up.json"}`,
		`{"$id":"s.json","$ref":"../up.json"}`,
	} {
		_, err := schema.Compile("s.json", []byte(text), &schema.Options{Files: files})
		if err == nil || !strings.Contains(err.Error(), "leaves the folder") {
			t.Errorf("%s: %v", text, err)
		}
		if strings.Contains(text, `"/up.json"`) {
			continue
		}
		below := &schema.Options{Files: files, Path: "in/s.json"}
		if _, err := schema.Compile("s.json", []byte(text), below); err != nil && strings.Contains(err.Error(), "leaves the folder") {
			t.Errorf("%s below the folder: %v", text, err)
		}
	}
}

// Every draft asserts formats here, though 2019-09 and 2020-12 leave it open.
func TestFormatsAreAssertedInEveryDraft(t *testing.T) {
	for _, draft := range []string{"http://json-schema.org/draft-07/schema#", "https://json-schema.org/draft/2019-09/schema", "https://json-schema.org/draft/2020-12/schema"} {
		s, err := schema.Compile("s.json", []byte(`{"$schema":"`+draft+`","format":"uri"}`), nil)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := s.Check([]byte(`"no uri"`)); err != nil || len(got) != 1 {
			t.Errorf("%s: %v, %v", draft, got, err)
		}
	}
}

func TestFormats(t *testing.T) {
	tests := []struct {
		format    string
		good, bad []string
	}{
		{"uri", []string{
			"https://example.org", "https://example.org/a?b=c#d", "http://[2001:db8::1]:80/", "urn:isbn:9780000000002",
			"https://user:pw@example.org:8080/~a/(b)/'c'", "mailto:a@example.org", "https://example.org/%C3%A4", "https://exämple.org/日本",
			"javascript:alert(1)", "doi:10.1000/1", "file:///a", "tag:a,2026:b", "https://example.org/a/../b?x=/?y#/?z",
			"http://[v1.fe:d]/", "http://[V1f.a]/", "http://a:b@[::1]:8/", "a+b-c.1:x", "http:", "http://", "http://a@", "http://a:/", "https://a/$&'()*+,;=!", "https://a/@:", "https://a?\ue000", "https://a/%aF",
		}, []string{
			"", "example.org", "//example.org", "/a", "https://example.org/a b", `https://example.org/"a"`, "https://example.org/<script>",
			`https://example.org\a`, "https://example.org/\u0007", "https://example.org/%zz", "https://example.org/%4", "1http://a",
			"https://[::1", "https://[1.2.3.4]/", "https://a:b:c/", "https://a/[b]", "https://a/{b}", "https://a/b|c", "https://a/b^c",
			"https://a/#b#c", "https://a/\u202eb", "https://a/\u00a0b", "https://a/\u200e", "https://a:80x/", " https://a", "https://a\n", ":a",
			"http://[v.a]/", "http://[v1.]/", "http://[vg.a]/", "http://[v1.%41]/", "http://[fe80::1%25eth0]/", "http://[::1]x/", "http://[::1", "http://a@b@c/", "https://a/\"", "https://a/\ue000", "https://a/\ufffe", "https://a/\ufdd0", "-a:b", "a_b:c", "https://a/`", "https://a/%", "https://a/%4g",
		}},
		{"uri-reference", []string{"", "/a", "a/b:c", "#d", "?q", "//example.org/a", "https://example.org"}, []string{"a b", `a\b`, "1:b", "/<a>", ":", "a%", "//a b/"}},
		{"iri", []string{"https://exämple.org/日本", "urn:a"}, []string{"", "exämple", "https://a/ b"}},
		{"iri-reference", []string{"", "ä/b:c", "?a:b", "#a:b"}, []string{"ä:b", "a b"}},
		{"date", []string{"2026-01-01", "2026-12-28", "2026-01-31", "2024-02-29"}, []string{"", "2026-00-01", "2026-13-01", "2026-01-00", "2026-04-31", "2026/01/01", "2026-01-1", "02026-01-01", "2026-1-010"}},
		{"uuid", []string{"01234567-89ab-cdef-ABCD-EF0123456789"}, []string{"", "01234567-89ab-cdef-ABCD-EF012345678g", "0123456-789ab-cdef-ABCD-EF0123456789", "01234567089ab-cdef-ABCD-EF0123456789", "01234567-89ab-cdef-ABCD-EF01234567890"}},
		{"ipv4", []string{"192.0.2.1"}, []string{"+1.2.3.4", "1.2.3", "01.2.3.4", "1.2.3.4.5", "::1"}},
		{"time", []string{"09:30:00Z", "09:30:00.5+01:00", "23:59:60Z"}, []string{"+9:30:00Z", "09:+3:00Z", "09:30:00+1:+2", "09:30:00", "09:30", "23:58:60Z"}},
		{"date-time", []string{"2026-03-12T09:30:00Z"}, []string{"2026-03-12T09:30:00", "2026-02-30T09:30:00Z", "2026-03-12T+9:30:00Z", "2026-03-12 09:30:00Z"}},
	}
	for _, tt := range tests {
		s, err := schema.Compile("s.json", []byte(`{"format":"`+tt.format+`"}`), nil)
		if err != nil {
			t.Fatal(err)
		}
		check := func(text string, want int) {
			record, _ := json.Marshal(text)
			if got, err := s.Check(record); err != nil || len(got) != want {
				t.Errorf("%s %q: %d violations, want %d (%v)", tt.format, text, len(got), want, err)
			}
		}
		for _, text := range tt.good {
			check(text, 0)
		}
		for _, text := range tt.bad {
			check(text, 1)
		}
		check("", map[bool]int{true: 0, false: 1}[strings.HasSuffix(tt.format, "-reference")])
	}
}

// A record may be valid in the eyes of encoding/json and yet not be what it
// seems; Check reads it as encoding/json does.
func TestCheckReadsTheLastOfTwoMembers(t *testing.T) {
	s := schema.Default(nil)
	record := `{"fact_type":"clam","content":"x","sources":[{}],"fact_type":"claim"}`
	if got, err := s.Check([]byte(record)); err != nil || got != nil {
		t.Errorf("%v, %v", got, err)
	}
	record = `{"fact_type":"claim","content":"x","sources":[{}],"f\u0061ct_type":"clam"}`
	got, err := s.Check([]byte(record))
	if err != nil || len(got) != 1 || record[got[0].Start:got[0].End] != `"clam"` {
		t.Errorf("%v, %v", got, err)
	}
}

func TestSamplesAreValid(t *testing.T) {
	shared := os.Getenv("FACTCITE_SHARED")
	if shared == "" {
		shared = "../../shared"
	}
	text, err := os.ReadFile(filepath.Join(shared, "samples", "export_facts.json"))
	if err != nil {
		t.Skip("the shared samples are not here:", err)
	}
	var export struct{ Facts []json.RawMessage }
	if err := json.Unmarshal(text, &export); err != nil {
		t.Fatal(err)
	}
	s := schema.Default(nil)
	for i, record := range export.Facts {
		if got, err := s.Check(record); err != nil || got != nil {
			t.Errorf("fact %d: %v, %v", i, told(got), err)
		}
	}
	if len(export.Facts) == 0 {
		t.Error("no facts")
	}
}

// A schema may speak of more names than the fast pass tells apart.
func TestSchemaOfManyNames(t *testing.T) {
	var properties []string
	for i := range 200 {
		properties = append(properties, fmt.Sprintf(`"m%d":{"type":"integer"}`, i))
	}
	s, err := schema.Compile("s.json", []byte(`{"additionalProperties":false,"properties":{`+strings.Join(properties, ",")+`}}`), nil)
	if err != nil {
		t.Fatal(err)
	}
	for record, want := range map[string][]string{
		`{"m0":1,"m63":2,"m64":3,"m199":4}`: nil,
		`{"m199":"4"}`:                      {`/m199 type: m199 is "4", want an integer`},
		`{"surplus":1}`:                     {`/surplus additionalProperties: surplus is not a member that the schema allows`},
	} {
		got, err := s.Check([]byte(record))
		if diff := cmp.Diff(want, told(got)); err != nil || diff != "" {
			t.Errorf("%s: %v %s", record, err, diff)
		}
	}
}

func TestCompileWarns(t *testing.T) {
	tests := []struct{ name, schema, want string }{
		{"a word of somebody's own", `{"markdownDescription":"x"}`, `s.json:1:2: /markdownDescription: "markdownDescription" is not a keyword, and asserts nothing`},
		{"a word of another draft that describes", `{"$schema":"http://json-schema.org/draft-06/schema#","$comment":"x"}`, `s.json:1:54: /$comment: "$comment" is not a keyword of the draft that the schema uses`},
		{"definitions of a later draft", `{"$schema":"http://json-schema.org/draft-07/schema#","$defs":{"a":{"type":"string"}},"allOf":[{"$ref":"#/$defs/a"}]}`, `s.json:1:54: /$defs: "$defs" is not a keyword of the draft that the schema uses`},
		{"an unknown format", `{"format":"uint32"}`, `s.json:1:11: /format: format "uint32" is not known, and asserts nothing; known are date, date-time, duration, email, hostname, ip-address, ipv4, ipv6, iri, iri-reference, json-pointer, period, regex, relative-json-pointer, time, uri, uri-reference, uri-template, uriref, uuid`},
		{"an unknown kind of content", `{"contentMediaType":"text/html"}`, `s.json:1:21: /contentMediaType: contentMediaType "text/html" is not checked; only application/json is`},
		{"nothing", `{"type":"string","$comment":"x","x-own":1}`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := schema.Compile("s.json", []byte(tt.schema), nil)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, w := range s.Warnings() {
				got = append(got, w.Error())
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, "\n")); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestEncodedContentIsChecked(t *testing.T) {
	s, err := schema.Compile("s.json", []byte(`{"contentEncoding":"base64"}`), nil)
	if err != nil {
		t.Fatal(err)
	}
	for record, want := range map[string]int{`"ZmVsdA=="`: 0, `"%%"`: 1, `7`: 0} {
		violations, err := s.Check([]byte(record))
		if err != nil || len(violations) != want {
			t.Errorf("%s: %v, %v, want %d violations", record, violations, err, want)
		}
	}
}

func TestManyProblemsOfASchemaAreCounted(t *testing.T) {
	_, err := schema.Compile("s.json", []byte(`{"allOf":[`+strings.Repeat(`{"typ":1},`, 99)+`{"typ":1}]}`), nil)
	if lines := strings.Split(err.Error(), "\n"); len(lines) != 21 || lines[20] != "s.json: and 80 more" {
		t.Errorf("%d lines, the last is %q", len(lines), lines[len(lines)-1])
	}
}
