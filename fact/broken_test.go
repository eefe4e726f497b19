package fact

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// good returns a whole record with this id.
func good(id string) string {
	return fmt.Sprintf(`{"id":%q,"fact_type":"claim","content":"Cart %s is quiet.","sources":[{"uri":"https://carts.example.com/%s","title":"A {cart} [\"%s\"]"}]}`, id, id, id, id)
}

// brokenInputs is a corpus of inputs each of which is broken in one way. ids
// are those of the records that must be read all the same, in order; bad is how
// many things are where a record should be.
var brokenInputs = []struct {
	name  string
	form  Form
	text  string
	ids   string
	bad   int
	rules string // of the problems of the good records
}{
	// JSON Lines.
	{"line cut at its end", Lines, good("a") + "\n" + good("b")[:70] + "\n" + good("c") + "\n", "a c", 1, ""},
	{"line without its start", Lines, good("a") + "\n" + good("b")[30:] + "\n" + good("c") + "\n", "a c", 1, ""},
	{"lost line end", Lines, good("a") + good("b") + "\n" + good("c"), "a b c", 0, ""},
	{"cut line glued to the next", Lines, good("a") + "\n" + good("b")[:40] + good("c") + "\n" + good("d"), "a c d", 1, ""},
	{"cut in a source, glued to the next", Lines, good("b")[:95] + good("c") + "\n" + good("d"), "c d", 1, ""},
	{"rubbish after a record", Lines, good("a") + " rubbish\n" + good("b"), "a b", 1, ""},
	{"comma after a record", Lines, good("a") + ",\n" + good("b"), "a b", 1, ""},
	{"rubbish before a record", Lines, "rubbish " + good("a") + "\n" + good("b"), "a b", 1, ""},
	{"a number, a string, null, true, false", Lines, good("a") + "\n5\n\"x\"\nnull\ntrue\nfalse\n" + good("b"), "a b", 5, ""},
	{"no id and a member's name that is no UTF-8", Lines, "{\"id\":\"\",\"\xd8\":\"\"}\n" + good("a"), "- -", 0, "invalid-utf8"},
	{"an array in a line", Lines, good("a") + "\n[1,2]\n" + good("b"), "a b", 1, ""},
	{"records in an array in a line", Lines, good("a") + "\n[" + good("b") + "," + good("c") + "]\n" + good("d"), "a b c d", 3, ""},
	{"mixed line ends", Lines, good("a") + "\r\n" + good("b") + "\r" + good("c") + "\n\r" + good("d"), "a b c d", 0, ""},
	{"CR only, one line broken", Lines, good("a") + "\r" + good("b")[:30] + "\r" + good("c"), "a c", 1, ""},
	{"byte order mark in the middle", Lines, "\ufeff" + good("a") + "\n\ufeff" + good("b"), "a b", 0, ""},
	{"duplicate members", Lines, good("a") + "\n" + `{"id":"x","content":"A.","id":"b","sources":[{"uri":"u","uri":"v"}]}` + "\n" + good("c"), "a b c", 0, "duplicate-member duplicate-member"},
	{"duplicate member of an object in the record", Lines, `{"id":"b","content":"A.","metadata":{"n":1,"n":2}}`, "b", 0, "duplicate-member"},
	{"duplicate member written with an escape", Lines, `{"id":"b","content":"A.","\u0063ontent":"B."}`, "b", 0, "duplicate-member"},
	{"lone surrogates", Lines, `{"id":"b","content":"A \ud800 and \udc00 and \ud83d\ude00."}` + "\n" + good("c"), "b c", 0, "invalid-utf8 invalid-utf8"},
	{"lone surrogate at the end of its string", Lines, `{"id":"b","content":"A \ud800"}` + "\n" + `{"id":"c","content":"A \ud800\n"}`, "b c", 0, "invalid-utf8 invalid-utf8"},
	{"invalid UTF-8", Lines, good("a") + "\n{\"id\":\"b\",\"content\":\"caf\xe9 \xff\"}\n" + good("c"), "a b c", 0, "invalid-utf8"},
	{"overlong and surrogate bytes", Lines, "{\"id\":\"b\",\"content\":\"\xc0\x80 \xed\xa0\x80\"}\n" + good("c"), "b c", 0, "invalid-utf8"},
	{"a NUL in a line", Lines, good("a") + "\n{\"id\":\"b\x00\"}\n" + good("c"), "a c", 1, ""},
	{"a line of NULs", Lines, good("a") + "\n\x00\x00\x00\x00\n" + good("c"), "a c", 1, ""},
	{"control character in a string", Lines, good("a") + "\n{\"id\":\"b\",\"content\":\"a\tb\"}\n" + good("c"), "a c", 1, ""},
	{"line end in a string", Lines, good("a") + "\n{\"id\":\"b\",\"content\":\"a\nb\",\"sources\":[]}\n" + good("c"), "a c", 2, ""},
	{"bad escape", Lines, good("a") + "\n" + `{"id":"b","content":"\x41"}` + "\n" + good("c"), "a c", 1, ""},
	{"bad \\u escape", Lines, good("a") + "\n" + `{"id":"b","content":"\u00g1"}` + "\n" + good("c"), "a c", 1, ""},
	{"bad numbers", Lines, `{"id":"b","n":01}` + "\n" + `{"id":"b","n":1.}` + "\n" + `{"id":"b","n":+1}` + "\n" + `{"id":"b","n":NaN}` + "\n" + good("c"), "c", 4, ""},
	{"a huge number", Lines, `{"id":"b","n":1e1000001}` + "\n" + good("c"), "b c", 0, ""},
	{"nested 100,000 deep", Lines, good("a") + "\n{\"a\":" + strings.Repeat("[", 100_000) + "\n" + good("c"), "a c", 1, ""},
	{"nested 100,000 deep and closed", Lines, good("a") + "\n" + strings.Repeat(`{"a":`, 100_000) + "1" + strings.Repeat("}", 100_000) + "\n" + good("c"), "a c", 1, ""},
	{"longer than a record", Lines, good("a") + "\n{\"id\":\"b\",\"content\":\"" + strings.Repeat("x", 200_000) + "\"}\n" + good("c"), "a c", 1, ""},
	{"longer than a record, no end", Lines, good("a") + "\n{\"id\":\"b\",\"content\":\"" + strings.Repeat("x", 300_000), "a", 1, ""},
	{"wrong types", Lines, `{"id":"a","content":5,"fact_type":[],"sources":{},"concepts":"x","metadata":3,"stance":{}}` + "\n" + `{"id":"b","sources":[1,null,"x"],"concepts":[1,{"name":2,"aliases":{}}]}`, "a b", 0, ""},
	{"other case of names", Lines, `{"ID":"x","id":"a","Content":"y","content":"z"}`, "a", 0, ""},
	{"single quotes", Lines, good("a") + "\n{'id':'b'}\n" + good("c"), "a c", 1, ""},
	{"trailing comma in an object", Lines, good("a") + "\n" + `{"id":"b","content":"x",}` + "\n" + good("c"), "a c", 1, ""},
	{"trailing comma in an array", Lines, good("a") + "\n" + `{"id":"b","sources":[{},]}` + "\n" + good("c"), "a c", 1, ""},
	{"no colon", Lines, good("a") + "\n" + `{"id" "b"}` + "\n" + good("c"), "a c", 1, ""},
	{"comments", Lines, good("a") + "\n// " + good("b")[1:] + "\n" + good("c"), "a c", 1, ""},

	// Arrays and single records.
	{"array cut in a record", JSON, "[" + good("a") + "," + good("b")[:60], "a", 1, ""},
	{"array cut after a record", JSON, "[" + good("a") + "," + good("b"), "a b", 1, ""},
	{"array cut after a comma", JSON, "[" + good("a") + ",", "a", 1, ""},
	{"array with no commas", JSON, "[" + good("a") + "\n" + good("b") + "]", "a b", 0, "unreadable-record"},
	{"array with two commas", JSON, "[" + good("a") + ",," + good("b") + "]", "a b", 1, ""},
	{"array with a trailing comma", JSON, "[" + good("a") + "," + good("b") + ",]", "a b", 1, ""},
	{"array with a leading comma", JSON, "[," + good("a") + "]", "a", 1, ""},
	{"array with scalars", JSON, "[1," + good("a") + `,"{\"content\":1}",` + good("b") + ",null]", "a b", 3, ""},
	{"array in the array", JSON, "[" + good("a") + ",[" + good("b") + "," + good("c") + "]," + good("d") + "]", "a b c d", 1, ""},
	{"array twice", JSON, "[" + good("a") + "]\n[" + good("b") + "]", "a b", 0, ""},
	{"array with a broken string", JSON, "[" + good("a") + `,{"id":"b","content":"x, "sources":[{"uri":"u"}]},` + good("c") + "]", "a c", 1, ""},
	{"array with an open string", JSON, "[" + good("a") + ",\n{\"id\":\"b\",\"content\":\"x\n}," + good("c") + "]", "a c", 1, ""},
	{"array with a lost brace", JSON, "[" + good("a") + `,{"id":"b","content":"x","sources":[{"uri":"u"},` + good("c") + "," + good("d") + "]", "a c d", 1, ""},
	{"array with a lost bracket", JSON, "[" + good("a") + `,{"id":"b","content":"x","sources":[{"uri":"u"}},` + good("c") + "," + good("d") + "]", "a c d", 1, ""},
	{"array with a superfluous brace", JSON, "[" + good("a") + "}," + good("b") + "," + good("c") + "]", "a b c", 1, ""},
	{"array with a record that is too long", JSON, "[" + good("a") + `,{"id":"b","content":"` + strings.Repeat("y", 200_000) + `","sources":[{"uri":"u"}]},` + good("c") + "]", "a c", 1, ""},
	{"array with rubbish", JSON, "[" + good("a") + ", rubbish {x} ," + good("b") + "]", "a b", 1, ""},
	{"array nested 100,000 deep", JSON, "[" + good("a") + "," + strings.Repeat("[", 100_000), "a", 1, ""},
	{"pretty record cut", JSON, "{\n  \"id\": \"a\",\n  \"content\":", "", 1, ""},
	{"pretty records, one broken", JSON, "{\n\"id\": \"a\"\n}\n{\n\"id\": \"b\",,\n}\n" + good("c"), "a c", 1, ""},

	// Exports.
	{"export cut in a fact", Export, `{"metadata":{"export_type":"facts"},"facts":[` + good("a") + "," + good("b")[:50], "a", 1, ""},
	{"export cut after its facts", Export, `{"metadata":{"export_type":"facts"},"facts":[` + good("a") + "]", "a", 1, ""},
	{"export with a broken fact", Export, `{"facts":[` + good("a") + `,{"id":"b",},` + good("c") + `],"nodes":[]}`, "a c", 1, ""},
	{"export with a lost brace", Export, `{"facts":[` + good("a") + `,{"id":"b","x":{"y":1},` + good("c") + `],"nodes":[]}`, "a c", 1, ""},
	{"export without a colon", Export, `{"metadata":{"export_type":"nodes"},"facts" [` + good("a") + "," + good("b") + "]}", "a b", 1, ""},
	{"export with a broken node", Export, `{"nodes":[{"id":"n","concept":}],"facts":[` + good("a") + "," + good("b") + "]}", "a b", 1, ""},
	{"export whose facts are an object", Export, `{"facts":{"a":` + good("a") + "}}", "", 1, ""},
	{"export whose facts are null", Export, `{"facts":null,"nodes":null}`, "", 0, ""},
	{"export twice", Export, `{"facts":[` + good("a") + `]}{"facts":[` + good("b") + "]}", "a b", 0, ""},
	{"export followed by rubbish", Export, `{"facts":[` + good("a") + `]} rubbish`, "a", 1, ""},
	{"export with a link that dangles", Export, `{"facts":[` + good("a") + `],"nodes":[{"id":"m"}],"node_fact_links":[{"node_id":"n","fact_id":"x"}]}`, "a", 0, "dangling-link dangling-link"},
	{"export of facts alone with links", Export, `{"metadata":{"export_type":"facts"},"facts":[` + good("a") + `],"node_fact_links":[{"node_id":"n","fact_id":"a"}]}`, "a", 0, "dangling-link"},
	{"export with a long conversation", Export, `{"conversation":{"messages":["` + strings.Repeat(`{\"`, 100_000) + `"]},"facts":[` + good("a") + `]}`, "a", 0, ""},

	// Bundles.
	{"bundle cut", Bundle, `{"schema_version":2,"facts":[{"idx":0,"text":"A."},{"idx":1,"te`, "-", 1, ""},
	{"bundle with a broken fact", Bundle, `{"schema_version":2,"facts":[{"idx":0,"text":"A."},{"idx":},{"idx":2,"text":"B."}]}`, "- -", 1, ""},
	{"bundle with indices of nothing", Bundle, `{"schema_version":2,"facts":[{"text":"A."}],"fact_sources":[{"source_idx":7}],"fact_concepts":[{"concept_idx":-1}]}`, "-", 0, "dangling-link dangling-link"},

	// Pages.
	{"page whose total lies", PageText, "felt\nFacts (3)\nCarts a.example.org 2 facts\nclaimOne.\nclaimTwo.\n", "- -", 0, "count-mismatch"},
	{"page whose group lies", PageText, "felt\nFacts (3)\nCarts a.example.org 3 facts\nclaimOne.\nclaimTwo.\n", "- -", 0, "count-mismatch count-mismatch"},
	{"page cut after its total", PageText, "felt\nFacts (3)\n", "", 1, ""},
	{"page cut after a header", PageText, "felt\nFacts (3)\nCarts a.example.org 3 facts\n", "", 1, ""},
	{"page cut in a fact", PageText, "felt\nFacts (2)\nSources\nCarts a.example.org 2 facts\nclaimOne.\ncla", "-", 0, "count-mismatch count-mismatch"},
	{"page without a header", PageText, "felt\nFacts (2)\nclaimOne.\nclaimTwo.\n", "- -", 0, "count-mismatch"},
	{"page with an unknown fact type", PageText, "felt\nFacts (2)\nCarts a.example.org 2 facts\nopinionOne.\nclaimTwo.\n", "-", 1, ""},
	{"page with invalid UTF-8", PageText, "felt\nFacts (2)\nCarts a.example.org 2 facts\nclaimCaf\xe9.\nclaimTwo.\n", "- -", 0, "invalid-utf8"},
	{"markup cut in a fact", PageHTML, `<section data-facts-section><h2><span data-facts-visible-count>2</span></h2><details class="fact-group" data-source-domain="a.example.org"><span class="fact-group-count">2 facts</span><div data-fact-text="" data-fact-type="claim"><span class="fact-card-content">One.</span></div><div data-fact-text="" data-fact-type="claim"><span class="fact-card-content">Tw`, "-", 1, ""},
	{"markup whose counts lie", PageHTML, `<section data-facts-section><h2><span data-facts-visible-count>2</span></h2><details class="fact-group"><span class="fact-group-count">3 facts</span><div data-fact-text="" data-fact-type="claim"><span class="fact-card-content">One.</span></div></details>`, "-", 0, "count-mismatch count-mismatch"},
	{"page with a line that is only a type", PageText, "felt\nFacts (2)\nCarts a.example.org 2 facts\nclaimOne.\nclaim\n", "-", 0, "count-mismatch count-mismatch"},
	{"page with a type apart from its fact", PageText, "felt\nFacts (2)\nCarts a.example.org 2 facts\nclaimOne.\nclaim Two.\n", "-", 0, "count-mismatch count-mismatch"},
	{"page with a fact above its first source", PageText, "felt\nFacts (2)\nclaimOne.\nCarts a.example.org 1 fact\nclaimTwo.\n", "- -", 0, "count-mismatch"},
	{"markup with a text that is too long", PageHTML, `<section data-facts-section><div data-fact-text="" data-fact-type="claim"><span class="fact-card-content">One.</span></div><p title="` + strings.Repeat("x", 200_000), "-", 1, ""},
	{"markup with invalid UTF-8 in a title", PageHTML, "<section data-facts-section><details class=\"fact-group\"><a class=\"fact-group-title\">Caf\xe9</a><div data-fact-text=\"\" data-fact-type=\"claim\"><span class=\"fact-card-content\">One.</span></div></details>", "-", 0, "invalid-utf8"},
	{"markup whose total alone lies", PageHTML, `<section data-facts-section><span data-facts-visible-count>2</span></section>`, "", 1, ""},
	{"markup with a fact without text", PageHTML, `<section data-facts-section><details class="fact-group"><div data-fact-text="x"><span></span></div><div data-fact-text="" data-fact-type="claim"><span class="fact-card-content">One.</span></div></details>`, "-", 1, ""},

	// No form at all.
	{"binary", Auto, "\x7fELF\x02\x01\x01\x00\x00", "", 1, ""},
	{"UTF-16", Auto, "\xff\xfe{\x00\"\x00", "", 1, ""},
	{"prose", Auto, "These are notes about carts.\n", "", 1, ""},
	{"nothing", Auto, "", "", 0, ""},
	{"white space", Auto, " \r\n\t\n", "", 0, ""},
}

