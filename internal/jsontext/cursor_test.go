package jsontext

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// value reads a value as encoding/json does, with numbers as they are written.
func value(c *Cursor) any {
	switch c.Peek() {
	case '{':
		object := map[string]any{}
		for name := range c.Members() {
			name := string(name)
			object[name] = value(c)
		}
		return object
	case '[':
		array := []any{}
		for range c.Elements() {
			array = append(array, value(c))
		}
		return array
	case '"':
		return c.Text()
	}
	switch text := string(c.Skip()); text {
	case "":
		return nil
	case "null":
		return nil
	case "true", "false":
		return text == "true"
	default:
		return json.Number(text)
	}
}

// checkAgainstJSON compares what the cursor makes of a text with what encoding/json
// makes of it.
func checkAgainstJSON(t *testing.T, text []byte) {
	t.Helper()
	c := NewCursor(text, 10_000)
	got := value(c)
	c.End()
	if valid := json.Valid(text); valid != (c.Err() == nil) {
		t.Fatalf("%q: error %v, for encoding/json it is valid: %v", text, c.Err(), valid)
	}
	skipped := NewCursor(text, 10_000)
	skipped.Skip()
	skipped.End()
	if diff := cmp.Diff(c.Err(), skipped.Err()); diff != "" {
		t.Fatalf("%q (-read +skipped):\n%s", text, diff)
	}
	if err := c.Err(); err != nil {
		if err.Cut != (err.Offset == len(text)) || err.Offset > len(text) {
			t.Fatalf("%q: %+v", text, err)
		}
		return
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var want any
	if err := d.Decode(&want); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%q (-encoding/json +cursor):\n%s", text, diff)
	}
	if c.InvalidUTF8 == utf8.Valid(text) {
		t.Fatalf("%q: InvalidUTF8 is %v", text, c.InvalidUTF8)
	}
	checkPlaces(t, text)
}

// checkPlaces looks up each byte of a JSON text, and the value that it is in.
func checkPlaces(t *testing.T, text []byte) {
	t.Helper()
	if c := NewCursor(text, 100); len(text) > 300 || c.Skip() == nil || len(c.Duplicates) > 0 {
		return
	}
	for offset := range text {
		pointer := PointerTo(text, offset)
		if _, _, ok := Find(text, pointer); !ok {
			t.Fatalf("%q: PointerTo(%d) is %q, and there is nothing", text, offset, pointer)
		}
	}
}

// FuzzCursor compares the cursor with encoding/json.
func FuzzCursor(f *testing.F) {
	for _, test := range syntaxErrors {
		f.Add([]byte(test.text))
	}
	for seed := range uint64(20) {
		f.Add([]byte(randomText(rand.New(rand.NewPCG(seed, 1)), 3)))
	}
	f.Fuzz(checkAgainstJSON)
}

func TestCursorAgreesWithEncodingJSON(t *testing.T) {
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 2))
		text := randomText(r, 4)
		checkAgainstJSON(t, []byte(text))
		if text[0] == '{' || text[0] == '[' {
			for cut := range len(text) {
				c := NewCursor([]byte(text[:cut]), 100)
				if c.Skip(); c.Err() == nil || !c.Err().Cut {
					t.Fatalf("%q: error %v, want that it is cut", text[:cut], c.Err())
				}
			}
		}
		mutated := []byte(text)
		mutated[r.IntN(len(mutated))] = `{}[]:,"\u0-e+.tx`[r.IntN(16)]
		checkAgainstJSON(t, mutated)
	}
}

