package jsontext

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func tapeOf(text string) (Tape, *Cursor, bool) {
	c := &Cursor{MaxDepth: 100, Record: true}
	c.Reset([]byte(text))
	c.Skip()
	tape, ok := c.Tape()
	return tape, c, ok
}

func TestTapeHasEveryValueAndName(t *testing.T) {
	tape, _, ok := tapeOf(`{"a": [1, "x\n"], "b": {}, "c": null} rest`)
	want := Tape{
		Text: []byte(`{"a": [1, "x\n"], "b": {}, "c": null}`),
		Tokens: []Token{
			{Start: 0, End: 37, Next: 9, Kind: ObjectToken},
			{Start: 2, End: 3, Next: 2, Kind: NameToken, Plain: true},
			{Start: 6, End: 16, Next: 5, Kind: ArrayToken},
			{Start: 7, End: 8, Next: 4, Kind: NumberToken},
			{Start: 11, End: 14, Next: 5, Kind: StringToken},
			{Start: 19, End: 20, Next: 6, Kind: NameToken, Plain: true},
			{Start: 23, End: 25, Next: 7, Kind: ObjectToken},
			{Start: 28, End: 29, Next: 8, Kind: NameToken, Plain: true},
			{Start: 32, End: 36, Next: 9, Kind: NullToken},
		},
		Depth: 2,
	}
	if diff := cmp.Diff(want, tape); !ok || diff != "" {
		t.Errorf("ok is %v (-want +got):\n%s", ok, diff)
	}
}

func TestTapeIsTheSameHoweverTheValueIsRead(t *testing.T) {
	const text = `{"a":[true,{"b":-1e3}],"c":"d","e":false}`
	skipped, _, _ := tapeOf(text)
	c := &Cursor{MaxDepth: 100, Record: true}
	c.Reset([]byte(text))
	for name := range c.Members() {
		switch string(name) {
		case "a":
			for range c.Elements() {
				break
			}
		case "c":
			c.Text()
		case "e":
			c.Text() // of a value that is none
		}
	}
	read, ok := c.Tape()
	if diff := cmp.Diff(skipped, read); !ok || diff != "" {
		t.Errorf("ok is %v (-skipped +read):\n%s", ok, diff)
	}
}

func TestTapeKnowsFlaws(t *testing.T) {
	for _, text := range []string{`{"a":1,"a":2}`, "\"\xff\"", `"\ud800"`} {
		if tape, _, ok := tapeOf(text); !ok || !tape.Flawed {
			t.Errorf("%q: ok is %v and Flawed %v, want both", text, ok, tape.Flawed)
		}
	}
}

func TestTapeIsBounded(t *testing.T) {
	_, c, ok := tapeOf("[" + strings.Repeat("1,", MaxTokens) + "1]")
	offset, stopped := c.Unrecorded()
	if want := 1 + 2*(MaxTokens-1); ok || !stopped || offset != want {
		t.Errorf("ok is %v, stopped %v at %d; want it to stop at %d", ok, stopped, offset, want)
	}
	if len(c.recording.tokens) > MaxTokens {
		t.Errorf("%d tokens are kept", len(c.recording.tokens))
	}
}
