package fact

import (
	"strings"
	"testing"
)

// TestBlankRecords holds that records which say nothing are not one record.
func TestBlankRecords(t *testing.T) {
	lines := []string{
		`{"a":1}`, `{"b":2}`, `{"zz":{"a":[1]}}`, `{}`, `{"content":5}`, `{"content":""}`, `{"content":" "}`,
		`{"content":"\u00a0"}`, `{"content":"\u2003"}`, `{"content":"\u2003\ufeff"}`,
		`{"content":"\u00a0","sources":[{"uri":"https://carts.example.org"}]}`, `{"fact_type":"claim"}`,
	}
	ids := map[string]string{}
	for it, err := range Read(strings.NewReader(strings.Join(lines, "\n")), "a.jsonl", nil) {
		if err != nil || it.Record == nil {
			t.Fatal(err, it)
		}
		id := it.Record.ID
		if other, ok := ids[id]; ok || id == "" {
			t.Errorf("%s and %s have the id %q", other, it.JSON, id)
		}
		ids[id] = string(it.JSON)
	}
	if len(ids) != len(lines) {
		t.Errorf("%d ids for %d records", len(ids), len(lines))
	}
	for _, same := range [][2]string{{`{"a":1}`, "{ \"a\" : 1 }"}, {`{"content":"Felt\u00a0is quiet."}`, `{"content":"Felt is  quiet."}`}} {
		if a, b := idOf(t, same[0]), idOf(t, same[1]); a != b {
			t.Errorf("%s has the id %s, and %s has %s", same[0], a, same[1], b)
		}
	}
}

func idOf(t *testing.T, record string) string {
	t.Helper()
	for it, err := range Read(strings.NewReader(record), "a.json", &Options{Form: JSON}) {
		if err != nil || it.Record == nil {
			t.Fatal(err, it)
		}
		return it.Record.ID
	}
	return ""
}