// randomText is a value with white space, names and escapes of every kind.
func randomText(r *rand.Rand, depth int) string {
	one := func(of ...string) string { return of[r.IntN(len(of))] }
	blank := func() string { return one("", "", " ", "\n\t", "\r\n ") }
	quoted := func() string {
		var b strings.Builder
		for range r.IntN(5) {
			b.WriteString(one("felt", "", `\"`, `\\`, `\n`, `\u00e9`, `\uD83D\uDE00`, `\ud800`, `\udc00`, "é", "日本", `\/`, "{", "]", ",", "~", "/", "\x7f", "\xff", "\xe2\x82", "\ufffd"))
		}
		return `"` + b.String() + `"`
	}
	kind := r.IntN(8)
	if depth == 0 {
		kind = r.IntN(6)
	}
	switch kind {
	case 0, 1:
		return quoted()
	case 2:
		return one("0", "-1", "2024", "1.5e-3", "12E+2", "-0.0")
	case 3:
		return one("true", "false", "null")
	case 4:
		return "[" + blank() + "]"
	case 5:
		return "{" + blank() + "}"
	}
	var items []string
	for i := range 1 + r.IntN(4) {
		item := blank() + randomText(r, depth-1) + blank()
		if kind == 6 {
			item = fmt.Sprintf(`%s"%d%s%s:%s`, blank(), i, quoted()[1:], blank(), item)
		}
		items = append(items, item)
	}
	if kind == 6 {
		return "{" + strings.Join(items, ",") + "}"
	}
	return "[" + strings.Join(items, ",") + "]"
}

