package record

import (
	"encoding/json"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/factcite/factcite/internal/text"
	"github.com/google/go-cmp/cmp"
)

// anyValue reads a value with the cursor into what encoding/json would make of
// it; numbers stay as they are written.
func anyValue(c *jsonCursor) any {
	switch b := c.peek(); {
	case b == '{':
		object := map[string]any{}
		for name := range c.members() {
			object[c.unquoted(name)] = anyValue(c)
		}
		return object
	case b == '[':
		array := []any{}
		for range c.elements() {
			array = append(array, anyValue(c))
		}
		return array
	case b == '"':
		return c.text()
	case b == 't' || b == 'f':
		return c.isTrue()
	case b == '-' || text.IsDigit(b):
		return json.Number(c.text())
	}
	c.skip()
	return nil
}

// randomJSON writes a value with white space and escapes of every kind.
func randomJSON(r *rand.Rand, depth int) string {
	blank := func() string { return []string{"", "", " ", "\n\t", "\r\n "}[r.IntN(5)] }
	text := func() string {
		parts := []string{"felt", "", `\"`, `\\`, `\n`, `\u00e9`, `\uD83D\uDE00`, `\ud800`, "é", "日本", `\/`, `{`, `]`, `,`, "\x7f"}
		var b strings.Builder
		for range r.IntN(5) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		return `"` + b.String() + `"`
	}
	kind := r.IntN(8)
	if depth == 0 {
		kind = r.IntN(6)
	}
	switch kind {
	case 0, 1:
		return text()
	case 2:
		return []string{"0", "-1", "2024", "1.5e-3", "12E+2"}[r.IntN(5)]
	case 3:
		return []string{"true", "false", "null"}[r.IntN(3)]
	case 4:
		return "[" + blank() + "]"
	case 5:
		return "{" + blank() + "}"
	}
	var items []string
	for i := range 1 + r.IntN(4) {
		item := blank() + randomJSON(r, depth-1) + blank()
		if kind == 6 {
			item = blank() + `"` + strconv.Itoa(i) + text()[1:] + blank() + ":" + item
		}
		items = append(items, item)
	}
	if kind == 6 {
		return "{" + strings.Join(items, ",") + "}"
	}
	return "[" + strings.Join(items, ",") + "]"
}

// The cursor reads what encoding/json reads, and skips to the same end.
func TestJSONCursorAgreesWithEncodingJSON(t *testing.T) {
	for seed := range uint64(3000) {
		text := randomJSON(rand.New(rand.NewPCG(seed, 1)), 4)
		decoder := json.NewDecoder(strings.NewReader(text))
		decoder.UseNumber()
		var want any
		if err := decoder.Decode(&want); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		c := jsonCursor{data: []byte(text + " x")}
		if diff := cmp.Diff(want, anyValue(&c)); diff != "" || c.err != nil || c.pos != len(text) {
			t.Fatalf("%q: read %d of %d bytes, error %v (-encoding/json +cursor):\n%s", text, c.pos, len(text), c.err, diff)
		}
		skipper := jsonCursor{data: []byte(text + " x")}
		if skipper.skip(); skipper.err != nil || skipper.pos != len(text) {
			t.Fatalf("%q: skipped %d of %d bytes, error %v", text, skipper.pos, len(text), skipper.err)
		}
		if !strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "[") {
			continue
		}
		for cut := range len(text) {
			c := jsonCursor{data: []byte(text[:cut])}
			if c.skip(); c.err != ErrCut {
				t.Fatalf("%q: error %v, want that it is cut", text[:cut], c.err)
			}
		}
	}
}

func TestJSONCursorErrors(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{`{"a" 1}`, `"1" stands where ":" should`},
		{`{"a":1 "b":2}`, `"\"" stands where "," or "}" should`},
		{`{a:1}`, `"a" stands where a string should`},
		{`{"a":1,}`, `"}" stands where a string should`},
		{`[1 2]`, `"2" stands where "," or "]" should`},
		{`[1}`, `"}" stands where "," or "]" should`},
		{`{"a":nul}`, `"n" stands where a value should`},
		{`{"a":"b` + "\n" + `"}`, "a string is not closed in its line"},
		{`{"a":"b`, "it ends in the middle"},
		{strings.Repeat("[", 65) + strings.Repeat("]", 65), "it is nested more than 64 deep"},
	} {
		c := jsonCursor{data: []byte(test.text)}
		if c.skip(); c.err == nil || c.err.Error() != test.want {
			t.Errorf("%q: error %v, want %s", test.text, c.err, test.want)
		}
	}
	c := jsonCursor{data: []byte(`"\x"`)}
	if text := c.text(); text != "" || c.err == nil {
		t.Errorf("a wrong escape gives %q, error %v", text, c.err)
	}
}

// A loop that is left early leaves the cursor behind the value.
func TestJSONCursorLoopsCanBeLeft(t *testing.T) {
	c := jsonCursor{data: []byte(`[{"a":1,"b":[2,3]},[4,5],6]`)}
	var seen []string
	for i := range c.elements() {
		for name := range c.members() {
			seen = append(seen, string(name))
			break
		}
		if i > 0 {
			break
		}
	}
	if diff := cmp.Diff([]string{"a"}, seen); diff != "" || c.err != nil || c.pos != len(c.data) {
		t.Errorf("read %d of %d bytes, error %v (-want +got):\n%s", c.pos, len(c.data), c.err, diff)
	}
}
