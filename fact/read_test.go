package fact

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// shared returns a file of the folder that the project is measured with, which not
// every machine has.
func shared(t *testing.T, name string) string {
	t.Helper()
	folder := os.Getenv("FACTCITE_SHARED")
	if folder == "" {
		folder = "../../shared"
	}
	path := filepath.Join(folder, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not there; set FACTCITE_SHARED to the folder that has it", path)
	}
	return path
}

// TestSamples reads one real input of each form, with properties and counts.
func TestSamples(t *testing.T) {
	for _, test := range []struct {
		name    string
		form    Form
		records int
	}{
		{"seed/000_ab33a5eaacd93cc4.txt", PageText, 15},
		{"samples/page_variant_b.txt", PageText, 3},
		{"samples/page.html", PageHTML, 3},
		{"samples/export_facts.json", Export, 12},
		{"samples/export_nodes.json", Export, 12},
		{"samples/export_conversation.json", Export, 12},
		{"samples/bundle.json.gz", Bundle, 4},
	} {
		t.Run(test.name, func(t *testing.T) {
			text, err := os.ReadFile(shared(t, test.name))
			if err != nil {
				t.Fatal(err)
			}
			items := readAll(t, strings.NewReader(string(text)), nil)
			if len(items) != test.records {
				t.Errorf("%d records, want %d", len(items), test.records)
			}
			for _, it := range items {
				if it.Record == nil || len(it.Problems) > 0 || it.Form != test.form {
					t.Errorf("%s item with problems %v", it.Form, it.Problems)
				}
			}
			checkRead(t, Auto, text)
		})
	}
}

const exampleHTML = `<!DOCTYPE html><html><body><div class="node-meta"><span class="type-badge concept">concept</span></div>
<h1 class="node-title">felt &amp; rim</h1><p class="also-known-as">Also known as: felt rim, rim</p>
<div class="facts-section" data-facts-section><h2>Facts (<span data-facts-visible-count>2</span>)</h2>
<details class="fact-group" data-source-domain="carts.example.com"><summary><a class="fact-group-title" href="https://www.carts.example.com/a?b=1&amp;c=2">Keeping carts <b>quiet</b></a><span class="source-domain">carts.example.com</span><span class="fact-source-author">Ana Roe · Carts Weekly</span><span class="fact-source-date">4 days ago</span><span class="fact-group-count">2 facts</span></summary>
<div data-fact-text="a" data-fact-type="claim"><a class="fact-type-badge" href="/facts/8d1c5c58-5a10-5f0e-9d1e-0c7a54c7e001">claim</a><span class="fact-stance">supports</span><span class="fact-card-content">Felt &lt;is&gt; <i>quiet</i> &eacute;t&#233; &notit;<br>and soft.
</span></div>
<div data-fact-text="b" data-fact-type="quote"><span class="fact-card-content">'Oil!' &copy 2026</span></div>
</details></div></body></html>`