var syntaxErrors = []struct {
	text, want string
	offset     int
}{
	{``, "it ends in the middle", 0},
	{`{"a" 1}`, `want ":", not "1"`, 5},
	{`{"a":1 "b":2}`, `want "," or "}", not "\""`, 7},
	{`{a:1}`, `want a member name, not "a"`, 1},
	{`{"a":1,}`, `want a member name, not "}"`, 7},
	{`{,}`, `want a member name, not ","`, 1},
	{`[1 2]`, `want "," or "]", not "2"`, 3},
	{`[1,]`, `want a value, not "]"`, 3},
	{`[,1]`, `want a value, not ","`, 1},
	{`[1, NaN]`, `NaN is no number of JSON; write null`, 4},
	{`[-Infinity]`, `Infinity is no number of JSON; write null`, 2},
	{`[Infinity, 1]`, `Infinity is no number of JSON; write null`, 1},
	{`[1}`, `want "," or "]", not "}"`, 2},
	{`{"a":nul}`, `want "null", not "}"`, 8},
	{`nul`, "it ends in the middle", 3},
	{`01`, `want the end, not "1"`, 1},
	{`-`, "it ends in the middle", 1},
	{`-a`, `want a digit, not "a"`, 1},
	{`1.e`, `want a digit, not "e"`, 2},
	{`1e+`, "it ends in the middle", 3},
	{`{"a":"b`, "it ends in the middle", 7},
	{`"\`, "it ends in the middle", 2},
	{`"\u00`, "it ends in the middle", 5},
	{`"\ud83d\u`, "it ends in the middle", 9},
	{`"\x"`, `"\\x" is no escape`, 1},
	{`"\u00g0"`, `"\\u00g0" is no escape`, 1},
	{"\"a\nb\"", `the control character "\n" stands in a string that starts 2 bytes before it; write it as an escape, or close the string`, 2},
	{`[[[[1]]]]`, "it is nested more than 3 deep", 3},
	{"\x00", `want a value, not "\x00"`, 0},
}

func TestSyntaxErrors(t *testing.T) {
	for _, test := range syntaxErrors {
		c := NewCursor([]byte(test.text), 3)
		c.Skip()
		c.End()
		want := &SyntaxError{
			Offset: test.offset, Message: test.want,
			Cut: strings.Contains(test.want, "ends"), TooDeep: strings.Contains(test.want, "nested"),
		}
		if diff := cmp.Diff(want, c.Err()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

// A value of another kind than was asked for is skipped.
func TestOtherKindsAreSkipped(t *testing.T) {
	c := NewCursor([]byte(`[{"a":[]}, "b", 3, null]`), 9)
	var got []string
	for i := range c.Elements() {
		switch i {
		case 0:
			got = append(got, c.Text())
		case 1:
			for name := range c.Members() {
				t.Errorf("a string has the member %q", name)
			}
		case 2:
			for range c.Elements() {
				t.Error("a number has an element")
			}
		default:
			_, ok := c.ReadString()
			got = append(got, fmt.Sprint(ok))
		}
	}
	c.End()
	if diff := cmp.Diff([]string{"", "false"}, got); diff != "" || c.Err() != nil {
		t.Errorf("error %v (-want +got):\n%s", c.Err(), diff)
	}
}

// A loop that is left early leaves the cursor after the value.
func TestLoopsCanBeLeft(t *testing.T) {
	text := `[{"a":1,"b":[2,3]},[4,5],6]`
	c := NewCursor([]byte(text+"x"), 9)
	var seen []string
	for i := range c.Elements() {
		for name := range c.Members() {
			seen = append(seen, string(name))
			break
		}
		if i > 0 {
			break
		}
	}
	if diff := cmp.Diff([]string{"a"}, seen); diff != "" || c.Err() != nil || c.Offset() != len(text) {
		t.Errorf("read %d of %d bytes, error %v (-want +got):\n%s", c.Offset(), len(text), c.Err(), diff)
	}
}

func TestFlaws(t *testing.T) {
	many := "{"
	for i := range 100 {
		many += fmt.Sprintf(`"m%d":%d,`, i, i)
	}
	for _, test := range []struct {
		text string
		want Flaws
	}{
		{`{"a":1,"b":2,"ab":3}`, Flaws{}},
		{`{"a":1,"\u0061":2}`, Flaws{Duplicates: []int{7}}},
		{`{"\u0061":1,"a":2}`, Flaws{Duplicates: []int{12}}},
		{`{"a":{"a":1},"b":{"a":1,"a":2}}`, Flaws{Duplicates: []int{24}}},
		{many + `"m50":1}`, Flaws{Duplicates: []int{len(many)}}},
		{many + `"m\u0035\u0030":1}`, Flaws{Duplicates: []int{len(many)}}},
		{many + `"m100":1}`, Flaws{}},
		{"{\"\xff\":1,\"\xfe\":2}", Flaws{Duplicates: []int{7}, InvalidUTF8: true}},
		{`["\ud800","\ud83d\ude00","\udc00\ud800"]`, Flaws{LoneSurrogates: []int{2, 26, 32}}},
		{`["é","` + "\xe9" + `"]`, Flaws{InvalidUTF8: true}},
		{"[" + strings.Repeat(`"\ud800",`, 20) + "1]", Flaws{LoneSurrogates: []int{2, 11, 20, 29, 38, 47, 56, 65, 74, 83, 92, 101, 110, 119, 128, 137}}},
	} {
		c := NewCursor([]byte(`{"x":1,"x":"\ud800`+"\xff"+`"}`), 9)
		c.Skip() // of which nothing is left after a reset
		c.Reset([]byte(test.text))
		c.Skip()
		got := Flaws{append([]int(nil), c.Duplicates...), append([]int(nil), c.LoneSurrogates...), c.InvalidUTF8}
		if diff := cmp.Diff(test.want, got); diff != "" || c.Err() != nil {
			t.Errorf("%s: error %v (-want +got):\n%s", test.text, c.Err(), diff)
		}
		ignoring := &Cursor{text: []byte(test.text), MaxDepth: 9, IgnoreDuplicates: true}
		if ignoring.Skip(); len(ignoring.Duplicates) > 0 {
			t.Errorf("%s: duplicates at %v", test.text, ignoring.Duplicates)
		}
	}
}

// A cursor that is used again allocates nothing to skip a value.
func TestSkipDoesNotAllocate(t *testing.T) {
	text := []byte(`{"a":[1,{"b":"c\n"}],"d":null,"e":{"a":true}}`)
	c := NewCursor(text, 9)
	c.Skip()
	if allocations := testing.AllocsPerRun(100, func() { c.Reset(text); c.Skip() }); allocations > 0 {
		t.Errorf("%v allocations", allocations)
	}
}
