package schema

import (
	"testing"

	"github.com/factcite/factcite/internal/jsontext"
)

func TestAcceptsOnlyWhatCheckFindsValid(t *testing.T) {
	s, err := Compile("s.json", []byte(`{"type":"object","required":["id"],"properties":{"id":{"type":"string","minLength":1},"n":{"type":"number"}}}`), &Options{MaxDepth: 2})
	if err != nil {
		t.Fatal(err)
	}
	for record, want := range map[string]bool{
		`{"id":"a"}`:               true,
		`{"id":"a","n":1.5}`:       true,
		`{"id":"a","other":[1]}`:   true,
		`{"id":""}`:                false,
		`{"n":1}`:                  false,
		`{"id":"a","id":"b"}`:      false, // Check says what counts
		`{"id":"a","n":1e500}`:     false, // a number that no judge reads
		`{"id":"a","other":[[1]]}`: false, // deeper than it may be
	} {
		c := &jsontext.Cursor{MaxDepth: 100, Record: true}
		c.Reset([]byte(record))
		c.Skip()
		tape, ok := c.Tape()
		if got := ok && s.Accepts(&tape); got != want {
			t.Errorf("%s is accepted: %v, want %v", record, got, want)
		}
		if violations, err := s.Check([]byte(record)); want && (err != nil || len(violations) > 0) {
			t.Errorf("%s is accepted, but Check returns %v and %v", record, violations, err)
		}
	}
}
