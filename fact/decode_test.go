package fact

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/factcite/factcite/internal/jsontext"
)

// FuzzDecode compares the decoder with encoding/json: both take the same
// bytes, and read the same values from them. encoding/json decodes into a map,
// for into a struct it folds the case of names.
func FuzzDecode(f *testing.F) {
	for _, test := range brokenInputs {
		if test.form == Lines && len(test.text) < 2000 {
			for line := range bytes.Lines([]byte(test.text)) {
				f.Add(line)
			}
		}
	}
	f.Add([]byte(`{"sources":[{"uri":"a","is_full_text":true},{}],"content":"\u00e9\ud83d\ude00\/\b","n":[-0.5e+3,0,1E2,{}],"content":null}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		data = bytes.TrimSpace(data)
		if len(data) == 0 || data[0] != '{' {
			return
		}
		var d decoder
		d.MaxDepth = maxMaxDepth
		it, n, err := d.decode(data)
		if got, want := err == nil && n == len(data), json.Valid(data); got != want {
			t.Fatalf("%q is taken: %v, by encoding/json: %v (%v)", data, got, want, err)
		}
		if err != nil || n != len(data) {
			return
		}
		var want map[string]any
		numbers := json.NewDecoder(bytes.NewReader(data))
		numbers.UseNumber()
		if err := numbers.Decode(&want); err != nil {
			t.Fatal(err)
		}
		got := *it.Record
		got.Metadata = nil
		for i := range got.Sources {
			got.Sources[i].ProviderMetadata = nil
		}
		if diff := cmp.Diff(recordOf(want), &got); diff != "" {
			t.Fatalf("%q (-encoding/json +this):\n%s", data, diff)
		}
		if utf8.Valid(data) {
			if got, want := len(d.Duplicates) > 0, hasDuplicates(json.NewDecoder(bytes.NewReader(data))); got != want {
				t.Fatalf("%q has duplicate members: %v, by encoding/json: %v", data, got, want)
			}
		}
	})
}

// recordOf picks what makes a record out of what encoding/json read.
func recordOf(m map[string]any) *Record {
	r := &Record{
		ID: str(m["id"]), Type: Type(str(m["fact_type"])), Content: str(m["content"]),
		Stance: str(m["stance"]), CreatedAt: str(m["created_at"]),
	}
	for _, value := range list(m["concepts"]) {
		object, _ := value.(map[string]any)
		concept := Concept{Name: str(object["name"]), NodeType: str(object["node_type"]), Stance: str(object["stance"])}
		for _, alias := range list(object["aliases"]) {
			if text, ok := alias.(string); ok {
				concept.Aliases = append(concept.Aliases, text)
			}
		}
		r.Concepts = append(r.Concepts, concept)
	}
	for _, value := range list(m["sources"]) {
		o, _ := value.(map[string]any)
		full, stated := o["is_full_text"].(bool)
		var quotes []string
		for _, value := range append(list(o["quote"]), o["quote"]) {
			if quote := str(value); quote != "" {
				quotes = append(quotes, quote)
			}
		}
		r.Sources = append(r.Sources, Source{
			ID: str(o["source_id"]), URI: str(o["uri"]), Title: str(o["title"]), Domain: str(o["domain"]),
			ProviderID: str(o["provider_id"]), RetrievedAt: str(o["retrieved_at"]), PublishedDate: str(o["published_date"]),
			AuthorPerson: str(o["author_person"]), AuthorOrg: str(o["author_org"]), Attribution: str(o["attribution"]),
			ContextSnippet: str(o["context_snippet"]), RawContent: str(o["raw_content"]), ContentHash: str(o["content_hash"]),
			IsFullText: full, IsPartial: stated && !full, Quotes: quotes, ContentType: str(o["content_type"]),
		})
	}
	return r
}

func str(value any) string {
	text, _ := value.(string)
	return text
}

func list(value any) []any {
	elements, _ := value.([]any)
	return elements
}

// hasDuplicates reports whether an object of the next value names a member twice.
func hasDuplicates(d *json.Decoder) bool {
	d.UseNumber()
	found := false
	var value func(json.Token)
	value = func(token json.Token) {
		switch token {
		case json.Delim('{'):
			names := map[string]bool{}
			for d.More() {
				name, _ := d.Token()
				found = found || names[name.(string)]
				names[name.(string)] = true
				next, _ := d.Token()
				value(next)
			}
			d.Token()
		case json.Delim('['):
			for d.More() {
				next, _ := d.Token()
				value(next)
			}
			d.Token()
		}
	}
	first, _ := d.Token()
	value(first)
	return found
}

func TestItemsKeepTheTapesOfTheirOwnRecords(t *testing.T) {
	const first, second, flawed = `{"content":"One felt rim.","fact_type":"claim"}`, `{"content":"Two","sources":[{"uri":"u"}]}`, "{\"content\":\"\xff\"}"
	var tapes []*jsontext.Tape
	for it, err := range Read(strings.NewReader(first+"\n"+second+"\n"+flawed+"\n"), "f.jsonl", &Options{Form: Lines}) {
		if err != nil {
			t.Fatal(err)
		}
		tapes = append(tapes, it.Tape())
	}
	for i, want := range []string{first, second} {
		if tapes[i] == nil || string(tapes[i].Text) != want || int(tapes[i].Tokens[0].End) != len(want) {
			t.Errorf("the tape of record %d is %v, want one of %s", i, tapes[i], want)
		}
	}
	if tapes[2] != nil {
		t.Errorf("JSON that is not what was read has the tape %v", tapes[2])
	}
}