func TestHTML(t *testing.T) {
	got := readAll(t, strings.NewReader(exampleHTML), nil)
	source := Source{
		URI: "https://www.carts.example.com/a?b=1&c=2", Title: "Keeping carts quiet", Domain: "carts.example.com",
		AuthorPerson: "Ana Roe", AuthorOrg: "Carts Weekly", PublishedDate: "4 days ago",
	}
	concepts := []Concept{{Name: "felt & rim", Aliases: []string{"felt rim", "rim"}, NodeType: "concept"}}
	want := []*Record{
		{ID: "8d1c5c58-5a10-5f0e-9d1e-0c7a54c7e001", Type: Claim, Stance: "supports", Content: "Felt <is> quiet été ¬it;\nand soft.", Concepts: concepts, Sources: []Source{source}},
		{ID: got[1].Record.ID, Type: Quote, Content: "'Oil!' © 2026", Concepts: concepts, Sources: []Source{source}},
	}
	if diff := cmp.Diff(want, records(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	checkRead(t, Auto, []byte(exampleHTML))
	from, _ := got[0].Locate("/sources/0/title")
	if from.Line != 4 || exampleHTML[from.Offset:from.Offset+7] != "Keeping" {
		t.Errorf("the title is located at %v", from)
	}
}

func records(items []*Item) []*Record {
	var list []*Record
	for _, it := range items {
		list = append(list, it.Record)
	}
	return list
}

func TestExportLinks(t *testing.T) {
	const a, b = "11111111-1111-5111-8111-111111111111", "22222222-2222-5222-8222-222222222222"
	text := `{"metadata":{"export_type":"nodes"},
"node_fact_links":[{"node_id":"n1","fact_id":"` + a + `","stance":"supports"},{"node_id":"n2","fact_id":"` + a + `","stance":null},{"node_id":"n9","fact_id":"` + b + `"}],
"facts":[{"id":"` + a + `","content":"A.","fact_type":"claim","stance":null,"sources":[{"uri":null}]},{"id":"` + b + `","content":"B.","fact_type":null,"sources":null}],
"nodes":[{"id":"n1","concept":"felt","node_type":"concept","metadata":{"aliases":["rim"]},"definition":"See [x](/facts/` + b + `) and \/facts\/33333333-3333-5333-8333-333333333333."},{"id":"n2","concept":"Ana Roe","node_type":"entity","metadata":null,"definition":null}],
"edges":[{"id":"e","justification":"As {fact:44444444-4444-5444-8444-444444444444} says","supporting_fact_ids":["` + a + `","55555555-5555-5555-8555-555555555555"]}]}`
	items := readAll(t, strings.NewReader(text), nil)
	want := []*Record{
		{ID: a, Type: Claim, Content: "A.", Sources: []Source{{}}, Concepts: []Concept{
			{Name: "felt", Aliases: []string{"rim"}, NodeType: "concept", Stance: "supports"}, {Name: "Ana Roe", NodeType: "entity"},
		}},
		{ID: b, Content: "B."},
	}
	if diff := cmp.Diff(want, records(items)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	wantJSON := `{"id":"` + a + `","content":"A.","fact_type":"claim","stance":null,"sources":[{"uri":null}],"concepts":[{"name":"felt","aliases":["rim"],"node_type":"concept","stance":"supports"},{"name":"Ana Roe","node_type":"entity"}]}`
	if diff := cmp.Diff(wantJSON, string(items[0].JSON)); diff != "" {
		t.Errorf("JSON (-want +got):\n%s", diff)
	}
	var dangling []string
	for _, p := range items[1].Problems {
		dangling = append(dangling, fmt.Sprintf("%s %s %d %s", p.Rule, p.Stated, p.Place.Line, p.Place.Pointer))
		if got := text[p.Place.Offset:p.End.Offset]; strings.Trim(got, `"`) != p.Stated {
			t.Errorf("%q is located at %q", p.Stated, got)
		}
	}
	if diff := cmp.Diff([]string{
		"dangling-link n9 2 /node_fact_links/2/node_id",
		"dangling-link 33333333-3333-5333-8333-333333333333 4 /nodes/0/definition",
		"dangling-link 44444444-4444-5444-8444-444444444444 5 /edges/0/justification",
		"dangling-link 55555555-5555-5555-8555-555555555555 5 /edges/0/supporting_fact_ids/1",
	}, dangling); diff != "" {
		t.Errorf("dangling links (-want +got):\n%s", diff)
	}
}

// TestExportOfARecordWithoutMembers holds that concepts are written into a record that has
// nothing else.
func TestExportOfARecordWithoutMembers(t *testing.T) {
	id := readAll(t, strings.NewReader(`[{}]`), nil)[0].Record.ID
	text := `{"metadata":{"export_type":"nodes"},"facts":[{ }],"nodes":[{"id":"n","concept":"felt"}],"node_fact_links":[{"node_id":"n","fact_id":"` + id + `"}]}`
	if diff := cmp.Diff([]string{`{"concepts":[{"name":"felt"}]}`}, jsonOf(readAll(t, strings.NewReader(text), nil))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBundle(t *testing.T) {
	text := `{"schema_version":2,"fact_sources":[{"source_idx":1,"chunk_index":0},{"source_idx":1,"chunk_index":3},{"fact_idx":1}],
"fact_concepts":[{"fact_idx":1}],"concept_aliases":[{"alias_text":"rim"}],"concepts":[{"canonical_name":"felt"}],
"facts":[{"text":"A."},{"idx":1,"text":"B.","fact_kind":"text"}],
"sources":[{"url":"https://a.example.org"},{"idx":1,"url":"https://b.example.org","parsed_title":"On B","published_at":"2026-03-12T00:00:00Z","doi":"10.5555/b"}]}`
	items := readAll(t, strings.NewReader(text), nil)
	want := []*Record{
		{ID: items[0].Record.ID, Content: "A.", Sources: []Source{{URI: "https://b.example.org", Title: "On B", PublishedDate: "2026-03-12T00:00:00Z", ProviderMetadata: []byte(`{"doi":"10.5555/b"}`)}}},
		{ID: items[1].Record.ID, Content: "B.", Sources: []Source{{URI: "https://a.example.org"}}, Concepts: []Concept{{Name: "felt", Aliases: []string{"rim"}}}},
	}
	if diff := cmp.Diff(want, records(items)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	from, _ := items[1].LocateContent(0, 1)
	if from.Pointer != "/facts/1/text" || text[from.Offset] != 'B' {
		t.Errorf("the content is located at %v", from)
	}
}

func TestMap(t *testing.T) {
	text := `[{"uid":"f1","text":"A \u2013 b.","src":{"url":"https://a.example.org","when":null},"about":"felt"},{"uid":5,"n":{"text":1}}]`
	items := readAll(t, strings.NewReader(text), &Options{Map: map[string]string{
		"id": "/uid", "content": "/text", "uri": "/src/url", "published_date": "/src/when", "title": "/src/title", "concept": "/about",
	}})
	want := []*Record{
		{ID: "f1", Content: "A – b.", Sources: []Source{{URI: "https://a.example.org"}}, Concepts: []Concept{{Name: "felt"}}},
		{ID: items[1].Record.ID},
	}
	if diff := cmp.Diff(want, records(items)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(`{"id":"5"}`, string(items[1].JSON)); diff != "" {
		t.Errorf("what is not found is the schema's to judge, and a number is read as text (-want +got):\n%s", diff)
	}
	for pointer, want := range map[string]string{
		"/content": `"A \u2013 b."`, "/sources/0/uri": `"https://a.example.org"`, "/concepts/0/name": `"felt"`, "/id": `"f1"`,
	} {
		from, to := items[0].Locate(pointer)
		if got := text[from.Offset:to.Offset]; got != want {
			t.Errorf("%s is located at %q, want %q", pointer, got, want)
		}
	}
	from, to := items[0].LocateContent(2, 5)
	if got := text[from.Offset:to.Offset]; got != `\u2013` || from.Pointer != "/0/text" {
		t.Errorf("the dash is located at %q, %s", got, from.Pointer)
	}
}

func TestMapRefuses(t *testing.T) {
	for member, pointer := range map[string]string{"contents": "/text", "uri": "url", "title": "/t"} {
		var got error
		for _, err := range Read(strings.NewReader("{}"), "x", &Options{Map: map[string]string{member: pointer}}) {
			got = err
		}
		if got == nil {
			t.Errorf("%s=%s is taken", member, pointer)
		}
	}
}

func TestRetrieved(t *testing.T) {
	page := "felt\nFacts (2)\nRims rims.example.org 4 days ago 1 fact\nclaimOne.\nCarts carts.example.org Mar 2026 1 fact\nclaimTwo.\n"
	var dates []string
	for _, it := range readAll(t, strings.NewReader(page), &Options{Retrieved: time.Date(2026, 3, 12, 0, 0, 0, 0, time.UTC)}) {
		dates = append(dates, it.Record.Sources[0].PublishedDate)
	}
	if diff := cmp.Diff([]string{"2026-03-08", "Mar 2026"}, dates); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestIDs(t *testing.T) {
	id := func(page string) string { return readAll(t, strings.NewReader(page), nil)[0].Record.ID }
	base := id("felt\nFacts (1)\nRims rims.example.org 1 fact\nclaimIt's quiet.\n")
	for page, same := range map[string]bool{
		"felt\n\nFacts (1)\nSources\nRims rims.example.org Mar 2026 1 fact\nclaimIt’s  quiet.\n":           true,
		"felt\nAlso known as: x\nFacts (2)\nRims rims.example.org 2 facts\nclaimIt's quiet.\nclaimMore.\n": true,
		"rim\nFacts (1)\nRims rims.example.org 1 fact\nclaimIt's quiet.\n":                                 false,
		"felt\nFacts (1)\nCarts rims.example.org 1 fact\nclaimIt's quiet.\n":                               false,
		"felt\nFacts (1)\nRims rims.example.org 1 fact\nclaimIt's not quiet.\n":                            false,
	} {
		if got := id(page); (got == base) != same {
			t.Errorf("%q has the id %s, and the first page's fact %s", page, got, base)
		}
	}
	twice := readAll(t, strings.NewReader("felt\nFacts (2)\nRims rims.example.org 2 facts\nclaimIt's quiet.\nclaimIt's quiet.\n"), nil)
	if twice[0].Record.ID != base || twice[1].Record.ID == base {
		t.Error("a repeat within a group needs an id of its own")
	}
}

func TestReadFails(t *testing.T) {
	broken := errors.New("the disk is on fire")
	for _, text := range []string{"", good("a") + "\n" + good("b") + "\n", "[" + good("a") + ",", "felt\nFacts (1)\nA a.example.org 1 fact\nclaimOne.\n", exampleHTML, `{"facts":[` + good("a")} {
		var got error
		for _, err := range Read(io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken)), "facts", nil) {
			if got != nil {
				t.Errorf("%.20q: the stream goes on after its error", text)
			}
			got = err
		}
		if !errors.Is(got, broken) || !strings.Contains(got.Error(), "facts") {
			t.Errorf("%.20q: error %v", text, got)
		}
	}
}

func TestReadStops(t *testing.T) {
	for _, text := range []string{good("a") + "\n" + good("b"), "[" + good("a") + "," + good("b") + "]", exampleHTML, `{"facts":[` + good("a") + "," + good("b") + "]}", "f\nFacts (2)\nA a.example.org 2 facts\nclaimA.\nclaimB.\n"} {
		n := 0
		for range Read(strings.NewReader(text), "x", nil) {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%.20q: %d items", text, n)
		}
	}
}

// TestEndlessLine checks that a line of a gigabyte takes no more than a block of memory at a time.
func TestEndlessLine(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a long line")
	}
	endless := io.LimitReader(repeat(`{"a":"`+strings.Repeat("x", 1000)), 256<<20)
	r := io.MultiReader(endless, strings.NewReader("\n"+good("a")+"\n"))
	items := readAll(t, r, &Options{Form: Lines, MaxRecord: 1 << 20})
	if len(items) != 2 || items[0].Record != nil || items[1].Record == nil || items[1].Place.Line != 2 {
		t.Fatalf("read %v", lines(items))
	}
	if p := items[0].Problems[0]; !strings.Contains(p.Message, "268435456") || !strings.Contains(p.Message, "1048576") {
		t.Errorf("message %q names neither the length nor the limit", p.Message)
	}
}

// repeat is a reader of text without end.
type repeat string

func (r repeat) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) {
		n += copy(p[n:], string(r))
	}
	return n, nil
}

func TestLocate(t *testing.T) {
	text := "\n {\"id\":\"a\",\r\n  \"content\":\"\\ud83d\\ude00 é\\n\\\"x\\\"\",\r  \"sources\":[{\"ti~tle/\":{\"b\":[1, 2]}}]}"
	it := readAll(t, strings.NewReader(text), &Options{Form: JSON})[0]
	for pointer, want := range map[string]string{
		"": text[2:], "/content": `"\ud83d\ude00 é\n\"x\""`, "/sources/0/ti~0tle~1/b/1": "2", "/sources/0": `{"ti~tle/":{"b":[1, 2]}}`,
	} {
		from, to := it.Locate(pointer)
		if got := text[from.Offset:to.Offset]; got != want {
			t.Errorf("%q is located at %q, want %q", pointer, got, want)
		}
	}
	for _, pointer := range []string{"/none", "/sources/1", "/sources/-", "/sources/00", "content", "/id/x"} {
		if from, to := it.Locate(pointer); from != it.Place || to != it.Place {
			t.Errorf("%q is located at %v to %v", pointer, from, to)
		}
	}
	var columns []int
	for i := range it.Record.Content {
		from, _ := it.LocateContent(i, i)
		columns = append(columns, from.Column)
	}
	if want := []int{14, 26, 27, 28, 30, 32, 33}; !slices.Equal(columns, want) {
		t.Errorf("columns %v, want %v", columns, want)
	}
}

func TestSourcesThatAreAlmostAlikeAreKeptApart(t *testing.T) {
	lines := []string{
		`{"id": "a1", "content": "Felt.", "sources": [{"uri": "a\",\"title\":\"b", "title": "c"}]}`,
		`{"id": "a2", "content": "Felt.", "sources": [{"uri":"a","title":"b"}]}`,
		`{"id": "a3", "content": "Felt.", "sources": [{"uri": "a", "title": "bc"}, {"uri": "a\\", "title": "b"}]}`,
		`{"id": "a4", "content": "Felt.", "sources": [{"uri": "a\"", "title": "b"}, {"uri": null}, {"uri": "a"}]}`,
	}
	for it, err := range Read(strings.NewReader(strings.Join(lines, "\n")), "facts.jsonl", nil) {
		if err != nil {
			t.Fatal(err)
		}
		var want struct{ Sources []Source }
		if err := json.Unmarshal(it.JSON, &want); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.Sources, it.Record.Sources); diff != "" {
			t.Errorf("%s (-want +got):\n%s", it.Record.ID, diff)
		}
	}
}

// A pointer with * stands for a value in each element of an array.
func TestMapEveryElement(t *testing.T) {
	text := `[{"text":"A.","evidence":[{"snippet":"one"},{"none":1},{"snippet":"two"}]},{"text":"B.","evidence":{"snippet":"one"}},{"text":"C.","evidence":[]}]`
	items := readAll(t, strings.NewReader(text), &Options{Map: map[string]string{"content": "/text", "quote": "/evidence/*/snippet"}})
	var got [][]string
	for _, item := range items {
		var quotes []string
		for _, s := range item.Record.Sources {
			quotes = append(quotes, s.Quotes...)
		}
		got = append(got, quotes)
	}
	if diff := cmp.Diff([][]string{{"one", "two"}, nil, nil}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A source of a bundle may have its text, under any of the names that writers of bundles use.
func TestTextsOfABundle(t *testing.T) {
	for _, member := range []string{"parsed_content", "parsed_text", "raw_content", "content"} {
		const hash = "0a0a"
		text := fmt.Sprintf(`{"schema_version": 2, "sources": [{"idx": 3, "url": "https://carts.example.org", %q: "Felt rims are quiet.", "content_hash": %q}],
			"facts": [{"idx": 1, "text": "Rims are quiet."}], "fact_sources": [{"fact_idx": 1, "source_idx": 3}]}`, member, hash)
		for it, err := range Read(strings.NewReader(text), "graph.json", nil) {
			if err != nil {
				t.Fatal(err)
			}
			if s := it.Record.Sources[0]; s.RawContent != "Felt rims are quiet." || s.ContentHash != hash {
				t.Errorf("%s: the source is %+v", member, s)
			}
		}
	}
}