// TestBroken checks that the records around what is broken are all read, and
// that each thing that stood where a record should is one item.
func TestBroken(t *testing.T) {
	options := Options{MaxRecord: 100_000}
	for _, test := range brokenInputs {
		t.Run(test.name, func(t *testing.T) {
			for _, form := range []Form{test.form, Auto} {
				opts := options
				opts.Form = form
				items := readAll(t, strings.NewReader(test.text), &opts)
				var ids, rules []string
				bad := 0
				for _, it := range items {
					if it.Record == nil {
						bad++
						if len(it.Problems) == 0 {
							t.Errorf("the item at %v says nothing", it.Place)
						}
						continue
					}
					if strings.Contains(test.ids, "-") {
						ids = append(ids, "-")
					} else {
						ids = append(ids, it.Record.ID)
					}
					for _, p := range it.Problems {
						rules = append(rules, p.Rule)
					}
				}
				if diff := cmp.Diff(test.ids, strings.Join(ids, " ")); diff != "" {
					t.Errorf("form %q: good records (-want +got):\n%s", form, diff)
				}
				if bad != test.bad {
					t.Errorf("form %q: %d unreadable records, want %d", form, bad, test.bad)
				}
				if diff := cmp.Diff(test.rules, strings.Join(rules, " ")); diff != "" {
					t.Errorf("form %q: problems (-want +got):\n%s", form, diff)
				}
				if t.Failed() {
					for _, it := range items {
						t.Logf("%v %.80q %v", it.Place, it.JSON, it.Problems)
					}
					return
				}
			}
		})
	}
}

// TestBrokenSays compares what is said of each broken input, and of what in it, with a
// golden.
func TestBrokenSays(t *testing.T) {
	var b strings.Builder
	for _, test := range brokenInputs {
		fmt.Fprintf(&b, "%s\n", test.name)
		for _, it := range readAll(t, strings.NewReader(test.text), &Options{Form: test.form, MaxRecord: 100_000}) {
			for _, p := range it.Problems {
				fmt.Fprintf(&b, "  %d:%d-%d:%d %s %s: %s", p.Place.Line, p.Place.Column, p.End.Line, p.End.Column, p.Place.Pointer, p.Rule, p.Message)
				if p.Stated != "" {
					fmt.Fprintf(&b, " [%q]", p.Stated)
				}
				fmt.Fprintln(&b)
			}
		}
	}
	const golden = "testdata/broken.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("(-golden +got):\n%s", diff)
	}
}

func readAll(t testing.TB, r io.Reader, opts *Options) []*Item {
	t.Helper()
	var items []*Item
	for it, err := range Read(r, "input", opts) {
		if err != nil {
			t.Fatal(err)
		}
		items = append(items, it)
	}
	return items
}

// TestReaders checks that it does not matter how an input arrives: at once, byte
// by byte, from what can seek or from what cannot.
func TestReaders(t *testing.T) {
	for _, test := range brokenInputs {
		opts := &Options{Form: test.form, MaxRecord: 100_000}
		want := lines(readAll(t, strings.NewReader(test.text), opts))
		for name, r := range map[string]io.Reader{
			"unseekable":   bytes.NewBufferString(test.text),
			"byte by byte": iotest.OneByteReader(strings.NewReader(test.text)),
			"error last":   iotest.DataErrReader(strings.NewReader(test.text)),
			"packed":       packed(test.text),
		} {
			if diff := cmp.Diff(want, lines(readAll(t, r, opts))); diff != "" {
				t.Errorf("%s, %s (-at once +so):\n%s", test.name, name, diff)
			}
		}
	}
}

// lines shows items with their places and problems.
func lines(items []*Item) []string {
	var list []string
	for _, it := range items {
		list = append(list, fmt.Sprintf("%v %s %v", it.Place, it.AppendLine(nil), it.Problems))
	}
	return list
}
